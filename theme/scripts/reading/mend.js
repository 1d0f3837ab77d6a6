/* A broken record made whole for a moment: generator/reading/mend.py. */
import { fieldNamed, fieldOf, has, innerOf, isMapping } from "../models/base.js";
import { readRecord } from "./read.js";

const ROUNDS = 3;
const MOST_MENDED = 50;

// {value, replaced}: the record that would be there without its faults, and the paths that were replaced; or null.
export function mend(city, typeName, data, faults) {
  const whole = { record: named(city, typeName, data) };
  const replaced = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (faults.length > MOST_MENDED || !isMapping(whole.record)) return null;
    faults.forEach(fault => { replaced.push(replace(city, whole, typeName, fault)); });
    const read = readRecord(city, typeName, whole.record, []);
    if (!read.faults.length) return { value: read.value, replaced };
    faults = read.faults;
  }
  return null;
}

function named(city, typeName, data) {
  if (Array.isArray(data)) return data.map(each => named(city, typeName, each));
  if (!isMapping(data)) return data;
  const out = {};
  Object.keys(data).forEach(written => {
    const name = fieldNamed(city, typeName, written);
    if (!has(out, name)) out[name] = named(city, innerOf(city, typeName, name) || typeName, data[written]);
  });
  return out;
}

function replace(city, whole, typeName, fault) {
  let holder = whole, step = "record", owner = typeName, field = null, done = [];
  for (let n = 0; n < fault.path.length; n += 1) {
    const wanted = fault.path[n], inside = holder[step];
    if (typeof wanted === "string" && isMapping(inside)) {
      owner = (field && field.record) || owner;
      field = fieldOf(city, owner, wanted) || field;
    } else if (!(typeof wanted === "number" && Array.isArray(inside) && wanted < inside.length)) {
      break;
    }
    holder = inside;
    step = wanted;
    done = done.concat(wanted);
  }
  put(city, holder, step, owner, field, fault);
  return done;
}

function put(city, holder, step, owner, field, fault) {
  if (fault.type === "extra_forbidden" && isMapping(holder)) {
    delete holder[step];
  } else if (fault.type === "too_long" && holder[step] !== null && typeof holder[step] === "object") {
    holder[step] = Array.isArray(holder[step]) ? holder[step].slice(0, fault.context.max_length) : {};
  } else if (fault.type === "unknown-term") {
    holder[step] = city.vocabularies[fault.context.vocabulary].terms[0][0];
  } else if (field) {
    holder[step] = exampleData(city, field, owner);
  }
}

function exampleData(city, field, owner) {
  if (field.example !== undefined) return field.example;
  const inner = field.record || owner, fields = city.types[inner].fields;
  const needed = Object.keys(fields).filter(name => fields[name].needed);
  const out = {};
  (needed.length ? needed : Object.keys(fields).slice(0, 1)).forEach(name => {
    out[name] = exampleData(city, fields[name], inner);
  });
  return out;
}
