/* In which order documents stand: the exact name, then how prominently they have the words, then their own number. */
import { BEGUN, WHOLE } from "./grams.js";
import { NAME, numbers as numbersIn, SENTENCE } from "./postings.js";
import { flat, unique } from "./sets.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./terms.js").Answer} Answer */
/**
 * Documents in their order, what to mark in them, and how they were come by: `near` if they have not all that was asked
 * for, `ignored` words that they do not have, what was sought `instead`, the `words` that were taken from a sentence.
 *
 * `told` is what the page says of a sentence: nouns that were sought, that stand nowhere, that stand elsewhere only.
 *
 * @typedef {{ words: string[], missing: string[], apart: string[] }} Told
 * @typedef {{
 *   numbers: number[], marks: string[], near: boolean, ignored: string[], instead: string, words?: string[], told?: Told, empty?: boolean
 * }} Result
 */

// Worse than any step that a word can have.
const MISSING = 12;

/**
 * Last comes what is over, and with it the pages of text, unless it is their title that was asked for: a page that
 * speaks of biscuits is behind a sale of biscuits, even one that was last year.
 *
 * @param {Ground} ground
 * @param {number[]} numbers
 * @param {(number: number) => number} rank the less, the better
 * @param {(number: number) => boolean} entitled
 */
const by = ({ town }, numbers, rank, entitled) => {
  /** @param {number} number */
  const page = (number) => Number(town.isPage(number) && !entitled(number));
  /** @param {number} number */
  const late = (number) => (town.over(number) ? 1 : page(number));
  return numbers.slice().sort((a, b) => late(a) - late(b) || rank(a) - rank(b) || page(a) - page(b) || a - b);
};

/**
 * A page of text that has the words somewhere is not what was asked for, unless nothing else has them.
 *
 * @param {Ground} ground
 * @param {number[]} numbers
 * @param {(number: number) => boolean} kept
 */
const withoutPages = ({ town }, numbers, kept) =>
  (numbers.every(town.isPage) ? numbers : numbers.filter((number) => !town.isPage(number) || kept(number)));

/**
 * The best first.
 *
 * @param {Ground} ground
 * @param {Map<number, number>} scores
 * @param {number[]} numbers
 * @param {(number: number) => boolean} [entitled] whether it is a page of text whose title says what was asked
 */
export const byScore = (ground, scores, numbers, entitled = () => false) => by(
  ground, withoutPages(ground, numbers, entitled), (number) => -(scores.get(number) || 0), entitled);

/** @param {Answer} answer @param {number} number @param {number} most whether it has all words at that step or better */
const prominent = ({ terms }, number, most) => terms.every(({ hits }) => hits[number] > 0 && hits[number] <= most + 1);

/** @param {Ground} ground @param {Answer} answer @returns {boolean} whether it is the title of a page of text that was asked for */
export const asksForPage = ({ town }, answer) =>
  answer.numbers.some((number) => town.isPage(number) && prominent(answer, number, NAME));

/** @param {Ground} ground @param {Answer} answer @returns {(number: number) => boolean} whether all words stand in its name and it is not over */
export const named = ({ town }, answer) => (number) => !town.over(number) && prominent(answer, number, NAME);

/** @param {Ground} ground @param {string} query @returns {Promise<Set<number>>} the documents with just that name */
const exactly = async ({ index, folding }, query) => {
  const name = folding.fold(query).replace(/\s+/g, "");
  return new Set(name ? numbersIn(await index.hits(BEGUN + name + WHOLE)) : []);
};

/** @param {Ground} ground @param {string} query whether it is just the name of something */
export const isName = async (ground, query) => (await exactly(ground, query)).size > 0;

/** @param {Ground} ground @param {string} query @param {Answer} answer @returns {Promise<Answer>} with what is called just so: no part of Q&A can be looked up */
export const withExact = async (ground, query, answer) =>
  ({ ...answer, numbers: unique(Array.from(await exactly(ground, query)).concat(answer.numbers)) });

/** @param {Answer} answer @param {number} number */
const sumOf = ({ terms, first }, number) =>
  (first && first.indexOf(number) >= 0 ? NAME : NAME + terms.reduce((sum, { hits }) => sum + (hits[number] || MISSING), 0));

/** @param {Ground} ground @param {string} query @param {Answer} answer @param {Partial<Result>} [extra] @returns {Promise<Result>} */
export const result = async (ground, query, answer, extra) => {
  const exact = await exactly(ground, query);
  const sums = new Map(answer.numbers.map((number) => [number, exact.has(number) ? 0 : sumOf(answer, number)]));
  return {
    numbers: by(ground, withoutPages(ground, answer.numbers, (number) => exact.has(number) || prominent(answer, number, SENTENCE)),
      (number) => sums.get(number) || 0, (number) => exact.has(number) || prominent(answer, number, NAME)),
    marks: unique(flat(answer.terms.map((term) => term.marks))).filter(Boolean),
    near: answer.terms.some(({ related }) => related), ignored: [], instead: "", ...extra
  };
};
