/* A question asked again in other letters: a slip mended, romaji as kana, Chinese letters as Japanese ones. */
import { KANA_ONLY, KANJI } from "./letters.js";
import { FIELD, SENTENCE } from "./postings.js";
import { likelyRead } from "./romanized.js";
import { meantBy, rewritten } from "./slips.js";
import { allOf } from "./terms.js";
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

/** @param {string} one @param {string} other */
const shareKanji = (one, other) => Array.from(one).some((letter) => KANJI.test(letter) && other.indexOf(letter) >= 0);

/**
 * A word that differs by a whole letter of four, or is only read the same, must stand where it is prominent.
 *
 * @param {Ground} ground
 * @param {string} typed folded
 * @param {Meant} meant
 */
const leastStep = async (ground, typed, { word, cost }) => {
  if (KANA_ONLY.test(typed)) return typed.length < 5 && cost >= 1 ? FIELD + 1 : Infinity;
  if (!KANA_ONLY.test(word)) return Infinity;
  const { read } = await ground.widen(word);
  return read.concat(word).some((other) => shareKanji(typed, other)) ? Infinity : SENTENCE + 1;
};

/** @type {Respell} a known word that is nearly what was typed */
const mended = async (ground, typed) => {
  const folded = ground.folding.fold(typed);
  const meant = (await meantBy(ground.index, folded)).slice(0, MOST_TRIED);
  let best = { word: "", step: Infinity, cost: Infinity };
  for (const one of meant) {
    if (one.cost > best.cost) break;
    const step = await bestStep(ground, one.word);
    if (step && step < best.step && step <= await leastStep(ground, folded, one)) best = { ...one, step };
  }
  if (best.word) return best.word;
  for (const other of await rewritten(ground.index, folded)) {
    if (await bestStep(ground, other)) return other;
  }
  return "";
};

/** @type {Respell} the same for the words within a longer text */
const mendedWithin = async (ground, typed) => {
  const chunks = (typed.normalize("NFKC").match(CHUNK) || []).filter((chunk) => chunk !== typed).slice(0, MOST_CHUNKS);
  let text = typed.normalize("NFKC");
  for (const chunk of chunks) {
    const other = await bestStep(ground, chunk) ? "" : await mended(ground, chunk);
    if (other) text = text.replace(chunk, other);
  }
  return chunks.length && text !== typed.normalize("NFKC") ? text : "";
};

/** @type {Respell} */
const slipMended = async (ground, typed) => await mended(ground, typed) || mendedWithin(ground, typed);

/** @type {Respell} */
const inKana = async (ground, typed) => {
  if (!LATIN.test(typed)) return "";
  for (const kana of (await likelyRead(ground, typed)).slice(0, MOST_TRIED)) {
    if (await bestStep(ground, kana)) return kana;
  }
  return "";
};

/** @param {Respell} respell @returns {Respelling} asks again with other words for those that nothing has */
const respelling = (respell) => async (ground, _query, words, again) => {
  const others = await Promise.all(words.map(async (word) => (await bestStep(ground, word) ? "" : respell(ground, word))));
  if (!others.some(Boolean)) return null;
  const asked = words.map((word, at) => others[at] || word);
  const found = await again(asked.join(" "));
  if (!found.numbers.length) return null;
  const written = await Promise.all(words.map((word, at) => (others[at] ? asWritten(ground, others[at], found.numbers) : word)));
  const kept = found.near && found.instead ? found.instead : written.filter((word) => found.ignored.indexOf(word) < 0).join("　");
  return { ...found, near: true, instead: kept };
};

export const slip = respelling(slipMended);
export const romanized = respelling(inKana);

/** @type {Respelling} 学日语 is asked as 学日語 */
export const japanese = async ({ variants }, query, _words, again) => {
  if (!Array.from(query).some((letter) => KANJI.test(letter))) return null;
  const table = new Map(Object.entries(await variants()));
  const other = Array.from(query).map((letter) => table.get(letter) || letter).join("");
  const found = other === query ? null : await again(other);
  return found && found.numbers.length ? { ...found, near: true, instead: found.instead || other } : null;
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
