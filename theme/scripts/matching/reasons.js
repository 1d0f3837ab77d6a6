/* Why a document goes with the answers, and in what it differs: the words of generator/wording/matches.py, joined. */
import { KEYS } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./files.js").Card} Card */
/** @typedef {import("./ranking.js").Answered} Answered */
/**
 * @typedef {import("./ranking.js").Table & {
 *   edition: string, cards: number, counts: Record<string, Record<string, number>>,
 *   reasons: Record<string, Record<string, string>>, forms: Record<string, Record<string, string>>,
 *   unknown: Record<string, string>
 * }} Start match-index/start.json
 */
/** @typedef {{ reasons: string[], differences: string[], near: boolean }} Why `near` if it differs in something that is known */

/** @param {Start} start @param {string} key @param {string} degree @param {string} words */
const worded = (start, key, degree, words) => {
  const form = (start.forms[key] || {})[degree] || "{}";
  return form.split("{}").join(words);
};

/** @param {string[]} words each once, in their order */
const unique = (words) => Array.from(new Set(words));

/** @param {Start} start @param {Sheet} sheet @param {Answered} answered @param {number} number @param {Card} card @returns {Why} */
export const why = (start, sheet, answered, number, card) => {
  const [says, differs] = [card.says || {}, card.differs || {}];
  /** @type {string[][]} */
  const [reasons, differences] = [[], []];
  KEYS.filter((key) => sheet[key].length > 0).forEach((key) => {
    /** @param {string} value */
    const degree = (value) => answered[key][value].get(number) || "";
    /** @param {string} value */
    const isMet = (value) => start.met[key].indexOf(degree(value)) >= 0;
    const good = sheet[key].filter(isMet);
    good.forEach((value) => {
      reasons.push(worded(start, key, degree(value), (says[key] || {})[value] || start.reasons[key][value]));
    });
    const adds = start.sums.indexOf(key) >= 0;
    const missing = adds ? sheet[key].filter((value) => !isMet(value)) : good.length ? [] : [key];
    differences.push(...missing.filter((name) => differs[name] || start.unknown[name]));
  });
  const words = differences.map((name) => differs[name] || start.unknown[name]);
  return { reasons: unique(reasons), differences: unique(words), near: differences.some((name) => Boolean(differs[name])) };
};
