/* The days of what repeats: generator/japanese/repeats.py. Which days are holidays is not known here. */
import { compared, fromIso, iso, lastOf, nextDay, ordinal, weekdayOf } from "./calendar.js";
import { EVERY_OTHER_WEEK, EVERY_WEEK, LAST_DAY, LAST_WEEK } from "./patterns.js";
import { repeats as shared } from "../tables.js";

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./patterns.js").DayPattern} DayPattern */
/** @typedef {import("./patterns.js").Recurrence} Recurrence */
/** @typedef {import("./times.js").TimeRange} TimeRange */

/** @type {any[][]} */
const BOUNDS = shared.bounds;
/** @type {Record<string, string>} */
const SAID = shared.said;
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** @param {Recurrence} r */
const openMonths = r => (r.months.length ? r.months : ALL_MONTHS).filter(month => !r.skipMonths.includes(month));

// The days from first to last, some left out; `anchor` is a day in one of the weeks of 隔週.
/** @param {Recurrence} r @param {Day} first @param {Day} last @param {Day | null | undefined} anchor @param {Day[]} [but] */
export function held(r, first, last, anchor, but) {
  const months = openMonths(r);
  const out = (but || []).map(iso), skipped = r.skipDays.map(String), found = [];
  for (let day = first; compared(day, last) <= 0; day = nextDay(day)) {
    const on = !r.irregular && r.patterns.some(p => isOn(p, day, anchor));
    if (!(on || isMonthDay(r, day)) || !months.includes(day.month)) continue;
    if (!skipped.includes([day.month, day.day].join()) && !out.includes(iso(day))) found.push(day);
  }
  return found;
}

/** @param {DayPattern} p @param {Day} day @param {Day | null | undefined} anchor */
export function isOn(p, day, anchor) {
  if (!p.weekdays.includes(weekdayOf(day)) || !p.weeks.length) return false;
  if (p.weeks[0] === EVERY_WEEK) return true;
  if (p.weeks[0] === EVERY_OTHER_WEEK) return anchor ? (week(day) - week(anchor)) % 2 === 0 : false;
  const isLast = lastOf(day.year, day.month) - day.day < 7;
  return p.weeks.includes(Math.ceil(day.day / 7)) || (isLast && p.weeks.includes(LAST_WEEK));
}

/** @param {Day} day */
const week = day => Math.floor((ordinal(day) - 1) / 7);

/** @param {Recurrence} r @param {Day} day */
function isMonthDay(r, day) {
  const isLast = day.day === lastOf(day.year, day.month);
  return r.monthDays.includes(day.day) || (isLast && r.monthDays.includes(LAST_DAY));
}

/** @param {Recurrence} r */
export const needsHolidays = r => r.skipHolidays || r.onHolidays;

/**
 * The days from first to last, both included, in order; none if irregular.
 *
 * 隔週 gives days only with an anchor, a day in one of its weeks. Holidays are known only from `known.holidays`.
 *
 * @param {Recurrence} r @param {Day} first @param {Day} last @param {{anchor?: Day | null, holidays?: Day[]}} known
 */
export function occurrences(r, first, last, known) {
  const free = (known.holidays || []).map(iso);
  const months = openMonths(r), skipped = r.skipDays.map(String);
  /** @param {Day} day */
  const isOpen = day => months.includes(day.month) && !skipped.includes([day.month, day.day].join());
  const more = r.onHolidays ? free.filter(each => isOpen(fromIso(each))) : [];
  const days = Array.from(new Set(held(r, first, last, known.anchor).map(iso).concat(more))).sort();
  return days.filter(day => !(r.skipHolidays && free.includes(day))).map(fromIso);
}

/** The times at which it takes place on one of its `occurrences`. @param {Recurrence} r @param {Day} day */
export function timesOn(r, day) {
  const own = r.patterns.find(p => p.times.length && isOn(p, day, day));
  return own ? own.times : r.times;
}

/** The parts of the day it touches, in order: morning, afternoon, evening; none where nothing says when. @param {Recurrence} r */
export function dayParts(r) {
  const spans = r.patterns.reduce((all, p) => all.concat(p.times), r.times);
  const word = (r.notes[0] || "").replace(/中$/, "");
  const named = Object.keys(SAID).includes(word) ? [SAID[word]] : [];
  const found = spans.length ? spans.reduce((/** @type {string[]} */ all, span) => all.concat(touched(span)), []) : named;
  return BOUNDS.map(([part]) => part).filter(part => found.includes(part));
}

// The parts of the day between start and end, the end itself left out; without an end that of the start.
/** @param {TimeRange} span */
function touched(span) {
  const end = span.end === null ? span.start : span.next ? BOUNDS[2][2] : span.end;
  return BOUNDS.filter(([, first, last]) => span.start < last && (end > first || span.start === first)).map(([part]) => part);
}
