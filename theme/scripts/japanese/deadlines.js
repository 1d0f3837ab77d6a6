/* Until when something is taken in: a day, or at any time (随時): generator/japanese/deadlines.py. */
import { applicationDays } from "./application-points.js";
import { compared, dayOf, fromIso, iso, lastOf } from "./calendar.js";
import { parseDate, showDate, WEEKDAYS } from "./dates.js";
import { patterns } from "./expressions.js";
import { compact, key } from "./text.js";
import { parser, unclear } from "./unclear.js";
import { deadlines as shared } from "../tables.js";

// Later than any day.
export const ALWAYS = fromIso(shared.last);
const { END_OF_MONTH, HEADING, OPEN_ENDED } = patterns(shared);
/** @type {Record<string, string>} */
const RULES = shared.rules;

/** @type {(text: string) => Day | Unclear} */
export const parseClosing = parser(text => {
  const plain = compact(text);
  if (Object.keys(RULES).filter(name => plain.includes(RULES[name])).length > 1) return unclear("closing-rule", text);
  const found = parseDate(text);
  if (!found.unclear && compared(found, ALWAYS) === 0) return unclear("date", text, shared.example);
  if (!found.unclear || found.rule !== "date") return found;
  const heading = HEADING.match(plain);
  const alone = heading ? parseDate(plain.slice(heading.end)) : found;
  if (!alone.unclear) return alone;
  const end = END_OF_MONTH.search(plain);
  if (end) return lastOfMonth(end, text);
  const days = applicationDays(text);
  return "unclear" in days ? days : nearest(days.closes, text);
});

// The refusal of 2月末日 and 年度末, with the day that is meant.
/** @param {import("./expressions.js").Match} match @param {string} text */
function lastOfMonth(match, text) {
  const first = parseDate(match.year + "年" + (match.fiscal ? "4" : match.month) + "月1日");
  if (first.unclear) return unclear(first.rule, text, first.suggestion, first.facts);
  if (match.fiscal) return unclear("date", text, iso(dayOf(first.year + 1, 3, 31)));
  return unclear("date", text, iso(dayOf(first.year, first.month, lastOf(first.year, first.month))));
}

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

/** @param {string} text @returns {Day | Unclear} */
export const parseDeadline = text => {
  if (shared.always.includes(key(text))) return ALWAYS;
  const found = parseClosing(text);
  const isOpen = found.unclear && found.rule === "date" && OPEN_ENDED.test(compact(text));
  return isOpen ? unclear("date", text, shared.open_word) : found;
};
// "arrived" or "postmarked", if a text says one of them.
/** @param {string} text */
export function closingRule(text) {
  const plain = compact(text);
  const found = Object.keys(RULES).filter(name => plain.includes(RULES[name]));
  return found.length === 1 ? found[0] : "";
}
// The day in words; empty for 随時, which says itself.
/** @param {Day} day */
export const showDeadline = day => compared(day, ALWAYS) ? showDate(day) : "";

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./unclear.js").Unclear} Unclear */
