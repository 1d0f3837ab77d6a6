/* Numbers of documents, written as text by generator/search/postings.py. */
import { search_postings as shared } from "../tables.js";

const ENDS = shared.ends.length;
const GOES_ON = shared.goes_on.length;
// For each letter by its code the value that ends a step; below 0 that of one that goes on.
const VALUES = new Int8Array(128);
shared.ends.split("").forEach((letter, value) => { VALUES[letter.charCodeAt(0)] = value; });
shared.goes_on.split("").forEach((letter, value) => { VALUES[letter.charCodeAt(0)] = -1 - value; });

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
    const value = VALUES[text.charCodeAt(at)];
    if (value < 0) {
      digits.push(-1 - value);
    } else {
      number += 1 + (digits.length ? digits.reduceRight((sum, digit) => sum * GOES_ON + digit + ENDS, value) : value);
      if (digits.length) digits = [];
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
export const every = (all) => {
  const out = all[0].slice();
  all.slice(1).forEach((hits) => {
    for (let at = 0; at < out.length; at += 1) {
      if (out[at]) out[at] = hits[at] && Math.max(out[at], hits[at]);
    }
  });
  return out;
};

/** @param {Hits} hits @returns {number[]} the numbers of what was hit */
export const numbers = (hits) => {
  /** @type {number[]} */
  const out = [];
  for (let number = 0; number < hits.length; number += 1) {
    if (hits[number]) out.push(number);
  }
  return out;
};

/** @param {Hits} hits */
export const size = (hits) => {
  let sum = 0;
  for (let at = 0; at < hits.length; at += 1) sum += Number(hits[at] > 0);
  return sum;
};

/** @param {number} count of documents @param {number} found in how many of them; a rare word counts for more than a common one */
export const worthOf = (count, found) => Math.log(1 + count / (1 + found));
