/* Widths, kana and numerals: generator/japanese/text.py. */
import { patterns, SPACE } from "./expressions.js";
import { toHiragana, toKatakana } from "./kana.js";
import { foldings, text as shared } from "../tables.js";

const {
  HALF_WIDTH_KANA, KANA, KANA_LETTER, LONG_MARK_AS_DASH, NUMBER, SPLIT_VOICING, UNSPOKEN, WITH_UNITS
} = patterns(shared);
// What Python's str.strip takes away, and Rust's trim, which pydantic uses.
const TRIM = SPACE.replace("\\x1c- ", " ");
const STRIP = new RegExp("^[" + SPACE + "]+|[" + SPACE + "]+$", "g");
const ENDS = new RegExp("^[" + TRIM + "]+|[" + TRIM + "]+$", "g");
const SPACES = new RegExp("[" + SPACE + "]+", "g");
const ASCII = /^[\x00-\x7f]*$/;
const DASHES = anyOf(shared.dashes);
const TILDES = anyOf(shared.tildes);
const INVISIBLE = anyOf(shared.invisible);
const FOLDED = new RegExp("[" + Object.keys(foldings).join("") + "]", "g");
/** @type {Record<string, string>} */
const FOLDINGS = foldings;
/** @type {Record<string, number>} */
const DIGIT_OF = shared.digit_of;
const ALNUM = letters("\\p{L}\\p{N}", "0-9A-Za-z\\xaa-\\u1fff\\u3005-\\u3007\\u3021-\\u3096\\u309d-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufaff");

// Any of these signs, wherever they stand.
/** @param {string} signs */
function anyOf(signs) {
  return new RegExp("[" + signs.replace(/[-\]\\^]/g, "\\$&") + "]", "g");
}

// Browsers before 2020 may not know Unicode properties; they get the letters that are common here.
/** @param {string} properties @param {string} common */
export function letters(properties, common) {
  try {
    return new RegExp("[" + properties + "]", "u");
  } catch (_) {
    return new RegExp("[" + common + "]", "u");
  }
}

/** @param {string} text */
export const strip = text => text.replace(STRIP, "");
/** @param {string} text */
export const trim = text => text.replace(ENDS, "");
/** @param {string} text */
export const hasSpace = text => text.search(SPACES) >= 0;
// In characters, as Python counts them.
/** @param {string} text */
export const lengthOf = text => /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
/** @param {string} text @param {number} most */
export const head = (text, most) => text.length <= most ? text : Array.from(text.slice(0, 2 * most)).slice(0, most).join("");
/** @param {string} text */
export const isAscii = text => ASCII.test(text);
/** @param {string} letter */
export const isLetter = letter => ALNUM.test(letter);
/** @param {number} number @param {number} size */
export const pad = (number, size) => ("0000" + number).slice(-size);

// Letters, digits, dashes and tildes in one width, nothing invisible, no space at the ends.
/** @param {string} text */
export function narrow(text) {
  if (ASCII.test(text)) return strip(text);
  const folded = text.replace(/\u02dc/g, "~").normalize("NFKC").replace(DASHES, "-").replace(TILDES, "~").replace(INVISIBLE, "");
  return strip(LONG_MARK_AS_DASH.replace(folded, "-"));
}

/** @param {string} text */
export function casefold(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  // The browser's small letters know one rule of their own, ς at a word's end, which folding does not have.
  return text.replace(FOLDED, letter => FOLDINGS[letter]).toLowerCase().replace(/ς/g, "σ");
}

// What two spellings of one term have in common.
/** @param {string} text */
export const key = text => casefold(narrow(text)).replace(SPACES, "");

// Narrow, without the spaces that do not stand between Latin letters or digits.
/** @param {string} text */
export function closedUp(text) {
  const plain = narrow(text).replace(SPACES, " ");
  /** @param {number} at */
  const isPlain = at => /[0-9A-Za-z]/.test(plain[at]);
  return plain.replace(/ /g, (_, at) => isPlain(at - 1) && isPlain(at + 1) ? " " : "");
}

/** @param {string} text */
export const compact = text => casefold(closedUp(text));

// A text without its marks that nobody speaks.
/** @param {string} text */
export const withoutMarks = text => strip(UNSPOKEN.replace(text, ""));

/** @param {string} text */
function fullWidth(text) {
  const widened = HALF_WIDTH_KANA.replace(text, m => m[0].normalize("NFKC"));
  return SPLIT_VOICING.replace(widened, m => m[0].normalize("NFC"));
}

/** @param {string} text */
export const hiragana = text => toHiragana(fullWidth(text));
/** @param {string} text */
export const katakana = text => toKatakana(fullWidth(text));
/** @param {string} text */
export const isKana = text => Boolean(KANA.full(text)) && KANA_LETTER.test(text);

// The value of a numeral below 万, or null.
/** @param {string} word */
function section(word) {
  if (!/[千百十拾]/.test(word)) return Number(Array.from(word, digit => DIGIT_OF[digit]).join(""));
  const found = WITH_UNITS.full(word);
  if (!found) return null;
  return [1000, 100, 10, 1].reduce((sum, place, n) => {
    const digit = found[n + 1];
    if (digit === undefined) return sum;
    return sum + place * (digit ? DIGIT_OF[digit] : place > 1 ? 1 : 0);
  }, 0);
}

// The value of digits and kanji numerals up to 15 letters; null if it is none.
/** @param {string} text */
export function kanjiNumber(text) {
  const word = narrow(text);
  if (!word || lengthOf(word) > shared.most_digits) return null;
  if (ASCII.test(word)) return /^[0-9]+$/.test(word) ? Number(word) : null;
  const found = NUMBER.full(word);
  if (!found) return null;
  const parts = [found[1], found[2], found[3]];
  const values = parts.map(part => part === undefined ? null : section(part));
  if (parts.some((part, n) => part !== undefined && values[n] === null)) return null;
  const several = parts.filter(part => part !== undefined).length > 1 || found[3] === undefined;
  if (several && values.some(value => (value || 0) >= 10000)) return null;
  return (values[0] || 0) * 100000000 + (values[1] || 0) * 10000 + (values[2] || 0);
}
