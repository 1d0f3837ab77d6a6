/* Until when something is taken in: a day, or at any time (随時): generator/japanese/deadlines.py. */
import { applicationDays } from "./application-points.js";
import { compared, fromIso, iso } from "./calendar.js";
import { parseDate, showDate, WEEKDAYS } from "./dates.js";
import { patterns } from "./expressions.js";
import { compact, key } from "./text.js";
import { parser, unclear } from "./unclear.js";
import { deadlines as shared } from "../tables.js";

// Later than any day.
export const ALWAYS = fromIso(shared.last);
const { HEADING } = patterns(shared);

/** @type {(text: string) => Day | Unclear} */
export const parseClosing = parser(text => {
  const found = parseDate(text);
  if (!found.unclear || found.rule !== "date") return found;
  const plain = compact(text);
  const heading = HEADING.match(plain);
  const alone = heading ? parseDate(plain.slice(heading.end)) : found;
  if (!alone.unclear) return alone;
  const days = applicationDays(text);
  return "unclear" in days ? days : nearest(days.closes, text);
});

// The refusal of a text, with the last day that it names as it would be understood.
/** @param {import("./application-points.js").Point | null} closes @param {string} text */
function nearest(closes, text) {
  if (!closes || !closes.month) return unclear("date", text, shared.example);
  const weekday = closes.weekday >= 0 ? "（" + WEEKDAYS[closes.weekday] + "）" : "";
  const year = closes.year ? closes.year + "年" : "";
  const found = parseDate(year + closes.month + "月" + closes.day + "日" + weekday);
  if (found.unclear) return unclear(found.rule, text, found.suggestion, found.facts);
  return unclear("date", text, iso(found));
}

/** @param {string} text */
export const parseDeadline = text => shared.always.includes(key(text)) ? ALWAYS : parseClosing(text);
// "arrived" or "postmarked", if a text says one of them.
/** @param {string} text */
export function closingRule(text) {
  const plain = compact(text);
  /** @type {Record<string, string>} */
  const rules = shared.rules;
  const found = Object.keys(rules).filter(name => plain.includes(rules[name]));
  return found.length === 1 ? found[0] : "";
}
// The day in words; empty for 随時, which says itself.
/** @param {Day} day */
export const showDeadline = day => compared(day, ALWAYS) ? showDate(day) : "";

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./unclear.js").Unclear} Unclear */
