/* Sets of document numbers, and lists of words. */

/** @param {Iterable<number>[]} sets @returns {Set<number>} */
export const union = (sets) => {
  /** @type {Set<number>} */
  const all = new Set();
  sets.forEach((set) => {
    Array.from(set).forEach((number) => { all.add(number); });
  });
  return all;
};

/** @param {Set<number>[]} sets @returns {Set<number>} */
export const intersection = (sets) => {
  if (!sets.length) return new Set();
  return sets.reduce((kept, set) => new Set(Array.from(kept).filter((number) => set.has(number))));
};

/** @template T @param {T[]} values @returns {T[]} */
export const unique = (values) => Array.from(new Set(values));

/** @template T @param {T[][]} lists @returns {T[]} */
export const flat = (lists) => lists.reduce((all, list) => all.concat(list), /** @type {T[]} */ ([]));
