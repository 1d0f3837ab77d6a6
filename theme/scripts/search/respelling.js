/* A question asked again in other letters: a slip mended, romaji as kana, Chinese letters as Japanese ones. */
import { KANA_ONLY, KANJI } from "./letters.js";
import { FIELD, SENTENCE } from "./postings.js";
import { likelyRead } from "./romanized.js";
import { homophones, misspeltOf, rewritten } from "./slips.js";
import { allOf } from "./terms.js";
import { flat } from "./sets.js";
import { asWritten } from "./writing.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {import("./slips.js").Meant} Meant */
/** @typedef {(question: string) => Promise<Result>} Again asks another question, which is not respelt */
/** @typedef {(ground: Ground, query: string, words: string[], again: Again) => Promise<Result | null>} Respelling */
/** @typedef {(ground: Ground, word: string) => Promise<string>} Respell the word that is meant, "" where there is none */

const MOST_TRIED = 6;
const MOST_CHUNKS = 3;
const LATIN = /^[a-z\u00c0-\u017f'’-]{3,}$/i;
// What may be a word by itself in a longer text.
const CHUNK = /[ァ-ヺー]{4,}|[\u3005\u3400-\u9fff]{2,}|[A-Za-z]{5,}/g;

/** @param {Ground} ground @param {string} word @returns {Promise<number>} the best step at which a record has it; 0 where none does */
const bestStep = async (ground, word) => {
  const { terms, numbers } = await allOf(ground, [word]);
  const records = terms[0].related ? [] : numbers.filter((number) => !ground.town.isPage(number));
  return records.length ? Math.min(...records.map((number) => terms[0].hits[number])) : 0;
};

/**
 * What was typed with another kanji, or one kana of four, must stand where it is prominent.
 *
 * @param {string} typed folded
 * @param {Meant} meant
 */
const leastStep = (typed, { cost }) => {
  const letters = KANA_ONLY.test(typed) ? typed.length : 2 + typed.replace(/[^ぁ-ゖー]/g, "").length;
  return letters < 5 && cost >= 1 ? FIELD + 1 : Infinity;
};

/** @param {Ground} ground @param {string} typed folded @param {Meant[]} meant the nearest first @returns {Promise<string>} */
const bestOf = async (ground, typed, meant) => {
  let best = { word: "", step: Infinity, cost: Infinity };
  for (const one of meant.slice(0, MOST_TRIED)) {
    if (one.cost > best.cost) break;
    const step = await bestStep(ground, one.word);
    if (step && step < best.step && step <= leastStep(typed, one)) best = { ...one, step };
  }
  return best.word;
};

/** @param {Ground} ground @param {string[]} words @param {number} least @returns {Promise<string>} the first that stands at that step */
const firstOf = async (ground, words, least) => {
  for (const word of words.slice(0, MOST_TRIED)) {
    const step = await bestStep(ground, word);
    if (step && step <= least) return word;
  }
  return "";
};

/** @param {Ground} ground @param {string} typed folded @param {string} kana whether what is read so has a kanji of what was typed */
const sharesKanji = async (ground, typed, kana) =>
  (await ground.widen(kana)).read.some((word) => Array.from(word).some((letter) => KANJI.test(letter) && typed.indexOf(letter) >= 0));

/** @type {Respell} a known word that is nearly what was typed, or is read the same; folded */
const nearest = async (ground, word) => {
  const { index } = ground;
  const typed = ground.folding.fold(word);
  const misspelt = await bestOf(ground, typed, await misspeltOf(index, typed));
  if (misspelt || !Array.from(typed).some((letter) => KANJI.test(letter))) return misspelt;
  const alike = await homophones(index, typed);
  const shared = await Promise.all(alike.map((kana) => sharesKanji(ground, typed, kana)));
  return await firstOf(ground, alike.filter((_, at) => shared[at]), Infinity) ||
    await firstOf(ground, await rewritten(index, typed), Infinity) ||
    firstOf(ground, alike.filter((_, at) => !shared[at]), SENTENCE + 1);
};

/** @type {Respell} */
const mended = async (ground, word) => asWritten(ground, await nearest(ground, word));

/** @param {string} text @returns {string[]} what may be a word by itself in it: 北口 and 花団 */
const chunksOf = (text) => flat((text.match(CHUNK) || []).map((chunk) =>
  (/^[\u3005\u3400-\u9fff]{4}$/.test(chunk) ? [chunk.slice(0, 2), chunk.slice(2)] : [chunk])))
  .filter((chunk) => chunk !== text).slice(0, MOST_CHUNKS);

/** @type {Respell} the same for the words within a longer text */
const mendedWithin = async (ground, typed) => {
  const narrow = typed.normalize("NFKC");
  let text = narrow;
  for (const chunk of chunksOf(narrow)) {
    const other = await bestStep(ground, chunk) ? "" : await mended(ground, chunk);
    if (other) text = text.replace(chunk, other);
  }
  return text === narrow ? "" : text;
};

/** @type {Respell} */
const slipMended = async (ground, typed) => await mended(ground, typed) || mendedWithin(ground, typed);

/** @type {Respell} */
const inKana = async (ground, typed) => {
  if (!LATIN.test(typed)) return "";
  for (const kana of (await likelyRead(ground, typed)).slice(0, MOST_TRIED)) {
    if (await bestStep(ground, kana)) return asWritten(ground, kana);
  }
  return "";
};

/**
 * @param {string[]} words
 * @param {string[]} others what is asked for in their place, "" for what stays
 * @param {Again} again
 * @returns {Promise<Result | null>}
 */
const askedWith = async (words, others, again) => {
  if (!others.some(Boolean)) return null;
  const asked = words.map((word, at) => others[at] || word);
  const found = await again(asked.join(" "));
  if (!found.numbers.length) return null;
  const kept = asked.filter((word) => found.ignored.indexOf(word) < 0);
  return { ...found, near: true, instead: found.instead || (found.words ? "" : kept.join("　")) };
};

/** @param {Ground} ground @param {string[]} words @param {Respell} respell @returns {Promise<string[]>} other words for those that nothing has */
const forMissing = (ground, words, respell) =>
  Promise.all(words.map(async (word) => (await bestStep(ground, word) ? "" : respell(ground, word))));

/** @type {Respelling} */
export const slip = async (ground, _query, words, again) =>
  askedWith(words, await forMissing(ground, words, slipMended), again);

/** @type {Respelling} */
export const romanized = async (ground, _query, words, again) => {
  if (!words.some((word) => LATIN.test(word))) return null;
  const all = await Promise.all(words.map((word) => inKana(ground, word)));
  const whole = all.every(Boolean) ? await askedWith(words, all, again) : null;
  return whole || askedWith(words, await forMissing(ground, words, inKana), again);
};

/** @type {Respelling} 学日语 is asked as 学日語 */
export const japanese = async ({ variants }, query, _words, again) => {
  if (!Array.from(query).some((letter) => KANJI.test(letter))) return null;
  const table = new Map(Object.entries(await variants()));
  const other = Array.from(query).map((letter) => table.get(letter) || letter).join("");
  const found = other === query ? null : await again(other);
  if (!found || !found.numbers.length) return null;
  return { ...found, near: true, instead: found.instead || (found.words ? "" : other) };
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
  if (!kana.every((word) => word.length > 2)) return found;
  const also = await again(kana.join(" "));
  if (also.near) return found;
  const more = also.numbers.filter((number) => found.numbers.indexOf(number) < 0);
  return { ...found, numbers: found.numbers.concat(more), marks: found.marks.concat(also.marks) };
};
