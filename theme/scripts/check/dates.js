/* What is wrong with an entry of an event's dates: generator/check/dates.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("../japanese/patterns.js").Recurrence} Recurrence
 * @typedef {import("../models/event.js").When} When
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Known} Known
 * @typedef {import("./finding.js").Path} Path
 * @typedef {import("./recurrences.js").Repeated} Repeated
 */
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
/** @param {Known} city @param {When} when @param {Path} path @returns {Finding[]} */
export function datesFindings(city, when, path) {
  let out = lost(city, when, path);
  const span = spanOf(when);
  if (when.repeat) {
    const at = path.concat("repeat");
    out = out.concat(recurrenceFindings(when.repeat, at), onNoDay(city, /** @type {Repeated} */ (when), at));
    if (span) out = out.concat(miscounted(when, when.repeat, when.repeat.notes.concat(when.note || ""), span, at));
  } else if (span && when.note) {
    out = out.concat(noteFindings(when, when.note, span, path.concat("note")));
  }
  return out;
}

/** @param {Known} city @param {When} when @param {Path} path */
function lost(city, when, path) {
  const moment = when.moment;
  /** @type {Finding[]} */
  const out = [];
  if (moment) {
    const first = when.start_date || moment.first, last = when.end_date || moment.last;
    let same = !when.repeat && !compared(first, moment.first) && !compared(last, moment.last);
    /** @type {string} */
    let other = /** @type {const} */ (["start_date", "end_date", "repeat"]).find(name => when[name]) || "";
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

/** @param {When} when @param {import("../japanese/times.js").TimeRange} times */
function sameTimes(when, times) {
  if (!when.start_time || times.next) return false;
  return when.start_time.minutes === times.start && (when.end_time ? when.end_time.minutes : null) === times.end;
}

/** @param {Known} city @param {Repeated} when @param {Path} path @returns {Finding[]} */
function onNoDay(city, when, path) {
  if (when.repeat.irregular || needsHolidays(when.repeat) || takesPlace(city, when)) return [];
  const span = (when.start_date ? iso(when.start_date) : "") + "〜" + (when.end_date ? iso(when.end_date) : "");
  return [finding(path, "repeat-without-days", { value: when.repeat.text, span })];
}

/** @param {When} when @returns {[Day, Day] | null} */
function spanOf(when) {
  const first = when.moment ? when.moment.first : when.start_date, last = when.moment ? when.moment.last : when.end_date;
  return first && last && compared(first, last) < 0 ? [first, last] : null;
}

/** @param {When} when @param {string} note @param {[Day, Day]} span @param {Path} path */
function noteFindings(when, note, span, path) {
  const said = beside(note);
  /** @type {Finding[]} */
  const out = [];
  if (!said.days) return [finding(path, "days-in-note", { value: note })];
  if (said.repeat) {
    const times = when.moment && when.moment.times;
    const begins = times ? times.start : when.start_time ? when.start_time.minutes : null;
    const ends = times ? times.end : when.end_time ? when.end_time.minutes : null;
    const repeat = withTimes(said.repeat, begins === null ? "" : clock(begins), ends === null ? "" : clock(ends));
    out.push(finding(path, "repeat-in-note", { value: note, suggestion: repeat }));
  }
  return out.concat(miscounted(when, said.days, said.days.notes, span, path));
}

// A total (全8回) that is not the number of days between the first and the last.
/** @param {When} when @param {Recurrence} days @param {string[]} notes @param {[Day, Day]} span @param {Path} path @returns {Finding[]} */
function miscounted(when, days, notes, span, path) {
  const told = notes.find(total);
  if (!told || days.irregular || needsHolidays(days) || unreadRemarks(days).length) return [];
  if (compared(span[1], span[0]) > LONGEST) return [];
  const count = held(days, span[0], span[1], span[0], when.except_dates).length;
  return count && count !== total(told) ? [finding(path, "total-differs", { value: told, count })] : [];
}
