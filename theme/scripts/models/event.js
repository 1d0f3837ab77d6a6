/* What is wrong with an entry of an event's dates as a whole: generator/models/event.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {{minutes: number}} Clock  of the day
 *
 * @typedef {object} When  an entry of an event's dates that was read
 * @property {import("../japanese/moments.js").Moment} [moment]
 * @property {Day} [start_date]
 * @property {Day} [end_date]
 * @property {Clock} [start_time]
 * @property {Clock} [end_time]
 * @property {import("../japanese/patterns.js").Recurrence} [repeat]
 * @property {Day[]} [except_dates]
 * @property {string} [note]
 *
 * @typedef {object} Booking
 * @property {string} [how]
 * @property {import("../japanese/phones.js").Phone} [phone]
 * @property {import("../japanese/phones.js").Phone} [fax]
 * @property {string} [email]
 * @property {Day} [opens]
 * @property {Day} [closes]
 * @property {string[]} [public]
 *
 * @typedef {object} Event  that was read, as far as the check looks at it
 * @property {string} title
 * @property {string[]} organizer
 * @property {When[]} dates
 * @property {string} [place]
 * @property {string} summary
 * @property {string} [description]
 * @property {string} [capacity_note]
 * @property {Booking} [booking]
 * @property {string} [status]
 * @property {{file: string, alt: string}[]} [photos]
 */
import { compared, iso } from "../japanese/calendar.js";
import { pad } from "../japanese/text.js";
import { refused } from "./given.js";

// A time of day as profiles have it: 09:30.
/** @param {number} minutes */
export const clock = minutes => pad(Math.floor(minutes / 60), 2) + ":" + pad(minutes % 60, 2);

// Why an entry is none, or null.
/** @param {When} when */
export function whenFault(when) {
  const start = when.start_date, end = when.end_date, begins = when.start_time, ends = when.end_time;
  if (!when.moment && !start && !when.repeat) return refused("date-missing", "").fault;
  const later = start && end ? compared(end, start) : 0;
  if (start && end && later < 0) return refused("end-before-start", iso(start) + "〜" + iso(end)).fault;
  const goesOn = later > 0 && !when.repeat;
  if (begins && ends && ends.minutes <= begins.minutes && !goesOn) {
    return refused("end-before-start", clock(begins.minutes) + "〜" + clock(ends.minutes)).fault;
  }
  return null;
}
