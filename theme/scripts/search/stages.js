/* What is tried when nothing has all the words as they were written: from sure to unsure. */
import { runs, units } from "./grams.js";
import { isSentence } from "./meanings.js";
import { strip } from "./phrases.js";
import { size, worthOf } from "./postings.js";
import { byScore, result } from "./ranking.js";
import { japanese, romanized, slip, slipInName, slipWithin } from "./respelling.js";
import { flat, unique } from "./sets.js";
import { allOf } from "./terms.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {import("./respelling.js").Respelling} Stage null: nothing found, go on */

export const MOST_TERMS = 6;
const MOST_HINTS = 12;
const MOST_MENDED = 2;
// Nearly all letters, but for an ending.
const WHOLE = 0.9;
const HINT_SHARE = 0.3;

/** @param {string[]} words */
const splitParts = (words) => {
  const parts = flat(words.map((word) => word.split(/の|・|&|＆|\+|＋/))).filter(Boolean).slice(0, MOST_TERMS);
  // 火 and 番, each anywhere, are not 火の番.
  return parts.length > words.length && parts.some((part) => part.length < 2) ? words : parts;
};

/** @type {Stage} */
const split = async (ground, query, words) => {
  const parts = splitParts(words);
  if (parts.length === words.length) return null;
  const answer = await allOf(ground, parts);
  return answer.numbers.length ? result(ground, query, answer) : null;
};

/**
 * 川べりの清掃 is also found apart, behind those that have it as it was written.
 *
 * @param {Ground} ground
 * @param {import("./terms.js").Answer} answer
 * @param {string[]} words
 */
export const joinedBySplit = async (ground, answer, words) => {
  const parts = splitParts(words);
  if (parts.length === words.length) return answer;
  const wider = await allOf(ground, parts);
  return { terms: wider.terms, first: answer.numbers, numbers: unique(answer.numbers.concat(wider.numbers)) };
};

/** @param {string} folded @returns {string[]} its letters two by two */
const pairsOf = (folded) => unique(flat(runs(folded).map((run) => {
  const parts = units(run);
  return parts.length > 1 ? parts.slice(1).map((part, at) => parts[at] + part) : [];
})));

/** @param {Ground} ground @param {string} query documents that have a little in common with it, to say where to look on */
export const hints = async (ground, query) => {
  const words = query.split(/\s+/).filter(Boolean);
  const pairs = unique(flat(words.map((word) => pairsOf(ground.folding.fold(word)))));
  const found = await Promise.all(pairs.map(ground.index.hits));
  const worth = found.map((hits) => worthOf(ground.index.count, size(hits)));
  const total = worth.reduce((sum, value) => sum + value, 0);
  /** @type {Map<number, number>} */
  const scores = new Map();
  found.forEach((hits, at) => {
    hits.forEach((step, number) => { if (step) scores.set(number, (scores.get(number) || 0) + worth[at] / total); });
  });
  // A slip is seldom made in the first letters of a word.
  const numbers = Array.from(scores.keys())
    .filter((number) => (scores.get(number) || 0) >= HINT_SHARE && (words.length > 1 || found[0][number] > 0));
  return byScore(ground, scores, numbers).slice(0, MOST_HINTS);
};

// A word in which a slip may be seen: 学収支援.
const MAY_SLIP = /^(?:[\u3005\u3400-\u9fff]{2,}|[ァ-ヺー]{4,})$/;

/** @type {Stage} a name is typed wrongly as a whole; who asks for something in a sentence did not mean to type one */
const name = async (ground, query, words, again, read) =>
  (strip(words.join(" ")).dropped.length ? null : slipInName(ground, query, words, again, read));

/** @param {string} text @returns {number} its letters without what holds words together */
const lettersIn = (text) => text.replace(/[のとをがはにでもへや・\s]/g, "").length;

/** @type {Stage} what several words mean that make up the whole question: nothing was mistyped then */
const meant = async (_ground, _query, words, _again, read) => {
  const found = await read();
  if (!found || found.near || found.ignored.length) return null;
  return lettersIn((found.words || []).join("")) >= WHOLE * lettersIn(strip(words.join(" ")).text) ? found : null;
};

/** @type {Stage} what a sentence means, and what it may have meant if some of its words stand nowhere */
const sentence = async (ground, _query, words, again, read) => {
  const found = isSentence(words) ? await read() : null;
  if (!found || !found.ignored.length) return found;
  const left = found.ignored.filter((word) => MAY_SLIP.test(word)).slice(0, MOST_MENDED);
  const other = left.length ? await slipWithin(ground, words.join(" ").normalize("NFKC"), left, again) : null;
  return other && other.ignored.length < found.ignored.length ? other : found;
};

/** @type {Stage} */
const meaning = (_ground, _query, _words, _again, read) => read();

/** @type {Stage[]} */
export const STAGES = [split, japanese, romanized, meant, name, sentence, slip, meaning];
/** For what was respelt already. @type {Stage[]} */
export const RESPELT = [split, meaning];
