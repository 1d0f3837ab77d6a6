/* Why a document goes with the answers, in what it differs, and what is not written: the words of generator/wording/matches.py, joined. */
import { lacking, wholly } from "./ranking.js";
import { KEYS } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./files.js").Card} Card */
/** @typedef {import("./ranking.js").Answered} Answered */
/**
 * @typedef {import("./ranking.js").Table & {
 *   edition: string, cards: number, counts: Record<string, Record<string, number>>,
 *   reasons: Record<string, Record<string, string>>, forms: Record<string, Record<string, string>>,
 *   unknown: Record<string, string>, differs: string[]
 * }} Start match-index/start.json
 */
/** @typedef {{ reasons: string[], differences: string[], unknown: string[] }} Why each answer is met, differs, or is not written */

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
  const [reasons, differences, unknown] = [[], [], []];
  KEYS.filter((key) => sheet[key].length > 0).forEach((key) => {
    /** @param {string} value */
    const degree = (value) => answered[key][value].get(number) || "";
    const words = sheet[key].filter((value) => start.met[key].indexOf(degree(value)) >= 0).map((value) =>
      worded(start, key, degree(value), (says[key] || {})[value] || start.reasons[key][value]));
    const names = lacking(start, key, sheet[key], (value) => wholly(start, key, degree(value)));
    if (names.length && words.length && key in start.partly) {
      differences.push(...words);
      return;
    }
    reasons.push(...words);
    names.forEach((name) => {
      if (name in differs) differences.push(differs[name]);
      else unknown.push(start.unknown[name]);
    });
  });
  return { reasons: unique(reasons), differences: unique(differences), unknown: unique(unknown) };
};
