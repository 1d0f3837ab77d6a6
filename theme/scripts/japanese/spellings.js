/* Recurrences in English and in GIF codes as Japanese: generator/japanese/spellings.py. */
import { WEEKDAYS } from "./dates.js";
import { pattern, patterns } from "./expressions.js";
import { compact, narrow } from "./text.js";
import { spellings as shared } from "../tables.js";

/** @type {Record<string, string>} */
const DAYS = shared.days;
/** @type {Record<string, number>} */
const ORDINALS = shared.ordinals;
const TRANSLATIONS = /** @type {any[][]} */ (shared.translations).map(([words, meant]) => [pattern(words), meant]);
const { ENGLISH, ENGLISH_DAY, GIF, GIF_ITEM, LATIN, ORDINAL } = patterns(shared);

// The text itself, or its Japanese if it begins with a GIF code or is English.
/** @param {string} text */
export function inJapanese(text) {
  if (!LATIN.test(text)) return text;
  const plain = narrow(text);
  const code = GIF.match(plain);
  if (code) return fromGif(code[1]) + " " + plain.slice(code.end);
  return ENGLISH.test(plain) ? fromEnglish(compact(text)) : text;
}

/** @param {string} code */
function fromGif(code) {
  const days = shared.gif_days.map(name => name.toLowerCase());
  return GIF_ITEM.all(code).map(item => weeksOf(item[1]) + WEEKDAYS[days.indexOf(item[2].toLowerCase())] + "曜").join("、");
}

/** @param {string} digits */
function weeksOf(digits) {
  if (digits === "0" || digits === "7") return digits === "0" ? "毎週" : "隔週";
  if (/[07]/.test(digits)) return digits;
  return Array.from(digits).map(week => week === "6" ? "最終" : "第" + week).join("・");
}

/** @param {string} plain */
function fromEnglish(plain) {
  let named = ENGLISH_DAY.replace(plain, m => DAYS[m[1]] + "曜");
  named = ORDINAL.replace(named, m => "第" + ORDINALS[m[1]]);
  return TRANSLATIONS.reduce((text, [words, meant]) => words.replace(text, meant), named);
}
