/* A question asked again in other letters: a slip mended, romaji as kana, Chinese letters as Japanese ones. */
import { KANJI } from "./letters.js";
import { bestStep, mended } from "./mending.js";
import { inKana, LATIN, togetherInKana } from "./romanized.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {import("./mending.js").Other} Other */
/** @typedef {import("./mending.js").Respell} Respell */
/** @typedef {(question: string) => Promise<Result>} Again asks another question, which is not respelt */
/** @typedef {(ground: Ground, query: string, words: string[], again: Again) => Promise<Result | null>} Respelling */

// Signs that are typed for one another: 協カ with the kana, 力フェ with the kanji.
const LOOKALIKES = ["カ力", "ニ二", "ロ口", "エ工", "タ夕", "ハ八", "ト卜", "へヘ"];

/**
 * @param {Result} found for what was asked instead
 * @param {string} shown "" where it cannot be said
 * @returns {Result | null}
 */
const nearly = (found, shown) => {
  if (!found.numbers.length) return null;
  const { words, ...result } = found;
  return { ...(shown && words ? found : result), near: true, instead: words ? "" : shown };
};

/**
 * @param {string[]} words
 * @param {(Other | null)[]} others what is asked for in their place; null for what stays
 * @param {Again} again
 * @returns {Promise<Result | null>}
 */
const askedWith = async (words, others, again) => {
  if (!others.some(Boolean)) return null;
  const asked = words.map((word, at) => others[at] || { ask: word, shown: word });
  const found = await again(asked.map(({ ask }) => ask).join(" "));
  const kept = asked.filter(({ ask }) => found.ignored.indexOf(ask) < 0).map(({ shown }) => shown);
  return nearly(found, kept.every(Boolean) ? kept.join("　") : "");
};

/** @param {Ground} ground @param {string[]} words @param {Respell} respell @returns {Promise<(Other | null)[]>} others for those that nothing has */
const forMissing = (ground, words, respell) =>
  Promise.all(words.map(async (word) => (await bestStep(ground, word) ? null : respell(ground, word))));

/** @type {Respelling} */
export const slip = async (ground, _query, words, again) => askedWith(words, await forMissing(ground, words, mended), again);

/** @type {Respelling} */
export const romanized = async (ground, _query, words, again) => {
  if (!words.some((word) => LATIN.test(word))) return null;
  const name = words.length > 1 ? await togetherInKana(ground, words) : null;
  const all = name ? [] : await Promise.all(words.map((word) => inKana(ground, word)));
  return (name && askedWith([words.join(" ")], [name], again)) ||
    (all.length && all.every(Boolean) ? await askedWith(words, all, again) : null) ||
    askedWith(words, await forMissing(ground, words, inKana), again);
};

/** @param {string} text @param {Map<string, string>} table */
const inJapanese = (text, table) => LOOKALIKES.reduce((made, [kana, kanji]) => made
  .replace(new RegExp("([\\u3400-\\u9fff])" + kana + "(?![ァ-ヺー])", "g"), "$1" + kanji)
  .replace(new RegExp(kanji + "(?=[ァ-ヺー]{2})", "g"), kana),
Array.from(text).map((letter) => table.get(letter) || letter).join(""));

/** @type {Respelling} 学日语 is asked as 学日語, 国際協カ as 国際協力 */
export const japanese = async ({ variants }, query, _words, again) => {
  if (!Array.from(query).some((letter) => KANJI.test(letter))) return null;
  const text = inJapanese(query, new Map(Object.entries(await variants())));
  return text === query ? null : nearly(await again(text), text);
};

/**
 * A name may be found in Latin letters by chance, or only where somebody wrote it so: its kana are found as well.
 *
 * @param {Ground} ground
 * @param {Result} found
 * @param {string[]} words
 * @param {Again} again
 * @returns {Promise<Result>}
 */
export const alsoRomanized = async (ground, found, words, again) => {
  if (!words.every((word) => LATIN.test(word))) return found;
  const kana = await Promise.all(words.map((word) => inKana(ground, word)));
  if (!kana.every(Boolean)) return found;
  const also = await again(kana.map((one) => (one ? one.ask : "")).join(" "));
  if (also.near) return found;
  const more = also.numbers.filter((number) => found.numbers.indexOf(number) < 0);
  return { ...found, numbers: found.numbers.concat(more), marks: found.marks.concat(also.marks) };
};
