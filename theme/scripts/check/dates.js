/* What is wrong with an entry of an event's dates: generator/check/dates.py. */
import { compared, iso } from "../japanese/calendar.js";
import { unreadRemarks } from "../japanese/recurrence.js";
import { total } from "../japanese/remarks.js";
import { held, needsHolidays } from "../japanese/repeats.js";
import { beside, withTimes } from "../japanese/series.js";
import { labelOf } from "../models/base.js";
import { clock } from "../models/event.js";
import { finding } from "./finding.js";
import { LONGEST, recurrenceFindings, takesPlace } from "./recurrences.js";

// Findings of one entry of an event's dates.
export function datesFindings(city, when, path) {
  let out = lost(city, when, path);
  const span = spanOf(when);
  if (when.repeat) {
    const at = path.concat("repeat");
    out = out.concat(recurrenceFindings(when.repeat, at), onNoDay(city, when, at));
    if (span) out = out.concat(miscounted(when, when.repeat, when.repeat.notes.concat(when.note || ""), span, at));
  } else if (span && when.note) {
    out = out.concat(noteFindings(when, span, path.concat("note")));
  }
  return out;
}

function lost(city, when, path) {
  const moment = when.moment, out = [];
  if (moment) {
    const first = when.start_date || moment.first, last = when.end_date || moment.last;
    let same = !when.repeat && !compared(first, moment.first) && !compared(last, moment.last);
    let other = ["start_date", "end_date", "repeat"].find(name => when[name]) || "";
    if (!other && moment.times && (when.start_time || when.end_time) && !sameTimes(when, moment.times)) {
      same = false;
      other = when.start_time ? "start_time" : "end_time";
    }
    if (other && !same) out.push(finding(path.concat(other), "moment-twice", { other: labelOf(city, "When", other) }));
  }
  if (when.end_time && !when.start_time && !(moment && moment.times)) {
    out.push(finding(path.concat("end_time"), "end-time-alone", { value: clock(when.end_time.minutes) }));
  }
  return out;
}

function sameTimes(when, times) {
  if (!when.start_time || times.next) return false;
  return when.start_time.minutes === times.start && (when.end_time ? when.end_time.minutes : null) === times.end;
}

function onNoDay(city, when, path) {
  if (when.repeat.irregular || needsHolidays(when.repeat) || takesPlace(city, when)) return [];
  const span = (when.start_date ? iso(when.start_date) : "") + "〜" + (when.end_date ? iso(when.end_date) : "");
  return [finding(path, "repeat-without-days", { value: when.repeat.text, span })];
}

function spanOf(when) {
  const first = when.moment ? when.moment.first : when.start_date, last = when.moment ? when.moment.last : when.end_date;
  return first && last && compared(first, last) < 0 ? [first, last] : null;
}

function noteFindings(when, span, path) {
  const said = beside(when.note), out = [];
  if (!said.days) return [finding(path, "days-in-note", { value: when.note })];
  if (said.repeat) {
    const times = when.moment && when.moment.times;
    const begins = times ? times.start : when.start_time ? when.start_time.minutes : null;
    const ends = times ? times.end : when.end_time ? when.end_time.minutes : null;
    const repeat = withTimes(said.repeat, begins === null ? "" : clock(begins), ends === null ? "" : clock(ends));
    out.push(finding(path, "repeat-in-note", { value: when.note, suggestion: repeat }));
  }
  return out.concat(miscounted(when, said.days, said.days.notes, span, path));
}

// A total (全8回) that is not the number of days between the first and the last.
function miscounted(when, days, notes, span, path) {
  const told = notes.find(total);
  if (!told || days.irregular || needsHolidays(days) || unreadRemarks(days).length) return [];
  if (compared(span[1], span[0]) > LONGEST) return [];
  const count = held(days, span[0], span[1], span[0], when.except_dates).length;
  return count && count !== total(told) ? [finding(path, "total-differs", { value: told, count })] : [];
}
