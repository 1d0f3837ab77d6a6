/* The Japanese eras: generator/japanese/eras.py. */
import { compared, fromIso } from "./calendar.js";
import { eras as shared } from "../tables.js";

const ERAS = shared.eras.map(([name, letter, first, last]) => ({ name, letter, first: fromIso(first), last: fromIso(last) }));

// The era of a name or initial: 令和, 令 or r.
export const eraNamed = sign => ERAS.find(era => sign === era.name || sign === era.name[0] || sign === era.letter);
export const westernYear = (era, year) => era.first.year + year - 1;

// A western year by its count in an era: 令和8年.
export function nameYear(era, year) {
  const count = year - era.first.year + 1;
  return era.name + (count === 1 ? "元" : count) + "年";
}

// The names of the first day's year in every era of which a day lies between these two.
export function erasBetween(first, last) {
  return ERAS.filter(era => compared(era.first, last) <= 0 && compared(first, era.last) <= 0)
    .map(era => nameYear(era, first.year));
}

export const eraYear = day => erasBetween(day, day)[0] || day.year + "年";
