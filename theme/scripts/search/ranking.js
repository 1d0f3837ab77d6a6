/* In which order documents stand: the exact name, then how prominently they have the words, then their own weight. */
import { flat, union, unique } from "./sets.js";
import { END, START, stream } from "./tokens.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {import("./terms.js").Answer} Answer */
/** @typedef {{ numbers: number[], marks: string[], near: boolean, ignored: string[], instead: string, empty?: boolean }} Result */

/** @param {Ground} ground @param {number} number */
const past = (ground, number) => (ground.documents.weights[number] < 0 && ground.events.has(number) ? 1 : 0);

/** @param {Ground} ground @param {number} size a rare word counts for more than a common one */
export const worthOf = (ground, size) => Math.log(1 + ground.documents.count / (1 + size));

/** @param {Ground} ground @param {Map<number, number>} scores @param {number[]} numbers what is over last, the best first */
export const byScore = (ground, scores, numbers) => {
  const { weights } = ground.documents;
  /** @param {number} number */
  const score = (number) => scores.get(number) || 0;
  return numbers.sort((a, b) =>
    past(ground, a) - past(ground, b) || score(b) - score(a) || weights[b] - weights[a] || a - b);
};

/** @param {Ground} ground @param {string} query */
const exactly = async (ground, query) => {
  const { literal } = ground.widen(query.replace(/\s+/g, ""));
  return union(await Promise.all(literal.map(async (word) => {
    const tokens = stream("n", word);
    return tokens.length ? ground.find(["n" + START].concat(tokens, "n" + END)) : new Set();
  })));
};

/** @param {Ground} ground @param {Answer} answer @param {Set<number>} exact */
const ordered = (ground, answer, exact) => {
  const { weights } = ground.documents;
  /** @param {number} number */
  const key = (number) => {
    const sum = answer.terms.reduce((total, term) => total + (term.steps.get(number) || 6), 0);
    const whole = answer.first && answer.first.has(number) ? 1 : 1 + sum;
    return [past(ground, number), exact.has(number) ? 0 : whole, -weights[number], number];
  };
  return Array.from(answer.numbers).map(key)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3])
    .map((parts) => parts[3]);
};

/** @param {Ground} ground @param {string} query @param {Answer} answer @param {Partial<Result>} [extra] @returns {Promise<Result>} */
export const result = async (ground, query, answer, extra) => {
  const exact = await exactly(ground, query);
  const marks = unique(flat(answer.terms.map((term) => term.marks))).filter(Boolean);
  return Object.assign(
    { numbers: ordered(ground, answer, exact), marks, near: false, ignored: [], instead: "" },
    extra
  );
};

/**
 * Of documents that hold all parts somewhere, those that hold them nearly as prominently as the best of them.
 *
 * @param {Answer} answer
 * @returns {Set<number>}
 */
export const closest = (answer) => {
  const most = 3 * answer.terms.length + 1;
  /** @param {number} number */
  const sum = (number) => answer.terms.reduce((total, term) => total + (term.steps.get(number) || 5), 0);
  return new Set(Array.from(answer.numbers).filter((number) => sum(number) <= most));
};
