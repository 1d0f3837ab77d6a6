/* The days of what repeats: generator/japanese/repeats.py. Which days are holidays is not known here. */
import { compared, iso, lastOf, nextDay, ordinal, weekdayOf } from "./calendar.js";
import { EVERY_OTHER_WEEK, EVERY_WEEK, LAST_DAY, LAST_WEEK } from "./patterns.js";

// The days from first to last, some left out; `anchor` is a day in one of the weeks of 隔週.
/** @param {Recurrence} r @param {Day} first @param {Day} last @param {Day | null | undefined} anchor @param {Day[]} [but] */
export function held(r, first, last, anchor, but) {
  let months = r.months.length ? r.months : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  months = months.filter(month => !r.skipMonths.includes(month));
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

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./patterns.js").DayPattern} DayPattern */
/** @typedef {import("./patterns.js").Recurrence} Recurrence */
