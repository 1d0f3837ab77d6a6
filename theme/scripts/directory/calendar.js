/* On which days something takes place, as far as lists reach: generator/directory/calendar.py. */
import { compared, fromIso, iso, nextDay } from "../japanese/calendar.js";
import { EVERY_OTHER_WEEK } from "../japanese/patterns.js";
import { parseRecurrence } from "../japanese/recurrence.js";
import { total } from "../japanese/remarks.js";
import { held, isOn, needsHolidays } from "../japanese/repeats.js";
import { beside } from "../japanese/series.js";
import { showRange } from "../japanese/times.js";
import { directory_calendar as shared } from "../tables.js";

// [{day, times}, …] of a text between two days in ISO texts, some left out; null if they cannot be told.
/** @param {string} text @param {string} firstDay @param {string} lastDay @param {string} anchor @param {string[]} but */
export function repeated(text, firstDay, lastDay, anchor, but) {
  const r = parseRecurrence(text);
  const uneven = !r.unclear && !anchor && r.patterns.some((/** @type {any} */ p) => p.weeks[0] === EVERY_OTHER_WEEK);
  if (r.unclear || r.irregular || uneven || needsHolidays(r)) return null;
  const found = held(r, fromIso(firstDay), fromIso(lastDay), anchor ? fromIso(anchor) : null, but.map(fromIso));
  return found.map(day => {
    const own = r.patterns.find((/** @type {any} */ p) => p.times.length && isOn(p, day, day));
    const times = own ? own.times : r.times;
    return { day: iso(day), times: times.length ? showRange(times[0]) : "" };
  });
}

// The days of a span that a note leaves, as far as lists reach; null if all of them, none if nobody can tell which. All
// of it in ISO texts (generator/directory/calendar.py).
/** @param {string} note @param {string} firstDay @param {string} lastDay @param {string} today */
export function only(note, firstDay, lastDay, today) {
  const first = fromIso(firstDay), last = fromIso(lastDay), now = fromIso(today), said = beside(note);
  if (!said.days) return [];
  const told = said.days.notes.find(total);
  if (!said.repeat && told && total(told) !== compared(last, first) + 1) return [];
  let begin = first, end = first, all = 0;
  while (compared(now, begin) > shared.recent) begin = nextDay(begin);
  while (compared(end, last) < 0 && compared(end, now) < shared.horizon) end = nextDay(end);
  if (compared(begin, end) <= 0) all = compared(end, begin) + 1;
  const days = all ? held(said.days, begin, end, first) : [];
  return days.length === all ? null : days.map(iso);
}
