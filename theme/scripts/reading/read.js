/* Whole records, as pydantic reads them with the models: generator/reading/read.py.
 *
 * A fault is {path, type, context, input}; a record that was read is an object of read values by English names.
 */
/**
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("../models/base.js").Field} Field
 * @typedef {import("../models/base.js").Mapping} Mapping
 * @typedef {import("../models/base.js").Path} Path
 * @typedef {import("../models/given.js").Fault} Fault
 * @typedef {import("../models/lines.js").Call} Call
 * @typedef {Fault & {path: Path}} FaultAt
 */
/**
 * @template Value
 * @typedef {{value?: Value, faults: FaultAt[]}} Result  the value if there is no fault
 */
import { closingRule } from "../japanese/deadlines.js";
import { apart } from "../japanese/lists.js";
import { fieldNamed, has, isMapping } from "../models/base.js";
import { whenFault } from "../models/event.js";
import { fault, given } from "../models/given.js";
import { inOneLine, titled, withoutNothing } from "../models/lines.js";
import { readValue } from "../models/types.js";
import { chosen, isTerm, readTerm } from "../models/vocabulary.js";

// {value, faults}: the record that data gives, or why it gives none.
/** @param {City} city @param {string} typeName @param {unknown} data @param {Path} path @returns {Result<Mapping>} */
export function readRecord(city, typeName, data, path) {
  const type = city.types[typeName];
  if (typeof data === "string" && type.shorthand) {
    const line = inOneLine(city, typeName, data);
    if (line.fault) return { faults: [placed(line.fault, path)] };
    data = line.value;
  }
  if (!isMapping(data)) return { faults: [placed(fault("model_type", {}, data).fault, path)] };
  const named = translated(city, typeName, data);
  if (named.fault) return { faults: [placed(named.fault, path)] };
  return fieldsOf(city, typeName, implied(type.fields, named.value), path);
}

// 「1月15日必着」 as the last day says the rule as well, where none is written (UntilThen in generator/models/shared.py).
/** @param {Record<string, Field>} fields @param {Mapping} data @returns {Mapping} */
function implied(fields, data) {
  if (!has(fields, "closes") || !has(fields, "rule") || typeof data.closes !== "string") return data;
  const rule = closingRule(data.closes);
  if (!rule) return data;
  if (!has(data, "rule")) return Object.assign({}, data, { rule });
  const other = typeof data.rule === "string" ? chosen(fields.rule, data.rule) : null;
  // Two rules for one day: neither is believed.
  return other && other[0] !== rule ? Object.assign({}, data, { closes: data.closes + "・" + other[1] }) : data;
}

/** @param {Fault} fault @param {Path} path @returns {FaultAt} */
const placed = (fault, path) => Object.assign({ path }, fault);

/** @param {City} city @param {string} typeName @param {Mapping} data */
function translated(city, typeName, data) {
  /** @type {Mapping} */
  const out = {};
  for (const written in data) {
    if (data[written] === "" || written === "$schema") continue;
    const name = fieldNamed(city, typeName, written);
    if (has(out, name)) return fault("duplicate-key", { key: written, value: name }, data);
    out[name] = data[written];
  }
  return given(out);
}

/** @param {City} city @param {string} typeName @param {Mapping} data @param {Path} path @returns {Result<Mapping>} */
function fieldsOf(city, typeName, data, path) {
  const fields = city.types[typeName].fields;
  /** @type {Mapping} */
  const value = {};
  /** @type {FaultAt[]} */
  let faults = [];
  Object.keys(fields).forEach(name => {
    if (!has(data, name)) {
      if (fields[name].needed) faults.push(placed(fault("missing", {}, data).fault, path.concat(name)));
      return;
    }
    const read = readField(city, fields[name], data[name], path.concat(name));
    if (read.faults.length) faults = faults.concat(read.faults);
    else value[name] = read.value;
  });
  Object.keys(data).forEach(name => {
    if (!has(fields, name)) faults.push(placed(fault("extra_forbidden", {}, data[name]).fault, path.concat(name)));
  });
  return faults.length ? { faults } : whole(city, typeName, value, path);
}

// What a model says of a record whose fields are all good.
/** @param {City} city @param {string} typeName @param {Mapping} value @param {Path} path @returns {Result<Mapping>} */
function whole(city, typeName, value, path) {
  if (typeName === "When") {
    const wrong = whenFault(/** @type {import("../models/event.js").When} */ (value));
    if (wrong) return { faults: [placed(wrong, path)] };
  }
  if (typeName === "Recruiting") value.title = titled(city, /** @type {Call} */ (value));
  return { value: typeName === "Group" ? withoutNothing(value) : value, faults: [] };
}

/** @param {City} city @param {Field} field @param {unknown} data @param {Path} path @returns {Result<unknown>} */
function readField(city, field, data, path) {
  if (field.keyed) return readKeyed(city, field, data, path);
  if (!field.many) return readEntry(city, field, data, path);
  let entries = typeof data === "string" || isMapping(data) ? [data] : /** @type {unknown[]} */ (data);
  if (field.vocabulary || field.choices) entries = apart(entries, each => isTerm(city, each, field));
  const read = entries.map((entry, n) => readEntry(city, field, entry, path.concat(n)));
  const good = read.filter(each => !each.faults.length).length;
  if (field.most !== undefined && good > field.most) return tooMany(field.most, entries.length, data, path);
  let faults = read.reduce((/** @type {FaultAt[]} */ list, each) => list.concat(each.faults), []);
  if (!faults.length && field.least !== undefined && good < field.least) {
    faults = [placed(fault("too_short", {}, data).fault, path)];
  }
  return { value: read.map(each => each.value), faults };
}

// Only what can be read is counted; of too many entries nothing else is said.
/** @param {number} most @param {number} size @param {unknown} data @param {Path} path @returns {Result<never>} */
function tooMany(most, size, data, path) {
  const context = { max_length: most, actual_length: size };
  return { faults: [placed(fault("too_long", context, data).fault, path)] };
}

/** @param {City} city @param {Field} field @param {unknown} data @param {Path} path @returns {Result<unknown>} */
function readEntry(city, field, data, path) {
  if (field.record) return readRecord(city, field.record, data, path);
  const read = readValue(city, data, field);
  return read.fault ? { faults: [placed(read.fault, path)] } : { value: read.value, faults: [] };
}

/** @param {City} city @param {Field} field @param {unknown} data @param {Path} path @returns {Result<unknown>} */
function readKeyed(city, field, data, path) {
  if (!isMapping(data)) return { faults: [placed(fault("dict_type", {}, data).fault, path)] };
  const size = Object.keys(data).length;
  const record = /** @type {string} */ (field.record);
  /** @type {Mapping} */
  const value = {};
  /** @type {FaultAt[]} */
  let faults = [];
  Object.keys(data).forEach(key => {
    const term = readTerm(city, key, field);
    const read = readRecord(city, record, data[key], path.concat(key));
    if (term.fault) faults.push(placed(term.fault, path.concat(key)));
    faults = faults.concat(read.faults);
    if (!term.fault && !read.faults.length) value[term.value] = read.value;
  });
  if (field.most !== undefined && Object.keys(value).length > field.most) return tooMany(field.most, size, data, path);
  return { value, faults };
}
