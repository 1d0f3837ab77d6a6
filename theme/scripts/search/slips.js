/* Words of the site that may have been meant where another was typed: one letter off, or read the same. */
import { search_slips as shared } from "../tables.js";
import { distance, tolerance } from "./edits.js";
import { ALONE } from "./grams.js";
import { KANA_ONLY, KANJI, katakana } from "./letters.js";
import { flat, unique } from "./sets.js";

/** @typedef {import("./shards.js").Index} Index */
/** @typedef {{ word: string, cost: number }} Meant a folded word, and how far it is from what was typed */

const LONGEST = 14;
const MOST_READINGS = 24;
const MOST_REWRITTEN = 3;
const MOST_BEGINNINGS = 5;
// What a long vowel costs, which is there or not.
const LONGER = 0.6;
// Words of two kana or less are read like many others.
const SHORTEST_READING = 3;

/** @param {Index} index @param {string} letter a kanji @returns {Promise<boolean>} whether everyday Japanese has it */
export const isJapanese = async (index, letter) => (await index.entry(shared.begins + letter)) !== undefined;

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

/** @param {string} word @param {string} other @returns {number} how far they may be apart; what is only long or short is one of three, too */
const most = (word, other) => (other.length === SHORTEST_READING && KANA_ONLY.test(other) ? LONGER : Math.min(tolerance(word), tolerance(other)));

/** @param {Index} index @param {string} word @param {string} sought the same as it is compared @returns {Promise<Meant[]>} */
const alikeTo = async (index, word, sought) => (await alikeOf(index, sought))
  .filter((other) => other !== word && Math.abs(other.length - sought.length) <= 2 * tolerance(word))
  .map((other) => ({ word: other, cost: otherKanji(sought, other) || distance(sought, other) }))
  .filter(({ word: other, cost }) => cost <= most(word, other));

/** @param {Index} index @param {string} word folded @returns {Promise<Meant[]>} the nearest first */
export const misspeltOf = async (index, word) => {
  if (!tolerance(word) || word.length > LONGEST) return [];
  // カフエ for カフェ, which is folded like カヘ.
  const soft = word.replace(/ふ[あいえお]/g, (two) => "はひへほ"["あいえお".indexOf(two[1])]);
  const found = flat(await Promise.all(unique([word, soft]).map((sought) => alikeTo(index, word, sought))));
  return found.sort((a, b) => a.cost - b.cost);
};

/** @type {Record<string, string>} */
const VOICED = {};
"かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ ちじ つず てで とど はば ひび ふぶ へべ ほぼ".split(" ")
  .forEach(([plain, voiced]) => { VOICED[plain] = voiced; });

/** @typedef {{ kana: string, rank: number }} Reading the less `rank`, the likelier */

/**
 * How a kanji sounds in a word: 学 is がっ before 校, 高 is だか behind 目.
 *
 * @param {Reading} reading
 * @param {boolean} first
 * @param {boolean} last
 * @returns {Reading[]}
 */
const spoken = ({ kana, rank }, first, last) => {
  const ways = [{ kana, rank }];
  if (!last && kana.length > 1 && /[くつちき]$/.test(kana)) ways.push({ kana: kana.slice(0, -1) + "つ", rank: rank + 1 });
  if (!first && VOICED[kana[0]]) ways.push({ kana: VOICED[kana[0]] + kana.slice(1), rank: rank + 1 });
  return ways;
};

/** @param {Index} index @param {string} letter @param {boolean} first @param {boolean} last @returns {Promise<Reading[]>} */
const letterRead = async (index, letter, first, last) => {
  if (!KANJI.test(letter)) return [{ kana: letter, rank: 0 }];
  const given = await list(index, shared.begins + letter);
  return flat(given.map((kana, rank) => spoken({ kana, rank }, first, last)));
};

/** @param {Index} index @param {string} word @returns {Promise<Reading[]>} how it may be read, letter by letter, the likeliest first */
const readings = async (index, word) => {
  const letters = Array.from(word);
  const read = await Promise.all(letters.map((letter, at) => letterRead(index, letter, at === 0, at + 1 === letters.length)));
  /** @type {Reading[]} */
  let ways = [{ kana: "", rank: 0 }];
  read.forEach((given) => {
    ways = flat(ways.map(({ kana, rank }) => given.map((next) => ({ kana: kana + next.kana, rank: rank + next.rank }))))
      .sort((a, b) => a.rank - b.rank).slice(0, MOST_READINGS);
  });
  const first = new Map(ways.slice().reverse().map((one) => [one.kana, one]));
  return ways.filter((one) => KANA_ONLY.test(one.kana) && first.get(one.kana) === one);
};

/** @param {Index} index @param {string} word @returns {Promise<string[]>} */
const readAs = async (index, word) => (await readings(index, word)).map(({ kana }) => kana);

/** @param {Index} index @param {string} word with kanji, folded @returns {Promise<Reading[]>} what is known of that sound */
export const homophones = async (index, word) => {
  if (word.length < 2 || word.length > LONGEST) return [];
  const read = (await readings(index, word)).filter(({ kana }) => kana.length >= SHORTEST_READING);
  const begun = unique(read.map(({ kana }) => kana.slice(0, 2))).slice(0, MOST_BEGINNINGS);
  const near = new Set(flat(await Promise.all(begun.map((two) => beginning(index, two)))));
  return read.filter(({ kana }) => near.has(kana));
};

/**
 * @param {Index} index
 * @param {string} kana folded
 * @returns {Promise<boolean>} whether something may begin so; three kana must be a word in katakana
 */
const mayStand = async (index, kana) =>
  (kana.length > SHORTEST_READING ? await index.entry(kana.slice(0, 3)) : await index.entry(ALONE + katakana(kana))) !== undefined;

/** @param {string} word @returns {string[]} お囃子 as 囃子, however that is written; 野火止め用水 as 野火止用水 */
const plainly = (word) => [
  word.replace(/^[おご御](?=.)/, ""), word.replace(/([\u3400-\u9fff])[ぁ-ん](?=[\u3400-\u9fff])/g, "$1")
].filter((other) => other !== word && other.length > 1);

/**
 * ガラス瓶 in other letters: ガラスびん; 目高 as めだか.
 *
 * @param {Index} index
 * @param {string} word folded
 * @returns {Promise<string[]>}
 */
export const rewritten = async (index, word) => {
  const kanji = word.match(/[\u3005\u3400-\u9fff]+/g) || [];
  if (!kanji.length || word.length > LONGEST) return [];
  const parts = await Promise.all(kanji.filter((run) => run !== word).map(async (run) => {
    await index.prepare(run);
    const known = (index.word(run) || [[]])[0].filter((kana) => KANA_ONLY.test(kana));
    return unique(known.concat(await readAs(index, run))).slice(0, MOST_REWRITTEN).map((kana) => word.replace(run, kana));
  }));
  const whole = unique(flat(parts).concat(await readAs(index, word)));
  const stands = await Promise.all(whole.map((other) => (KANA_ONLY.test(other) ? mayStand(index, other) : true)));
  // Kana that are known stand for another word: 釣り is not 調理.
  return plainly(word).concat(whole.filter((other, at) => stands[at] && !(index.word(other) || [[]])[0].length));
};
