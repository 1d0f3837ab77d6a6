/* Numbers written the other way: 七十 and 70, 第二 and 第2. */
import { lexical_letters as shared } from "../tables.js";

const DIGITS = shared.digits;
/** @type {Record<string, number>} */
const UNITS = { "十": 10, "百": 100, "千": 1000 };
const BY_PLACE = ["", "十", "百", "千"];

/** @param {string} run of kanji */
const toDigits = (run) => {
  if (!/[十百千]/.test(run)) return run.replace(/./g, (letter) => String(DIGITS.indexOf(letter)));
  let total = 0;
  let digit = 0;
  run.split("").forEach((letter) => {
    if (UNITS[letter]) total += (digit || 1) * UNITS[letter];
    digit = UNITS[letter] ? 0 : DIGITS.indexOf(letter);
  });
  return String(total + digit);
};

/** @param {string} digits 1 to 9,999 */
const toKanji = (digits) => digits.split("").map((digit, at) => {
  const unit = BY_PLACE[digits.length - 1 - at];
  if (digit === "0") return "";
  return (digit === "1" && unit ? "" : DIGITS[Number(digit)]) + unit;
}).join("");

/**
 * The same words with their numbers written the other way, if they have any; 1 to 9,999.
 *
 * @param {string} written
 * @returns {string[]}
 */
export const numerals = (written) => {
  const narrow = written.normalize("NFKC");
  const digits = narrow.replace(/[〇一二三四五六七八九十百千]+/g, toDigits);
  const words = narrow.replace(/(^|[^0-9.-])([1-9][0-9]{0,3})(?![0-9.-])/g,
    (_, before, number) => before + toKanji(number));
  return [digits, words].filter((way) => way !== narrow);
};
