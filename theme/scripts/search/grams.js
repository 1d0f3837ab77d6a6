/* Folded text as keys of the index: generator/search/grams.py in the browser. */
import { search_grams as shared } from "../tables.js";
import { KANA_ONLY, LATIN_RUN } from "./letters.js";

const RUN = new RegExp("[a-z0-9" + shared.other + "]+", "gu");
const UNIT = /[a-z0-9]+|./gu;

// Marks of keys: of a word in katakana or a lone kanji, of a name's first letter, behind a whole name.
export const ALONE = shared.alone;
export const BEGUN = shared.begun;
export const WHOLE = shared.whole;

/** @param {string} folded @returns {string[]} what stands between spaces and punctuation */
export const runs = (folded) => folded.match(RUN) || [];

/** @param {string} run @returns {string[]} its letters; Latin words and numbers as wholes */
export const units = (run) => run.match(UNIT) || [];

/** @typedef {{ beginning: string } | { keys: string[] }} Lookup the keys that a run must have, or what one of its keys begins with */

/** @param {string[]} parts of one run, three and more @returns {string[]} threes of them, so that every pair is in one */
const threes = (parts) => {
  const last = parts.length - 3;
  const out = [];
  for (let at = 0; at < last; at += 2) out.push(parts.slice(at, at + 3).join(""));
  return out.concat(parts.slice(last).join(""));
};

/** @param {string} run @returns {Lookup | null} null if it is nothing that one can look for */
const lookup = (run) => {
  const parts = units(run);
  if (parts.length > 2) return { keys: threes(parts) };
  if (parts.length === 2) return { keys: [run] };
  if (/^[a-z]{2,}$/.test(run)) return { beginning: run };
  // A single kana is looked for where names begin; a single letter of the alphabet says nothing.
  if (KANA_ONLY.test(run)) return { keys: [BEGUN + run] };
  return LATIN_RUN.test(run) && !/^[0-9]{2,}$/.test(run) ? null : { keys: [run] };
};

/** @param {string} folded @returns {Lookup[]} one for each run that can be looked for */
export const lookups = (folded) => runs(folded).map(lookup).filter((each) => each !== null);

/** @param {string} written @returns {string[]} the keys of what was written in katakana as it stands */
export const katakanaPairs = (written) => {
  const narrow = written.normalize("NFKC");
  const out = [];
  for (let at = 0; at + 1 < narrow.length; at += 1) out.push(narrow.substr(at, 2));
  return out;
};
