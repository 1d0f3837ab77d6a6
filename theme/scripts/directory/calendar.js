/* An event's dates as days: single days, spans, and recurrences worked out between two days (generator/directory/calendar.py).
 *
 * An entry of the dates is a `When` as reading/typed.js gives it. An occurrence is {first, last, times, note, without, only,
 * recurring}: days as {year, month, day}; times as the check gives them, {typed} or null; `only` the days of a span on
 * which it surely takes place, null if on all of them.
 */
import { compared, fromIso, iso, nextDay, ordinal } from "../japanese/calendar.js";
import { total } from "../japanese/remarks.js";
import { occurrences, timesOn } from "../japanese/repeats.js";
import { beside } from "../japanese/series.js";
import { showRange, showTime } from "../japanese/times.js";
import { known, said } from "../reading/typed.js";
import { directory_calendar as shared } from "../tables.js";

/** @typedef {import("../japanese/calendar.js").Day} Day */
/** @typedef {import("../japanese/patterns.js").Recurrence} Recurrence */
/** @typedef {import("../japanese/times.js").TimeRange} Span  minutes after midnight */
/** @typedef {import("../reading/typed.js").Typed} Typed */
/** @typedef {{minutes: number}} Clock  after midnight */
/**
 * @template T
 * @typedef {import("../reading/typed.js").Answer<T>} Answer
 */
/**
 * @typedef {{between: (first: Day, last: Day) => Day[] | null}} Holidays  null where a day is out of what is known
 * @typedef {{first: Day, last: Day, times: Span | Typed | null, note: string, without: Day[], only: Day[] | null,
 *   recurring: boolean}} Occurrence
 * @typedef {object} When  an entry of the dates
 * @property {Answer<{first: Day, last: Day, times: Span | Typed | null}>} [moment]
 * @property {Answer<Recurrence>} [repeat]
 * @property {Answer<Day>} [start_date]
 * @property {Answer<Day>} [end_date]
 * @property {Answer<Clock>} [start_time]
 * @property {Answer<Clock>} [end_time]
 * @property {Answer<Day>[]} [except_dates]
 * @property {string} [note]
 */

const MS = 86400000;

/** @type {(day: Day, days: number) => Day} */
const later = (day, days) => fromIso(new Date(Date.parse(iso(day) + "T00:00:00Z") + days * MS).toISOString().slice(0, 10));
/** @type {(a: Day, b: Day) => Day} */
const earlier = (a, b) => compared(a, b) < 0 ? a : b;
/** @type {(a: Day, b: Day) => Day} */
const latest = (a, b) => compared(a, b) < 0 ? b : a;

/**
 * Whether two days are the same.
 * @param {Day} a
 * @param {Day} b
 * @returns {boolean}
 */
export const isSame = (a, b) => compared(a, b) === 0;

/**
 * Whether a day is among some.
 * @param {Day} day
 * @param {Day[]} days
 * @returns {boolean}
 */
export const isIn = (day, days) => days.some(each => isSame(each, day));

/**
 * The days on which something recurs between two days; null if that takes holidays that the form does not know.
 * @type {(repeat: Recurrence, first: Day, last: Day, anchor: Day | null, holidays: Holidays | null) => Day[] | null}
 */
const held = (repeat, first, last, anchor, holidays) => {
  if (!repeat.skipHolidays && !repeat.onHolidays) return occurrences(repeat, first, last, { anchor });
  const free = holidays && holidays.between(first, last);
  return free ? occurrences(repeat, first, last, { anchor, holidays: free }) : null;
};

/**
 * 「21:00まで」 where an entry says when it ends, but not when it begins; else nothing.
 * @param {When} when
 * @returns {string}
 */
export const endAlone = when => when.end_time && !when.start_time
  ? said(when.end_time, time => showTime(time.minutes)) + "まで" : "";

/**
 * The times of an entry that are written apart from its day; null if none are.
 * @param {When} when
 * @returns {Span | Typed | null}
 */
export const ownTimes = when => {
  if (!when.start_time) return null;
  const start = known(when.start_time);
  const end = known(when.end_time);
  if (start && (end || !when.end_time)) return { start: start.minutes, end: end ? end.minutes : null, next: false };
  /** @type {(time: Answer<Clock> | undefined) => string} */
  const shown = time => said(time, read => showTime(read.minutes));
  return { typed: shown(when.start_time) + "〜" + shown(when.end_time) };
};

/**
 * The days off of an entry, as far as they are days.
 * @param {When} when
 * @returns {Day[]}
 */
export const daysOff = when => /** @type {Day[]} */ ((when.except_dates || []).map(known).filter(Boolean));

/**
 * The days of a span that a note leaves, as far as lists reach; null if all, none if nobody can tell.
 * @type {(note: string, first: Day, last: Day, today: Day, holidays: Holidays | null) => Day[] | null}
 */
const only = (note, first, last, today, holidays) => {
  const told = beside(note);
  if (!told.days) return [];
  const count = told.repeat ? 0 : told.days.notes.map(total).find(Boolean);
  if (count && count !== ordinal(last) - ordinal(first) + 1) return [];
  const begin = latest(first, later(today, -shared.recent));
  const end = earlier(last, later(today, shared.horizon));
  const days = compared(begin, end) <= 0 ? held(told.days, begin, end, first, holidays) : [];
  if (!days) return [];
  return days.length === Math.max(ordinal(end) - ordinal(begin) + 1, 0) ? null : days;
};

/**
 * A day or span as it was written down; an end without a beginning is part of what is said of it.
 * @param {When} when
 * @param {Day} first
 * @param {Day} last
 * @param {Span | Typed | null} times
 * @param {Day} today
 * @param {Holidays | null} holidays
 * @returns {Occurrence}
 */
const written = (when, first, last, times, today, holidays) => ({
  first, last, times, without: daysOff(when), recurring: false,
  note: [times ? "" : endAlone(when), when.note].filter(Boolean).join("　"),
  only: when.note && compared(first, last) < 0 ? only(when.note, first, last, today, holidays) : null
});

/** @type {(when: When, repeat: Recurrence, today: Day, holidays: Holidays | null) => Occurrence[]} */
const repeated = (when, repeat, today, holidays) => {
  const start = known(when.start_date);
  const end = known(when.end_date);
  const horizon = later(today, shared.horizon);
  const last = end ? earlier(end, horizon) : horizon;
  const first = start || today;
  // Long past days of a running series are of no use to anybody.
  const begin = compared(last, today) >= 0 ? latest(first, later(today, -shared.recent)) : first;
  const off = daysOff(when);
  return (held(repeat, begin, last, start, holidays) || []).filter(day => !isIn(day, off)).map(day => ({
    first: day, last: day, times: ownTimes(when) || timesOn(repeat, day)[0] || null,
    note: "", without: [], only: null, recurring: true
  }));
};

/** @type {(when: When, today: Day, holidays: Holidays | null) => Occurrence[]} */
const occurrencesOf = (when, today, holidays) => {
  const moment = known(when.moment);
  const repeat = known(when.repeat);
  const first = known(when.start_date);
  const last = known(when.end_date);
  if (moment) return [written(when, moment.first, moment.last, moment.times || ownTimes(when), today, holidays)];
  if (repeat) return repeated(when, repeat, today, holidays);
  return first ? [written(when, first, last && compared(first, last) < 0 ? last : first, ownTimes(when), today, holidays)] : [];
};

/** @type {(times: Span | Typed | null) => string} */
const startOf = times => times && "start" in times ? ("000" + times.start).slice(-4) : "";
/** @type {(each: Occurrence) => string} */
const sign = each => [iso(each.first), startOf(each.times), iso(each.last)].join(" ");

/**
 * Every occurrence of some entries in order; a recurrence without an end reaches a year past `today`.
 * @param {When[]} dates
 * @param {Day} today
 * @param {Holidays | null} holidays
 * @returns {Occurrence[]}
 */
export const daysOf = (dates, today, holidays) => {
  const all = dates.reduce((/** @type {Occurrence[]} */ found, when) => found.concat(occurrencesOf(when, today, holidays)), []);
  const seen = new Map(all.map(each => [JSON.stringify(each), each]));
  return Array.from(seen.values(), each => ({ sign: sign(each), each }))
    .sort((a, b) => a.sign < b.sign ? -1 : a.sign > b.sign ? 1 : 0).map(placed => placed.each).slice(0, shared.most);
};

/**
 * Whether the last day of some entries lies ahead, whatever days are worked out.
 * @param {When[]} dates
 * @param {Day} today
 * @returns {boolean}
 */
export const lasts = (dates, today) => dates.some(when => {
  const end = known(when.end_date);
  return end ? compared(end, today) >= 0 : Boolean(when.repeat);
});

/**
 * The day on which an occurrence is shown in lists: of a span that has begun the next day on which it is on.
 * @param {Occurrence} found
 * @param {Day} today
 * @returns {Day}
 */
export const shownDay = (found, today) => {
  if (compared(found.last, today) < 0 || compared(found.first, today) > 0) return found.first;
  if (found.only) {
    return found.only.find(each => compared(each, today) >= 0 && !isIn(each, found.without)) || found.first;
  }
  let day = today;
  while (compared(day, found.last) < 0 && isIn(day, found.without)) day = nextDay(day);
  return day;
};

/**
 * The times of an occurrence in words, or nothing.
 * @param {Occurrence} found
 * @returns {string}
 */
export const timeWords = found => found.times ? said(found.times, showRange) : "";

/**
 * The national holidays that the form knows: `days` in ISO texts, of all years from the first to the last of them.
 * @param {string[] | undefined} days
 * @returns {Holidays | null}
 */
export const holidaysIn = days => {
  if (!days || !days.length) return null;
  const from = days[0].slice(0, 4) + "-01-01";
  const to = days[days.length - 1].slice(0, 4) + "-12-31";
  return {
    between: (first, last) => {
      if (iso(first) < from || iso(last) > to) return null;
      return days.filter(day => day >= iso(first) && day <= iso(last)).map(fromIso);
    }
  };
};
