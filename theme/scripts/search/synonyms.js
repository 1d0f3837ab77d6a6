/* What a word may stand for: how it is read, what else means the same (generator/search/concepts.py). */
import { KANA_ONLY, LATIN_RUN } from "./letters.js";
import { numerals } from "./numerals.js";
import { flat, unique } from "./sets.js";

/** @typedef {import("./shards.js").Index} Index */
/** @typedef {import("./shards.js").Group} Group */
/**
 * A word and its other ways: `literal` in which it may be written itself, `read` what it is read as, `replaced` with a
 * part of it in other words; `synonyms`, narrower words (`also`) and, of a word that stands nowhere, `related` ones, all
 * with the documents in which they stand. `own` says so of the word itself, if it is one of the table: as a word.
 *
 * @typedef {{
 *   written: string, literal: string[], read: string[], replaced: string[], synonyms: Group, also: Group, related: Group,
 *   own: Group | null
 * }} Wide
 */

const LONGEST = 20;
const MOST_REPLACED = 6;

/** @param {Index} index @param {string} word @returns {string[]} */
const readAs = (index, word) => (index.word(word) || [[]])[0];

/** @param {string[]} ways @param {string[]} words @returns {string[]} */
const extended = (ways, words) => flat(ways.map((way) => words.map((word) => way + word))).slice(0, 4);

/**
 * ぼうさいくんれん → 防災訓練: the longest readings from the left; what has none stays kana.
 *
 * @param {Index} index
 * @param {string} kana
 * @returns {string[]}
 */
const inKanji = (index, kana) => {
  let ways = [""];
  let at = 0;
  let changed = false;
  while (at < kana.length) {
    let size = Math.min(LONGEST, kana.length - at);
    while (size > 1 && !readAs(index, kana.substr(at, size)).length) size -= 1;
    const read = size > 1 ? readAs(index, kana.substr(at, size)) : [];
    changed = changed || read.length > 0;
    ways = extended(ways, read.length ? read : [kana[at]]);
    at += Math.max(size, 1);
  }
  return changed ? ways : [];
};

/** @param {Index} index @param {string} kana @returns {string[]} */
const begun = (index, kana) => (kana.length < 3 ? [] : unique(flat(index.begun(kana).map(([read]) => read))).slice(0, 6));

/** @param {Index} index @param {string} term @param {string} written @returns {string[]} the words it may stand for when it is read aloud */
const byReading = (index, term, written) => {
  const known = readAs(index, term);
  if (known.length) return known;
  if (KANA_ONLY.test(term)) return unique((term.length > 3 ? inKanji(index, term) : []).concat(begun(index, term)));
  // What was written in katakana is no reading.
  const replaced = term.replace(/[ぁ-ゖー]{3,}/g, (kana) => (written.indexOf(kana) >= 0 && inKanji(index, kana)[0]) || kana);
  return replaced === term ? [] : [replaced];
};

/** @param {string} term @param {number} from @param {number} to whether a word of the table may stand there */
const standsAlone = (term, from, to) => {
  const word = term.slice(from, to);
  if (word === term) return true;
  // A word inside a longer one must be long enough to be itself.
  if (word.length < (KANA_ONLY.test(word) ? 3 : 2)) return false;
  if (/^[0-9]/.test(word) && /[0-9]/.test(term[from - 1] || " ")) return false;
  return !(LATIN_RUN.test(word) && /[a-z0-9]/.test((term[from - 1] || " ") + (term[to] || " ")));
};

/** @typedef {{ from: number, to: number, groups: number[], narrower: number, related: number[] }} Known a word of the table in a text */

/** @param {Index} index @param {string} term @returns {Known[]} the longest first */
const knownIn = (index, term) => {
  /** @type {Known[]} */
  const out = [];
  for (let size = Math.min(LONGEST, term.length); size > 0; size -= 1) {
    for (let from = 0; from + size <= term.length; from += 1) {
      const [, groups = [], narrower = 0, related = []] = index.word(term.substr(from, size)) || [];
      const leads = groups.length || narrower || related.length;
      if (leads && standsAlone(term, from, from + size)) out.push({ from, to: from + size, groups, narrower, related });
    }
  }
  return out;
};

/** @param {Index} index @param {number[]} numbers */
const groups = async (index, numbers) => flat(await Promise.all(unique(numbers).map(index.group)));

/**
 * スマホ教室 → スマートフォン教室
 *
 * @param {Index} index
 * @param {string} term
 * @param {Known} known
 */
const replaced = async (index, term, { from, to, groups: numbers }) =>
  (await groups(index, numbers)).map(([word]) => term.slice(0, from) + word + term.slice(to));

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

/**
 * Says what else a term may be written as.
 *
 * @param {Index} index
 * @param {import("./fold.js").Folding} folding
 */
export const makeWidening = (index, folding) =>
  /** @param {string} written @returns {Promise<Wide>} */
  async (written) => {
    const own = folding.fold(written);
    await index.prepare(own);
    const read = byReading(index, own, written);
    const literal = unique([
      own, ...byLongMark(written).map(folding.fold), ...numerals(written).map(folding.fold), ...politeness(own)
    ]);
    const meant = unique(literal.concat(read));
    await Promise.all(meant.map(index.prepare));
    const known = flat(meant.map((word) => knownIn(index, word).map((one) => ({ ...one, word }))));
    const whole = known.filter(({ word, from, to }) => from === 0 && to === word.length);
    // Of a word that is known as a whole, no part is replaced: ウォーキング is no ウォーキ.
    const inside = known.filter(({ word }) => word === own && !whole.length && own.length <= LONGEST);
    const others = flat(await Promise.all(inside.map((one) => replaced(index, one.word, one))));
    const [synonyms, also, related] = await Promise.all([
      groups(index, flat(whole.map((one) => one.groups))),
      // A wide word is searched with its narrow ones, but not the other way round.
      groups(index, whole.map((one) => one.narrower).filter(Boolean)),
      groups(index, flat(whole.map((one) => one.related)))
    ]);
    return {
      written, literal, read, also, related,
      replaced: unique(others).filter((word) => meant.indexOf(word) < 0).slice(0, MOST_REPLACED),
      synonyms: synonyms.filter(([word]) => meant.indexOf(word) < 0),
      own: whole.some((one) => one.groups.length > 0) ? synonyms.filter(([word]) => word === own) : null
    };
  };
