/* Lists of words. */

/** @template T @param {T[]} values @returns {T[]} */
export const unique = (values) => Array.from(new Set(values));

/** @template T @param {T[][]} lists @returns {T[]} */
export const flat = (lists) => lists.reduce((all, list) => all.concat(list), /** @type {T[]} */ ([]));
