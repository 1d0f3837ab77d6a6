/* What is wrong with a record of any other kind: generator/check/plain.py. */
import { compared, iso } from "../japanese/calendar.js";
import { finding } from "./finding.js";
import { privateFindings } from "./private.js";
import { until } from "./references.js";

// What the model of a record of any other kind tells.
export function plainFindings(city, value, typeName) {
  const fields = city.types[typeName].fields;
  const contacts = Object.keys(fields).filter(name => fields[name].record === "Contact" && value[name]);
  const out = contacts.reduce((all, name) => all.concat(privateFindings(value[name], name)), []);
  return out.concat(
    outOfOrder(value.opens, value.closes, ["closes"]), until(city, value.closes, ["closes"], city.labels[typeName], "closes")
  );
}

// A closing day before the opening day.
export function outOfOrder(opens, closes, path) {
  if (!opens || !closes || compared(closes, opens) >= 0) return [];
  return [finding(path, "end-before-start", { value: iso(opens) + "〜" + iso(closes) })];
}
