/* What Japanese word was typed in Latin letters, with its long vowels or without: shokudo is しょくどう. */
import { KANA_ONLY } from "./letters.js";
import { kanaOf } from "./romaji.js";
import { flat, unique } from "./sets.js";
import { beginning } from "./slips.js";

/** @typedef {import("./terms.js").Ground} Ground */

const SHORTEST = 3;
const LONG = "ーうおい";
const TO_O = "おこごそぞとどのほぼぽもよろを";
const TO_U = "うくぐすずつづぬふぶぷむゆる";
const TO_E = "えけげせぜてでねへべぺめれ";

/** @param {string} letter @param {string} next @returns {boolean} whether the second only makes the first longer */
const lengthens = (letter, next) => letter !== "" && (next === "ー" ||
  (TO_O.indexOf(letter) >= 0 && (next === "う" || next === "お")) ||
  (TO_U.indexOf(letter) >= 0 && next === "う") || (TO_E.indexOf(letter) >= 0 && next === "い"));

/** @param {string} kana folded @returns {string} without what makes vowels long */
const short = (kana) => kana.split("").filter((letter, at) => !lengthens(kana[at - 1] || "", letter)).join("");

/** @param {Ground} ground @param {string} kana folded @returns {Promise<string[]>} words that begin like it or are it, but for long vowels */
const begunLike = async ({ index }, kana) => {
  const twos = unique([kana.slice(0, 2), ...LONG.split("").filter((letter) => lengthens(kana[0], letter)).map((letter) => kana[0] + letter)]);
  return flat(await Promise.all(twos.map((two) => beginning(index, two)))).filter((word) => KANA_ONLY.test(word));
};

/** @param {string[]} words @param {string} kana */
const sounding = (words, kana) => unique(words).filter((word) => short(word) === short(kana))
  .sort((a, b) => Number(b === kana) - Number(a === kana) || a.length - b.length);

/** @param {Ground} ground @param {string} kana @param {string[]} begun @returns {Promise<string[]>} the same as two words, kodomoshokudo */
const inTwo = async (ground, kana, begun) => {
  const sound = short(kana);
  for (const first of unique(begun.filter((word) => word.length > 2 && sound.indexOf(short(word)) === 0)).sort((a, b) => b.length - a.length)) {
    const rest = sound.slice(short(first).length);
    const second = rest.length > 1 ? sounding(await begunLike(ground, rest), rest) : [];
    if (second.length) return second.map((word) => first + word);
  }
  return [];
};

/** @param {Ground} ground @param {string} latin @returns {Promise<string[]>} words in folded kana, the likeliest first */
export const likelyRead = async (ground, latin) => {
  const kana = ground.folding.fold(kanaOf(latin));
  if (kana.length < 2) return [];
  const begun = await begunLike(ground, kana);
  const whole = sounding(begun, kana).filter((word) => word === kana || word.length >= SHORTEST);
  return whole.length ? whole : unique((await inTwo(ground, kana, begun)).concat(kana.length > SHORTEST ? kana : []));
};
