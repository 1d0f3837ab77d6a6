/* Folded text as the ASCII tokens by which it is found: generator/search/tokens.py in the browser. */
import { search_tokens as shared } from "../tables.js";
import { LATIN_RUN } from "./letters.js";

const RUN = new RegExp("[a-z0-9]+|[" + shared.other + "]+", "gu");

// Before and behind a whole name, after the letter of its zone.
export const START = shared.start;
export const END = shared.end;

/** @param {string} text four digits for each UTF-16 unit */
export const hex = (text) =>
  text.split("").map((letter) => letter.charCodeAt(0).toString(16).padStart(4, "0")).join("");

/**
 * The tokens of a folded text in reading order, so that a phrase of them is a true substring.
 *
 * @param {string} zone `x` everything, `n` names, `f` fields and areas, `l` the sentence about it
 * @param {string} folded
 * @returns {string[]}
 */
export const stream = (zone, folded) => {
  /** @type {string[]} */
  const out = [];
  (folded.match(RUN) || []).forEach((run) => {
    if (LATIN_RUN.test(run)) {
      out.push(zone + "w" + run + "zz");
      return;
    }
    const digits = hex(run);
    if (digits.length === 4) out.push(zone + "u" + digits);
    for (let at = 0; at + 8 <= digits.length; at += 4) out.push(zone + digits.substr(at, 8));
  });
  return out;
};

/** @param {string} written the tokens of what was written in katakana as it stands */
export const katakanaPairs = (written) => {
  const narrow = written.normalize("NFKC");
  const out = [];
  for (let at = 0; at + 1 < narrow.length; at += 1) out.push("k" + hex(narrow.substr(at, 2)));
  return out;
};
