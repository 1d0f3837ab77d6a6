/* A word as the site itself writes it. */

import { flat } from "./sets.js";

/** @typedef {import("./terms.js").Ground} Ground */

const MOST_CARDS = 2;
// What folding leaves as it is.
const ONLY_KANJI = /^[\u3005\u3400-\u9fff]+$/;

/** @param {Ground} ground @param {string} text @param {string} word folded */
const inText = ({ folding }, text, word) => {
  const folded = folding.foldMap(text);
  const at = folded.text.indexOf(word);
  return at < 0 ? "" : text.slice(folded.from[at], folded.to[at + word.length - 1]);
};

/** @param {import("./card.js").Card} card @returns {string[]} its texts, those in which one looks first before the others */
const textsOf = ({ title, fields, areas, lead, line, body }) =>
  [title, ...(fields || []), ...(areas || []), lead, line, body].filter((text) => typeof text === "string").map(String);

/** @param {Ground} ground @param {import("./card.js").Card} card @param {string} word @returns {string} the name, or the part of it, that is read so */
const named = ({ folding }, { title, kana }, word) => {
  const [names, readings] = [title, kana || ""].map((text) => text.split(/\s+/));
  if (folding.fold(readings.join("")) === word) return title;
  const at = names.length === readings.length ? readings.findIndex((read) => folding.fold(read) === word) : -1;
  return at < 0 ? "" : names[at];
};

/**
 * しよくどう is written 食堂, and ぼらんていあ ボランティア.
 *
 * @param {Ground} ground
 * @param {string} word folded
 * @param {number[]} numbers documents, the best first
 * @returns {Promise<string>} "" where it cannot be told
 */
export const asWritten = async (ground, word, numbers) => {
  const { literal, read } = await ground.widen(word);
  const cards = await Promise.all(numbers.slice(0, MOST_CARDS).map(ground.card));
  const name = cards.map((card) => named(ground, card, word)).filter(Boolean);
  const written = flat(flat(cards.map(textsOf)).map((text) => literal.concat(read).map((one) => inText(ground, text, one))));
  const [own] = ONLY_KANJI.test(word) ? [[word]] : ground.index.word(word) || [[]];
  return [...name, ...written, ...own].filter(Boolean)[0] || "";
};
