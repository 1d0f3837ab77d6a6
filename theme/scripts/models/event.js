/* What is wrong with an entry of an event's dates as a whole: generator/models/event.py. */
import { compared, iso } from "../japanese/calendar.js";
import { pad } from "../japanese/text.js";
import { refused } from "./given.js";

// A time of day as profiles have it: 09:30.
export const clock = minutes => pad(Math.floor(minutes / 60), 2) + ":" + pad(minutes % 60, 2);

// The entry, or why it is none.
export function whenFault(when) {
  const start = when.start_date, end = when.end_date, begins = when.start_time, ends = when.end_time;
  if (!when.moment && !start && !when.repeat) return refused("date-missing", "").fault;
  const later = start && end ? compared(end, start) : 0;
  if (later < 0) return refused("end-before-start", iso(start) + "〜" + iso(end)).fault;
  const goesOn = later > 0 && !when.repeat;
  if (begins && ends && ends.minutes <= begins.minutes && !goesOn) {
    return refused("end-before-start", clock(begins.minutes) + "〜" + clock(ends.minutes)).fault;
  }
  return null;
}
