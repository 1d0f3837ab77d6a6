/* What Japanese word was typed in Latin letters, with its long vowels or without: shokudo is しょくどう. */
import { KANA_ONLY } from "./letters.js";
import { firstOf } from "./mending.js";
import { FIELD } from "./postings.js";
import { kanaOf } from "./romaji.js";
import { flat, unique } from "./sets.js";
import { beginning } from "./slips.js";

/** @typedef {import("./terms.js").Ground} Ground */

export const LATIN = /^[a-z\u00c0-\u017f'’-]{3,}$/i;
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
  const firsts = begun.filter((word) => word.length >= SHORTEST && short(kana).indexOf(short(word)) === 0);
  for (const first of unique(firsts.concat(kana.slice(0, SHORTEST))).sort((a, b) => b.length - a.length)) {
    const rest = short(kana).slice(short(first).length);
    const second = rest.length >= SHORTEST - 1 ? sounding(await begunLike(ground, rest), rest) : [];
    if (second.length) return second.map((word) => first + word);
  }
  return [];
};

/** @param {Ground} ground @param {string} kana folded @returns {Promise<string>} the word that it is, with its long vowels; "" for none */
const known = async (ground, kana) => {
  if (kana.length < 2) return "";
  const begun = await begunLike(ground, kana);
  const whole = sounding(begun, kana).filter((word) => word === kana || word.length >= SHORTEST);
  return firstOf(ground, whole.concat(kana.length > SHORTEST && !whole.length ? await inTwo(ground, kana, begun) : []), Infinity);
};

/** @param {Ground} ground @param {string} latin @returns {Promise<string>} the word in folded kana, "" where it is none of the site's */
export const inKana = async (ground, latin) => {
  const kana = ground.folding.base(LATIN.test(latin) ? kanaOf(latin) : "");
  // A short word that is none of those known must be one where it is prominent: けやき.
  return await known(ground, kana) || (kana.length > 1 ? firstOf(ground, [kana], kana.length > SHORTEST ? Infinity : FIELD + 1) : "");
};

/** @param {Ground} ground @param {string[]} words a name with spaces, midori no kaze @returns {Promise<string>} */
export const togetherInKana = async (ground, words) => {
  const kana = ground.folding.base(kanaOf(words.join("")));
  return kana.length > SHORTEST ? known(ground, kana) : "";
};
