/* The help for a recurrence that is not understood: generator/japanese/nearest.py. */
import { assembled, parted } from "./clauses.js";
import { words, unknown } from "./day-words.js";
import { TAKES_AWAY } from "./exceptions.js";
import { expression, patterns } from "./expressions.js";
import { BUILDING, mentions } from "./mentions.js";
import { IN_WORDS } from "./patterns.js";
import { exceptionsOf, MARK, saidAt, takeNotes } from "./remarks.js";
import { inJapanese } from "./spellings.js";
import { compact, lengthOf, strip } from "./text.js";
import { RANGE, readRange, showRange, withColons } from "./times.js";
import { LIMIT } from "./unclear.js";
import { showRecurrence } from "./wording.js";
import { nearest as shared } from "../tables.js";

const { MAY_BE_LEFT, NOTHING_LEFT, SPACES, WITHOUT_ORDINAL } = patterns(shared);

/** @param {string} text */
export const oneLine = text => strip(SPACES.replace(text, " "));
/** @param {string} text */
const withoutMarks = text => text.replace(/[\ue000-\ue1ff]/g, "");

// {text, left}: what would be understood, and what of the text it leaves out; if need be all of it kept in words.
/** @param {string} text @param {any} parts @param {any} problem */
export function nearest(text, parts, problem) {
  const found = parts && lengthOf(text) <= shared.longest ? likely(text, parts, problem) : null;
  return found || { text: inWords(text), left: "" };
}

/** @param {string} text */
function inWords(text) {
  const prefix = IN_WORDS;
  const plain = withoutMarks(oneLine(text));
  return plain && lengthOf(plain) <= LIMIT - prefix.length ? prefix + plain : shared.example;
}

/** @param {string} text @param {any} parts @param {any} problem */
function likely(text, parts, problem) {
  if (TAKES_AWAY.test(parts.body)) return null;
  const meant = mentions(compact(inJapanese(text)));
  const marks = MARK.all(parts.body);
  const every = marks.map(m => saidAt(parts.noted.marked, m[0])).concat(parts.notes);
  const kept = every.filter(note => exceptionsOf([note]) !== null);
  const blocked = every.filter(note => exceptionsOf([note]) === null);
  const body = withoutMarks(problem ? compact(problem.suggestion) : parts.body) + blocked.map(compact).join("");
  /** @param {import("./expressions.js").Match} m */
  const ordinal = m => "第" + m[1];
  const known = knownOf(WITHOUT_ORDINAL.replace(withColons(body), ordinal));
  // Something there may say when (4月から, だめなら, どこかの, 旧暦).
  if (!known.left.every(piece => MAY_BE_LEFT.full(piece))) return null;
  for (let n = 0; n < shared.repairs.length; n += 1) {
    const fixed = expression(shared.repairs[n][0]).replace(known.text, shared.repairs[n][1], 1);
    const found = read({ body: fixed, marked: [], after: [] }, fixed);
    if (!found) continue;
    const shown = showRecurrence(found) + kept.map(note => "（" + note + "）").join("");
    if (mentions(compact(shown)) === meant && read(takeNotes(inJapanese(shown)), shown)) return { text: shown, left: known.left.join("、") };
  }
  return null;
}

/** @param {any} noted @param {string} text */
function read(noted, text) {
  const parts = noted ? parted(noted) : null;
  const found = parts ? assembled(parts, text) : null;
  return found && !found.unclear ? found : null;
}

/** @param {string} plain */
function knownOf(plain) {
  const building = BUILDING;
  /** @type {any[]} */
  const parts = [];
  let left = building.all(plain).map(m => m[0]);
  let position = 0;
  plain = building.replace(plain, "\n");
  /** @param {string} text */
  const take = text => {
    parts.push(words(text));
    left = left.concat(unknown(text));
  };
  RANGE.all(plain).forEach(match => {
    const span = readRange(match, plain);
    take(plain.slice(position, match.index));
    parts.push(span.unclear ? "" : showRange(span));
    position = match.end;
  });
  take(plain.slice(position));
  const named = left.filter(piece => !NOTHING_LEFT.full(piece));
  return { text: compact(parts.join("")), left: named };
}
