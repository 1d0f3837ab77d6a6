/* Where a folded word stands: in names, fields and areas, the sentence about it, anywhere. */
import { lookups } from "./grams.js";
import { any, every, none } from "./postings.js";
import { flat } from "./sets.js";

/** @typedef {import("./shards.js").Index} Index */
/** @typedef {import("./postings.js").Hits} Hits */

/** @param {Index} index @param {string} folded @returns {Promise<Hits>} */
export const standing = async (index, folded) => {
  const found = lookups(folded);
  // What is known to stand nowhere needs no further file: most words of a sentence were looked up before.
  if (found.some((one) => "keys" in one && one.keys.some(index.absent))) return none(index.count);
  const sought = flat(found.map((one) =>
    ("keys" in one ? one.keys.map(index.hits) : [index.beginning(one.beginning)])));
  return sought.length ? every(await Promise.all(sought)) : none(index.count);
};

/** @param {Index} index @param {string[]} words folded @returns {Promise<Hits>} */
export const anyStanding = async (index, words) =>
  any(await Promise.all(words.map((word) => standing(index, word))), index.count);
