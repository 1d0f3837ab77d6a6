/* Records by the names of their fields, as far as the models say: generator/models/base.py.
 *
 * `city` is what is known of a city and its models: assets/form/checking.json, and the facts of a check (check/profile.js).
 */
import { key } from "../japanese/text.js";

const hasOwn = Object.prototype.hasOwnProperty;
// The keys that name the fields of a record, remembered.
const spellings = new WeakMap();

export const isMapping = value => value !== null && typeof value === "object" && !Array.isArray(value);
export const has = (holder, name) => hasOwn.call(holder, name);

// The field that a key means, English or Japanese in any width; the key itself if there is none.
export function fieldNamed(city, typeName, written) {
  const fields = city.types[typeName].fields;
  return has(fields, written) ? written : spellingsOf(fields).get(key(written)) || written;
}

function spellingsOf(fields) {
  if (!spellings.has(fields)) {
    const names = Object.keys(fields);
    const labelled = names.map(name => [key(fields[name].label), name]);
    spellings.set(fields, new Map(names.map(name => [key(name), name]).concat(labelled)));
  }
  return spellings.get(fields);
}

// A field of a type, or null: `constructor` is none.
export function fieldOf(city, typeName, name) {
  const fields = city.types[typeName].fields;
  return has(fields, name) ? fields[name] : null;
}

// The type of the records in a field; empty if there are none.
export function innerOf(city, typeName, name) {
  const field = fieldOf(city, typeName, name);
  return field && field.record ? field.record : "";
}

// The record type that has the last named field of a path, and that field's name.
export function ownerOf(city, typeName, path) {
  let owner = typeName, name = "";
  path.forEach(step => {
    if (typeof step === "number") return;
    owner = innerOf(city, owner, name) || owner;
    name = step;
  });
  return { owner, name };
}

export function labelOf(city, typeName, name) {
  const field = fieldOf(city, typeName, name);
  return field ? field.label : name;
}

// What a message gives as an example of a field.
export function exampleOf(city, typeName, name) {
  const field = fieldOf(city, typeName, name);
  if (!field) return "";
  if (field.example === undefined && field.record) {
    const first = Object.keys(city.types[field.record].fields)[0];
    return "（改行して字下げ）" + first + ": " + exampleOf(city, field.record, first);
  }
  return field.example === undefined ? "" : field.example;
}
