/* A whole sentence, or a word made of several: what carries its meaning, and the documents that have most of it. */
import { ELSEWHERE, numbers as numbersIn, size } from "./postings.js";
import { byScore, worthOf } from "./ranking.js";
import { segments } from "./segments.js";
import { flat, unique } from "./sets.js";
import { forTerm } from "./terms.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./terms.js").Term} Term */
/** @typedef {Term & { worth: number }} Part */

const MOST_PARTS = 8;
const MOST_NEAR = 30;
// Of what the best document has of the sentence, and of what the sentence asks for.
const SHARE = 0.65;
const COVERED = 0.15;
// What is done tells less than what it is done with.
const VERB = 0.5;

/** @param {number} step how much a word counts where it stands */
const weight = (step) => 1.12 - step * 0.06 - (step >= ELSEWHERE ? 0.1 : 0);

/** @param {Ground} ground @param {import("./segments.js").Segment} segment @returns {Promise<Part>} */
const part = async (ground, { text, verb }) => {
  const term = await forTerm(ground, text);
  return { ...term, worth: worthOf(ground, size(term.hits)) * (verb ? VERB : 1) };
};

/** @param {Ground} ground @param {string[]} words @returns {Promise<Part[]>} what carries the meaning of a question */
export const partsOf = async (ground, words) => {
  const found = flat(await Promise.all(words.map((word) => segments(ground, word))));
  return Promise.all(found.slice(0, MOST_PARTS).map((segment) => part(ground, segment)));
};

/** @param {Part[]} parts @param {number} number */
const scoreOf = (parts, number) =>
  parts.reduce((sum, { hits, worth }) => sum + (hits[number] ? worth * weight(hits[number]) : 0), 0);

/** @type {import("./stages.js").Stage} documents with most of what carries the meaning; a rare word counts for more */
export const meaning = async (ground, _, words) => {
  const parts = await partsOf(ground, words);
  if (!parts.length || (parts.length === 1 && parts[0].written === words.join(""))) return null;
  const all = parts.reduce((sum, { worth }) => sum + worth, 0);
  /** @type {Map<number, number>} */
  const scores = new Map(unique(flat(parts.map(({ hits }) => numbersIn(hits)))).map((number) => [number, scoreOf(parts, number)]));
  const best = Math.max(0, ...Array.from(scores.values()));
  if (best < COVERED * all) return null;
  const kept = byScore(ground, scores, Array.from(scores.keys()).filter((number) => (scores.get(number) || 0) >= best * SHARE));
  const used = parts.filter(({ hits }) => hits[kept[0]] > 0);
  return {
    numbers: kept.slice(0, MOST_NEAR), marks: unique(flat(used.map(({ marks }) => marks))), near: true,
    ignored: parts.filter((one) => used.indexOf(one) < 0).map(({ written }) => written),
    instead: used.map(({ written }) => written).join("　")
  };
};
