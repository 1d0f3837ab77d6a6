/* Slugs, the addresses of pages: generator/reading/slugs.py. */
import { romaji } from "../japanese/romaji.js";
import { reading_slugs as shared } from "../tables.js";

export const LONGEST = shared.longest;

/** @param {string} text */
const bare = text => text.replace(/^-+|-+$/g, "");

// An address made of a reading or of Latin letters, at most 60 of a-z, 0-9 and `-`; `spare` if nothing is left.
/** @param {string} text @param {string} spare */
export function slugOf(text, spare) {
  const whole = romaji(text);
  const cut = whole.slice(0, LONGEST + 1);
  const short = cut.slice(0, Math.max(0, cut.lastIndexOf("-"))) || whole.slice(0, LONGEST);
  const plain = bare(whole.length > LONGEST ? short : whole);
  return shared.reserved.includes(plain) ? plain + "-kai" : plain || spare;
}

// The wanted address, or with -2, -3 … behind it if it is taken.
/** @param {string} wanted @param {string[]} taken */
export function freeSlug(wanted, taken) {
  const stem = bare(wanted.slice(0, LONGEST - 5));
  let found = wanted;
  for (let n = 2; taken.includes(found); n += 1) found = stem + "-" + n;
  return found;
}
