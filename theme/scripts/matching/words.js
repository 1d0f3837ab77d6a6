/* What is typed in one's own words, as the skills that it names. What nobody knows is said, never guessed. */

import { matching_typed as shared } from "../tables.js";

/** @typedef {Map<string, string[]>} Words folded word → values of the first question */
/** @typedef {{ heard: [string, string[]][], left: string[] }} Understood words as typed with their values; what nobody knows */

// What parts one thing from the next; words of other languages have spaces between them.
const BETWEEN = /[、。，．,・／/；;\n\u3000]+/;
const SPACES = /\s+/;
const JAPANESE = /[\u3005\u3040-\u30ff\u3400-\u9fff]/;
// Letters that are part of a longer word where they stand beside others of their kind: 歌 in 歌舞伎, pa in Japanese.
const KINDS = [/[\u3005\u3400-\u9fff]/, /[\u30a1-\u30fa\u30fc]/, /[A-Za-zＡ-Ｚａ-ｚ]/];
const [KANJI] = KINDS;
// What is left over and may be a thing of its own.
const THING = /[\u3005\u3400-\u9fff]{2,}|[ァ-ヺー]{2,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}/g;

/** @param {string} text folded @param {number} at @param {Words} words @param {number} longest @returns {number} letters of the longest word that begins there; 0 if none does */
const wordAt = (text, at, words, longest) => {
  for (let size = Math.min(longest, text.length - at); size > 0; size -= 1) {
    if (words.has(text.substr(at, size))) return size;
  }
  return 0;
};

/** @param {string} part as it is typed @param {number} from @param {number} to whether the letters from there on are a word for themselves */
const standsAlone = (part, from, to) => KINDS.every((kind) => {
  if (kind === KANJI && to - from > 1) return true;
  const joins = (/** @type {number} */ inside, /** @type {number} */ outside) =>
    kind.test(part.charAt(inside)) && kind.test(part.charAt(outside));
  return !joins(from, from - 1) && !joins(to - 1, to);
});

/**
 * @param {import("../search/fold.js").Folded} folded
 * @param {string} part as it is typed
 * @param {Words} words
 * @param {number} longest
 */
const inPart = (folded, part, words, longest) => {
  /** @type {[string, string[]][]} */
  const heard = [];
  let left = "";
  let at = 0;
  while (at < folded.text.length) {
    const long = wordAt(folded.text, at, words, longest);
    const size = long && standsAlone(part, folded.from[at], folded.to[at + long - 1]) ? long : 0;
    const end = at + (size || 1);
    const typed = part.slice(folded.from[at], folded.to[end - 1]);
    if (size) heard.push([typed, words.get(folded.text.slice(at, end)) || []]);
    left += size ? " " : typed;
    at = end;
  }
  return { heard, left };
};

/** @param {string} text its things; one of another language is one */
const parts = (text) => text.split(BETWEEN).reduce((/** @type {string[]} */ all, part) =>
  all.concat(JAPANESE.test(part) ? part.split(SPACES) : [part.trim()]), []).filter(Boolean);

/** @param {string} left what is no known word @returns {string[]} what of it may be a thing of its own */
const things = (left) =>
  JAPANESE.test(left) ? shared.around.reduce((text, word) => text.split(word).join(" "), left).match(THING) || [] : [];

/** @param {string} text @param {Words} words @param {import("../search/fold.js").Folding} folding @returns {Understood} */
export const understood = (text, words, folding) => {
  const longest = Array.from(words.keys()).reduce((most, word) => Math.max(most, word.length), 0);
  /** @type {Understood} */
  const found = { heard: [], left: [] };
  parts(text).forEach((part) => {
    const { heard, left } = inPart(folding.foldMap(part), part, words, longest);
    if (!heard.length || shared.against.some((word) => left.indexOf(word) >= 0)) {
      found.left.push(part);
      return;
    }
    found.heard.push(...heard);
    found.left.push(...things(left));
  });
  return found;
};
