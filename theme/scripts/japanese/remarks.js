/* What else stands beside days that come round: generator/japanese/remarks.py. */
import { number } from "./dates.js";
import { tokens } from "./day-words.js";
import { joined, NONE, pieces, readException } from "./exceptions.js";
import { patterns } from "./expressions.js";
import { same } from "./patterns.js";
import { compact, strip } from "./text.js";
import { RANGE } from "./times.js";
import { remarks as shared } from "../tables.js";

const FIRST_REMARK = 0xe000;
const FIRST_PART = 0xe100;
const {
  ABOUT_DAYS, BRACKETS, FURTHERMORE, LEFT_OVER, MARK, MARKED, PART, PART_ALONE, SOME_TOTAL, TOTAL, WEATHER
} = patterns(shared);

// {body, marked, after}: the text with a mark where each of its remarks stood; null if there are too many.
/** @param {string} text */
export function takeNotes(text) {
  if (/[\ue000-\ue1ff]/.test(text)) return null;
  /** @type {any[]} */
  const notes = [];
  /** @param {number} kind @param {string} note */
  const marked = (kind, note) => {
    notes.push(note);
    return notes.length <= shared.most ? String.fromCharCode(kind + notes.length - 1) : "";
  };
  let body = BRACKETS.replace(text, match => {
    const inside = compact(match[1]);
    const otherwise = readException(inside);
    const unread = otherwise && otherwise.unread;
    if (!unread && (tokens(inside) || RANGE.full(inside))) return match[1];
    const note = strip(strip(match[1]).replace(/^※/, ""));
    return note ? marked(FIRST_REMARK, note) : "";
  });
  /** @type {string[]} */
  let split = [];
  MARKED.split(body).forEach(part => {
    split = split.concat(FURTHERMORE.split(part));
  });
  body = PART.replace(split[0], m => m[1] + marked(FIRST_PART, m[2]));
  if (notes.length > shared.most) return null;
  /** @type {string[]} */
  const inner = [];
  /** @type {string[]} */
  const after = [];
  split.slice(1).forEach(note => {
    MARK.all(note).forEach(m => { inner.push(saidAt(notes, m[0])); });
    after.push(LEFT_OVER.replace(note, "").replace(/^[ \t\r\n\u3000。]+|[ \t\r\n\u3000。]+$/g, ""));
  });
  return { body, marked: notes, after: inner.concat(after).filter(Boolean) };
}

/** @param {string[]} notes @param {string} mark */
export function saidAt(notes, mark) {
  const code = mark.charCodeAt(0);
  return notes[code - (code >= FIRST_PART ? FIRST_PART : FIRST_REMARK)];
}

// A compact text without 全8回 or 11日間, and these.
/** @param {string} text */
export function takeTotals(text) {
  const some = SOME_TOTAL;
  return { rest: some.replace(text, ""), found: some.all(text).map(m => m.total) };
}

// How often something takes place in all, if a remark says nothing but that; else null.
/** @param {string} note */
export function total(note) {
  const match = TOTAL.full(compact(note));
  return match ? number(match.times || match.days) : null;
}

/** @param {string} note */
function isPlainRemark(note) {
  return [WEATHER, TOTAL, PART_ALONE].some(words => words.full(note)) || !ABOUT_DAYS.test(note);
}

// What the remarks take away together; null if one speaks about days in a way that is not understood.
/** @param {string[]} notes */
export function exceptionsOf(notes) {
  const found = notes.map(note => takenBy(compact(note)));
  return found.includes(null) ? null : joined(found.reduce((/** @type {any} */ all, each) => all.concat(each), []));
}

// What one compact remark takes away, piece by piece; null if a piece is not understood.
/** @param {string} plain */
function takenBy(plain) {
  const whole = readException(plain);
  if (whole) return [whole];
  if (isPlainRemark(plain)) return [];
  const found = [];
  for (const piece of pieces(plain)) {
    const taken = readException(piece);
    if (taken) found.push(taken);
    else if (!isPlainRemark(piece)) return null;
  }
  return found;
}

/** @param {string} note */
export function takesAway(note) {
  const taken = exceptionsOf([note]);
  return taken !== null && !same(taken, NONE);
}

export { MARK };
