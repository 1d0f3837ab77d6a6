/* Parts of a whole as notices of grants write them: generator/japanese/rates.py. */
import { rates as shared } from "../tables.js";
import { patterns } from "./expressions.js";
import { compact, kanjiNumber } from "./text.js";

const { RATE } = patterns(shared);

/** @param {import("./expressions.js").Match} match @returns {number | null} */
const shareOf = match => {
  if (match.whole) return 1;
  if (match.percent) return Number(match.percent) / 100;
  if (match.tenths) return ((kanjiNumber(match.tenths) || 0) * 10 + (match.half ? 5 : 0)) / 100;
  const parts = kanjiNumber(match.over || match.a), of = kanjiNumber(match.under || match.b);
  return parts !== null && of ? parts / of : null;
};

// Every part of a whole that a text names, in its order.
/** @param {string} text @returns {number[]} */
export const ratesIn = text => RATE.all(compact(text)).map(shareOf).filter(rate => rate !== null);
