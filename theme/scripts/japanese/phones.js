/* Telephone numbers of Japan: generator/japanese/phones.py. */
import { patterns } from "./expressions.js";
import { lengthOf, narrow, strip } from "./text.js";
import { parser, unclear } from "./unclear.js";
import { phones as shared } from "../tables.js";

/** @type {Record<string, any[]>} */
const SPECIAL = shared.special;
const { AREAS_BY_FOUR, CERTAIN_AREA, DIGITS_IN_A_ROW, EXTENSION, LABEL, NUMBER, REMARK, WORD } = patterns(shared);

/** @typedef {{number: string, kind: string, extension: string, note: string, unclear?: undefined}} Phone */

// A number with its extension and whose it is.
/** @param {any} phone */
export function showPhone(phone) {
  return phone.number + (phone.extension ? " 内線" + phone.extension : "") + (phone.note ? "（" + phone.note + "）" : "");
}

/** @type {(text: string) => Phone | import("./unclear.js").Unclear} */
export const parsePhone = parser(text => {
  const plain = narrow(text);
  const label = LABEL.match(plain);
  const match = NUMBER.match(plain, label ? label.end : 0);
  if (!match) return refusal(text, firstNumber(plain), "");
  const digits = nationalDigits(match[0]);
  const found = writtenNumber(match[0], digits);
  if (!found) return refusal(text, withArea(digits) || withZero(match[0]) || firstNumber(plain), digits);
  const rest = readRest(plain.slice(match.end));
  if (!rest) return refusal(text, found.number, "");
  return { number: found.number, kind: found.kind, extension: rest.extension, note: rest.note };
});

/** @param {string} text @param {string} suggestion @param {string} digits */
function refusal(text, suggestion, digits) {
  const count = digits ? lengthOf(digits) : narrow(text).replace(/[^0-9]/g, "").length;
  return unclear("phone", text, suggestion || shared.example, { digits: String(count) });
}

/** @param {string} written */
function nationalDigits(written) {
  const bare = written.slice(0, 3) === "+81" ? written.replace(/\(0\)/g, "") : written;
  const digits = bare.replace(/[^0-9]/g, "");
  if (bare[0] !== "+") return digits;
  return digits.slice(0, 2) === "81" ? "0" + digits.slice(2).replace(/^0/, "") : "+" + digits;
}

/** @param {string} text @param {string} sign */
const count = (text, sign) => text.split(sign).length - 1;
/** @param {string} written */
const groupsOf = written => written.match(/[0-9]+/g) || [];

/** @param {string} digits @param {number} first @param {number} second */
function split(digits, first, second) {
  return digits.slice(0, first) + "-" + digits.slice(first, first + second) + "-" + digits.slice(first + second);
}

/** @param {string} written @param {string} digits */
function writtenNumber(written, digits) {
  if (count(written, "(") !== count(written, ")") || digits[0] !== "0" || !digits[1] || digits[1] === "0") return null;
  const groups = groupsOf(written);
  // (080)0000-0011 is somebody's mobile; 0800-000-0011, or the digits alone, would be free to call.
  const special = SPECIAL[groups[0] || ""] || SPECIAL[digits.slice(0, 4)] || SPECIAL[digits.slice(0, 3)];
  if (!special) return digits.length === 10 && digits.slice(0, 3) !== "020" ? landline(written, digits) : null;
  if (digits.length !== special[1]) return null;
  const sizes = groups.map(group => group.length).join();
  const kept = special[1] === 10 && (sizes === "4,3,3" || sizes === "4,2,4");
  return { number: kept ? groups.join("-") : split(digits, special[2][0], special[2][1]), kind: special[0] };
}

/** @param {string} written @param {string} digits */
function landline(written, digits) {
  const certain = CERTAIN_AREA.match(digits);
  const groups = groupsOf(written);
  const sizes = groups.map(group => group.length);
  const possible = sizes.length === 3 && sizes[0] >= 2 && sizes[0] <= 5 && sizes[0] + sizes[1] === 6 && written[0] !== "+";
  const area = certain ? certain.end : areaLength(digits);
  return { number: certain || !possible ? split(digits, area, 6 - area) : groups.join("-"), kind: "landline" };
}

/** @param {string} digits */
function areaLength(digits) {
  if (AREAS_BY_FOUR.match(digits)) return 3;
  const area = shared.two_or_three_digit_areas.find(each => digits.startsWith(each));
  return area ? area.length : 4;
}

/** @param {string} rest */
function readRest(rest) {
  let extension = "";
  const notes = [];
  while (strip(rest)) {
    const inside = EXTENSION.match(rest);
    const word = inside || WORD.match(rest) || REMARK.match(rest);
    if (!word || (inside && extension)) return null;
    if (!inside && DIGITS_IN_A_ROW.test(word.word)) return null;
    if (inside) extension = inside[1];
    else notes.push(strip(word.word));
    rest = rest.slice(word.end);
  }
  return { extension, note: notes.join("、") };
}

/** @param {string} digits */
function withArea(digits) {
  if (/^[0+]/.test(digits)) return "";
  const area = { 6: "0422", 7: "042", 8: "03" }[digits.length];
  return area ? area + "-" + digits.slice(0, -4) + "-" + digits.slice(-4) : "";
}

// The number whose first 0 a spreadsheet dropped: 420000011 → 042-000-0011.
/** @param {string} written */
function withZero(written) {
  const digits = written.replace(/[^0-9]/g, "");
  if ((digits.length !== 9 && digits.length !== 10) || !/^[0-9]/.test(written)) return "";
  const found = writtenNumber("0" + written, "0" + digits);
  return found ? found.number : "";
}

/** @param {string} plain */
function firstNumber(plain) {
  const runs = DIGITS_IN_A_ROW.all(plain);
  for (let n = 0; n < runs.length; n += 1) {
    const parts = [runs[n][0]].concat(runs[n][0].split(/\s+/));
    for (let k = 0; k < parts.length; k += 1) {
      const written = parts[k].replace(/\(/g, "").replace(/\)/g, "-");
      const found = writtenNumber(written, parts[k].replace(/[^0-9]/g, ""));
      if (found) return found.number;
    }
  }
  return "";
}
