/* The documents for a word of the question, and how prominently each has it. */
import { KANA_ONLY, katakana } from "./letters.js";
import { flat, intersection, union, unique } from "./sets.js";
import { hex, katakanaPairs, START, stream } from "./tokens.js";
import { anyInZone, inZone, one } from "./zones.js";

/** @typedef {import("./synonyms.js").Wide} Wide */
/**
 * What every search needs: the index, the table's words, the documents.
 *
 * @typedef {{
 *   find: import("./find.js").Find, folding: import("./fold.js").Folding, widen: (written: string) => Wide,
 *   known: Set<string>, longest: number, either: Set<string>,
 *   documents: import("./facets.js").Documents, events: Set<number>
 * }} Ground
 */
/** @typedef {{ written: string, steps: Map<number, number>, marks: string[] }} Term */
/** @typedef {{ terms: Term[], numbers: Set<number>, first?: Set<number> }} Answer */

/** @param {Ground} ground @param {string} word */
const latinBeginning = async (ground, word) =>
  (/^[a-z]{2,}$/.test(word) ? ground.find(["xp" + word + "zz"]) : new Set());

/** @param {Ground} ground @param {string} term @param {Wide} wide @returns {Promise<Set<number>>} */
const sure = async (ground, term, wide) => union(await Promise.all([
  anyInZone(ground.find, "x", wide.read),
  ground.find(["n" + START].concat(stream("n", term))),
  inZone(ground.find, "f", term)
]));

/**
 * Two or three katakana are looked for as katakana, unless people write the word either way.
 *
 * @param {Ground} ground
 * @param {Wide} wide
 * @param {Set<number>} found
 */
const onlyKatakana = async (ground, wide, found) => {
  const narrow = wide.written.normalize("NFKC");
  const short = /^[ァ-ヺー]{2,3}$/.test(narrow) && !ground.either.has(wide.literal[0]) && !wide.read.length;
  if (!short || wide.literal[0] !== ground.folding.base(narrow)) return found;
  const pairs = await Promise.all(katakanaPairs(narrow).map((token) => one(ground.find, token)));
  const kept = intersection([found].concat(pairs));
  return kept.size ? kept : found;
};

/** @param {Ground} ground @param {Wide} wide */
const widely = async (ground, wide) => {
  const term = wide.literal[0];
  if (wide.read.length && term.length <= 3 && KANA_ONLY.test(term)) {
    // Two or three kana stand in many words by chance (いご in 「ないごみ」): first what they read as.
    const found = await sure(ground, term, wide);
    if (found.size) return found;
  }
  const words = wide.literal.concat(wide.read);
  const found = union(await Promise.all([anyInZone(ground.find, "x", words), latinBeginning(ground, term)]));
  return onlyKatakana(ground, wide, found);
};

/** @param {Ground} ground @param {Wide} wide */
const synonymous = async (ground, wide) => union(await Promise.all(wide.synonyms.map((word) => {
  // Two kana by way of a synonym (椅子 → いす) would be found in 「ですので」: only as イス.
  const short = KANA_ONLY.test(word) && word.length === 2;
  return short ? one(ground.find, "k" + hex(katakana(word))) : inZone(ground.find, "x", word);
})));

/** @param {Ground} ground @param {Map<number, number>} steps @param {Wide} wide */
const raise = async (ground, steps, wide) => {
  const literal = wide.literal.concat(wide.read);
  /** @type {[string, string[]][]} */
  const asked = flat(["l", "f", "n"].map((zone) => [[zone, wide.synonyms], [zone, literal]]));
  const zones = await Promise.all(asked.map(([zone, words]) => anyInZone(ground.find, zone, words)));
  [3.5, 3, 2.5, 2, 1.5, 1].forEach((step, at) => {
    zones[at].forEach((number) => {
      const before = steps.get(number);
      if (before !== undefined) steps.set(number, Math.min(before, step));
    });
  });
};

/**
 * Documents for one term, each with a step: 1 in the name, 2 in fields, areas and kind, 3 in the sentence about it,
 * 4 elsewhere, 5 by a narrower word; +.5 by a synonym.
 *
 * @param {Ground} ground
 * @param {string} written
 * @returns {Promise<Term>}
 */
export const forTerm = async (ground, written) => {
  const wide = ground.widen(written);
  const sets = await Promise.all([widely(ground, wide), synonymous(ground, wide), anyInZone(ground.find, "x", wide.also)]);
  /** @type {Map<number, number>} */
  const steps = new Map();
  sets[2].forEach((number) => { steps.set(number, 5); });
  sets[1].forEach((number) => { steps.set(number, 4.5); });
  sets[0].forEach((number) => { steps.set(number, 4); });
  if (steps.size > 1) await raise(ground, steps, wide);
  const others = wide.synonyms.filter((word) => word.length > 2 || !KANA_ONLY.test(word));
  return { written, steps, marks: unique(wide.literal.concat(wide.read, others, wide.also)) };
};

/** @param {Ground} ground @param {string[]} words @returns {Promise<Answer>} the documents that have them all */
export const allOf = async (ground, words) => {
  const terms = await Promise.all(words.map((word) => forTerm(ground, word)));
  return { terms, numbers: intersection(terms.map((term) => new Set(term.steps.keys()))) };
};
