/* The answers of one person as the line that carries them: generator/matching/sheet.py in the browser. */
import { matching_sheet as shared } from "../tables.js";

/** @typedef {Record<string, string[]>} Sheet values by question; every question of KEYS is there */

export const KEYS = shared.keys;

/** @param {string} text as it stands in a query @returns {string} */
const plain = (text) => new URLSearchParams("told=" + text).get("told") || "";

/** @param {Record<string, string[]>} given @param {Sheet} known @returns {Sheet} in the order of `known`, without what is not in it */
export const sheetOf = (given, known) => {
  /** @type {Sheet} */
  const sheet = {};
  KEYS.forEach((key) => {
    sheet[key] = (known[key] || []).filter((value) => (given[key] || []).indexOf(value) >= 0).slice(0, shared.most);
  });
  return sheet;
};

/**
 * The answers that a line tells; what is in no list of `known`, too much or unreadable counts as not said.
 *
 * @param {string} line a query, from anybody
 * @param {Sheet} known
 */
export const parseSheet = (line, known) => {
  /** @type {Map<string, string[]>} */
  const given = new Map(KEYS.map((key) => [key, []]));
  line.slice(0, shared.longest).replace(/^[\s\S]*\?/, "").split("&").forEach((pair) => {
    const [key, ...told] = pair.split("=");
    const values = given.get(key);
    if (values) given.set(key, values.concat(plain(told.join("=")).split(".").slice(0, shared.most)));
  });
  return sheetOf(Object.fromEntries(given), known);
};

/** @param {string} line a query, from anybody @param {Sheet} sheet what was understood of it @returns {boolean} whether it tells more */
export const tellsMore = (line, sheet) => line.slice(0, shared.longest).replace(/^[\s\S]*\?/, "").split("&").some((pair) => {
  const [key, ...told] = pair.split("=");
  return KEYS.indexOf(key) >= 0 && plain(told.join("=")).split(".").filter(Boolean).some((value) => sheet[key].indexOf(value) < 0);
});

/** @param {string} value */
const quoted = (value) => encodeURIComponent(value)
  .replace(/[!'()*]/g, (letter) => "%" + letter.charCodeAt(0).toString(16).toUpperCase());

/** @param {Sheet} sheet the line of it, without what was skipped */
export const showSheet = (sheet) => KEYS
  .filter((key) => sheet[key].length > 0)
  .map((key) => key + "=" + sheet[key].map(quoted).join(".")).join("&");

/** @param {Sheet} sheet the line of it as a QR code carries it */
export const showWish = (sheet) => shared.wish + showSheet(sheet);

/** @param {Sheet} sheet */
export const isEmpty = (sheet) => KEYS.every((key) => sheet[key].length === 0);

/** @param {Sheet} sheet @param {string} key @param {string} value @returns {Sheet} without that answer */
export const without = (sheet, key, value) =>
  Object.assign({}, sheet, { [key]: sheet[key].filter((one) => one !== value) });
