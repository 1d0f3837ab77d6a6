/* What of a recurrence only a reader understands, and whether it is on any day: generator/check/recurrences.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("../japanese/patterns.js").Recurrence} Recurrence
 * @typedef {import("../models/event.js").When & {repeat: Recurrence}} Repeated  dates with a recurrence
 */
import { compared, iso, nextDay } from "../japanese/calendar.js";
import { unreadRemarks } from "../japanese/recurrence.js";
import { held } from "../japanese/repeats.js";
import { check_recurrences as shared } from "../tables.js";
import { finding } from "./finding.js";

// How many days are looked at.
export const LONGEST = shared.longest;

// What of a recurrence only a reader understands.
/** @param {Recurrence | undefined} repeat @param {import("./finding.js").Path} path @returns {import("./finding.js").Finding[]} */
export function recurrenceFindings(repeat, path) {
  if (!repeat) return [];
  const told = repeat.inWords ? [finding(path, "recurrence-in-words", { value: repeat.frequency })] : [];
  return told.concat(unreadRemarks(repeat).map(remark => finding(path, "recurrence-remark", { value: remark })));
}

// Whether an entry of dates with a recurrence has a day at all, as far as anybody can tell.
/** @param {import("./finding.js").Known} city @param {Repeated} when */
export function takesPlace(city, when) {
  const first = when.start_date || city.today;
  if ((!when.start_date && when.end_date) || !first) return true;
  let last = plus(first, LONGEST);
  if (when.end_date && compared(when.end_date, last) < 0) last = when.end_date;
  return held(when.repeat, first, last, when.start_date, when.except_dates).length > 0;
}

/** @param {Day} day @param {number} days */
function plus(day, days) {
  for (let n = 0; n < days && iso(day) !== "9999-12-31"; n += 1) day = nextDay(day);
  return day;
}
