/* Names of other records, and days that are over: generator/check/references.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Known} Known
 * @typedef {import("./finding.js").Path} Path
 */
import { compared, iso } from "../japanese/calendar.js";
import { patterns } from "../japanese/expressions.js";
import { lengthOf } from "../japanese/text.js";
import { closest } from "../reading/closest.js";
import { reading_slugs as shared } from "../tables.js";
import { finding } from "./finding.js";

const { SHAPE } = patterns(shared);

/** @param {Known} city @param {Day | null | undefined} day */
export const isPast = (city, day) => Boolean(day && city.today && compared(day, city.today) < 0);

// A name of another record that none has, if it may be one.
/** @param {string[]} known @param {string | undefined} text @param {Path} path @param {string} rule @returns {Finding[]} */
export function reference(known, text, path, rule) {
  if (!text || known.includes(text) || lengthOf(text) > shared.longest) return [];
  if (!SHAPE.match(text)) return [];
  const close = closest(text, known, 0.6);
  return close || text.includes("-") ? [finding(path, rule, { value: text, suggestion: close })] : [];
}

// A day until which something was to be, if it is over.
/** @param {Known} city @param {Day | undefined} day @param {Path} path @param {string} label @param {string} name @returns {Finding[]} */
export function until(city, day, path, label, name) {
  return day && isPast(city, day) ? [finding(path, "until-past", { label, name, value: iso(day) })] : [];
}
