/* The days of what repeats, and what is wrong with an entry of an event's dates: generator/japanese/repeats.py and series.py,
 * generator/check/dates.py and recurrences.py in the browser. Which days are holidays it does not know.
 */
import { HirobaCheck } from "./text.js";

const EVERY_WEEK = 0;
const LAST_WEEK = 6;
const EVERY_OTHER_WEEK = 7;
const LAST_DAY = -1;

/* ---- days ---------------------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  // The days from first to last, some left out; `anchor` is a day in one of the weeks of 隔週.
  kit.held = (r, first, last, anchor, but) => {
    const months = monthsOf(r);
    const out = (but || []).map(kit.iso), skipped = r.skipDays.map(String), found = [];
    for (let day = first; kit.compared(day, last) <= 0; day = kit.nextDay(day)) {
      const on = !r.irregular && r.patterns.some(p => isOn(p, day, anchor));
      if (!(on || isMonthDay(r, day)) || months.indexOf(day.month) < 0) continue;
      if (skipped.indexOf([day.month, day.day].join()) < 0 && out.indexOf(kit.iso(day)) < 0) found.push(day);
    }
    return found;
  };

  function monthsOf(r) {
    const months = r.months.length ? r.months : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    return months.filter(month => r.skipMonths.indexOf(month) < 0);
  }

  kit.nextDay = day => {
    if (day.day < kit.lastOf(day.year, day.month)) return { year: day.year, month: day.month, day: day.day + 1 };
    return day.month < 12 ? { year: day.year, month: day.month + 1, day: 1 } : { year: day.year + 1, month: 1, day: 1 };
  };

  function isOn(p, day, anchor) {
    if (p.weekdays.indexOf(kit.weekdayOf(day)) < 0 || !p.weeks.length) return false;
    if (p.weeks[0] === EVERY_WEEK) return true;
    if (p.weeks[0] === EVERY_OTHER_WEEK) return Boolean(anchor) && (week(day) - week(anchor)) % 2 === 0;
    const isLast = kit.lastOf(day.year, day.month) - day.day < 7;
    return p.weeks.indexOf(Math.ceil(day.day / 7)) >= 0 || (isLast && p.weeks.indexOf(LAST_WEEK) >= 0);
  }

  function week(day) { return Math.floor((kit.ordinal(day) - 1) / 7); }

  function isMonthDay(r, day) {
    const isLast = day.day === kit.lastOf(day.year, day.month);
    return r.monthDays.indexOf(day.day) >= 0 || (isLast && r.monthDays.indexOf(LAST_DAY) >= 0);
  }

  // The days from first to last; `anchor` as above, `holidays` the days that are holidays.
  kit.occurrences = (r, first, last, facts) => {
    const free = (facts.holidays || []).map(kit.iso);
    const isFree = day => free.indexOf(kit.iso(day)) >= 0;
    const held = kit.held(r, first, last, facts.anchor).map(kit.iso);
    const months = monthsOf(r), skipped = r.skipDays.map(String);
    const more = r.onHolidays ? free.filter(each => {
      const day = kit.fromIso(each);
      return months.indexOf(day.month) >= 0 && skipped.indexOf([day.month, day.day].join()) < 0;
    }) : [];
    return Array.from(new Set(held.concat(more))).sort().map(kit.fromIso).filter(day => !(r.skipHolidays && isFree(day)));
  };

  // The times at which it takes place on one of its days.
  kit.timesOn = (r, day) => {
    const own = r.patterns.filter(p => p.times.length && isOn(p, day, day))[0];
    return own ? own.times : r.times;
  };

  const BOUNDS = [["morning", 0, 720], ["afternoon", 720, 1020], ["evening", 1020, 1440]];
  const SAID = { "午前": "morning", "午後": "afternoon", "夜": "evening", "夕方": "evening" };

  function touched(span) {
    const end = span.end === null ? span.start : span.next ? 1440 : span.end;
    return BOUNDS.filter(each => span.start < each[2] && (end > each[1] || span.start === each[1])).map(each => each[0]);
  }

  // The parts of the day it touches, in order; none where nothing says when.
  kit.dayParts = r => {
    const spans = r.times.concat(r.patterns.reduce((all, p) => all.concat(p.times), []));
    const word = (r.notes[0] || "").replace(/中$/, "");
    const named = Object.keys(SAID).indexOf(word) >= 0 ? [SAID[word]] : [];
    const found = spans.length ? spans.reduce((all, span) => all.concat(touched(span)), []) : named;
    return BOUNDS.map(each => each[0]).filter(part => found.indexOf(part) >= 0);
  };

  kit.needsHolidays = r => r.skipHolidays || r.onHolidays;
});

/* ---- notes beside a span ------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  // The recurrence that a note names; empty if it names none.
  kit.seriesIn = note => {
    let plain = kit.strip(kit.pattern("series.frames").replace(note, ""));
    plain = kit.pattern("series.all_in_brackets").replace(plain, m => m[1]);
    plain = kit.pattern("series.in_brackets").replace(plain, m => m[1] + " " + m[2]);
    const found = plain ? kit.parseRecurrence(plain) : null;
    if (!found || found.unclear || found.irregular) return "";
    const otherwise = kit.readException(kit.compact(plain));
    return otherwise && otherwise.unread ? "" : plain;
  };

  // {repeat, days}: the series that a note names, and on which days of a span it is; days is null if nobody can tell.
  kit.beside = note => {
    const repeat = kit.seriesIn(note);
    const plain = kit.pattern("series.all_in_brackets").replace(kit.strip(note), m => m[1]);
    const found = kit.parseRecurrence(repeat || "毎日（" + plain + "）");
    if (!found.unclear) return { repeat, days: found };
    const said = JSON.parse(kit.mentions(kit.compact(plain)));
    const named = said[3].some(name => ["workday", "other", "holiday"].indexOf(name) >= 0);
    const unclear = (said[2].length || named) && !kit.addsToSome(kit.compact(plain));
    return { repeat: "", days: unclear ? null : kit.parseRecurrence("毎日") };
  };

  // A recurrence in canonical Japanese, with these times if it has none of its own.
  kit.withTimes = (repeat, begins, ends) => {
    const found = kit.parseRecurrence(repeat);
    if (found.unclear) return repeat;
    const timed = kit.parseRecurrence(begins && ends ? repeat + " " + begins + "-" + ends : repeat + " " + begins);
    const own = found.times.length || found.patterns.some(p => p.times.length);
    return kit.showRecurrence(begins && !own && !timed.unclear ? timed : found);
  };
});

/* ---- one entry of an event's dates --------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.check_recurrences;
  const today = kit.facts.today ? kit.fromIso(kit.facts.today) : null;

  function finding(path, rule, facts) { return { path, rule, facts: facts || {} }; }
  function clock(minutes) { return kit.pad(Math.floor(minutes / 60), 2) + ":" + kit.pad(minutes % 60, 2); }

  // What of a recurrence only a reader understands.
  kit.recurrenceFindings = (repeat, path) => {
    if (!repeat) return [];
    const told = repeat.inWords ? [finding(path, "recurrence-in-words", { value: repeat.frequency })] : [];
    return told.concat(kit.unreadRemarks(repeat).map(remark => finding(path, "recurrence-remark", { value: remark })));
  };

  kit.datesFindings = (when, path) => {
    let out = lost(when, path);
    const span = spanOf(when);
    if (when.repeat) {
      const at = path.concat("repeat");
      out = out.concat(kit.recurrenceFindings(when.repeat, at), onNoDay(when, at));
      if (span) out = out.concat(miscounted(when, when.repeat, when.repeat.notes.concat(when.note || ""), span, at));
    } else if (span && when.note) {
      out = out.concat(noteFindings(when, span, path.concat("note")));
    }
    return out;
  };

  function lost(when, path) {
    const moment = when.moment, out = [];
    if (moment) {
      const first = when.start_date || moment.first, last = when.end_date || moment.last;
      let same = !when.repeat && !kit.compared(first, moment.first) && !kit.compared(last, moment.last);
      let other = ["start_date", "end_date", "repeat"].filter(name => when[name])[0] || "";
      if (!other && moment.times && (when.start_time || when.end_time) && !sameTimes(when, moment.times)) {
        same = false;
        other = when.start_time ? "start_time" : "end_time";
      }
      if (other && !same) out.push(finding(path.concat(other), "moment-twice", { other: kit.labelOf("When", other) }));
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

  function onNoDay(when, path) {
    if (when.repeat.irregular || kit.needsHolidays(when.repeat) || takesPlace(when)) return [];
    const span = (when.start_date ? kit.iso(when.start_date) : "") + "〜" + (when.end_date ? kit.iso(when.end_date) : "");
    return [finding(path, "repeat-without-days", { value: when.repeat.text, span })];
  }

  function takesPlace(when) {
    const first = when.start_date || today;
    if ((!when.start_date && when.end_date) || !first) return true;
    let last = plus(first, words.longest);
    if (when.end_date && kit.compared(when.end_date, last) < 0) last = when.end_date;
    return kit.held(when.repeat, first, last, when.start_date, when.except_dates).length > 0;
  }

  function plus(day, days) {
    for (let n = 0; n < days && kit.iso(day) !== "9999-12-31"; n += 1) day = kit.nextDay(day);
    return day;
  }

  function spanOf(when) {
    const first = when.moment ? when.moment.first : when.start_date, last = when.moment ? when.moment.last : when.end_date;
    return first && last && kit.compared(first, last) < 0 ? [first, last] : null;
  }

  function noteFindings(when, span, path) {
    const said = kit.beside(when.note), out = [];
    if (!said.days) return [finding(path, "days-in-note", { value: when.note })];
    if (said.repeat) {
      const times = when.moment && when.moment.times;
      const begins = times ? times.start : when.start_time ? when.start_time.minutes : null;
      const ends = times ? times.end : when.end_time ? when.end_time.minutes : null;
      const repeat = kit.withTimes(said.repeat, begins === null ? "" : clock(begins), ends === null ? "" : clock(ends));
      out.push(finding(path, "repeat-in-note", { value: when.note, suggestion: repeat }));
    }
    return out.concat(miscounted(when, said.days, said.days.notes, span, path));
  }

  // A total (全8回) that is not the number of days between the first and the last.
  function miscounted(when, days, notes, span, path) {
    const told = notes.filter(kit.total)[0];
    if (!told || days.irregular || kit.needsHolidays(days) || kit.unreadRemarks(days).length) return [];
    if (kit.compared(span[1], span[0]) > words.longest) return [];
    const count = kit.held(days, span[0], span[1], span[0], when.except_dates).length;
    return count && count !== kit.total(told) ? [finding(path, "total-differs", { value: told, count })] : [];
  }
});
