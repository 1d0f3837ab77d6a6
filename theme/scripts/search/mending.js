/* The word of the site that was meant by one that nothing has. */
import { KANA_ONLY, KANJI } from "./letters.js";
import { FIELD, SENTENCE } from "./postings.js";
import { flat } from "./sets.js";
import { beginning, misspeltOf } from "./slips.js";
import { homophones, rewritten } from "./sounds.js";
import { allOf } from "./terms.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./slips.js").Meant} Meant */

const MOST_TRIED = 4;
const MOST_CHUNKS = 3;
// What a group may be called behind what it does; less than another word that is one letter off.
const KIND = /(?:の?かい|くらぶ|さーくる|きようしつ)$/;
const LESS = 0.9;
// A word that has no kanji of what was typed must be read as its kanji mostly are.
const LIKELY = 1;
// What may be a word by itself in a longer text.
const CHUNK = /[ァ-ヺー]{4,}|[\u3005\u3400-\u9fff]{2,}|[A-Za-z]{5,}/g;

/** @param {Ground} ground @param {string} word @returns {Promise<number>} the best step at which a record has it; 0 where none does */
export const bestStep = async (ground, word) => {
  const { terms, numbers } = await allOf(ground, [word]);
  const records = terms[0].related ? [] : numbers.filter((number) => !ground.town.isPage(number));
  return records.length ? Math.min(...records.map((number) => terms[0].hits[number])) : 0;
};

/** @param {Ground} ground @param {string[]} words folded @param {number} least @returns {Promise<string>} the first that stands at that step */
export const firstOf = async (ground, words, least) => {
  for (const word of words.slice(0, MOST_TRIED)) {
    const step = await bestStep(ground, word);
    if (step && step <= least) return word;
  }
  return "";
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

/** @param {Ground} ground @param {string} typed folded @param {string} kana @returns {Promise<string[]>} what is read so and has a kanji of what was typed */
const sharingKanji = async (ground, typed, kana) => {
  const { literal, read } = await ground.widen(kana);
  return literal.concat(read).filter((word) => Array.from(word).some((letter) => KANJI.test(letter) && typed.indexOf(letter) >= 0));
};

/** @param {Ground} ground @param {string} typed folded, with kanji @returns {Promise<string>} what is read as it is */
const soundingLike = async (ground, typed) => {
  const alike = await homophones(ground.index, typed, beginning);
  const shared = await Promise.all(alike.map(({ kana }) => sharingKanji(ground, typed, kana)));
  const others = alike.filter(({ rank }, at) => !shared[at].length && rank <= LIKELY).map(({ kana }) => kana);
  return await firstOf(ground, flat(shared), Infinity) ||
    await firstOf(ground, await rewritten(ground.index, typed), Infinity) ||
    (/[ぁ-ゖ]/.test(typed) ? "" : firstOf(ground, others, SENTENCE + 1));
};

/** @param {Ground} ground @param {string} typed folded @returns {Meant[]} はいく for はいくかい, where that is known */
const withoutKind = ({ index }, typed) => {
  const own = typed.replace(KIND, "");
  return own !== typed && own.length > 2 && index.word(own) ? [{ word: own, cost: LESS }] : [];
};

/** @param {Ground} ground @param {string} typed folded @returns {Promise<string>} a known word that is nearly that, or is read the same; folded */
const nearest = async (ground, typed) => {
  await ground.index.prepare(typed);
  const meant = withoutKind(ground, typed).concat(await misspeltOf(ground.index, typed)).sort((a, b) => a.cost - b.cost);
  return await bestOf(ground, typed, meant) ||
    (Array.from(typed).some((letter) => KANJI.test(letter)) ? soundingLike(ground, typed) : "");
};

/** @param {Ground} ground @param {string} word @returns {Promise<string>} the same for a word as it was typed */
const whole = (ground, word) => nearest(ground, ground.folding.fold(word));

/** @param {string} chunk @returns {string[]} 北口花団 as 北口 and 花団 */
const apart = (chunk) => (/^(?:[\u3005\u3400-\u9fff]{2}){2,3}$/.test(chunk) ? chunk.match(/../g) || [] : [chunk]);

/** @param {string} text @returns {string[]} what may be a word by itself in it */
const chunksOf = (text) => flat((text.match(CHUNK) || []).map(apart)).filter((chunk) => chunk !== text).slice(0, MOST_CHUNKS);

/** @param {Ground} ground @param {string} text @returns {Promise<Map<string, string>>} the text as a whole, and what it is meant for; empty if none */
export const mendedWhole = async (ground, text) => {
  const own = await whole(ground, text);
  return own ? new Map([[text, own]]) : new Map();
};

/** @param {Ground} ground @param {string} text @returns {Promise<Map<string, string>>} the words in it that nothing has, and what they are meant for */
export const mendedIn = async (ground, text) => {
  const found = await mendedWhole(ground, text);
  for (const chunk of found.size ? [] : chunksOf(text)) {
    const other = await bestStep(ground, chunk) ? "" : await whole(ground, chunk);
    if (other) found.set(chunk, other);
  }
  return found;
};
