/* The words of the grammar of recurrences: generator/japanese/day_words.py. */
import { WEEKDAYS } from "./dates.js";
import { patterns } from "./expressions.js";
import { day_words as shared } from "../tables.js";

/** @typedef {import("./expressions.js").Match} Match */
/** @typedef {{letter: string, text: string, after: string}} Token */

const { LABEL, TOKEN } = patterns(shared);

/** @param {Match} match */
function letterOf(match) {
  for (let n = 0; n < shared.letters.length; n += 1) if (match["t" + n] !== undefined) return shared.letters[n];
  return "";
}

// The words of a compact text, fillers left out; null if anything in it is not a word of the grammar.
/** @param {string} text */
export function tokens(text) {
  const label = LABEL.match(text);
  let position = label ? label.end : 0;
  /** @type {any[]} */
  const found = [];
  while (position < text.length) {
    const match = TOKEN.match(text, position);
    if (!match) return null;
    position = match.end;
    const letter = letterOf(match);
    if (letter !== "_") found.push({ letter, text: match[0], after: text.slice(position, position + 1) });
  }
  return found;
}

// The words of a compact text, and its other letters one by one, each with whether it is known.
/** @param {string} text */
function pieces(text) {
  /** @type {any[]} */
  const found = [];
  let position = 0;
  let unknownBefore = false;
  while (position < text.length) {
    const match = TOKEN.match(text, position);
    /** @type {boolean} */
    const known = match !== null && !(unknownBefore && WEEKDAYS.includes(match[0]));
    const piece = match ? match[0] : Array.from(text.slice(position, position + 2))[0];
    found.push({ known, text: piece });
    position += piece.length;
    unknownBefore = !known;
  }
  return found;
}

// Only what the grammar knows of a compact text.
/** @param {string} text */
export const words = text => pieces(text).map(piece => piece.known ? piece.text : "").join("");

// What the grammar does not know of a compact text, piece by piece.
/** @param {string} text */
export function unknown(text) {
  /** @type {any[]} */
  const found = [];
  let before = true;
  pieces(text).forEach(piece => {
    if (!piece.known && before) found.push(piece.text);
    else if (!piece.known) found[found.length - 1] += piece.text;
    before = piece.known;
  });
  return found;

/** @typedef {import("./expressions.js").Match} Match */
}
