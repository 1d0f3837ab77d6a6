/* What a text announces of an event (cancelled, postponed, moved online, full): generator/japanese/announced.py.
 *
 * An announcement is {status, words, year, month, day}, 0 for what is not named; null for none.
 */

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./expressions.js").Match} Match */
import { compared, nextDay } from "./calendar.js";
import { pattern, patterns } from "./expressions.js";
import { narrow, strip } from "./text.js";
import { notices as shared } from "../tables.js";

const {
  ADVERBS, ANEW, APART, BLANK, BRACKETS, DAY, DRAWN, ENDS, EVENT, FOR_THAT, HELD, LEAD, MAY, OBJECT, ON_THE_WEB, PART,
  PART_OF_ALL, SIGN, STILL_OPEN, TOPIC, WEATHER, WEEKDAY, YEAR
} = patterns(shared);

const NOTICES = byStatus(shared.notices);
const SAYINGS = byStatus(shared.sayings);
const [, POSTPONED, ONLINE, FULL] = shared.statuses;

/** @param {any} table */
function byStatus(table) {
  /** @type {Record<string, ReturnType<typeof pattern>>} */
  const made = {};
  Object.keys(table).forEach(status => { made[status] = pattern(table[status]); });
  return made;
}

/** @param {Match} bracket */
const inside = bracket => strip(bracket[0].slice(1, -1));
/** @param {any} part */
const filled = part => Boolean(part);

// Each line, with a stretch of it that may announce something, and whether that stands alone.
/** @param {string} text @param {boolean} inTitle */
function pieces(text, inTitle) {
  /** @type {any[]} */
  const out = [];
  text.split("\n").forEach(written => {
    const line = strip(written.slice(/** @type {any} */ (LEAD.match(written)).end));
    const brackets = BRACKETS.all(line);
    brackets.forEach(bracket => {
      if (inTitle || bracket.index === 0) out.push([line, inside(bracket), true]);
    });
    // A condition in brackets stays where it is.
    const rest = BRACKETS.replace(line, bracket => MAY.test(bracket[0]) || WEATHER.test(bracket[0]) ? bracket[0] : "");
    if (inTitle) {
      const ends = APART.split(rest).filter(filled), words = BLANK.split(rest).filter(filled);
      ends.slice(0, 1).concat(ends.slice(-1), words.slice(0, 1), words.slice(-1)).forEach(part => {
        out.push([line, part, true]);
      });
    }
    ENDS.split(rest).map(strip).filter(filled).forEach(part => { out.push([line, part, part === line]); });
    brackets.forEach(bracket => { out.push([line, inside(bracket), false]); });
  });
  return out;
}

/** @param {any} status @param {string} words @param {boolean} alone @param {string} title */
function said(status, words, alone, title) {
  if (alone && (status !== FULL || !title) && !MAY.test(words) && isNoted(status, words)) return words;
  const found = SAYINGS[status].all(words).find(match => {
    const head = ADVERBS.replace(words.slice(Math.max(0, match.index - shared.before), match.index), "");
    return !MAY.test(head) && isSaid(status, match, head, title);
  });
  return found ? found[0] : "";
}

/** @param {any} status @param {string} words */
function isNoted(status, words) {
  const notice = NOTICES[status];
  return Boolean(notice.full(words) || notice.full(BLANK.replace(words, "")));
}

/** @param {any} status @param {Match} match @param {string} head @param {string} title */
function isSaid(status, match, head, title) {
  const after = match.input.slice(match.end);
  if (status === FULL) return !PART_OF_ALL.test(head) && !DRAWN.test(after);
  if (status === ONLINE) return !ON_THE_WEB.test(head);
  if (match.now !== undefined && WEATHER.test(head)) return false;
  const forThat = FOR_THAT.test(head), isWeather = WEATHER.test(head);
  if (match.bare !== undefined && !forThat && (title || isWeather || !HELD.test(head))) return false;
  if (match.about !== undefined && (title || isWeather || !EVENT.test(head.replace(/の$/, "")))) return false;
  if (status === POSTPONED && ANEW.test(head)) return false;
  return isAboutIt(head, title);
}

/** @param {string} head @param {string} title */
function isAboutIt(head, title) {
  const topic = TOPIC.all(head).pop();
  const object = OBJECT.search(topic ? head.slice(topic.end) : head);
  return (topic ? [topic.topic] : []).concat(object && object.object ? [object.object] : []).every(words => {
    if (title && narrow(title).includes(words)) return true;
    return !PART.test(words) && (!title || EVENT.test(words));
  });
}

// The year, month and day of which a line speaks.
/** @param {string} line */
function dated(line) {
  const day = DAY.all(line).pop(), match = day || YEAR.search(line);
  if (!match) return [0, 0, 0];
  const year = match.count ? 2018 + +match.count : +(match.year || 0);
  return day ? [year, +day.month, +(day.day || 0)] : [year, 0, 0];
}

// What a text announces of the event with this title; without a title the text is one itself.
/** @param {string} text @param {string} title */
export function announced(text, title) {
  const plain = WEEKDAY.replace(narrow(Array.from(text).slice(0, shared.most).join("")), "");
  if (!SIGN.test(BLANK.replace(plain, ""))) return null;
  const all = pieces(plain, !title);
  const known = STILL_OPEN.test(plain) ? shared.statuses.slice(0, -1) : shared.statuses;
  return known.map(status => announcedAs(status, all, title)).find(Boolean) || null;
}

/** @param {any} status @param {any[]} all @param {string} title */
function announcedAs(status, all, title) {
  for (const [line, words, alone] of all) {
    const found = said(status, words, alone, title);
    if (found) {
      const [year, month, day] = dated(alone ? line : words);
      return { status, words: line.includes("【" + found + "】") ? "【" + found + "】" : found, year, month, day };
    }
  }
  return null;
}

/** @param {any} said @param {Day} day */
function isOn(said, day) {
  return (!said.year || said.year === day.year || said.year === day.year - (day.month < 4 ? 1 : 0))
    && (!said.month || said.month === day.month) && (!said.day || said.day === day.day);
}

// Whether it may be about a day in one of these spans; without any span it may. Of a span no more than a year is looked at.
/** @param {any} said @param {Day[][]} spans */
export function touches(said, spans) {
  return !spans.length || spans.some(([first, last]) => {
    let day = first;
    for (let n = 0; n <= 366 && compared(day, last) <= 0; n += 1, day = nextDay(day)) if (isOn(said, day)) return true;
    return false;
  });
}
