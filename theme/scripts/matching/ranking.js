/* Which documents go with the answers, best first: `rank` of generator/matching/scoring.py, with the points of its table.
 *
 * Nothing is judged here: which document meets which answer to which degree, and what that is worth, is in the files.
 */
import { KEYS } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {Map<number, string>} Degrees of the documents that have one, for one answer */
/** @typedef {Record<string, Record<string, Degrees>>} Answered question → chosen value → degrees */
/** @typedef {Record<string, { has: (number: number) => boolean }>} Differs answer of a question in `sums` → the documents that are known to be otherwise */
/**
 * @typedef {{
 *   documents: number, points: Record<string, Record<string, number>>, met: Record<string, string[]>, sums: string[],
 *   further: Record<string, number>, needed: Record<string, number>, partly: Record<string, string[]>,
 *   own: string[], first: number, each: number
 * }} Table
 */
/** @typedef {{ key: string, count: number, meets: Uint8Array }} Met how many of the chosen values of a question each document meets */
/** @typedef {{ fits: number[], near: number[] }} Order documents, best first; near is what does not wholly meet every answer */

export const ALWAYS = "always";
const OUT = "out";

/**
 * The points of each document for one question, added to `sum`; 1 in the list that comes back where one is met.
 *
 * @param {Table} table
 * @param {string} key
 * @param {Degrees[]} chosen
 * @param {Int32Array} sum
 * @param {Uint8Array} out set where a document is excluded
 */
const addQuestion = (table, key, chosen, sum, out) => {
  const [points, met] = [table.points[key], new Set(table.met[key])];
  const adds = table.sums.indexOf(key) >= 0;
  const worth = new Int32Array(table.documents);
  const [has, meets] = [new Uint8Array(table.documents), new Uint8Array(table.documents)];
  chosen.forEach((degrees) => {
    degrees.forEach((degree, number) => {
      if (degree === OUT) {
        out[number] = 1;
        return;
      }
      if (adds) worth[number] += points[degree];
      else worth[number] = has[number] ? Math.max(worth[number], points[degree]) : points[degree];
      has[number] = 1;
      if (met.has(degree)) meets[number] += 1;
    });
  });
  const more = adds ? 0 : table.further[key] || 0;
  for (let number = 0; number < table.documents; number += 1) {
    sum[number] += worth[number] + more * Math.max(0, meets[number] - 1);
  }
  return meets;
};

/**
 * Whether a document is shown: it meets something; where a question is needed, it meets that, or, if only others do, all
 * else that was answered.
 *
 * @param {Table} table
 * @param {Met[]} met
 */
const shownBy = (table, met) => {
  /** @param {Met} one @param {number} number each value where each counts, else any */
  const whole = ({ key, count, meets }, number) => meets[number] >= (table.sums.indexOf(key) >= 0 ? count : 1);
  const needs = met.filter(({ key }) => key in table.needed).map((one) => ({
    meets: one.meets,
    others: met.filter((other) => other !== one),
    may: one.meets.some(Boolean) && met.length - 1 >= table.needed[one.key]
  }));
  /** @param {number} number */
  return (number) => met.some(({ meets }) => meets[number] > 0) && needs.every(({ meets, others, may }) =>
    meets[number] > 0 || (may && others.every((other) => whole(other, number))));
};

/**
 * The names by which is told what is lacking of a question; nothing where any answer will do and one is met.
 *
 * @param {Table} table
 * @param {string} key
 * @param {string[]} chosen
 * @param {(value: string) => boolean} isMet
 */
export const lacking = ({ sums, own }, key, chosen, isMet) => {
  if (sums.indexOf(key) >= 0) return chosen.filter((value) => !isMet(value));
  if (chosen.some(isMet)) return [];
  return Array.from(new Set(chosen.map((value) => own.indexOf(value) >= 0 ? value : key)));
};

/** @param {Table} table @param {string} key @param {string} degree whether that is enough for a document to fit */
export const wholly = (table, key, degree) =>
  table.met[key].indexOf(degree) >= 0 && (table.partly[key] || []).indexOf(degree) < 0;

/** @param {Table} table @param {Sheet} sheet @param {Answered} answered @param {Differs} differs @returns {(number: number) => boolean} */
const fitsBy = (table, sheet, answered, differs) => (number) => KEYS.every((key) => {
  const has = (/** @type {string} */ value) => wholly(table, key, answered[key][value].get(number) || "");
  if (table.sums.indexOf(key) >= 0) return sheet[key].every((value) => has(value) || !differs[value].has(number));
  return sheet[key].length === 0 || sheet[key].some(has);
});

/** @param {Table} table @param {Sheet} sheet @param {Answered} answered @param {Record<string, number[]>} always by degree @param {Differs} differs @returns {Order} */
export const ranked = (table, sheet, answered, always, differs) => {
  const sum = new Int32Array(table.documents);
  const out = new Uint8Array(table.documents);
  const met = KEYS.filter((key) => sheet[key].length > 0).map((key) => {
    const chosen = sheet[key].map((value) => answered[key][value]);
    return { key, count: chosen.length, meets: addQuestion(table, key, chosen, sum, out) };
  });
  const isShown = shownBy(table, met);
  Object.keys(always).forEach((degree) => {
    always[degree].forEach((number) => { sum[number] += table.points[ALWAYS][degree]; });
  });
  const fits = fitsBy(table, sheet, answered, differs);
  /** @type {Order} */
  const order = { fits: [], near: [] };
  out.forEach((excluded, number) => {
    if (!excluded && isShown(number)) order[fits(number) ? "fits" : "near"].push(number);
  });
  [order.fits, order.near].forEach((numbers) => { numbers.sort((a, b) => sum[b] - sum[a] || a - b); });
  return order;
};

/**
 * The order with at most `each` of one group among the first; those put aside follow behind these. A group itself is
 * left out where an opening of it stands before it.
 *
 * @param {number[]} numbers
 * @param {Table} table
 * @param {{ own: number[], seen: Set<string>, groupOf: (number: number) => Promise<string> }} groups `own`: the documents that are groups themselves; `seen`: met among the first of what stands before
 */
export const mixed = async (numbers, { first, each }, { own, seen, groupOf }) => {
  /** @type {number[][]} */
  const [taken, aside] = [[], []];
  /** @type {Map<string, number>} */
  const counts = new Map();
  let at = 0;
  while (at < numbers.length && taken.length < first) {
    const group = await groupOf(numbers[at]);
    const count = counts.get(group) || 0;
    if (!seen.has(group) || own.indexOf(numbers[at]) < 0) (count >= each ? aside : taken).push(numbers[at]);
    counts.set(group, count + 1);
    seen.add(group);
    at += 1;
  }
  return taken.concat(aside, numbers.slice(at));
};
