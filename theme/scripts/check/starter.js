/* Values that are still the examples of a starter file: generator/check/starter.py. */
import { key } from "../japanese/text.js";
import { finding } from "./finding.js";

// Values that are still the examples with which a starter file begins, also in the records inside this one.
export function starterFindings(city, typeName, value, path) {
  const fields = city.types[typeName].fields;
  let out = [];
  Object.keys(fields).forEach(name => {
    const field = fields[name], written = value[name], here = path.concat(name);
    if (!written) return;
    if (field.record && !field.many && !field.keyed) out = out.concat(starterFindings(city, field.record, written, here));
    const text = field.kind === "phone" ? written.number : written;
    if (field.own && key(text) === key(field.example)) out.push(finding(here, "starter-value", { value: text }));
  });
  return out;
}
