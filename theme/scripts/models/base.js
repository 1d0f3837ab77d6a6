/* Records by the names of their fields, as far as the models say: generator/models/base.py.
 *
 * `city` is what is known of a city and its models: assets/form/checking.json, and the facts of a check (check/profile.js).
 */
/**
 * @typedef {(string | number)[]} Path  names of fields, and places in lists
 * @typedef {Record<string, unknown>} Mapping  what somebody wrote under names
 * @typedef {string[]} Choice  id, label, and where there is English label_en
 * @typedef {[string, string, string, string[], string?]} Term  id, label, kana, aliases, autonym
 * @typedef {{label: string, label_en: string, terms: Term[], corporate?: string[]}} Vocabulary
 * @typedef {{level: string, says: string[], fix: string[]}} Rule  sentences in Japanese, and where there is English in English
 * @typedef {{id: string, head?: string, parts?: string[], named?: Record<string, string>}} Ask  what stands on a line: `parts`
 *
 * @typedef {object} Field  what is not said of it is left out
 * @property {string} label
 * @property {string} [label_en]
 * @property {string} [help]
 * @property {string} [example]
 * @property {boolean} [own]  whether the example must not stay
 * @property {string} kind  of one entry: line, text, day, phone, term, choice, record …
 * @property {boolean} [needed]
 * @property {boolean} [many]
 * @property {boolean} [keyed]  entries under the ids of terms
 * @property {string} [record]  the type of the records in it
 * @property {string} [vocabulary]
 * @property {Choice[]} [choices]
 * @property {number} [least]  entries
 * @property {number} [most]  entries
 * @property {number} [min_length]  characters
 * @property {number} [max_length]  characters
 *
 * @typedef {object} City  checking.json, see generator/form/checking.py
 * @property {Record<string, string>} records  kind → type
 * @property {Record<string, {shorthand: string, fields: Record<string, Field>}>} types
 * @property {Record<string, Vocabulary>} vocabularies
 * @property {Record<string, Rule>} rules
 * @property {string[]} choose
 * @property {Record<string, Record<string, Ask>>} issue  kind → field → its question at the code host
 * @property {Record<string, string[]>} form
 * @property {number} stale_days
 * @property {Record<string, string>} labels  type → what its records are called
 * @property {string} shown  how messages name the content folder
 */
import { key } from "../japanese/text.js";

const hasOwn = Object.prototype.hasOwnProperty;
// The keys that name the fields of a record, remembered.
/** @type {WeakMap<object, Map<string, string>>} */
const spellings = new WeakMap();

/** @param {unknown} value @returns {value is Mapping} */
export const isMapping = value => value !== null && typeof value === "object" && !Array.isArray(value);
/** @param {object} holder @param {string} name @returns {boolean} */
export const has = (holder, name) => hasOwn.call(holder, name);

// The field that a key means, English or Japanese in any width; the key itself if there is none.
/** @param {City} city @param {string} typeName @param {string} written @returns {string} */
export function fieldNamed(city, typeName, written) {
  const fields = city.types[typeName].fields;
  return has(fields, written) ? written : spellingsOf(fields).get(key(written)) || written;
}

/** @param {Record<string, Field>} fields */
function spellingsOf(fields) {
  const known = spellings.get(fields);
  if (known) return known;
  const names = Object.keys(fields);
  const made = new Map(names.map(name => [key(name), name]));
  names.forEach(name => { made.set(key(fields[name].label), name); });
  spellings.set(fields, made);
  return made;
}

// A field of a type, or null: `constructor` is none.
/** @param {City} city @param {string} typeName @param {string} name @returns {Field | null} */
export function fieldOf(city, typeName, name) {
  const fields = city.types[typeName].fields;
  return has(fields, name) ? fields[name] : null;
}

// The type of the records in a field; empty if there are none.
/** @param {City} city @param {string} typeName @param {string} name @returns {string} */
export function innerOf(city, typeName, name) {
  const field = fieldOf(city, typeName, name);
  return field && field.record ? field.record : "";
}

// The record type that has the last named field of a path, and that field's name.
/** @param {City} city @param {string} typeName @param {Path} path @returns {{owner: string, name: string}} */
export function ownerOf(city, typeName, path) {
  let owner = typeName, name = "";
  path.forEach(step => {
    if (typeof step === "number") return;
    owner = innerOf(city, owner, name) || owner;
    name = step;
  });
  return { owner, name };
}

/** @param {City} city @param {string} typeName @param {string} name @returns {string} */
export function labelOf(city, typeName, name) {
  const field = fieldOf(city, typeName, name);
  return field ? field.label : name;
}

// What a message gives as an example of a field.
/** @param {City} city @param {string} typeName @param {string} name @returns {string} */
export function exampleOf(city, typeName, name) {
  const field = fieldOf(city, typeName, name);
  if (!field) return "";
  if (field.example === undefined && field.record) {
    const first = Object.keys(city.types[field.record].fields)[0];
    return "（改行して字下げ）" + first + ": " + exampleOf(city, field.record, first);
  }
  return field.example === undefined ? "" : field.example;
}
