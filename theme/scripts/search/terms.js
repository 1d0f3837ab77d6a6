/* The documents for a word of the question, and how prominently each has it. */
import { ALONE, katakanaPairs } from "./grams.js";
import { KANA_ONLY } from "./letters.js";
import { any, every, FIELD, hitsOf, NARROWER, none, numbers, RELATED, SENTENCE, size, stepped, worthOf } from "./postings.js";
import { unique } from "./sets.js";
import { anyStanding } from "./standing.js";

/** @typedef {import("./synonyms.js").Wide} Wide */
/** @typedef {import("./postings.js").Hits} Hits */
/**
 * What every search needs: the index, the folding, what words may stand for, which documents are what.
 *
 * @typedef {{
 *   index: import("./shards.js").Index, folding: import("./fold.js").Folding,
 *   widen: (written: string) => Promise<Wide>, either: Set<string>, town: import("./town.js").Town,
 *   card: (number: number) => Promise<import("./card.js").Card>, variants: () => Promise<Record<string, string>>
 * }} Ground
 */
/** @typedef {{ written: string, hits: Hits, marks: string[], related: boolean }} Term whether only related words were found */
/** @typedef {{ terms: Term[], numbers: number[], first?: number[] }} Answer */

// How much less a related word tells than the one before it, and what a document must have of what the best one has.
const LATER = 0.15;
const CLOSE = 0.6;
const FEW = 2;

const SHORT = /^[ァ-ヺー]{2,3}$/;

/**
 * Two or three katakana are looked for as katakana, unless people write the word either way.
 *
 * @param {Ground} ground
 * @param {Wide} wide
 * @param {Hits} found
 */
const onlyKatakana = async (ground, wide, found) => {
  const { index, folding, either } = ground;
  const narrow = wide.written.normalize("NFKC");
  // Of a word that the table knows the build has seen where it is one: ペット is not in ペットボトル.
  if (SHORT.test(narrow) && wide.own) return any(grouped(ground, wide.own), index.count);
  if (!SHORT.test(narrow) || either.has(wide.literal[0]) || wide.literal[0] !== folding.base(narrow)) return found;
  const [whole, ...pairs] = await Promise.all([ALONE + narrow, ...katakanaPairs(narrow)].map(index.hits));
  const wanted = size(whole) ? [whole] : pairs;
  const kept = stepped(found, (step, number) => (wanted.every((hits) => hits[number]) ? step : 0));
  return size(kept) || wide.synonyms.length ? kept : found;
};

/** @param {Ground} ground @param {Wide} wide as it was written, and by its readings */
const literally = async (ground, wide) => {
  const { index } = ground;
  const term = wide.literal[0];
  // ゲイ is not how 芸 is written.
  const words = SHORT.test(wide.written) ? wide.read.filter((word) => word.length > 1) : wide.read;
  const [found, read] = await Promise.all([anyStanding(index, wide.literal), anyStanding(index, words)]);
  const own = await onlyKatakana(ground, wide, found);
  if (words.length && term.length <= 3 && KANA_ONLY.test(term)) {
    // Two or three kana stand in many words by chance (いご in 「ないごみ」): first what they read as.
    const sure = any([read, stepped(own, (step) => (step <= FIELD ? step : 0))], index.count);
    if (size(sure)) return sure;
  }
  return any([own, read], index.count);
};

/** @param {Ground} ground @param {import("./shards.js").Group} words */
const grouped = ({ index }, words) => words.map(([, text]) => hitsOf(text, index.count));

/**
 * Documents for a word that stands nowhere: those that have most of the related words, and the most telling ones.
 *
 * @param {Ground} ground
 * @param {Wide} wide
 * @returns {Term}
 */
const byRelated = (ground, { written, related }) => {
  const { count } = ground.index;
  const scores = new Float32Array(count);
  grouped(ground, related).forEach((hits, at) => {
    const worth = worthOf(count, size(hits)) / (1 + at * LATER);
    hits.forEach((step, number) => { if (step) scores[number] += worth * (1.1 - step * 0.08); });
  });
  const best = Math.max(...scores);
  const hits = Uint8Array.from(scores, (score) => (score >= best * CLOSE ? RELATED + Math.round(8 * (1 - score / best)) : 0));
  return { written, hits: best ? hits : none(count), marks: unique(related.map(([word]) => word)), related: true };
};

/**
 * Other words for what was asked count anywhere only where it is not found itself and hardly anything has them
 * prominently: 筆談 among the facts of thirty groups is not what 要約筆記 asks for.
 *
 * @param {Hits} own
 * @param {Hits} others
 * @returns {Hits}
 */
const telling = (own, others) => {
  const prominent = stepped(others, (step) => (step <= SENTENCE ? step : 0));
  return size(own) || size(prominent) > FEW ? prominent : others;
};

/** @param {Ground} ground @param {Wide} wide whether it stands only inside of longer words: ライン in オンライン */
const isTorn = async ({ index, either }, { written, literal, read, synonyms, own }) => {
  const narrow = written.normalize("NFKC");
  if (!SHORT.test(narrow) || own || read.length || synonyms.length || either.has(literal[0])) return false;
  return !size(await index.hits(ALONE + narrow));
};

/**
 * Documents for one term, each with its step: by a synonym one more, by a narrower word always the last.
 *
 * @param {Ground} ground
 * @param {string} written
 * @param {boolean} [alone] whether it is all that is asked for
 * @returns {Promise<Term>}
 */
export const forTerm = async (ground, written, alone = false) => {
  const { index } = ground;
  const wide = await ground.widen(written);
  const [own, replaced] = await Promise.all([literally(ground, wide), anyStanding(index, wide.replaced)]);
  const said = any(grouped(ground, wide.synonyms).concat(replaced), index.count);
  const also = any(grouped(ground, wide.also), index.count);
  const [meant, narrower] = alone ? [telling(own, said), telling(any([own, said], index.count), also)] : [said, also];
  const hits = any([own, stepped(meant, (step) => step + 2), stepped(narrower, () => NARROWER)], index.count);
  if (!size(hits) && wide.related.length) return byRelated(ground, wide);
  const others = wide.synonyms.map(([word]) => word).concat(wide.replaced);
  const marks = wide.literal.concat(
    wide.read, others.filter((word) => word.length > 2 || !KANA_ONLY.test(word)), wide.also.map(([word]) => word));
  return { written, hits, marks: unique(marks), related: await isTorn(ground, wide) };
};

/** @param {Ground} ground @param {string[]} words @returns {Promise<Answer>} the documents that have them all */
export const allOf = async (ground, words) => {
  const terms = await Promise.all(words.map((word) => forTerm(ground, word, words.length === 1)));
  return { terms, numbers: terms.length ? numbers(every(terms.map((term) => term.hits))) : [] };
};

