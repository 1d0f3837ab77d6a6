/* Words of the site that may have been meant where another was typed: one letter off, or read the same. */
import { search_slips as shared } from "../tables.js";
import { distance, tolerance } from "./edits.js";
import { KANA_ONLY, KANJI } from "./letters.js";
import { flat, unique } from "./sets.js";

/** @typedef {import("./shards.js").Index} Index */
/** @typedef {{ word: string, cost: number }} Meant a folded word, and how far it is from what was typed */

const LONGEST = 14;
const MOST_READINGS = 12;
const MOST_REWRITTEN = 3;
const MOST_BEGINNINGS = 5;
// Words of two kana or less are read like many others.
const SHORTEST_READING = 3;
const READ_ALIKE = 0.5;

/** @param {Index} index @param {string} key @returns {Promise<string[]>} */
const list = async (index, key) => ((await index.entry(key)) || "").split(" ").filter(Boolean);

/** @param {Index} index @param {string} two letters @returns {Promise<string[]>} the words that begin so */
export const beginning = async (index, two) => (await list(index, shared.begins + two)).concat(index.wordsBegun(two));

/**
 * One wrong letter leaves the first two letters as they are, or the last two; or it is the second of four.
 *
 * @param {Index} index
 * @param {string} word
 */
const alikeOf = async (index, word) => unique(flat(await Promise.all([
  beginning(index, word.slice(0, 2)),
  beginning(index, word[0] + word[2]),
  list(index, shared.ends + word.slice(-2))
])));

/** @param {Index} index @param {string} word folded @returns {Promise<Meant[]>} the nearest first */
const misspelt = async (index, word) => {
  const most = tolerance(word);
  if (!most || word.length > LONGEST) return [];
  return (await alikeOf(index, word))
    .filter((other) => other !== word && Math.abs(other.length - word.length) <= most / READ_ALIKE)
    .map((other) => ({ word: other, cost: distance(word, other) }))
    .filter(({ word: other, cost }) => cost <= Math.min(most, tolerance(other)));
};

/** @param {string} kana how a kanji is read @param {boolean} last 学 is がっ before 校 @returns {string[]} */
const spoken = (kana, last) => (!last && /[くつちき]$/.test(kana) && kana.length > 1 ? [kana, kana.slice(0, -1) + "つ"] : [kana]);

/** @param {Index} index @param {string} word @returns {Promise<string[]>} how it may be read, letter by letter, the likeliest first */
export const readings = async (index, word) => {
  const letters = Array.from(word);
  const read = await Promise.all(letters.map(async (letter, at) => {
    const given = KANJI.test(letter) ? await list(index, shared.begins + letter) : [letter];
    return flat(given.map((kana) => spoken(kana, at + 1 === letters.length)));
  }));
  /** @type {{ kana: string, rank: number }[]} */
  let ways = [{ kana: "", rank: 0 }];
  read.forEach((given) => {
    ways = flat(ways.map(({ kana, rank }) => given.map((next, at) => ({ kana: kana + next, rank: rank + at }))))
      .sort((a, b) => a.rank - b.rank).slice(0, MOST_READINGS);
  });
  return unique(ways.map(({ kana }) => kana)).filter((kana) => KANA_ONLY.test(kana));
};

/** @param {Index} index @param {string} word with kanji @returns {Promise<Meant[]>} words that are read as it is */
const homophones = async (index, word) => {
  const read = (await readings(index, word)).filter((kana) => kana.length >= SHORTEST_READING);
  const begun = unique(read.map((kana) => kana.slice(0, 2))).slice(0, MOST_BEGINNINGS);
  const near = flat(await Promise.all(begun.map((two) => beginning(index, two))));
  return flat(read.map((kana) => near
    .map((other) => ({ word: other, cost: distance(kana, other) }))
    .filter(({ word: other, cost }) => cost === 0 || (cost <= READ_ALIKE && other.length > SHORTEST_READING))
    .map(({ word: other, cost }) => ({ word: other, cost: cost + READ_ALIKE }))));
};

/**
 * @param {Index} index
 * @param {string} word folded
 * @returns {Promise<Meant[]>} each once, the nearest first
 */
export const meantBy = async (index, word) => {
  if (word.length < 2 || word.length > LONGEST) return [];
  const found = flat(await Promise.all([
    misspelt(index, word), Array.from(word).some((letter) => KANJI.test(letter)) ? homophones(index, word) : []
  ])).sort((a, b) => a.cost - b.cost);
  const first = new Map(found.slice().reverse().map((one) => [one.word, one]));
  return found.filter((one) => first.get(one.word) === one);
};

/**
 * ガラス瓶 in other letters: ガラスびん, がらすびん.
 *
 * @param {Index} index
 * @param {string} word folded
 * @returns {Promise<string[]>}
 */
export const rewritten = async (index, word) => {
  const kanji = (word.match(/[\u3005\u3400-\u9fff]+/g) || []);
  if (!kanji.length || word.length > LONGEST) return [];
  const parts = await Promise.all(kanji.filter((run) => run !== word).map(async (run) =>
    (await readings(index, run)).slice(0, MOST_REWRITTEN).map((kana) => word.replace(run, kana))));
  const whole = (await readings(index, word)).slice(0, MOST_REWRITTEN);
  return unique(flat(parts).concat(whole)).filter((other) => other.length > SHORTEST_READING);
};
