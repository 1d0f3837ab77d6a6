/* A recurrence in canonical Japanese: generator/japanese/wording.py. */

/** @typedef {import("./patterns.js").DayPattern} DayPattern */
/** @typedef {import("./patterns.js").Recurrence} Recurrence */
/** @typedef {import("./times.js").TimeRange} TimeRange */
import { WEEKDAYS } from "./dates.js";
import { HALF_YEARS } from "./days.js";
import { readException } from "./exceptions.js";
import { ALL_DAYS, EVERY_OTHER_WEEK, EVERY_WEEK, LAST_DAY, LAST_WEEK, same, WORKDAYS } from "./patterns.js";
import { compact } from "./text.js";
import { showRange } from "./times.js";

/** @param {Recurrence} r */
export function showRecurrence(r) {
  const months = showMonths(r);
  const notes = showNotes(r.notes);
  let body;
  if (r.monthDays.length) {
    body = showMonthDays(r, months);
  } else if (r.patterns.some(p => p.times.length)) {
    body = months + r.patterns.map(p => showPattern(p, r) + " " + showTimes(p.times) + showNotes(p.notes)).join("、");
  } else {
    body = months + showPatterns(r);
  }
  return [r.frequency, body, showTimes(r.times)].filter(Boolean).join(" ") + notes;
}

/** @param {string[]} notes */
const showNotes = notes => notes.map(note => "（" + note + "）").join("");
/** @param {TimeRange[]} times */
const showTimes = times => times.map(showRange).join("、");

/** @param {Recurrence} r */
function showPatterns(r) {
  const shown = r.patterns.map(p => showPattern(p, r));
  shown.forEach((text, n) => {
    const before = n ? shown[n - 1] : "";
    if (r.months.length || /第|最終/.test(before)) shown[n] = text.replace(/^毎月/, "");
  });
  if (r.onHolidays && shown.length) shown[0] += "・祝日";
  return shown.map((text, n) => text + showNotes(r.patterns[n].notes)).join("、");
}

/** @param {DayPattern} p @param {Recurrence} r */
function showPattern(p, r) {
  const alone = r.patterns.length === 1 && same(p.weeks, [EVERY_WEEK]);
  if (alone && same(p.weekdays, ALL_DAYS)) return "毎日";
  if (alone && same(p.weekdays, WORKDAYS) && r.skipHolidays && !notesSkipHolidays(r)) return "平日";
  const days = showWeekdays(p.weekdays) + "曜日";
  if (!p.weeks.length) return days;
  if (p.weeks[0] === EVERY_WEEK || p.weeks[0] === EVERY_OTHER_WEEK) {
    return (p.weeks[0] === EVERY_WEEK ? "毎週" : "隔週") + days;
  }
  const weeks = p.weeks.map(week => week === LAST_WEEK ? "最終" : "第" + week);
  return "毎月" + weeks.join("・") + days;
}

/** @param {Recurrence} r */
function notesSkipHolidays(r) {
  return r.notes.some(note => {
    const taken = readException(compact(note));
    return taken && taken.holidays;
  });
}

/** @param {number[]} days */
function showWeekdays(days) {
  const last = days[days.length - 1];
  if (days.length > 3 && last - days[0] === days.length - 1) return WEEKDAYS[days[0]] + "〜" + WEEKDAYS[last];
  return days.map(d => WEEKDAYS[d]).join("・");
}

/** @param {Recurrence} r @param {string} months */
function showMonthDays(r, months) {
  /** @param {number} d */
  const place = d => (d + 32) % 32;
  const inOrder = r.monthDays.slice().sort((a, b) => place(a) - place(b));
  const days = inOrder.map(day => day === LAST_DAY ? "末日" : day + "日").join("・");
  return r.months.length === 1 ? "毎年" + r.months[0] + "月" + days : months + "毎月" + days;
}

/** @param {Recurrence} r */
function showMonths(r) {
  if (!r.months.length) return "";
  const starts = r.months.filter(m => !r.months.includes(((m + 10) % 12) + 1));
  const named = Object.keys(HALF_YEARS).find(name => same(HALF_YEARS[name], r.months));
  if (named || starts.length !== 1 || r.months.length < 3) {
    return named ? named + "の" : r.months.map(m => m + "月").join("・") + "の";
  }
  return starts[0] + "月〜" + (((starts[0] + r.months.length - 2) % 12) + 1) + "月の";
}
