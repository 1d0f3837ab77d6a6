/* The Japanese eras: generator/japanese/eras.py. */
import { compared, fromIso } from "./calendar.js";
import { eras as shared } from "../tables.js";

/** @typedef {{name: string, letter: string, first: Day, last: Day}} Era */

/** @type {Era[]} */
const ERAS = shared.eras.map(([name, letter, first, last]) => ({ name, letter, first: fromIso(first), last: fromIso(last) }));

// The era of a name or initial: 令和, 令 or r.
/** @param {string} sign @returns {Era} */
export const eraNamed = sign => /** @type {any} */ (ERAS).find(/** @param {Era} era */ era => sign === era.name || sign === era.name[0] || sign === era.letter);
/** @param {Era} era @param {number} year */
export const westernYear = (era, year) => era.first.year + year - 1;

// A western year by its count in an era: 令和8年.
/** @param {Era} era @param {number} year */
export function nameYear(era, year) {
  const count = year - era.first.year + 1;
  return era.name + (count === 1 ? "元" : count) + "年";
}

// The names of the first day's year in every era of which a day lies between these two.
/** @param {Day} first @param {Day} last */
export function erasBetween(first, last) {
  return ERAS.filter(era => compared(era.first, last) <= 0 && compared(first, era.last) <= 0)
    .map(era => nameYear(era, first.year));
}

/** @param {Day} day */
export const eraYear = day => erasBetween(day, day)[0] || day.year + "年";

/** @typedef {import("./calendar.js").Day} Day */
