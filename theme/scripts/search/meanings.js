/* A whole sentence, or a word made of several: what carries its meaning, and the documents that have most of it. */
import { any, ELSEWHERE, NAME, numbers as numbersIn, size, worthOf } from "./postings.js";
import { strip, WEAK } from "./phrases.js";
import { byScore } from "./ranking.js";
import { segments } from "./segments.js";
import { flat, unique } from "./sets.js";
import { anyStanding } from "./standing.js";
import { stemsOf } from "./stems.js";
import { forTerm } from "./terms.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./terms.js").Term} Term */
/** @typedef {Term & { worth: number, weak: boolean, verb: boolean }} Part */

const MOST_PARTS = 8;
const MOST_NEAR = 8;
// Of what the best document has of the sentence, and of what the sentence asks for.
const SHARE = 0.6;
// The same of a document without the word that tells most.
const WITHOUT = 0.75;
const COVERED = { nouns: 0.5, sentence: 0.25 };
// Of a noun made of several, so many of its letters must be found.
const MOST_LETTERS = 0.6;
// A noun made of several, also with の or と between them, is no sentence.
const SENTENCE = /[ぁ-ん]{3}|[をがにではも][^ぁ-ん]/;
// What is done tells less than what it is done with.
const VERB = 0.5;
const WEAKNESS = 0.1;
const BY_RELATED = 0.85;
const weak = new Set(WEAK);
// For whom somebody asks, how it feels and in which form it is offered says less than what for.
const ASIDE = 0.4;
const aside = new Set((
  "母 父 夫 妻 娘 息子 孫 祖母 祖父 子ども 子供 こども 友達 友だち 主人 旦那 家族 親 両親 兄 弟 姉 妹 ママ パパ 誰 おばあちゃん おじいちゃん " +
  "心配 不安 悩み 変 大変 無理 好き 嫌い 苦手 上手 下手 大事 大切 必要 本当 自由 毎日 毎週 時間 気持ち 感じ 役 昔 前 後 中 上 次 元 " +
  "書き方 使い方 作り方 教室 サークル クラブ 講座 体験 練習 入門 相談 料金 費用 予約 申し込み 申込 手続き 募集 情報 案内"
).split(" "));

/** @param {import("./segments.js").Segment} segment @returns {number} how much it tells of what is sought */
const telling = ({ text, verb }) => {
  if (weak.has(text)) return WEAKNESS;
  if (aside.has(text)) return ASIDE;
  return verb ? VERB : 1;
};

/** @param {number} step how much a word counts where it stands */
const weight = (step) => 1.12 - step * 0.045 - (step >= ELSEWHERE ? 0.05 : 0);

/** @param {Ground} ground @param {string} written @returns {Promise<Term>} a word with an ending, and all it may end in */
const forVerb = async (ground, written) => {
  const stems = stemsOf(written).map(ground.folding.fold);
  const [term, inflected] = await Promise.all([forTerm(ground, written), anyStanding(ground.index, stems)]);
  return { ...term, hits: any([term.hits, inflected], ground.index.count), marks: unique(term.marks.concat(stems)) };
};

// 扇風機こわれた and 体動かしたい are no words: 扇風機 and こわれた, 体 and 動かしたい. The first half of the one, and the
// second of the other, must stand somewhere.
const TWO = [
  /^([\u3005\u3400-\u9fff]{2,})([ぁ-ん]{3,})$/,
  /^([\u3005\u3400-\u9fff]+)([\u3005\u3400-\u9fff][ぁ-ん]+)$/
];

/** @param {Ground} ground @param {string} text of kanji and kana, which nothing has @returns {Promise<Part[]>} empty if it is not two words */
const inTwo = async (ground, text) => {
  for (const [at, two] of TWO.entries()) {
    const [, noun, rest] = text.match(two) || [];
    const parts = noun ? await Promise.all([partsFor(ground, { text: noun, verb: false }), partsFor(ground, { text: rest, verb: true })]) : [];
    if (parts.length && parts[at].some(({ hits }) => size(hits))) return flat(parts);
  }
  return [];
};

/** @param {Ground} ground @param {import("./segments.js").Segment} segment @returns {Promise<Part[]>} */
const partsFor = async (ground, segment) => {
  const { text, verb } = segment;
  const term = await (verb ? forVerb : forTerm)(ground, text);
  const found = size(term.hits);
  const apart = verb && !found ? await inTwo(ground, text) : [];
  if (apart.length) return apart;
  const worth = worthOf(ground.index.count, found) * telling(segment) * (term.related ? BY_RELATED : 1);
  return [{ ...term, worth, weak: weak.has(text), verb }];
};

/** @param {Ground} ground @param {string[]} words @returns {Promise<Part[]>} what carries the meaning of a question */
const partsOf = async (ground, words) => {
  const found = flat(await Promise.all(words.map((word) => segments(ground, word))));
  return flat(await Promise.all(found.slice(0, MOST_PARTS).map((segment) => partsFor(ground, segment))));
};

/** @param {Part[]} parts @returns {string[]} what can be shown of them: an inflected word is cut in the middle */
const wordsTold = (parts) => parts.filter(({ verb }) => !verb).map(({ written }) => written);

/** @param {string[]} words @returns {boolean} whether it is said as one speaks, not only named */
export const isSentence = (words) => strip(words.join(" ")).dropped.length > 0 || words.some((word) => SENTENCE.test(word));

/** @param {Part[]} parts */
const sumOf = (parts) => parts.reduce((sum, { worth }) => sum + worth, 0);

/** @param {Part[]} parts @param {number} number */
const scoreOf = (parts, number) =>
  parts.reduce((sum, { hits, worth }) => sum + (hits[number] ? worth * weight(hits[number]) : 0), 0);

/**
 * Documents with most of what carries the meaning; a rare word counts for more.
 *
 * @param {Ground} ground
 * @param {string[]} words
 * @returns {Promise<import("./ranking.js").Result | null>}
 */
export const meaning = async (ground, words) => {
  // 行けません is 行けない, できません できない.
  const { text } = strip(words.join(" ").normalize("NFKC").replace(/([えけせてねべめれげ]|でき)ません/g, "$1ない"));
  const parts = await partsOf(ground, text.split(" "));
  if (!parts.length || (parts.length === 1 && parts[0].written === words.join(""))) return null;
  /** @type {Map<number, number>} */
  const scores = new Map(unique(flat(parts.map(({ hits }) => numbersIn(hits)))).map((number) => [number, scoreOf(parts, number)]));
  const best = Math.max(0, ...Array.from(scores.values()));
  const strong = parts.filter((one) => !one.weak);
  const said = words.length > 1 || isSentence(words);
  const covered = Math.max(0, ...Array.from(scores.keys()).map((number) => sumOf(parts.filter(({ hits }) => hits[number]))));
  if (covered < (said ? COVERED.sentence : COVERED.nouns) * sumOf(parts)) return null;
  const first = byScore(ground, scores, Array.from(scores.keys()))[0];
  const nouns = strong.filter((one) => !one.verb);
  // What is done with something else is not what was asked for: ゴルフ打ちっぱなし.
  if (nouns.length && !nouns.some(({ hits }) => hits[first] > 0)) return null;
  const key = parts.filter(({ hits }) => hits[first] > 0).reduce((most, one) => (one.worth > most.worth ? one : most));
  /** @param {number} number */
  const close = (number) => (scores.get(number) || 0) >= best * (key.hits[number] ? SHARE : WITHOUT);
  const kept = byScore(ground, scores, Array.from(scores.keys()).filter(close), (number) => key.hits[number] === NAME);
  const used = strong.filter(({ hits }) => hits[kept[0]] > 0);
  const length = used.reduce((sum, { written }) => sum + written.length, 0);
  // 打ち is not what そば打ち asks for.
  if (!said && length < MOST_LETTERS * text.replace(/[のと・\s]/g, "").length) return null;
  const left = strong.filter((one) => used.indexOf(one) < 0);
  const ignored = left.map(({ written }) => written);
  return {
    numbers: kept.slice(0, MOST_NEAR), marks: unique(flat(used.map(({ marks }) => marks))), instead: "",
    ignored, words: used.map(({ written }) => written),
    told: { words: wordsTold(used), missing: wordsTold(left.filter(({ hits }) => !size(hits))), apart: wordsTold(left.filter(({ hits }) => size(hits))) },
    near: ignored.length > 0 || used.some((one) => one.related)
  };
};
