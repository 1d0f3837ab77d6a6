/* Search without a page: a question in, the numbers of documents out. */
import { makeFind } from "./find.js";
import { makeFolding } from "./fold.js";
import { result } from "./ranking.js";
import { oneOff } from "./slips.js";
import { hints, joinedBySplit, MOST_TERMS, STAGES } from "./stages.js";
import { makeWidening } from "./synonyms.js";
import { allOf } from "./terms.js";
import { stream } from "./tokens.js";

/** @typedef {import("./ranking.js").Result} Result */

const LONGEST_QUERY = 80;

/** @returns {Result} */
const nothing = () => ({ numbers: [], marks: [], near: false, ignored: [], instead: "" });

/** @param {import("./terms.js").Ground} ground @param {string} asked */
const wordsOf = (ground, asked) => {
  const words = asked.split(/[\s、，,。]+/).filter((word) => stream("x", ground.folding.fold(word)).length);
  const together = ground.folding.fold(words.join(""));
  return words.length > 1 && ground.known.has(together) ? [together] : words.slice(0, MOST_TERMS);
};

/** @param {import("./terms.js").Ground} ground @param {string} query @returns {Promise<Result>} */
const search = async (ground, query) => {
  const asked = query.slice(0, LONGEST_QUERY).trim();
  const words = wordsOf(ground, asked);
  if (!words.length) return { ...nothing(), empty: true };
  const answer = await allOf(ground, words);
  if (answer.numbers.size) return result(ground, asked, await joinedBySplit(ground, answer, words));
  for (const stage of STAGES) {
    const found = await stage(ground, asked, words);
    if (found) return found;
  }
  return nothing();
};

/**
 * `search(query)` promises documents in order, `hints(query)` some that have a little in common with it.
 *
 * @param {import("./synonyms.js").Table} table
 * @param {import("./facets.js").Documents} documents
 * @param {import("./find.js").Find} find
 */
export const makeEngine = (table, documents, find) => {
  const folding = makeFolding(table);
  const { widen, known } = makeWidening(table, folding);
  const longest = Array.from(known).reduce((most, word) => Math.max(most, word.length), 1);
  const events = new Set((documents.kind || {}).event || []);
  /** @type {import("./terms.js").Ground} */
  const ground = { find, folding, widen, known, longest, either: new Set(table.either || []), documents, events };
  return {
    folding,
    /** @param {string} query */
    search: (query) => search(ground, query),
    /** @param {string} query */
    hints: (query) => hints(ground, query),
    alike: oneOff
  };
};

export { makeFind };
