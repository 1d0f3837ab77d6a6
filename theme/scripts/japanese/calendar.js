/* The calendar, as far as Python's `datetime.date` is needed: a day is {year, month, day}, month and day from 1. */
import { pad } from "./text.js";

/** @typedef {{year: number, month: number, day: number, unclear?: undefined}} Day */

/** @param {number} year */
const isLeap = year => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

// The last day of a month.
/** @param {number} year @param {number} month */
export function lastOf(year, month) {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// Days since the first day of the calendar, a Monday, which is 1.
/** @param {Day} day */
export function ordinal(day) {
  const before = day.year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + day.day;
  for (let month = 1; month < day.month; month += 1) days += lastOf(day.year, month);
  return days;
}

// How many days a is after b.
/** @param {Day} a @param {Day} b */
export const compared = (a, b) => ordinal(a) - ordinal(b);
// 0 for a Monday.
/** @param {Day} day */
export const weekdayOf = day => (ordinal(day) + 6) % 7;
/** @param {number} year @param {number} month @param {number} day @returns {Day} */
export const dayOf = (year, month, day) => ({ year, month, day });
/** @param {Day} day */
export const iso = day => pad(day.year, 4) + "-" + pad(day.month, 2) + "-" + pad(day.day, 2);

/** @param {string} text */
export function fromIso(text) {
  const [year, month, day] = text.split("-").map(Number);
  return dayOf(year, month, day);
}

/** @param {Day} day */
export function nextDay(day) {
  if (day.day < lastOf(day.year, day.month)) return dayOf(day.year, day.month, day.day + 1);
  return day.month < 12 ? dayOf(day.year, day.month + 1, 1) : dayOf(day.year + 1, 1, 1);
}
