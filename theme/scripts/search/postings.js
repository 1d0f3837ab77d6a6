/* Numbers of documents, written as text by generator/search/postings.py. */
import { search_postings as shared } from "../tables.js";

const ENDS = shared.ends.length;
const GOES_ON = shared.goes_on.length;

/** @typedef {Uint8Array} Hits for every document 0, or its step: the fewer, the more prominently it has what was sought */

/** The steps of a word as it was written; one more for another word of the same meaning. */
export const NAME = 2;
export const FIELD = 4;
export const SENTENCE = 6;
export const ELSEWHERE = 8;
export const NARROWER = 10;
/** The best step of a document that has related words only. */
export const RELATED = 5;
// The order in which zones are written.
const STEPS = [ELSEWHERE, SENTENCE, FIELD, NAME];

/** @param {string} text the numbers of one zone @param {(number: number) => void} found called with each */
const read = (text, found) => {
  /** @type {number[]} */
  let digits = [];
  let number = -1;
  for (let at = 0; at < text.length; at += 1) {
    const end = shared.ends.indexOf(text[at]);
    if (end < 0) {
      digits.push(shared.goes_on.indexOf(text[at]));
    } else {
      number += 1 + digits.reduceRight((value, digit) => value * GOES_ON + digit + ENDS, end);
      digits = [];
      found(number);
    }
  }
};

/** @param {string} text @returns {number[]} numbers that rise */
export const numbersOf = (text) => {
  /** @type {number[]} */
  const out = [];
  read(text, (number) => { out.push(number); });
  return out;
};

/** @param {string} text zones apart by a space @param {number} count of documents @returns {Hits} */
export const hitsOf = (text, count) => {
  const hits = new Uint8Array(count);
  text.split(" ").forEach((zone, at) => {
    read(zone, (number) => { hits[number] = STEPS[at]; });
  });
  return hits;
};

/** @param {number} count @returns {Hits} */
export const none = (count) => new Uint8Array(count);

/** @param {Hits} hits @param {(step: number, number: number) => number} change @returns {Hits} what was hit, at other steps; 0 drops it */
export const stepped = (hits, change) => hits.map((step, number) => (step ? change(step, number) : 0));

/** @param {Hits[]} all @param {number} count @returns {Hits} what any of them has, at its best step */
export const any = (all, count) => {
  const out = none(count);
  all.forEach((hits) => {
    for (let at = 0; at < count; at += 1) {
      if (hits[at] && (!out[at] || hits[at] < out[at])) out[at] = hits[at];
    }
  });
  return out;
};

/** @param {Hits[]} all one at least @returns {Hits} what all of them have, at its worst step */
export const every = (all) => all[0].map((first, at) =>
  all.reduce((worst, hits) => (worst && hits[at] ? Math.max(worst, hits[at]) : 0), first));

/** @param {Hits} hits @returns {number[]} the numbers of what was hit */
export const numbers = (hits) => {
  /** @type {number[]} */
  const out = [];
  hits.forEach((step, number) => { if (step) out.push(number); });
  return out;
};

/** @param {Hits} hits */
export const size = (hits) => hits.reduce((sum, step) => sum + (step ? 1 : 0), 0);

/** @param {number} count of documents @param {number} found in how many of them; a rare word counts for more than a common one */
export const worthOf = (count, found) => Math.log(1 + count / (1 + found));
