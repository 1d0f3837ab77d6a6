/* Names of other records, and days that are over: generator/check/references.py. */
import { compared, iso } from "../japanese/calendar.js";
import { patterns } from "../japanese/expressions.js";
import { lengthOf } from "../japanese/text.js";
import { closest } from "../reading/closest.js";
import { reading_slugs as shared } from "../tables.js";
import { finding } from "./finding.js";

const { SHAPE } = patterns(shared);

export const isPast = (city, day) => Boolean(day && city.today && compared(day, city.today) < 0);

// A name of another record that none has, if it may be one.
export function reference(known, text, path, rule) {
  if (!text || known.includes(text) || lengthOf(text) > shared.longest) return [];
  if (!SHAPE.match(text)) return [];
  const close = closest(text, known, 0.6);
  return close || text.includes("-") ? [finding(path, rule, { value: text, suggestion: close })] : [];
}

// A day until which something was to be, if it is over.
export function until(city, day, path, label, name) {
  return isPast(city, day) ? [finding(path, "until-past", { label, name, value: iso(day) })] : [];
}
