/* Japanese in Latin letters, turned into kana (generator/search/romaji.py). */
import { search_romaji as shared } from "../tables.js";

/** @typedef {[RegExp, string]} Rule */

/** @param {string[][]} rules @returns {Rule[]} */
const compiled = (rules) => rules.map(([pattern, other]) => [new RegExp(pattern, "g"), other]);

const SAME = compiled(shared.same);
/** @type {Map<string, string>} */
const SYLLABLES = new Map(Object.entries(shared.syllables));
const LONGEST = 4;
/** @type {Record<string, string>} the vowel that is written behind a long one */
const LONGER = { a: "a", i: "i", u: "u", e: "e", o: "u" };

/** @param {string} text @param {Rule[]} rules */
const replaced = (text, rules) => rules.reduce((made, [pattern, other]) => made.replace(pattern, other), text);

/** @param {string} latin @returns {string} small letters; marks over vowels stay behind them */
const apart = (latin) => latin.normalize("NFKC").toLowerCase().normalize("NFD");

/** @param {string} text @param {number} at @returns {string} the longest syllable that begins here */
const syllableAt = (text, at) => {
  for (let size = LONGEST; size > 0; size -= 1) {
    const syllable = text.substr(at, size);
    if (syllable.length === size && SYLLABLES.has(syllable)) return syllable;
  }
  return "";
};

/** @param {string} text @param {number} at @returns {string} ん and っ are written by one letter */
const consonantAt = (text, at) => {
  if (/^n(?:'|n?$|[^aiueoy'])/.test(text.slice(at))) return "ん";
  return /^([bcdfghjkmprstwz])\1/.test(text.slice(at)) ? "っ" : "";
};

/** @param {string} text @param {number} at @returns {[string, number]} kana, and how many letters they take */
const kanaAt = (text, at) => {
  const alone = consonantAt(text, at);
  if (alone === "ん") return [alone, (text.slice(at).match(/^n(?:'|n(?=n)|n$)?/) || [""])[0].length];
  if (alone) return [alone, 1];
  const syllable = syllableAt(text, at);
  return [SYLLABLES.get(syllable) || "", syllable.length];
};

/**
 * The hiragana that Latin letters stand for, as they are written: shuwa → しゅわ, Tōkyō → とうきょう.
 *
 * @param {string} latin
 * @returns {string} empty where it is no romaji
 */
export const kanaOf = (latin) => {
  const long = apart(latin).replace(/([aiueo])[\u0302\u0304]/g, (_whole, vowel) => vowel + LONGER[vowel]);
  const text = replaced(long.replace(/[-\s]+/g, "").replace(/[’\x60]/g, "'").replace(/m(?=[bpm])/g, "n").replace(/v/g, "b"), SAME);
  let out = "";
  for (let at = 0; at < text.length; ) {
    const [kana, size] = kanaAt(text, at);
    if (!kana) return "";
    out += kana;
    at += size;
  }
  // No word begins with these: NPO is none.
  return /^[んっ]/.test(out) ? "" : out;
};
