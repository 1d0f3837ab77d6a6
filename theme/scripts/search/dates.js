/* Days and spans of days as text (2026-12-05, 2026-12-05..2026-12-06): reckoned with, and in words. */
import { wording_days as shared } from "../tables.js";

/** @typedef {{ first: string, last: string }} Span ISO days, both included */

const LAST = "9999-12-31";
const DAY = 24 * 60 * 60 * 1000;
// Nine hours before UTC, in summer and in winter.
const JAPAN = 9 * 60 * 60 * 1000;
const MONTHS_WITHOUT_YEAR = shared.months_without_year;

/** @param {number} year @param {number} month from 1; 13 is the next year's first @param {number} day 0 is the last of the month before */
const iso = (year, month, day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** @param {string} day @returns {number[]} year, month, day */
export const partsOf = (day) => day.split("-").map(Number);

/** @returns {string} the day that it is in Japan, wherever the clock of this browser stands */
export const today = () => new Date(Date.now() + JAPAN).toISOString().slice(0, 10);

/** @param {number} year @param {number} month @param {number} day @returns {string} "" if there is no such day */
export const dayOf = (year, month, day) => {
  const made = month >= 1 && month <= 12 && day >= 1 && day <= 31 ? iso(year, month, day) : "";
  return made && partsOf(made)[2] === day ? made : "";
};

/** @param {string} day @param {number} days */
export const plus = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** @param {string} day 0 for a Monday */
export const weekdayOf = (day) => (new Date(Date.parse(day)).getUTCDay() + 6) % 7;

/** @param {string} day the Monday of its week */
export const mondayOf = (day) => plus(day, -weekdayOf(day));

/** @param {string} day @param {number} months @returns {Span} the month that is so many after that of a day */
export const monthFrom = (day, months) => {
  const [year, month] = partsOf(day);
  return { first: iso(year, month + months, 1), last: iso(year, month + months + 1, 0) };
};

/** @param {Span} span */
export const written = ({ first, last }) => (first === last ? first : first + ".." + last);

/** @param {string} text @returns {Span | null} null where it is none */
export const spanIn = (text) => {
  const found = /^(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?$/.exec(text);
  const days = found ? [found[1], found[2] || found[1]] : [];
  const real = days.length > 0 && days.every((day) => Number.isFinite(Date.parse(day)) && plus(day, 0) === day);
  return real && days[0] <= days[1] ? { first: days[0], last: days[1] } : null;
};

/** @param {Span} span @param {Span} other @returns {Span | null} what they have in common */
export const overlap = (span, other) => {
  const [, first] = [span.first, other.first].sort();
  const [last] = [span.last, other.last].sort();
  return first <= last ? { first, last } : null;
};

/** @param {Span} span @param {string} now @returns {Span | null} what is left of it from that day on */
export const ahead = (span, now) => overlap(span, { first: now, last: LAST });

/** @param {string} day @param {string} now */
const yearBefore = (day, now) => {
  const [[year, month, date], [thisYear, thisMonth, thisDate]] = [partsOf(day), partsOf(now)];
  const months = (year - thisYear) * 12 + month - thisMonth - (date < thisDate ? 1 : 0);
  return year === thisYear || (day >= now && months < MONTHS_WITHOUT_YEAR) ? "" : year + "年";
};

/** @param {Span} span @param {string} now 11月28日（土）, 11月24日〜29日, 11月30日〜12月6日 */
export const spanWords = ({ first, last }, now) => {
  const [[year, month, day], [lastYear, lastMonth, lastDay]] = [partsOf(first), partsOf(last)];
  const begin = yearBefore(first, now) + month + "月" + day + "日";
  if (first === last) return begin + "（" + shared.weekdays[weekdayOf(first)] + "）";
  const end = (lastYear === year && lastMonth === month ? "" : (lastYear === year ? "" : lastYear + "年") + lastMonth + "月");
  return begin + "〜" + end + lastDay + "日";
};

/** @param {string} now @returns {[string, Span][]} the spans that one chooses from; past days are in none */
export const choicesFrom = (now) => {
  const monday = mondayOf(now);
  /** @param {string} from @returns {Span} */
  const weekend = (from) => ({ first: plus(from, 5), last: plus(from, 6) });
  /** @param {Span} span @returns {Span} */
  const left = (span) => ahead(span, now) || span;
  return [
    ["きょう", { first: now, last: now }],
    ["あした", { first: plus(now, 1), last: plus(now, 1) }],
    ["今週", { first: now, last: plus(monday, 6) }],
    ["今週末", left(weekend(monday))],
    ["来週", { first: plus(monday, 7), last: plus(monday, 13) }],
    ["今月", left(monthFrom(now, 0))],
    ["来月", monthFrom(now, 1)]
  ];
};

/** @param {string} name @param {string} words あした（11月25日・水）: no brackets within brackets */
export const inBrackets = (name, words) => name + "（" + words.replace("（", "・").replace("）", "") + "）";

/** @param {string} label @param {string} now a chosen span, with its name if it has one */
export const spanText = (label, now) => {
  const span = spanIn(label);
  if (!span) return label;
  const named = choicesFrom(now).find(([, each]) => written(each) === label);
  return named ? inBrackets(named[0], spanWords(span, now)) : spanWords(span, now);
};

/** @param {string} day @param {string} label a span */
export const isDayOf = (day, label) => {
  const span = spanIn(label);
  return span !== null && span.first <= day && day <= span.last;
};
