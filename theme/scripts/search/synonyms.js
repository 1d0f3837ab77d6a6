/* What a word may stand for: how it is read, what else means the same (generator/search/synonyms.py). */
import { KANA_ONLY, LATIN_RUN } from "./letters.js";
import { numerals } from "./numerals.js";
import { flat, unique } from "./sets.js";

/**
 * The table that Python writes: readings → words, groups of words that mean the same, wide words → narrow ones.
 *
 * @typedef {import("./fold.js").Spellings & {
 *   readings?: Record<string, string[]>, synonyms?: string[][], also?: Record<string, string[]>, either?: string[]
 * }} Table
 */
/** @typedef {{ readings: Map<string, string[]>, longest: number, groups: Map<string, string[][]>, members: string[] }} Words */
/** @typedef {{ written: string, literal: string[], read: string[], synonyms: string[], also: string[] }} Wide */

const MOST_ALTERNATIVES = 12;

/** @param {Table} table @returns {Words} */
const wordsOf = (table) => {
  const readings = new Map(Object.entries(table.readings || {}));
  /** @type {Map<string, string[][]>} */
  const groups = new Map();
  (table.synonyms || []).forEach((group) => {
    group.forEach((word) => { groups.set(word, (groups.get(word) || []).concat([group])); });
  });
  return {
    readings,
    longest: Math.max(0, ...Array.from(readings.keys()).map((kana) => kana.length)),
    groups,
    members: Array.from(groups.keys()).sort((a, b) => b.length - a.length)
  };
};

/** @param {string[]} ways @param {string[]} words @returns {string[]} */
const extended = (ways, words) => flat(ways.map((way) => words.map((word) => way + word))).slice(0, 4);

/**
 * ぼうさいくんれん → 防災訓練: the longest readings from the left; what has none stays kana.
 *
 * @param {Words} words
 * @param {string} kana
 * @returns {string[]}
 */
const inKanji = (words, kana) => {
  let ways = [""];
  let at = 0;
  let changed = false;
  while (at < kana.length) {
    let size = Math.min(words.longest, kana.length - at);
    while (size > 1 && !words.readings.has(kana.substr(at, size))) size -= 1;
    const read = size > 1 ? words.readings.get(kana.substr(at, size)) : undefined;
    changed = changed || size > 1;
    ways = extended(ways, read || [kana[at]]);
    at += Math.max(size, 1);
  }
  return changed ? ways : [];
};

/** @param {Words} words @param {string} kana @returns {string[]} */
const begun = (words, kana) => {
  if (kana.length < 3) return [];
  const found = Array.from(words.readings.entries()).filter(([reading]) => reading.indexOf(kana) === 0);
  return flat(found.map(([, written]) => written)).slice(0, 6);
};

/** @param {Words} words @param {string} term @returns {string[]} the words it may stand for when it is read aloud */
const byReading = (words, term) => {
  const known = words.readings.get(term);
  if (known) return known;
  if (KANA_ONLY.test(term)) return unique((term.length > 3 ? inKanji(words, term) : []).concat(begun(words, term)));
  const replaced = term.replace(/[ぁ-ゖー]{3,}/g, (kana) => inKanji(words, kana)[0] || kana);
  return replaced === term ? [] : [replaced];
};

/** @param {string} term @param {string} word where it stands in the term; -1 if it does not */
const standsIn = (term, word) => {
  if (term === word) return 0;
  // A word inside a longer one must be long enough to be itself.
  if (word.length < (KANA_ONLY.test(word) ? 3 : 2)) return -1;
  const at = term.indexOf(word);
  const latin = LATIN_RUN.test(word) && at >= 0;
  const partOfWord = latin && /[a-z0-9]/.test((term[at - 1] || " ") + (term[at + word.length] || " "));
  return partOfWord ? -1 : at;
};

/** @param {Words} words @param {string} term @returns {string[]} スマホ教室 → スマートフォン教室 */
const bySynonym = (words, term) => {
  /** @type {string[]} */
  const out = [];
  words.members.forEach((word) => {
    const at = standsIn(term, word);
    if (at < 0) return;
    flat(words.groups.get(word) || []).forEach((other) => {
      if (other !== word) out.push(term.slice(0, at) + other + term.slice(at + word.length));
    });
  });
  return unique(out).slice(0, MOST_ALTERNATIVES);
};

/** @param {string} written コンピューター教室, コンピュータ教室: the long mark at the end of a katakana word comes and goes */
const byLongMark = (written) => {
  const run = /([ァ-ヺ][ァ-ヺー]{3,})/g;
  const narrow = written.normalize("NFKC");
  const without = narrow.replace(run, (word) => word.replace(/ー$/, ""));
  const withMark = narrow.replace(run, (word) => (/ー$/.test(word) ? word : word + "ー"));
  return [without, withMark].filter((way) => way !== narrow);
};

/** @param {string} term お弁当 is written 弁当 too */
const politeness = (term) => (/^[おご御][\u3400-\u9fff]{2,}/.test(term) ? [term.slice(1)] : []);

/** @param {Words} words @returns {Set<string>} */
const knownOf = (words) => {
  const known = new Set(words.members);
  words.readings.forEach((written, kana) => {
    if (kana.length > 2) known.add(kana);
    written.forEach((word) => { known.add(word); });
  });
  return known;
};

/**
 * `widen` says what else a term may be written as; `known` are the words that the table knows.
 *
 * @param {Table} table
 * @param {import("./fold.js").Folding} folding
 */
export const makeWidening = (table, folding) => {
  const words = wordsOf(table);
  const also = new Map(Object.entries(table.also || {}));

  /** @param {string} written @returns {Wide} */
  const widen = (written) => {
    const literal = folding.fold(written);
    const read = byReading(words, literal);
    const near = unique([
      literal, ...byLongMark(written).map(folding.fold), ...numerals(written).map(folding.fold), ...politeness(literal)
    ]);
    const meant = near.concat(read);
    const others = flat(meant.map((word) => bySynonym(words, word)));
    return {
      written,
      literal: near,
      read,
      synonyms: unique(others).filter((word) => meant.indexOf(word) < 0),
      // A wide word is searched with its narrow ones, but not the other way round.
      also: unique(flat(meant.map((word) => also.get(word) || [])))
    };
  };
  return { widen, known: knownOf(words) };
};
