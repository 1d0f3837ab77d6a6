/* How words sound: words of the site that are read like one that was converted wrongly, or that stand in kana. */
import { search_sounds as shared } from "../tables.js";
import { ALONE, BEGUN } from "./grams.js";
import { shardOf } from "./hashing.js";
import { KANA_ONLY, KANJI, katakana } from "./letters.js";
import { flat, unique } from "./sets.js";

/** @typedef {import("./shards.js").Index} Index */

const LONGEST = 14;
const MOST_READINGS = 24;
const MOST_REWRITTEN = 3;
const MOST_BEGINNINGS = 4;
const MOST_WHOLE = 8;
// Words of two kana or less are read like many others.
const SHORTEST_READING = 3;
const LONG_ENOUGH = 5;
const TWO_KANJI = /^[\u3005\u3400-\u9fff]{2}$/;

/** @param {Index} index @param {string} letter a kanji @returns {Promise<boolean>} whether everyday Japanese has it */
export const isJapanese = async (index, letter) => (await index.entry(shared.kanji + letter)) !== undefined;

/** @param {Index} index @param {string} letter @returns {Promise<string[]>} how it is read, and what makes a word behind it */
const kanjiEntry = async (index, letter) => ((await index.entry(shared.kanji + letter)) || shared.behind).split(shared.behind);

/** @param {string} word @returns {string} two letters that tell it from nearly all others */
const mark = (word) => {
  const count = shared.letters.length;
  const number = shardOf(BEGUN + word, count * count);
  return shared.letters[Math.floor(number / count)] + shared.letters[number % count];
};

/** @param {Index} index @param {string} word folded @returns {Promise<boolean>} whether it is an everyday word, on this site or not */
export const isReal = async (index, word) => {
  if (TWO_KANJI.test(word)) return (await kanjiEntry(index, word[0]))[1].indexOf(word[1]) >= 0;
  if (!KANA_ONLY.test(word)) return false;
  const marks = (await index.entry(shared.real + word.slice(0, 2))) || "";
  return Array.from({ length: marks.length / 2 }, (_, at) => marks.substr(at * 2, 2)).indexOf(mark(word)) >= 0;
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
  const given = (await kanjiEntry(index, letter))[0].split(" ").filter(Boolean);
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

/**
 * What is known of the sound of a word. A real word is read as it is, another letter by letter.
 *
 * @param {Index} index
 * @param {string} word with kanji, folded
 * @param {(index: Index, two: string) => Promise<string[]>} beginning words that begin with two letters
 * @returns {Promise<Reading[]>}
 */
export const homophones = async (index, word, beginning) => {
  if (word.length < 2 || word.length > LONGEST) return [];
  if (await isReal(index, word)) {
    const kana = await index.entry(shared.alike + word);
    return kana ? [{ kana, rank: 0 }] : [];
  }
  const read = (await readings(index, word)).filter(({ kana, rank }) => kana.length >= SHORTEST_READING && rank <= word.length);
  const begun = unique(read.map(({ kana }) => kana.slice(0, 2))).slice(0, MOST_BEGINNINGS);
  const near = new Set(flat(await Promise.all(begun.map((two) => beginning(index, two)))));
  return read.filter(({ kana }) => near.has(kana));
};

/**
 * Short kana stand in many words by chance: they must be a word in katakana.
 *
 * @param {Index} index
 * @param {string} other folded
 * @returns {Promise<boolean>} whether it may stand somewhere as a word
 */
const mayStand = async (index, other) => {
  if (!KANA_ONLY.test(other)) return other.length >= LONG_ENOUGH;
  const key = other.length >= LONG_ENOUGH ? other.slice(0, 3) : ALONE + katakana(other);
  return other.length >= SHORTEST_READING && (await index.entry(key)) !== undefined;
};

/** @param {string} word @returns {string[]} お囃子 as 囃子, however that is written; 野火止め用水 as 野火止用水 */
const plainly = (word) => [
  word.replace(/^[おご御](?=.)/, ""), word.replace(/([\u3400-\u9fff])[ぁ-ん](?=[\u3400-\u9fff])/g, "$1")
].filter((other) => other !== word && other.length > 1 && (other.length > 3 || word[0] !== other[0]));

/**
 * ガラス瓶 in other letters: ガラスびん; 目高 as めだか.
 *
 * @param {Index} index
 * @param {string} word folded
 * @returns {Promise<string[]>}
 */
export const rewritten = async (index, word) => {
  const kanji = word.match(/[\u3005\u3400-\u9fff]+/g) || [];
  if (!kanji.length || word.length > LONGEST || await isReal(index, word)) return [];
  const parts = await Promise.all(kanji.filter((run) => run !== word).map(async (run) => {
    await index.prepare(run);
    const known = (index.word(run) || [[]])[0].filter((kana) => KANA_ONLY.test(kana));
    return unique(known.concat(await readAs(index, run))).slice(0, MOST_REWRITTEN).map((kana) => word.replace(run, kana));
  }));
  const whole = unique(flat(parts).concat((await readAs(index, word)).slice(0, MOST_WHOLE)));
  const stands = await Promise.all(whole.map((other) => mayStand(index, other)));
  // Kana that are known stand for another word: 釣り is not 調理.
  return plainly(word).concat(whole.filter((other, at) => stands[at] && !(index.word(other) || [[]])[0].length));
};
