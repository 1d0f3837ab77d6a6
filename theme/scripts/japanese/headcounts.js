/* How many people a text counts: generator/japanese/headcounts.py. */
import { patterns } from "./expressions.js";
import { kanjiNumber, lengthOf, narrow, strip } from "./text.js";
import { LIMIT } from "./unclear.js";
import { headcounts as shared } from "../tables.js";

const { OF_A_SEX, RESIDENTS, SEXES, SPLIT_OFF } = patterns(shared);

/** @param {string} written @returns {Record<string, string> | null} */
export function parseHeadcount(written) {
  if (lengthOf(written) > LIMIT) return null;
  const plain = narrow(written);
  if (SEXES.full(plain)) {
    const sum = OF_A_SEX.all(plain).reduce((all, match) => all + numbered(match.number), 0);
    return { total: String(sum), note: strip(written) };
  }
  const found = SPLIT_OFF.full(plain);
  if (!found) return null;
  const inside = found.inside || found.square;
  const residents = RESIDENTS.full(strip(inside));
  const total = String(numbered(found.number));
  if (residents) return { total, residents: String(numbered(residents.number)) };
  return { total, note: strip(strip(written).slice(-inside.length - 1, -1)) };
}

// The number of people that a text gives and nothing beside it (5, ５名, 五人); null for 若干名 or 2〜3人.
/** @param {string} written */
export const peopleIn = written => kanjiNumber(narrow(written).replace(/人$/, "").replace(/名$/, ""));

// How many people, for readers: 5人 for a number, otherwise the words (若干名); nothing for 0.
/** @param {string} written */
export const showPeople = written => {
  const number = peopleIn(written);
  if (number === null) return written;
  return number ? number + "人" : "";
};

/** @param {string} written */
const numbered = written => kanjiNumber(written.replace(/,/g, "")) || 0;
