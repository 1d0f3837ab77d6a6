/* What is wrong with a record of any other kind: generator/check/plain.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("./finding.js").Finding} Finding
 */
import { compared, iso } from "../japanese/calendar.js";
import { finding } from "./finding.js";
import { privateFindings } from "./private.js";
import { until } from "./references.js";

// What the model of a record of any other kind tells.
/** @param {import("./finding.js").Known} city @param {{opens?: Day, closes?: Day} & Record<string, unknown>} value @param {string} typeName @returns {Finding[]} */
export function plainFindings(city, value, typeName) {
  const fields = city.types[typeName].fields;
  const contacts = Object.keys(fields).filter(name => fields[name].record === "Contact" && value[name]);
  /** @type {Finding[]} */
  const out = [];
  contacts.forEach(name => { out.push(...privateFindings(/** @type {import("./private.js").Ways} */ (value[name]), name)); });
  return out.concat(
    outOfOrder(value.opens, value.closes, ["closes"]), until(city, value.closes, ["closes"], city.labels[typeName], "closes")
  );
}

// A closing day before the opening day.
/** @param {Day | undefined} opens @param {Day | undefined} closes @param {import("./finding.js").Path} path @returns {Finding[]} */
export function outOfOrder(opens, closes, path) {
  if (!opens || !closes || compared(closes, opens) >= 0) return [];
  return [finding(path, "end-before-start", { value: iso(opens) + "〜" + iso(closes) })];
}
