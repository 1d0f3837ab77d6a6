/* A word as the site itself writes it. */

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
 * @param {number[]} numbers documents that have it
 * @returns {Promise<string>} the word itself where it cannot be told
 */
export const asWritten = async (ground, word, numbers) => {
  const { literal, read } = await ground.widen(word);
  const cards = await Promise.all(numbers.slice(0, MOST_CARDS).map(ground.card));
  for (const card of cards) {
    for (const text of textsOf(card)) {
      const written = literal.concat(read).map((one) => inText(ground, text, one)).filter(Boolean);
      if (written.length) return written[0];
    }
  }
  return word;
};
