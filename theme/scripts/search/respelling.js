/* A question asked again in other letters: a slip mended, romaji as kana, Chinese letters as Japanese ones. */
import { isRare, KANJI } from "./letters.js";
import { bestStep, mendedIn, mendedWhole } from "./mending.js";
import { inKana, LATIN, togetherInKana } from "./romanized.js";
import { named } from "./ranking.js";
import { flat, unique } from "./sets.js";
import { isJapanese } from "./sounds.js";
import { allOf } from "./terms.js";
import { asWritten } from "./writing.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {(question: string) => Promise<Result>} Again asks another question, which is not respelt */
/** @typedef {() => Promise<Result | null>} Read the question by what it means, worked out once for all stages */
/** @typedef {(ground: Ground, query: string, words: string[], again: Again, read: Read) => Promise<Result | null>} Respelling */

const LONGEST = 8;
// I, you, this, which: no Japanese word of kanji alone has them.
const CHINESE = /[我你您這哪怎嗎呢]|^想/;
// Signs that are typed for one another: 協カ with the kana, 力フェ with the kanji.
const LOOKALIKES = ["カ力", "ニ二", "ロ口", "エ工", "タ夕", "ハ八", "ト卜", "へヘ"];

/**
 * @param {Result} found for what was asked instead
 * @param {string} shown "" where it cannot be said
 * @returns {Result | null}
 */
const nearly = (found, shown) =>
  (found.numbers.length ? { ...found, near: true, instead: found.words ? "" : shown } : null);

/** @param {string} text @param {Map<string, string>} others */
const replaced = (text, others) => Array.from(others).reduce((made, [word, other]) => made.replace(word, other), text);

/**
 * The question with other words for those that nothing has. What is said of it is what the site writes, as far as it can be told.
 *
 * @param {Ground} ground
 * @param {string[]} words
 * @param {Map<string, string>} others folded
 * @param {Again} again
 * @returns {Promise<Result | null>}
 */
const askedWith = async (ground, words, others, again) => {
  if (!others.size) return null;
  const asked = words.map((word) => replaced(word, others));
  const found = await again(asked.join(" "));
  if (!found.numbers.length) return null;
  /** @type {Map<string, string>} */
  const shown = new Map();
  for (const other of Array.from(others.values())) shown.set(other, await asWritten(ground, other, found.numbers));
  if (!Array.from(shown.values()).every(Boolean)) return { ...found, words: undefined, near: true, instead: "" };
  const kept = asked.filter((word) => found.ignored.indexOf(word) < 0).map((word) => replaced(word, shown));
  return nearly({ ...found, words: found.words && found.words.map((word) => shown.get(word) || word) }, kept.join("　"));
};

/** @param {Ground} ground @param {string[]} words @returns {Promise<string[]>} those that no record has */
const missing = async (ground, words) => {
  const steps = await Promise.all(words.map((word) => bestStep(ground, word)));
  return words.filter((_, at) => !steps[at]);
};

/**
 * A sentence with other words for those of it that nothing has; null where no slip is seen in them.
 *
 * @param {Ground} ground
 * @param {string} text
 * @param {string[]} words of it
 * @param {Again} again
 * @returns {Promise<Result | null>}
 */
export const slipWithin = async (ground, text, words, again) => {
  const found = await Promise.all(words.map((word) => mendedIn(ground, word)));
  return askedWith(ground, [text], new Map(flat(found.map((one) => Array.from(one)))), again);
};

/** @param {(ground: Ground, text: string) => Promise<Map<string, string>>} mend @returns {Respelling} */
const slipBy = (mend) => async (ground, _query, words, again) => {
  const narrow = words.map((word) => word.normalize("NFKC"));
  const found = await Promise.all((await missing(ground, narrow)).map((word) => mend(ground, word)));
  return askedWith(ground, narrow, new Map(flat(found.map((one) => Array.from(one)))), again);
};

/** A name or a word as a whole. */
export const slipInName = slipBy(mendedWhole);
export const slip = slipBy(mendedIn);

/** @param {Ground} ground @param {string[]} words @returns {Promise<Map<string, string>>} those that are romaji, and their kana */
const readInKana = async (ground, words) => {
  const kana = await Promise.all(words.map((word) => inKana(ground, word)));
  return new Map(words.map((word, at) => /** @type {[string, string]} */ ([word, kana[at]])).filter(([, other]) => other));
};

/** @type {Respelling} */
export const romanized = async (ground, _query, words, again) => {
  if (!words.some((word) => LATIN.test(word))) return null;
  const name = words.length > 1 ? await togetherInKana(ground, words) : "";
  if (name) return askedWith(ground, [words.join(" ")], new Map([[words.join(" "), name]]), again);
  const all = await readInKana(ground, words);
  return (all.size === words.length && await askedWith(ground, words, all, again)) ||
    askedWith(ground, words, await readInKana(ground, await missing(ground, words)), again);
};

/** @param {string} text @param {Map<string, string>} table */
const inJapanese = (text, table) => LOOKALIKES.reduce((made, [kana, kanji]) => made
  .replace(new RegExp("([\\u3400-\\u9fff])" + kana + "(?![ァ-ヺー])", "g"), "$1" + kanji)
  .replace(new RegExp(kanji + "(?=[ァ-ヺー]{2})", "g"), kana),
Array.from(text).map((letter) => table.get(letter) || letter).join(""));

/** @param {Ground} ground @param {string} text @returns {Promise<string[]>} the words in it that some record has, the longest from the left */
const wordsIn = async (ground, text) => {
  const folded = ground.folding.fold(text);
  await ground.index.prepare(folded);
  const found = [];
  for (let at = 0; at < folded.length; ) {
    let size = Math.min(LONGEST, folded.length - at);
    while (size > 1 && !ground.index.word(folded.substr(at, size))) size -= 1;
    if (size > 1) found.push(folded.substr(at, size));
    at += size;
  }
  const answers = await Promise.all(found.map((word) => allOf(ground, [word])));
  return found.filter((_, at) => answers[at].numbers.length > 0);
};

/** @param {Ground} ground @param {string} text @returns {Promise<boolean>} whether it is no Japanese, by its words or by a letter that everyday Japanese does not have */
const isChinese = async ({ index }, text) => /^[\u3400-\u9fff]{4,}$/.test(text) &&
  (CHINESE.test(text) || !(await Promise.all(Array.from(text).map((letter) => isJapanese(index, letter)))).every(Boolean));

/** @type {Respelling} 学日语 is asked as 学日語, 国際協カ as 国際協力; of what is Chinese the words that are Japanese too */
export const japanese = async (ground, query, _words, again) => {
  if (!Array.from(query).some((letter) => KANJI.test(letter))) return null;
  // The letters of Chinese come only where one is none of everyday Japanese.
  const variants = Array.from(query).some(isRare) ? await ground.variants() : {};
  const text = inJapanese(query, new Map(Object.entries(variants)));
  const whole = text === query ? null : nearly(await again(text), text);
  if (whole || (text === query && !(await isChinese(ground, text)))) return whole;
  const words = await wordsIn(ground, text);
  return words.length ? nearly(await again(words.join(" ")), words.join("　")) : null;
};

/**
 * A name may be found in Latin letters by chance, or only where somebody wrote it so: its kana are found as well,
 * and what is called so comes first, in whatever letters.
 *
 * @param {Ground} ground
 * @param {Result} found
 * @param {string[]} words
 * @param {Again} again
 * @returns {Promise<Result>}
 */
export const alsoRomanized = async (ground, found, words, again) => {
  const kana = words.every((word) => LATIN.test(word)) ? await readInKana(ground, words) : new Map();
  if (kana.size < words.length) return found;
  const read = words.map((word) => kana.get(word) || word);
  const also = await again(read.join(" "));
  if (also.near) return found;
  const [own, other] = await Promise.all([words, read].map(async (each) => named(ground, await allOf(ground, each))));
  const names = found.numbers.filter(own).concat(also.numbers.filter(other));
  return { ...found, numbers: unique(names.concat(found.numbers, also.numbers)), marks: found.marks.concat(also.marks) };
};
