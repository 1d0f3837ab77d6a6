/* Days and times in words (generator/wording/days.py). */
import { daysOff, endAlone, isSame, ownTimes, timeWords } from "../directory/calendar.js";
import { compared } from "../japanese/calendar.js";
import { showDate, weekdayName } from "../japanese/dates.js";
import { dayParts } from "../japanese/repeats.js";
import { showRecurrence } from "../japanese/wording.js";
import { isTyped, known, said } from "../reading/typed.js";
import { wording_days as shared } from "../tables.js";

/** @typedef {import("../directory/calendar.js").Day} Day */
/** @typedef {import("../directory/calendar.js").Occurrence} Occurrence */
/** @typedef {import("../directory/calendar.js").When} When */
/** @typedef {import("../japanese/patterns.js").Recurrence} Recurrence */
/** @typedef {import("../japanese/times.js").TimeRange} TimeRange */

/** @type {Map<string, string>} */
const PARTS = new Map(shared.parts.map(([part, word]) => /** @type {[string, string]} */ ([part, word])));

/**
 * 「2027年」 for a day that does not lie within the coming eleven months; else nothing.
 * @param {Day} day
 * @param {Day} today
 * @returns {string}
 */
export const yearWords = (day, today) => {
  const months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day ? 1 : 0);
  return compared(day, today) >= 0 && months < shared.months_without_year ? "" : day.year + "年";
};

/** @type {(day: Day) => string} */
const monthDay = day => day.month + "月" + day.day + "日（" + weekdayName(day) + "）";

/**
 * 「12月5日（土）」; with its year unless it lies within the coming eleven months.
 * @param {Day} day
 * @param {Day} today
 * @returns {string}
 */
export const dayWords = (day, today) => yearWords(day, today) + monthDay(day);

/** @type {(days: Day[], today: Day) => string} */
const offWords = (days, today) => days.length ? "（休み：" + days.map(day => dayWords(day, today)).join("、") + "）" : "";

/**
 * A day or span with its weekday and times in full, and its days off.
 * @param {Occurrence} found
 * @param {Day} today
 * @returns {string}
 */
export const occurrenceLine = (found, today) => {
  const end = found.first.year === found.last.year ? monthDay(found.last) : showDate(found.last);
  const span = isSame(found.first, found.last) ? showDate(found.first) : showDate(found.first) + "から" + end + "まで";
  const times = timeWords(found);
  return span + (times && " " + times) + (found.note && "（" + found.note + "）") + offWords(found.without, today);
};

/**
 * What is said of an event's only entry below its large day: its note and its days off.
 * @param {Occurrence} found
 * @param {Day} today
 * @returns {string}
 */
export const besideDay = (found, today) =>
  [found.note, offWords(found.without, today).replace(/^（|）$/g, "")].filter(Boolean).join("　");

/**
 * A recurrence with other times than its own.
 * @type {(repeat: Recurrence, times: TimeRange) => Recurrence}
 */
const at = (repeat, times) => Object.assign({}, repeat, {
  patterns: repeat.patterns.map(each => Object.assign({}, each, { times: [] })), times: [times]
});

/** @type {(when: When) => string} */
const repeatWords = when => {
  const own = ownTimes(when);
  const repeat = known(when.repeat);
  if (!own || !repeat) return said(when.repeat, showRecurrence);
  return isTyped(own) ? showRecurrence(repeat) + " " + own.typed : showRecurrence(at(repeat, own));
};

/**
 * A recurrence in canonical Japanese, from when to when, what is said of it, and its days off.
 * @param {When} when
 * @param {Day} today
 * @returns {string}
 */
export const repeatLine = (when, today) => {
  const first = when.start_date ? said(when.start_date, showDate) + "から" : "";
  const last = when.end_date ? said(when.end_date, showDate) + "まで" : "";
  const beside = [first + last, endAlone(when), when.note].filter(Boolean);
  return repeatWords(when) + beside.map(each => "（" + each + "）").join("") + offWords(daysOff(when), today);
};

/**
 * The days of a recurrence with the part of the day: 「第2・第4土曜日 午前」.
 * @param {Recurrence} repeat
 * @returns {string}
 */
export const shortDays = repeat => {
  if (repeat.inWords) return repeat.frequency;
  const patterns = repeat.patterns.map(each => Object.assign({}, each, { times: [], notes: [] }));
  const days = showRecurrence(Object.assign({}, repeat, { patterns, times: [], notes: [] })) || repeat.text;
  const parts = dayParts(repeat).map(part => PARTS.get(part)).join("・");
  return [days.replace(/毎月第/g, "第").replace(/毎月最終/g, "最終"), parts].filter(Boolean).join(" ");
};
