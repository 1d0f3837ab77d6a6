/* What stands in the form, read as far as it can be read: the record that a build would make of it, with what is not
 * understood kept as it was typed (the models of generator/models/, where a build would refuse the whole record).
 *
 * A value of a kind with a meaning of its own (a day, a time, an amount …) is either what the check reads in it, or
 * {typed: text}. A term or a choice is its id, or the text. Empty fields are not there.
 */
import { callWords, fieldNamed, inOneLine, readTerm, readValue, termsApart } from "./verbs.js";

// Kinds whose values are more than their letters.
const MEANT = ["day", "partial-day", "clock", "yen", "count", "phone", "repeat", "moment", "flag"];

const isMapping = value => value !== null && typeof value === "object" && !Array.isArray(value);

/** A text as it was typed, without the white space around it; "" for what is none. */
export const text = value => {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : "";
};

const isFilled = value => Boolean(text(value))
  || (value !== null && typeof value === "object" && Object.keys(value).some(name => isFilled(value[name])));

/** A value in words: by `show` if it was understood, else as it was typed; "" if it is not there. */
export const said = (value, show) => {
  if (value === undefined) return "";
  return isTyped(value) ? value.typed : show(value);
};

/** Whether a value was not understood. */
export const isTyped = value => isMapping(value) && value.typed !== undefined;

/** The value if it was understood; else null. */
export const known = value => value === undefined || isTyped(value) ? null : value;

// A day with words behind it that are no times: the day, and these words.
const dayAnd = (field, written, beside) => {
  if (!beside || written.slice(-beside.length) !== beside) return null;
  const read = readValue(written.slice(0, -beside.length), field);
  return read.fault || read.value.times ? null : Object.assign({}, read.value, { times: { typed: beside } });
};

const one = (field, value) => {
  const written = field.kind === "yen" && typeof value === "number" ? value : text(value);
  const read = readValue(written, field);
  if (!read.fault) return read.value;
  const half = field.kind === "moment" ? dayAnd(field, written, read.fault.context.beside) : null;
  if (half) return half;
  return MEANT.indexOf(field.kind) >= 0 ? { typed: String(written) } : String(written);
};

const entry = (types, field, value) => field.record ? record(types, field.record, value) : one(field, value);

const several = (types, field, value) => {
  const given = (Array.isArray(value) ? value : [value]).filter(isFilled);
  const apart = field.vocabulary || field.choices ? termsApart(given, field) : given;
  return apart.map(each => entry(types, field, each)).filter(each => each !== "");
};

// Entries under the ids of terms: languages.
const keyed = (types, field, value) => {
  const made = {};
  if (!isMapping(value)) return made;
  Object.keys(value).filter(name => isFilled(value[name])).forEach(name => {
    const term = readTerm(name, field);
    made[term.fault ? name : term.value] = record(types, field.record, value[name]);
  });
  return made;
};

const valueOf = (types, field, value) => {
  if (field.keyed) return keyed(types, field, value);
  if (field.many) return several(types, field, value);
  return entry(types, field, value);
};

// What a record written as one line of text has in its fields.
const inFields = (types, typeName, value) => {
  if (isMapping(value)) return value;
  const shorthand = types[typeName].shorthand;
  if (!shorthand || !text(value)) return {};
  const line = inOneLine(typeName, text(value));
  return line.fault ? { [typeName === "Fees" ? "note" : shorthand]: text(value) } : line.value;
};

const record = (types, typeName, value) => {
  const fields = types[typeName].fields;
  const given = inFields(types, typeName, value);
  const made = {};
  Object.keys(given).forEach(written => {
    const name = fieldNamed(typeName, written);
    if (Object.prototype.hasOwnProperty.call(fields, name) && isFilled(given[written])) made[name] = valueOf(types, fields[name], given[written]);
    // The form gives a photo an address of its own.
    else if (typeName === "Photo" && written === "src") made.src = text(given.src);
  });
  return made;
};

/** The calls for people of a group; what only answers (有, 随時) is put in words, and 無 is no call. */
export const calling = (calls, label) => calls.filter(each => callWords(each.title || "") !== "").map(each => {
  const words = callWords(each.title || "");
  return words ? Object.assign({}, each, { title: words.replace("〇〇", label(each.role || "")) }) : each;
});

/** The record of a kind ("group", "event") that data of any shape gives; `table` is checking.json. */
export const reading = (table, kind, data) => record(table.types, table.records[kind], isMapping(data) ? data : {});
