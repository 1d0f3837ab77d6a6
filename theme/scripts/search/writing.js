/* A word as the site itself writes it. */

import { flat } from "./sets.js";
import { allOf } from "./terms.js";

/** @typedef {import("./terms.js").Ground} Ground */

const MOST_CARDS = 2;

/** @param {Ground} ground @param {string} text @param {string} word folded */
const inText = ({ folding }, text, word) => {
  const folded = folding.foldMap(text);
  const at = folded.text.indexOf(word);
  return at < 0 ? "" : text.slice(folded.from[at], folded.to[at + word.length - 1]);
};

/** @param {import("./card.js").Card} card @returns {string[]} its texts, those in which one looks first before the others */
const textsOf = ({ title, fields, areas, lead, line, body, kana }) =>
  [title, ...(fields || []), ...(areas || []), lead, line, body, kana].filter((text) => typeof text === "string" && text !== "").map(String);

/**
 * しよくどう is written 食堂, and ぼらんていあ ボランティア.
 *
 * @param {Ground} ground
 * @param {string} word folded
 * @returns {Promise<string>} the word itself where it cannot be told
 */
export const asWritten = async (ground, word) => {
  if (!word) return "";
  const [{ literal, read }, { terms: [{ hits }], numbers }] = await Promise.all([ground.widen(word), allOf(ground, [word])]);
  const best = numbers.sort((a, b) => hits[a] - hits[b]).slice(0, MOST_CARDS);
  const cards = await Promise.all(best.map(ground.card));
  for (const text of flat(cards.map(textsOf))) {
    const written = literal.concat(read).map((one) => inText(ground, text, one)).filter(Boolean);
    if (written.length) return written[0];
  }
  return word;
};
