/* Which documents go with the answers, best first: `rank` of generator/matching/scoring.py, with the points of its table.
 *
 * Nothing is judged here: which document meets which answer to which degree, and what that is worth, is in the files.
 */
import { KEYS } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {Map<number, string>} Degrees of the documents that have one, for one answer */
/** @typedef {Record<string, Record<string, Degrees>>} Answered question → chosen value → degrees */
/**
 * @typedef {{
 *   documents: number, points: Record<string, Record<string, number>>, met: Record<string, string[]>, sums: string[],
 *   further: Record<string, number>, needed: string[], first: number, each: number
 * }} Table
 */
/** @typedef {{ numbers: number[], points: Int32Array }} Ranked */

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

/** @param {Table} table @param {Sheet} sheet @param {Answered} answered @param {Record<string, number[]>} always by degree @returns {Ranked} */
export const ranked = (table, sheet, answered, always) => {
  const sum = new Int32Array(table.documents);
  const out = new Uint8Array(table.documents);
  const shown = new Uint8Array(table.documents);
  const asked = KEYS.filter((key) => sheet[key].length > 0);
  const met = asked.map((key) => addQuestion(table, key, sheet[key].map((value) => answered[key][value]), sum, out));
  const needed = met.filter((_, at) => table.needed.indexOf(asked[at]) >= 0);
  for (let number = 0; number < table.documents; number += 1) {
    const fits = met.some((meets) => meets[number] > 0) && needed.every((meets) => meets[number] > 0);
    shown[number] = fits && !out[number] ? 1 : 0;
  }
  Object.keys(always).forEach((degree) => {
    always[degree].forEach((number) => { sum[number] += table.points[ALWAYS][degree]; });
  });
  const numbers = Array.from(shown.keys()).filter((number) => shown[number]);
  return { numbers: numbers.sort((a, b) => sum[b] - sum[a] || a - b), points: sum };
};

/**
 * The order with at most `each` of one group among the first; those put aside follow behind these.
 *
 * @param {number[]} numbers
 * @param {Table} table
 * @param {(number: number) => Promise<string>} groupOf
 */
export const mixed = async (numbers, { first, each }, groupOf) => {
  /** @type {number[][]} */
  const [taken, aside] = [[], []];
  /** @type {Map<string, number>} */
  const counts = new Map();
  let at = 0;
  while (at < numbers.length && taken.length < first) {
    const group = await groupOf(numbers[at]);
    const count = (counts.get(group) || 0) + 1;
    counts.set(group, count);
    (count <= each ? taken : aside).push(numbers[at]);
    at += 1;
  }
  return taken.concat(aside, numbers.slice(at));
};
