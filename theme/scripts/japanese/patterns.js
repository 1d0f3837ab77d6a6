/* What recurrences are made of: generator/japanese/patterns.py. A weekday is 0 for Monday. */
import { patterns as shared } from "../tables.js";

/**
 * @typedef {import("./times.js").TimeRange} TimeRange
 * @typedef {{weeks: number[], weekdays: number[], times: TimeRange[], notes: string[]}} DayPattern  weeks as EVERY_WEEK, 1 to 5 …
 * @typedef {{text: string, patterns: DayPattern[], monthDays: number[], months: number[], times: TimeRange[], irregular: boolean,
 *   frequency: string, notes: string[], onHolidays: boolean, skipHolidays: boolean, skipMonths: number[],
 *   skipDays: number[][], inWords: boolean, unclear?: undefined}} Recurrence  the nouns of patterns.py
 */

export const IN_WORDS = shared.in_words;
export const EVERY_WEEK = shared.every_week;
export const LAST_WEEK = shared.last_week;
export const EVERY_OTHER_WEEK = shared.every_other_week;
export const LAST_DAY = shared.last_day;
export const WORKDAYS = shared.workdays;
export const ALL_DAYS = shared.all_days;

// Weekdays in weeks of the month, with times and remarks of their own.
/** @param {number[]} weeks @param {number[]} weekdays @param {TimeRange[]} [times] @param {string[]} [notes] */
export function dayPattern(weeks, weekdays, times = [], notes = []) {
  return { weeks, weekdays, times, notes };
}

// Whether a record has a value of this name, and not from birth as `constructor`.
/** @param {object} holder @param {string} name */
export const has = (holder, name) => Object.keys(holder).includes(name);
// Whether two lists or records of plain values are equal.
/** @param {unknown} a @param {unknown} b */
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
// Numbers in their order, each once.
/** @param {number[]} numbers */
export const sorted = numbers => Array.from(new Set(numbers)).sort((a, b) => a - b);

// The numbers from first to before end.
/** @param {number} first @param {number} end */
export function range(first, end) {
  const out = [];
  for (let n = first; n < end; n += 1) out.push(n);
  return out;

/** @typedef {import("./times.js").TimeRange} TimeRange */
}
