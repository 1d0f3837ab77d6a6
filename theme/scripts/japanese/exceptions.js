/* What is taken away from days that come round: generator/japanese/exceptions.py. */

/** @typedef {import("./patterns.js").DayPattern} DayPattern */
import { lastOf } from "./calendar.js";
import { number, WEEKDAYS } from "./dates.js";
import { readMonths } from "./days.js";
import { patterns } from "./expressions.js";
import { dayPattern, EVERY_OTHER_WEEK, EVERY_WEEK, same, sorted } from "./patterns.js";
import { exceptions as shared } from "../tables.js";

const {
  ADDS, INLINE, ITEM_ALONE, LISTED, LISTED_BEFORE, NAMES_DAYS, NAMES_TIMES, NOTED, NUMBER, ONLY_WEEKDAYS, OTHERWISE,
  OTHER_TIMES, SHIFTED, TAKES_AWAY, WEEKDAY_ALONE
} = patterns(shared);

/** @param {number[][]} pairs */
function sortedPairs(pairs) {
  const seen = new Map(pairs.map((/** @type {number[]} */ pair) => [pair.join(), pair]));
  return Array.from(seen.values()).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

export const NONE = exceptionsIn({});

/** @param {any} found */
function exceptionsIn(found) {
  return Object.assign({ holidays: false, months: [], days: [], weekdays: [], weeks: [], unread: false }, found);
}

/** @param {any} items */
export function joined(items) {
  /** @param {string} name */
  const all = name => items.reduce((/** @type {any[]} */ list, /** @type {any} */ item) => list.concat(item[name]), []);
  /** @param {string} name */
  const any = name => items.some((/** @type {any} */ item) => item[name]);
  return exceptionsIn({
    holidays: any("holidays"),
    months: sorted(all("months")),
    days: sortedPairs(all("days")),
    weekdays: sorted(all("weekdays")),
    weeks: sortedPairs(all("weeks")),
    unread: any("unread"),
  });
}

// Whether a compact note adds something on some of the days and takes nothing away.
/** @param {string} note */
export function addsToSome(note) {
  const otherwise = OTHERWISE.full(note);
  const adds = otherwise || ADDS.test(note);
  return Boolean(adds && !TAKES_AWAY.test(otherwise ? otherwise.what : note));
}

// A compact text without its exceptions, and these; null if it is not clear where one begins.
/** @param {string} text */
export function takeExceptions(text) {
  if (!TAKES_AWAY.test(text)) return { rest: text, found: [] };
  const found = [];
  let rest = "";
  let position = 0;
  const matches = INLINE.all(text);
  for (let n = 0; n < matches.length; n += 1) {
    const match = matches[n];
    const mixed = /[~-]|から/.test(match.items) && /[、,]/.test(match.items);
    // Twelve characters back, however many units they take.
    const before = Array.from(text.slice(0, match.index)).slice(-12).join("");
    if (mixed || LISTED_BEFORE.test(before)) return null;
    rest += text.slice(position, match.index);
    found.push(match[0].replace(/の$/, "").replace(/^[、,]+/, ""));
    position = match.end;
  }
  return { rest: rest + text.slice(position), found };
}

// What a compact note takes away; null if it is not an exception.
/** @param {string} note */
export function readException(note) {
  if (SHIFTED.full(note)) return exceptionsIn({ holidays: true });
  const otherwise = OTHERWISE.full(note);
  if (otherwise && !TAKES_AWAY.test(otherwise.what)) {
    return otherDays(otherwise.days, otherwise.what);
  }
  const match = NOTED.full(note);
  if (!match) return null;
  const taken = ITEM_ALONE.all(match.items).map(item => readItem(item[0]));
  return !taken.includes(null) ? joined(taken) : null;
}

/** @param {string} days @param {string} what */
function otherDays(days, what) {
  if (NAMES_DAYS.test(what)) {
    const months = /月$/.test(days) && !days.includes("第") ? readMonths(days) : [];
    return exceptionsIn({ months, unread: true });
  }
  return NAMES_TIMES.test(what) ? exceptionsIn({ unread: true }) : null;
}

// A compact text before the first days with times of their own, and what is said of them; null if there are none.
/** @param {string} text */
export function takeOtherTimes(text) {
  const starts = OTHER_TIMES.all(text).map(m => m.index).filter(Boolean);
  if (!starts.length) return null;
  const found = starts.map((start, n) => text.slice(start, starts[n + 1]).replace(/^[、,。 ]+|[、,。 ]+$/g, ""));
  return { rest: text.slice(0, starts[0]), found };
}

/** @param {string} note */
export function weekdaysMeant(note) {
  const match = OTHERWISE.full(note);
  if (!match || !ONLY_WEEKDAYS.full(match.days)) return [];
  return WEEKDAY_ALONE.all(match.days).map(day => WEEKDAYS.indexOf(day[0][0]));
}

// A compact note as the exceptions it lists, and what is left of it.
/** @param {string} note */
export function pieces(note) {
  const found = [];
  let position = 0;
  let match = LISTED.match(note);
  while (match) {
    found.push(match.one);
    position = match.end;
    match = LISTED.match(note, position);
  }
  return position < note.length ? found.concat(note.slice(position)) : found;
}

/** @param {string} item */
function readItem(item) {
  if (item.includes("祝") || item === "祭日") return exceptionsIn({ holidays: true });
  if (item === "年末年始") return exceptionsIn({ days: shared.new_year });
  if (item.includes("盆")) return exceptionsIn({ days: shared.bon });
  if (item.includes("休み")) return exceptionsIn({});
  if (item[0] === "第") return readWeeks(item);
  if (WEEKDAYS.includes(item[0])) return exceptionsIn({ weekdays: [WEEKDAYS.indexOf(item[0])] });
  if (/日$/.test(item.replace(/まで$/, ""))) {
    const days = spanOfDays(item);
    return days.length ? exceptionsIn({ days }) : null;
  }
  const months = readMonths(item);
  return months.length ? exceptionsIn({ months }) : null;
}

/** @param {string} item */
function readWeeks(item) {
  const weekday = item.includes("曜") ? WEEKDAYS.indexOf(item[item.indexOf("曜") - 1]) : -1;
  const weeks = NUMBER.all(item).map(m => number(m[0]));
  if (weeks.some(week => week < 1 || week > 5)) return null;
  return exceptionsIn({ weeks: weeks.map(week => [week, weekday]) });
}

/** @param {string} item */
function spanOfDays(item) {
  let found = NUMBER.all(item).map(m => number(m[0]));
  if (found.length === 3) found.splice(2, 0, found[0]);
  if (found.length !== 4) found = found.concat(found);
  let month = found[0];
  let day = found[1];
  const pairs = [];
  while (month >= 1 && month <= 12 && day >= 1 && day <= lastOf(2028, month) && pairs.length <= 366) {
    pairs.push([month, day]);
    if (month === found[2] && day === found[3]) return sortedPairs(pairs);
    if (day < lastOf(2028, month)) day += 1;
    else { month = (month % 12) + 1; day = 1; }
  }
  return [];
}

// The patterns without excepted weekdays and weeks; null if nothing is left or it cannot be said.
/** @param {DayPattern[]} patterns @param {any} exceptions @returns {DayPattern[] | null} */
export function reduced(patterns, exceptions) {
  if (!exceptions.weekdays.length && !exceptions.weeks.length) return patterns;
  const found = patterns.map(p => reducedPattern(p, exceptions));
  return found.length && !found.includes(null) ? /** @type {DayPattern[]} */ (found) : null;
}

/** @param {DayPattern} p @param {any} exceptions */
function reducedPattern(p, exceptions) {
  const weekdays = p.weekdays.filter(day => !exceptions.weekdays.includes(day));
  const meant = exceptions.weeks
    .filter((/** @type {number[]} */ pair) => pair[1] === -1 || weekdays.includes(pair[1]))
    .map((/** @type {number[]} */ pair) => pair[0]);
  const partly = weekdays.length > 1 && exceptions.weeks.some((/** @type {number[]} */ pair) => weekdays.includes(pair[1]));
  const unnumbered = same(p.weeks, [EVERY_OTHER_WEEK]) || !p.weeks.length;
  if (!weekdays.length || partly || (meant.length && unnumbered)) return null;
  if (!meant.length) return dayPattern(p.weeks, weekdays, p.times, p.notes);
  const all = same(p.weeks, [EVERY_WEEK]) ? [1, 2, 3, 4, 5] : p.weeks;
  const weeks = all.filter(week => !meant.includes(week));
  return weeks.length ? dayPattern(weeks, weekdays, p.times, p.notes) : null;
}

export { TAKES_AWAY };
