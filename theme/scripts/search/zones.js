/* Where a folded word stands: in names, fields and areas, the sentence about it, anywhere. */
import { hex, stream } from "./tokens.js";
import { intersection, union } from "./sets.js";
import { KANA_ONLY, KANJI } from "./letters.js";

/** @typedef {import("./find.js").Find} Find */

/** @returns {Set<number>} */
const none = () => new Set();

/** @param {Find} find @param {string} token */
export const one = (find, token) => find([token]);

/** @param {string[]} group 7 and 小, each somewhere on a page, are not 7小 */
const telling = (group) => group.length > 1 || (group[0][1] !== "u" && !/^.w([0-9]+|[a-z])zz$/.test(group[0]));

/**
 * A lone letter of the question may be part of a longer run in the text: 法 of 「NPO法」 in 「NPO法人」.
 *
 * @param {Find} find
 * @param {string[]} tokens
 */
const loose = async (find, tokens) => {
  const found = await find(tokens);
  if (found.size || tokens.length < 2) return found;
  return intersection(await Promise.all(tokens.map((token) => one(find, token))));
};

/**
 * 「第2土曜」 is also found in 「第2・第4土曜」: 第2 and 土曜, each anywhere.
 *
 * @param {Find} find
 * @param {string[]} tokens
 */
const apart = async (find, tokens) => {
  /** @type {string[][]} */
  const groups = [[]];
  tokens.forEach((token) => {
    groups[groups.length - 1].push(token);
    if (token[1] === "w") groups.push([]);
  });
  const parts = groups.filter((group) => group.length);
  if (!parts.some(telling)) return none();
  return intersection(await Promise.all(parts.map((group) => loose(find, group))));
};

/** @param {Find} find @param {string[]} tokens @param {string} folded a kanji for itself, a kana for names that begin with it */
const oneLetter = (find, tokens, folded) => {
  if (KANJI.test(folded)) return find(tokens);
  return KANA_ONLY.test(folded) ? one(find, "ni" + hex(folded)) : none();
};

/** @param {Find} find @param {string} zone @param {string} folded @returns {Promise<Set<number>>} */
export const inZone = async (find, zone, folded) => {
  const tokens = stream(zone, folded);
  if (!tokens.length) return none();
  const single = tokens.some((token) => token[1] === "u");
  if (tokens.length === 1 && single) return oneLetter(find, tokens, folded);
  const found = await find(tokens);
  return found.size || !single ? found : apart(find, tokens);
};

/** @param {Find} find @param {string} zone @param {string[]} words */
export const anyInZone = async (find, zone, words) =>
  union(await Promise.all(words.map((word) => inZone(find, zone, word))));
