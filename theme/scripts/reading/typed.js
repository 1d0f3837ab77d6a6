/* What stands in the form, read as far as it can be read: the record that a build would make of it, with what is not
 * understood kept as it was typed (the models of generator/models/, where a build would refuse the whole record).
 *
 * A value of a kind with a meaning of its own (a day, a time, an amount …) is either what the check reads in it, or
 * {typed: text}. A term or a choice is its id, or the text. Empty fields are not there.
 */
import { apart } from "../japanese/lists.js";
import { fieldNamed, has, isMapping } from "../models/base.js";
import { inOneLine, titled, withoutNothing } from "../models/lines.js";
import { readValue } from "../models/types.js";
import { isTerm, readTerm } from "../models/vocabulary.js";

/**
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("../models/base.js").Field} Field
 * @typedef {import("../models/base.js").Mapping} Mapping
 * @typedef {import("../models/lines.js").Call} Call
 * @typedef {{typed: string}} Typed  what was not understood
 * @typedef {Record<string, any>} Read  a record by the names of its model's fields, as far as it could be read
 */
/**
 * @template T
 * @typedef {T | Typed} Answer  what was read in it, or what was typed
 */

// Kinds whose values are more than their letters.
const MEANT = ["day", "partial-day", "clock", "yen", "count", "years-least", "years-most", "members-least", "phone", "repeat", "moment", "closing-day", "deadline", "flag"];

/**
 * A text as it was typed, without the white space around it; "" for what is none.
 * @param {unknown} value
 * @returns {string}
 */
export const text = value => {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : "";
};

/** @type {(value: unknown) => boolean} */
const isFilled = value => Boolean(text(value))
  || (value !== null && typeof value === "object" && Object.values(value).some(isFilled));

/**
 * A value in words: by `show` if it was understood, else as it was typed; "" if it is not there.
 * @template T
 * @param {Answer<T> | undefined} value
 * @param {(read: T) => string} show
 * @returns {string}
 */
export const said = (value, show) => {
  if (value === undefined) return "";
  return isTyped(value) ? value.typed : show(/** @type {T} */ (value));
};

/**
 * Whether a value was not understood.
 * @param {unknown} value
 * @returns {value is Typed}
 */
export const isTyped = value => isMapping(value) && value.typed !== undefined;

/**
 * The value if it was understood; else null.
 * @template T
 * @param {Answer<T> | undefined} value
 * @returns {T | null}
 */
export const known = value => value === undefined || isTyped(value) ? null : /** @type {T} */ (value);

// A day with words behind it that are no times: the day, and these words.
/** @type {(city: City, field: Field, written: string, beside: string) => Read | null} */
const dayAnd = (city, field, written, beside) => {
  if (!beside || written.slice(-beside.length) !== beside) return null;
  const read = readValue(city, written.slice(0, -beside.length), field);
  if (read.fault) return null;
  const moment = /** @type {import("../japanese/moments.js").Moment} */ (read.value);
  return moment.times ? null : Object.assign({}, moment, { times: { typed: beside } });
};

/** @type {(city: City, field: Field, value: unknown) => unknown} */
const one = (city, field, value) => {
  // An amount that a line of text gave is a number already.
  const written = field.kind === "yen" && typeof value === "number" ? value : text(value);
  const read = readValue(city, written, field);
  if (!read.fault) return read.value;
  const half = field.kind === "moment" ? dayAnd(city, field, text(value), String(read.fault.context.beside || "")) : null;
  if (half) return half;
  return MEANT.indexOf(field.kind) >= 0 ? { typed: String(written) } : String(written);
};

/** @type {(city: City, field: Field, value: unknown) => unknown} */
const entry = (city, field, value) => field.record ? record(city, field.record, value) : one(city, field, value);

/** @type {(city: City, field: Field, value: unknown) => unknown[]} */
const several = (city, field, value) => {
  const given = (Array.isArray(value) ? value : [value]).filter(isFilled);
  const terms = field.vocabulary || field.choices ? apart(given, each => isTerm(city, each, field)) : given;
  return terms.map(each => entry(city, field, each)).filter(each => each !== "");
};

// Entries under the ids of terms: languages.
/** @type {(city: City, field: Field, value: unknown) => Record<string, Read>} */
const keyed = (city, field, value) => {
  /** @type {Record<string, Read>} */
  const made = {};
  if (!isMapping(value)) return made;
  const type = /** @type {string} */ (field.record);
  Object.keys(value).filter(name => isFilled(value[name])).forEach(name => {
    const term = readTerm(city, name, field);
    made[term.fault ? name : term.value] = record(city, type, value[name]);
  });
  return made;
};

/** @type {(city: City, field: Field, value: unknown) => unknown} */
const inField = (city, field, value) => {
  if (field.keyed) return keyed(city, field, value);
  return field.many ? several(city, field, value) : entry(city, field, value);
};

// What a record written as one line of text has in its fields.
/** @type {(city: City, typeName: string, value: unknown) => Mapping} */
const inFields = (city, typeName, value) => {
  const shorthand = city.types[typeName].shorthand;
  if (isMapping(value)) return value;
  if (!shorthand || !text(value)) return {};
  const line = inOneLine(city, typeName, text(value));
  return line.fault ? { [shorthand]: text(value) } : line.value;
};

/** @type {(city: City, typeName: string, value: unknown) => Read} */
const record = (city, typeName, value) => {
  const fields = city.types[typeName].fields;
  const given = inFields(city, typeName, value);
  /** @type {Read} */
  const made = {};
  Object.keys(given).forEach(written => {
    const name = fieldNamed(city, typeName, written);
    if (has(fields, name) && isFilled(given[written])) made[name] = inField(city, fields[name], given[written]);
    // The form gives a photo an address of its own.
    else if (typeName === "Photo" && written === "src") made.src = text(given.src);
  });
  return whole(city, typeName, made);
};

// Calls for people that only answer (有, 随時) are put in words, and 無 is no call.
/** @type {(city: City, typeName: string, made: Read) => Read} */
const whole = (city, typeName, made) => {
  if (typeName === "Recruiting" && made.title) made.title = titled(city, /** @type {Call} */ (Object.assign({ role: "" }, made)));
  return typeName === "Group" ? withoutNothing(made) : made;
};

/**
 * The record of a kind ("group", "event") that data of any shape gives; `city` is checking.json.
 * @param {City} city
 * @param {string} kind
 * @param {unknown} data
 * @returns {Read}
 */
export const typed = (city, kind, data) => record(city, city.records[kind], isMapping(data) ? data : {});
