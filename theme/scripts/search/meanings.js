/* A whole sentence: what carries its meaning, and the documents that have most of it. */
import { KANA_ONLY, KANJI } from "./letters.js";
import { size } from "./postings.js";
import { byScore, worthOf } from "./ranking.js";
import { flat, unique } from "./sets.js";
import { forTerm } from "./terms.js";

/** @typedef {import("./terms.js").Ground} Ground */

const SHORTEST = 5;
const LONGEST = 12;
const MOST_TERMS = 6;
const MOST_NEAR = 30;

/** @param {Ground} ground @param {string} text folded @param {number} at the length of a word that stands here; 0 if none does */
const knownAt = ({ index }, text, at) => {
  for (let length = Math.min(LONGEST, text.length - at); length > 1; length -= 1) {
    const word = text.substr(at, length);
    if (index.word(word) && (length > 2 || !KANA_ONLY.test(word))) return length;
  }
  // A lone kanji between kana: 川 in 「川をきれいに」.
  const alone = KANJI.test(text[at]) && !KANJI.test(text[at - 1] || "") && !KANJI.test(text[at + 1] || "");
  return alone && (index.word(text[at]) || /[をがはにでとのへ]/.test(text[at + 1] || "")) ? 1 : 0;
};

/**
 * What carries the meaning of a sentence: words we know, and runs of kanji, katakana or Latin letters.
 *
 * @param {Ground} ground
 * @param {string} text
 */
const meanings = async (ground, text) => {
  const folded = ground.folding.foldMap(text);
  await ground.index.prepare(folded.text);
  /** @type {string[]} */
  let parts = [];
  let rest = "";
  const flush = () => {
    parts = parts.concat(rest.match(/[\u3005\u3400-\u9fff]{2,}|[ァ-ヺー]{2,}|[A-Za-z0-9]{2,}/g) || []);
    rest = "";
  };
  for (let at = 0; at < folded.text.length; ) {
    const length = knownAt(ground, folded.text, at);
    if (length) flush();
    if (length) parts.push(folded.text.substr(at, length));
    else rest += text.slice(folded.from[at], folded.to[at]);
    at += length || 1;
  }
  flush();
  return unique(parts).slice(0, MOST_TERMS);
};

/** @param {Ground} ground @param {import("./terms.js").Term[]} terms */
const scoresOf = (ground, terms) => {
  /** @type {Map<number, number>} */
  const scores = new Map();
  terms.forEach((term) => {
    const worth = worthOf(ground, size(term.hits));
    term.hits.forEach((step, number) => {
      if (step) scores.set(number, (scores.get(number) || 0) + worth * (1.5 - step / 20));
    });
  });
  return scores;
};

/** @type {import("./stages.js").Stage} documents with most of what carries the meaning; a rare word counts for more */
export const meaning = async (ground, _, words) => {
  const text = words.join(" ").normalize("NFKC");
  if (text.length < SHORTEST || !/[^\u3005\u3400-\u9fffァ-ヺーA-Za-z0-9]/.test(text)) return null;
  const parts = await meanings(ground, text);
  if (!parts.length || (parts.length === 1 && parts[0] === ground.folding.fold(words.join("")))) return null;
  const terms = await Promise.all(parts.map((part) => forTerm(ground, part)));
  const scores = scoresOf(ground, terms);
  const best = Math.max(0, ...Array.from(scores.values()));
  if (!best) return null;
  const kept = byScore(ground, scores, Array.from(scores.keys()).filter((n) => (scores.get(n) || 0) >= best * 0.7));
  const used = parts.filter((_part, at) => terms[at].hits[kept[0]] > 0);
  return {
    numbers: kept.slice(0, MOST_NEAR), marks: unique(flat(terms.map((term) => term.marks))), near: true,
    ignored: parts.filter((part) => used.indexOf(part) < 0), instead: used.join("　")
  };
};
