/* What is said above the results: how many there are, and how they were come by. */

import { told } from "./elsewhere.js";
import { shown } from "./question.js";

/** @typedef {import("./ranking.js").Result} Result */
/**
 * What this list has, what else was found, and what is said where nothing fits the conditions of a question.
 *
 * @typedef {{ here: string, others: import("./elsewhere.js").Others, nothing?: string }} Around
 */

/** @param {string} word */
const quoted = (word) => "「" + shown(word) + "」";

/**
 * @param {string} q
 * @param {{ numbers: number[], near: boolean }} found before it was narrowed down
 * @param {number} count how many are shown
 * @param {boolean} narrowed
 * @param {Around} [around]
 */
export const sentence = (q, found, count, narrowed, { here, others, nothing } = { here: "", others: [] }) => {
  const how = narrowed ? "（しぼりこみ中）" : "";
  if (!q) return count + "件" + how;
  if (others.length) return quoted(q) + "は、" + told(here, others, found.near) + "。";
  if (!found.numbers.length) return nothing || quoted(q) + "は見つかりませんでした。";
  return found.near ? quoted(q) + "に近い結果　" + count + "件" + how : shown(q) + "の検索結果　" + count + "件" + how;
};

/** @param {import("./ranking.js").Told} told */
const toldOf = ({ words, missing, apart }) => [
  words.length ? words.map(quoted).join("") + "でさがしました。" : "ことばの近いものを出しています。",
  missing.length ? missing.map(quoted).join("") + "は見つかりませんでした。" : "",
  apart.length ? apart.map(quoted).join("") + "もいっしょにあるものは、見つかりませんでした。" : ""
].join("");

/** @param {string} q @param {Result} found why these, if they are not just what was asked for */
export const explanation = (q, found) => {
  const left = found.ignored.map(quoted).join("");
  if (found.words && !found.near) return "";
  if (found.told) return toldOf(found.told);
  if (found.instead) {
    return quoted(q) + "は見つからなかったので、" + (left ? left + "をのぞいて" : "") + quoted(found.instead) + "でさがしました。";
  }
  if (!found.near) return "";
  if (!left) return "ぴったり合うものがなかったので、ことばの近いものを出しています。";
  return "すべてのことばに合うものがなかったので、" + left + "をのぞいてさがしました。";
};
