/* Values that are still the examples of a starter file: generator/check/starter.py. */

/**
 * @typedef {import("../models/base.js").Mapping} Mapping
 * @typedef {import("../japanese/phones.js").Phone} Phone
 * @typedef {import("./finding.js").Finding} Finding
 */
import { key } from "../japanese/text.js";
import { finding } from "./finding.js";

// Values that are still the examples with which a starter file begins, also in the records inside this one.
/** @param {import("./finding.js").Known} city @param {string} typeName @param {Mapping} value @param {import("./finding.js").Path} path */
export function starterFindings(city, typeName, value, path) {
  const fields = city.types[typeName].fields;
  /** @type {Finding[]} */
  let out = [];
  Object.keys(fields).forEach(name => {
    const field = fields[name], written = value[name], here = path.concat(name);
    if (!written) return;
    if (field.record && !field.many && !field.keyed) {
      out = out.concat(starterFindings(city, field.record, /** @type {Mapping} */ (written), here));
    }
    if (!field.own || field.example === undefined) return;
    const text = field.kind === "phone" ? /** @type {Phone} */ (written).number : /** @type {string} */ (written);
    if (key(text) === key(field.example)) out.push(finding(here, "starter-value", { value: text }));
  });
  return out;
}
