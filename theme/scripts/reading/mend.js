/* A broken record made whole for a moment: generator/reading/mend.py. */

/**
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("../models/base.js").Field} Field
 * @typedef {import("../models/base.js").Mapping} Mapping
 * @typedef {import("../models/base.js").Path} Path
 * @typedef {import("./read.js").FaultAt} FaultAt
 * @typedef {Record<string | number, unknown>} Holder  a record or a list
 */
import { fieldNamed, fieldOf, has, innerOf, isMapping } from "../models/base.js";
import { readRecord } from "./read.js";

const ROUNDS = 3;
const MOST_MENDED = 50;

// {value, replaced}: the record that would be there without its faults, and the paths that were replaced; or null.
/** @param {City} city @param {string} typeName @param {unknown} data @param {FaultAt[]} faults @returns {{value: Mapping, replaced: Path[]} | null} */
export function mend(city, typeName, data, faults) {
  const whole = { record: named(city, typeName, data) };
  /** @type {Path[]} */
  const replaced = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (faults.length > MOST_MENDED || !isMapping(whole.record)) return null;
    faults.forEach(fault => { replaced.push(replace(city, whole, typeName, fault)); });
    const read = readRecord(city, typeName, whole.record, []);
    if (read.value) return { value: read.value, replaced };
    faults = read.faults;
  }
  return null;
}

/** @param {City} city @param {string} typeName @param {unknown} data @returns {unknown} */
function named(city, typeName, data) {
  if (Array.isArray(data)) return data.map(each => named(city, typeName, each));
  if (!isMapping(data)) return data;
  /** @type {Mapping} */
  const out = {};
  Object.keys(data).forEach(written => {
    const name = fieldNamed(city, typeName, written);
    if (!has(out, name)) out[name] = named(city, innerOf(city, typeName, name) || typeName, data[written]);
  });
  return out;
}

/** @param {City} city @param {{record: unknown}} whole @param {string} typeName @param {FaultAt} fault @returns {Path} */
function replace(city, whole, typeName, fault) {
  let holder = /** @type {Holder} */ (whole), owner = typeName;
  let step = /** @type {string | number} */ ("record"), field = /** @type {Field | null} */ (null), done = /** @type {Path} */ ([]);
  for (let n = 0; n < fault.path.length; n += 1) {
    const wanted = fault.path[n], inside = holder[step];
    if (typeof wanted === "string" && isMapping(inside)) {
      owner = (field && field.record) || owner;
      field = fieldOf(city, owner, wanted) || field;
    } else if (!(typeof wanted === "number" && Array.isArray(inside) && wanted < inside.length)) {
      break;
    }
    holder = /** @type {Holder} */ (inside);
    step = wanted;
    done = done.concat(wanted);
  }
  put(city, holder, step, owner, field, fault);
  return done;
}

/** @param {City} city @param {Holder} holder @param {string | number} step @param {string} owner @param {Field | null} field @param {FaultAt} fault */
function put(city, holder, step, owner, field, fault) {
  const there = holder[step];
  if (fault.type === "extra_forbidden" && isMapping(holder)) {
    delete holder[step];
  } else if (fault.type === "too_long" && there !== null && typeof there === "object") {
    holder[step] = Array.isArray(there) ? there.slice(0, /** @type {number} */ (fault.context.max_length)) : {};
  } else if (fault.type === "unknown-term") {
    holder[step] = city.vocabularies[fault.context.vocabulary].terms[0][0];
  } else if (field) {
    holder[step] = exampleData(city, field, owner);
  }
}

/** @param {City} city @param {Field} field @param {string} owner @returns {unknown} */
function exampleData(city, field, owner) {
  if (field.example !== undefined) return field.example;
  const inner = field.record || owner, fields = city.types[inner].fields;
  const needed = Object.keys(fields).filter(name => fields[name].needed);
  /** @type {Mapping} */
  const out = {};
  (needed.length ? needed : Object.keys(fields).slice(0, 1)).forEach(name => {
    out[name] = exampleData(city, fields[name], inner);
  });
  return out;
}
