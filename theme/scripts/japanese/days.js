/* The days that a text names: generator/japanese/days.py. */

/** @typedef {import("./patterns.js").DayPattern} DayPattern */
/** @typedef {import("./day-words.js").Token} Token */
import { number, WEEKDAYS } from "./dates.js";
import { tokens } from "./day-words.js";
import { patterns } from "./expressions.js";
import { ALL_DAYS, dayPattern, EVERY_OTHER_WEEK, EVERY_WEEK, has, range, same, sorted, WORKDAYS } from "./patterns.js";
import { days as shared } from "../tables.js";

export const HALF_YEARS = /** @type {Record<string, number[]>} */ (shared.half_years);
const { COUNT, LIST_ITEM, NUMBER_ITEM, SENSE, SEPARATED } = patterns(shared);

/**
 * @typedef {{patterns: DayPattern[], monthDays: number[], months: number[], frequency: string, onHolidays: boolean,
 *   skipHolidays: boolean, part: string, marks: {at: number, mark: string}[]}} Days
 */

// Days that are named, with what is not named left empty.
/** @param {any} found @returns {Days} */
export function daysOf(found) {
  const none = { patterns: [], monthDays: [], months: [], frequency: "", onHolidays: false, skipHolidays: false, part: "", marks: [] };
  return Object.assign(none, found);
}

/** @param {Token[]} named @param {string} letter */
function one(named, letter) {
  const token = named.find(t => t.letter === letter);
  return token ? token.text : "";
}

/** @param {string} text @param {string} letter */
const count = (text, letter) => text.split(letter).length - 1;

// The days a compact text (without times and remarks) names; null if it does not clearly name any.
/** @param {string} text */
export function readDays(text) {
  const found = tokens(text);
  if (!found) return null;
  const parts = found.filter(t => t.letter === "P");
  const named = trimmed(found.filter(t => !/[PRL]/.test(t.letter)));
  const letters = named.map(t => t.letter).join("");
  if (!SENSE.full(letters) || count(letters, "S") > 1 || count(letters, "F") > 1 || parts.length > 1) {
    return null;
  }
  const patterns = patternsOf(named), months = monthsOf(named), monthDays = monthDaysOf(named);
  if (!patterns || !months || !monthDays || !monthsAreClear(named)) return null;
  if (/[AB]/.test(letters) && patterns.length > 1) return null;
  const part = parts.map(t => t.text).join("");
  return withFrequency(daysOf({ patterns, monthDays, months, part, marks: marksOf(found) }), named);
}

/** @param {Token[]} found */
function marksOf(found) {
  let patterns = 0;
  /** @type {any[]} */
  const marks = [];
  found.forEach(token => {
    if (/[ABD]/.test(token.letter)) patterns += 1;
    if (/[RL]/.test(token.letter)) marks.push({ at: patterns - (token.letter === "R" ? 1 : 0), mark: token.text });
  });
  return marks;
}

/** @param {Token[]} found */
function trimmed(found) {
  let first = 0, last = found.length;
  while (first < last && /[,+]/.test(found[first].letter)) first += 1;
  while (last > first && /[,+]/.test(found[last - 1].letter)) last -= 1;
  return found.slice(first, last);
}

/** @param {Token[]} named */
function monthsAreClear(named) {
  return !named.some((token, n) => {
    const following = named[n + 1];
    if (!following || token.letter !== "S" || !/[DT]/.test(following.letter)) return false;
    return !/[のは]$/.test(token.text) && named[0].letter !== "Y";
  });
}

/** @param {any} found @param {Token[]} named */
function withFrequency(found, named) {
  found.skipHolidays = named.some(t => t.letter === "B");
  found.onHolidays = named.some(t => t.letter === "D" && t.text.includes("祝"));
  const frequency = one(named, "F");
  if (!frequency) return found;
  const letters = named.map(t => t.letter).join("");
  const together = letters === "FD" || letters === "DF";
  if (together && frequency[0] === "週" && sameCount(frequency, found.patterns)) return found;
  if (together || letters === "F") {
    const patterns = found.patterns.map((/** @type {DayPattern} */ p) => dayPattern([], p.weekdays));
    const often = frequency.replace(/~/g, "〜");
    return found.onHolidays ? null : daysOf({ patterns, frequency: often, part: found.part, marks: found.marks });
  }
  if (letters.includes("S") || found.onHolidays) return null;
  return sameCount(frequency, found.patterns) ? found : null;
}

/** @param {string} frequency @param {DayPattern[]} patterns */
function sameCount(frequency, patterns) {
  const match = COUNT.full(frequency);
  if (!match) return false;
  const weekly = match[1] === "週";
  const mixed = patterns.some(p => same(p.weeks, [EVERY_WEEK]) !== weekly || p.weeks.includes(EVERY_OTHER_WEEK));
  return !mixed && number(match[2]) === patterns.reduce((n, p) => n + p.weeks.length * p.weekdays.length, 0);
}

/** @param {Token[]} named */
function patternsOf(named) {
  /** @type {any[]} */
  const found = [];
  for (let n = 0; n < named.length; n += 1) {
    const token = named[n];
    if (token.letter === "A" || token.letter === "B") {
      found.push(dayPattern([EVERY_WEEK], token.letter === "A" ? ALL_DAYS : WORKDAYS));
    }
    if (token.letter !== "D") continue;
    const before = n ? named[n - 1] : null;
    const weeks = weeksBefore(before);
    const on = weekdaysOf(token);
    if (!weeks.length || !on.length || !isPlain(token, before, found.length > 0, weeks)) return null;
    if (same(weeks, [EVERY_WEEK]) && !(before && before.letter === "W") && needsPrefix(found)) return null;
    found.push(dayPattern(weeks, on));
  }
  return found;
}

/** @param {DayPattern[]} found */
function needsPrefix(found) {
  return found.some(p => !same(p.weeks, [EVERY_WEEK]));
}

/** @param {Token | null} before */
function weeksBefore(before) {
  if (!before || !/[NO]/.test(before.letter)) return [EVERY_WEEK];
  if (before.letter === "O") return [EVERY_OTHER_WEEK];
  return numbers(before.text, 1, 5, shared.last_weeks);
}

/** @param {string} text @param {number} least @param {number} most @param {Record<string, number>} names */
function numbers(text, least, most, names) {
  /** @type {any[]} */
  let found = [];
  const items = NUMBER_ITEM.all(text);
  for (let n = 0; n < items.length; n += 1) {
    const written = items[n].number;
    const named = has(names, written);
    const value = named ? names[written] : number(written);
    const first = items[n].to && found.length ? found[found.length - 1] : value;
    const wraps = first > value && most === 12;
    if (!((value >= least && value <= most) || named) || (first > value && !wraps)) return [];
    found = found.concat(wraps ? range(first, most + 1).concat(range(least, value + 1)) : range(first, value + 1));
  }
  return sorted(found);
}

/** @param {Token} token */
function weekdaysOf(token) {
  /** @type {any[]} */
  let found = [];
  LIST_ITEM.all(token.text).forEach(item => {
    if (item.day[0] === "祝") return;
    const day = WEEKDAYS.indexOf(item.day[0]);
    const first = item.to && found.length ? found[found.length - 1] : day;
    found = found.concat(range(first, day >= first ? day + 1 : day + 8).map(d => d % 7));
  });
  return sorted(found);
}

/** @param {Token} token @param {Token | null} before @param {boolean} later @param {any} weeks */
function isPlain(token, before, later, weeks) {
  const text = token.text.replace(/のみ$/, "").replace(/だけ$/, "");
  if (text.includes("祝") && !same(weeks, [EVERY_WEEK])) return false;
  if (before && before.letter === "N" && !shareWeeks(text, before.text)) return false;
  if (text.includes("曜")) return true;
  const after = /[\ue000-\ue1ff]/.test(token.after) ? "" : token.after;
  if (!shared.after_bare.includes(after) || /月日|日月/.test(text)) return false;
  return LIST_ITEM.all(text).length > 1 || before !== null || (!later && after === "");
}

/** @param {string} text @param {string} weeks */
function shareWeeks(text, weeks) {
  const several = count(text, "曜") > 1;
  return !several || weeks.includes("週") || /の$/.test(weeks) || !SEPARATED.test(text);
}

/** @param {Token[]} named */
function monthsOf(named) {
  const text = one(named, "S");
  if (!text) return [];
  const months = readMonths(text);
  return months.length ? months : null;
}

/** @param {string} text */
export const readMonths = text => HALF_YEARS[text.slice(0, 3)] || numbers(text, 1, 12, {});

/** @param {Token[]} named */
function monthDaysOf(named) {
  const text = one(named, "T");
  if (!text) return [];
  if (/く日$/.test(text)) return range(1, 32).filter(d => d % 10 === Number(text[0]));
  const found = numbers(text, 1, 31, shared.last_days);
  return found.length ? found : null;
}
