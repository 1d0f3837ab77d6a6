/* Whether a text says where somebody lives: generator/reading/homes.py. */
import { patterns } from "../japanese/expressions.js";
import { lengthOf } from "../japanese/text.js";
import { reading_homes as shared } from "../tables.js";

const { AT_HOME, FACILITY, LIVES_AT } = patterns(shared);

// An address that a text says somebody has, unless a building or an office is named near it.
/** @param {string} text */
function livesAt(text) {
  return LIVES_AT.all(text).find(match => {
    const letters = Array.from(text), start = lengthOf(text.slice(0, match.index)), end = start + lengthOf(match[0]);
    return !FACILITY.test(letters.slice(Math.max(0, start - 30), end + 20).join(""));
  }) || null;
}

// The match that says where somebody's home is, or null.
/** @param {string} text */
export const homeIn = text => AT_HOME.search(text) || livesAt(text);
