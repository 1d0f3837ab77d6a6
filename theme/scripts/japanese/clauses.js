/* The clauses of a recurrence, each with its days and times: generator/japanese/clauses.py. */

/** @typedef {import("./patterns.js").DayPattern} DayPattern */
/** @typedef {import("./unclear.js").Unclear} Unclear */
/** @typedef {import("./patterns.js").Recurrence} Recurrence */
/**
 * @typedef {import("./days.js").Days} Days
 * @typedef {{body: string, marked: string[], after: string[]}} Noted
 * @typedef {{body: string, noted: Noted, notes: string[]}} Parted
 * @typedef {{days: string, times: TimeRange[], marks: string}} Clause
 */
/** @typedef {import("./expressions.js").Match} Match */
/** @typedef {import("./times.js").TimeRange} TimeRange */
import { tokens } from "./day-words.js";
import { daysOf, readDays } from "./days.js";
import { reduced, takeExceptions, takeOtherTimes, weekdaysMeant } from "./exceptions.js";
import { patterns } from "./expressions.js";
import { dayPattern, EVERY_WEEK, same } from "./patterns.js";
import { exceptionsOf, saidAt, takesAway, takeTotals } from "./remarks.js";
import { compact, strip } from "./text.js";
import { RANGE, readRange } from "./times.js";
import { unclear } from "./unclear.js";
import { clauses as shared } from "../tables.js";

const PART = "\ue100";
const { EVERY_MORNING, ONLY_SEPARATORS, REMARKS } = patterns(shared);

/** @param {Noted} noted */
export function parted(noted) {
  const cut = takeExceptions(EVERY_MORNING.replace(compact(noted.body), "毎日"));
  if (!cut) return null;
  const totals = takeTotals(cut.rest);
  return { body: totals.rest, noted, notes: noted.after.concat(cut.found, totals.found) };
}

/** @param {Parted} parts @param {string} text @returns {Recurrence | Unclear | null} */
export const assembled = (parts, text) => withOtherTimes(parts, text) || plainly(parts, text);

/** @param {Parted} parts @param {string} text @returns {Recurrence | null} */
function withOtherTimes(parts, text) {
  const cut = takeOtherTimes(parts.body);
  if (!cut) return null;
  const found = plainly({ body: cut.rest, noted: parts.noted, notes: parts.notes.concat(cut.found) }, text);
  if (!found || found.unclear) return null;
  const own = found.patterns.reduce((/** @type {number[]} */ all, /** @type {DayPattern} */ p) => all.concat(p.weekdays), []);
  const within = cut.found.every(note => weekdaysMeant(note).every(day => own.includes(day)));
  return within ? found : null;
}

/** @param {Parted} parts @param {string} text @returns {Recurrence | Unclear | null} */
function plainly(parts, text) {
  const clauses = clausesOf(parts.body, text);
  if (!Array.isArray(clauses)) return clauses;
  const days = clauses.map(each => readDays(each.days));
  const named = days.length && !days.includes(null) ? oneSet(days, clauses) : null;
  return named ? withRemarks(named, days, clauses, parts, text) : null;
}

/** @param {string} days @param {TimeRange[]} times @param {string} [marks] @returns {Clause} */
const clause = (days, times, marks) => ({ days, times, marks: marks || "" });
/** @param {string} text */
const remarksIn = text => REMARKS.all(text).map(m => m[0]).join("");

/** @param {string} body @param {string} text @returns {Clause[] | Unclear} */
function clausesOf(body, text) {
  /** @type {any[]} */
  const found = [];
  let position = 0;
  const matches = RANGE.all(body);
  for (let n = 0; n < matches.length; n += 1) {
    const match = matches[n];
    const span = readRange(match, text);
    if (span.unclear) return withWholeText(span, body, match);
    const days = body.slice(position, match.index);
    const last = found[found.length - 1];
    if (last && ONLY_SEPARATORS.full(days)) {
      last.times.push(span);
      last.marks += remarksIn(days);
    } else {
      found.push(clause(days, [span]));
    }
    position = match.end;
  }
  return withRest(found, body.slice(position));
}

/** @param {Clause[]} found @param {string} rest */
function withRest(found, rest) {
  if (!found.length || (found.length === 1 && ONLY_SEPARATORS.full(found[0].days))) {
    return [clause((found.length ? found[0].days : "") + rest, found.length ? found[0].times : [])];
  }
  const after = tokens(rest);
  if (!after || after.some(t => !shared.trailing_letters.includes(t.letter))) return [];
  const last = found[found.length - 1];
  const named = REMARKS.replace(rest, "");
  const days = named ? last.days + " " + named : last.days;
  return found.slice(0, -1).concat([clause(days, last.times, last.marks + remarksIn(rest))]);
}

/** @param {Unclear} problem @param {string} body @param {Match} match */
function withWholeText(problem, body, match) {
  const whole = body.slice(0, match.index) + problem.suggestion + body.slice(match.end);
  return unclear(problem.rule, problem.text, whole, problem.facts);
}

/** @param {Days[]} days @param {Clause[]} clauses */
function oneSet(days, clauses) {
  if (days.length === 1) return days[0];
  const more = days.some(d => d.monthDays.length || d.months.length || d.frequency || d.part || d.onHolidays || d.skipHolidays);
  if (more || clauses.some(c => !c.times.length) || mayShareWeeks(days, clauses)) return null;
  const alike = clauses.every(c => same(c.times, clauses[0].times));
  /** @type {any[]} */
  const patterns = [];
  days.forEach((d, n) => {
    d.patterns.forEach(p => { patterns.push(dayPattern(p.weeks, p.weekdays, alike ? [] : clauses[n].times)); });
  });
  return daysOf({ patterns });
}

/** @param {Days[]} days @param {Clause[]} clauses */
function mayShareWeeks(days, clauses) {
  let numbered = false;
  return days.some((named, n) => {
    const weekly = named.patterns.every(p => same(p.weeks, [EVERY_WEEK]));
    if (numbered && weekly && !clauses[n].days.includes("毎")) return true;
    numbered = numbered || !weekly;
    return false;
  });
}

/** @param {Days} named @param {Days[]} days @param {Clause[]} clauses @param {Parted} parts @param {string} text */
function withRemarks(named, days, clauses, parts, text) {
  const said = owned(named, days, clauses, parts.noted);
  const notes = said.whole.concat(parts.notes);
  const exceptions = exceptionsOf(notes);
  if (!exceptions || said.own.some(each => exceptionsOf(each) === null)) return null;
  const whole = named.patterns.map((p, n) => dayPattern(p.weeks, p.weekdays, p.times, said.own[n]));
  const patterns = reduced(whole, exceptions);
  if (!patterns) return null;
  const fewer = patterns.some((p, n) => !same(p.weekdays, whole[n].weekdays));
  return named.onHolidays && fewer ? null : recurrence(named, patterns, exceptions, clauses, notes, text);
}

/** @param {Days} named @param {DayPattern[]} patterns @param {any} exceptions @param {Clause[]} clauses @param {string[]} notes @param {string} text @returns {Recurrence} */
function recurrence(named, patterns, exceptions, clauses, notes, text) {
  const own = patterns.some(p => p.times.length);
  return {
    text: strip(text),
    patterns,
    monthDays: named.monthDays,
    months: named.months,
    times: own ? [] : clauses[0].times,
    irregular: Boolean(named.frequency),
    frequency: named.frequency,
    notes: (named.part ? [named.part] : []).concat(notes),
    onHolidays: named.onHolidays,
    skipHolidays: named.skipHolidays || exceptions.holidays,
    skipMonths: exceptions.months,
    skipDays: exceptions.days,
    inWords: false,
  };
}

// {own, whole}: the remarks of each pattern, and those of the whole.
/** @param {Days} named @param {Days[]} days @param {Clause[]} clauses @param {Noted} noted */
function owned(named, days, clauses, noted) {
  /** @type {string[][]} */
  const own = named.patterns.map(() => []);
  /** @type {any[]} */
  const whole = [];
  const last = own.length - 1;
  const shared = clauses[0].times.length && !named.patterns.some(p => p.times.length);
  ownersOf(days, clauses).forEach(each => {
    const note = saidAt(noted.marked, each.mark);
    const ends = each.owners.includes(last) && (each.behind || !shared || takesAway(note));
    if (last < 1 || !each.owners.length || each.owners[0] > last || ends) whole.push(note);
    else each.owners.forEach((/** @type {number} */ owner) => { own[owner].push(note); });
  });
  return { own, whole };
}

/** @param {Days[]} days @param {Clause[]} clauses */
function ownersOf(days, clauses) {
  /** @type {any[]} */
  const found = [];
  let first = 0;
  /** @type {any[]} */
  let before = [];
  days.forEach((named, n) => {
    named.marks.forEach(each => {
      const behind = each.mark < PART && each.at < 0;
      found.push({ mark: each.mark, owners: behind ? before : [first + each.at], behind });
    });
    before = named.patterns.map((_, at) => first + at);
    first += named.patterns.length;
    Array.from(clauses[n].marks).forEach(mark => { found.push({ mark, owners: before, behind: true }); });
  });
  return found;
}
