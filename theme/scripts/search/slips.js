/* Words of the site that may have been meant where a letter of another was typed wrongly. */
import { search_slips as shared } from "../tables.js";
import { distance, tolerance } from "./edits.js";
import { KANA_ONLY, KANJI } from "./letters.js";
import { flat } from "./sets.js";
import { isReal } from "./sounds.js";

/** @typedef {import("./shards.js").Index} Index */
/** @typedef {{ word: string, named: boolean }} Listed a folded word; whether it is of a name, a field or an area */
/** @typedef {{ word: string, cost: number }} Meant a folded word, and how far it is from what was typed */

const LONGEST = 14;
// What a long vowel costs, which is there or not.
const LONGER = 0.6;
const SHORTEST = 3;
// Of so many letters one may be another in words that are no names.
const SURE = 5;

/** @param {string} words @param {boolean} named @returns {Listed[]} */
const listed = (words, named) => words.split(" ").filter(Boolean).map((word) => ({ word, named }));

/** @param {Index} index @param {string} key @returns {Promise<Listed[]>} */
const list = async (index, key) => {
  const [named, others] = ((await index.entry(key)) || "").split(shared.apart);
  return listed(named, true).concat(listed(others || "", false));
};

/** @param {Index} index @param {string} two letters @returns {Promise<Listed[]>} the words that begin so */
const begun = async (index, two) =>
  (await list(index, shared.begins + two)).concat(index.wordsBegun(two).map((word) => ({ word, named: false })));

/** @param {Index} index @param {string} two letters @returns {Promise<string[]>} the words that begin so */
export const beginning = async (index, two) => (await begun(index, two)).map(({ word }) => word);

/**
 * One wrong letter leaves the first two letters as they are, or the last two; or it is the second of four.
 *
 * @param {Index} index
 * @param {string} word
 * @returns {Promise<Listed[]>} each once, names before others
 */
const alikeOf = async (index, word) => {
  const found = flat(await Promise.all([
    begun(index, word.slice(0, 2)), begun(index, word[0] + word[2]), list(index, shared.ends + word.slice(-2))
  ])).sort((a, b) => Number(b.named) - Number(a.named));
  const first = new Map(found.slice().reverse().map((one) => [one.word, one]));
  return Array.from(first.values());
};

/**
 * A kanji more or less like the right one: 梁瀬川, 読み書かせ.
 *
 * @param {string} word
 * @param {string} other
 * @returns {number} what it costs; 0 if that is not all that they differ in, or the rest could be anything
 */
const otherKanji = (word, other) => {
  const differ = word.split("").filter((letter, at) => letter !== other[at]);
  if (word.length !== other.length || differ.length !== 1) return 0;
  if (!KANJI.test(differ[0]) || !KANJI.test(other[word.indexOf(differ[0])])) return 0;
  const kana = word.replace(/[^ぁ-ゖー]/g, "").length;
  return (word.length > 2 && word[0] !== other[0]) || kana > 2 ? 1 : 0;
};

/** @param {string} word @param {Listed} other @returns {number} how far they may be apart; what is only long or short is one of three, too */
const most = (word, { word: other, named }) => {
  if (other.length === SHORTEST && KANA_ONLY.test(other)) return LONGER;
  const both = Math.min(tolerance(word), tolerance(other));
  return named || word.length >= SURE ? both : Math.min(both, 1 - Number.EPSILON);
};

/** @param {Index} index @param {string} word @param {string} sought the same as it is compared @returns {Promise<Meant[]>} */
const alikeTo = async (index, word, sought) => (await alikeOf(index, sought))
  .filter(({ word: other }) => other !== word && Math.abs(other.length - sought.length) <= 2 * tolerance(word))
  .map((other) => ({ ...other, cost: otherKanji(sought, other.word) || distance(sought, other.word) }))
  .filter((other) => other.cost <= most(word, other));

/** @param {Index} index @param {string} word folded @returns {Promise<Meant[]>} the nearest first; none for a real word */
export const misspeltOf = async (index, word) => {
  if (!tolerance(word) || word.length > LONGEST || await isReal(index, word)) return [];
  // カフエ for カフェ, which is folded like カヘ.
  const soft = word.replace(/ふ[あいえお]/g, (two) => "はひへほ"["あいえお".indexOf(two[1])]);
  const found = flat(await Promise.all(Array.from(new Set([word, soft])).map((sought) => alikeTo(index, word, sought))));
  return found.sort((a, b) => a.cost - b.cost);
};
