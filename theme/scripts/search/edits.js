/* How far a typed word is from another: what is often typed wrongly counts less than what is not. */
import { KANJI } from "./letters.js";

// Two of them are more than one letter.
const CHEAP = 0.6;
const SWAPPED = 0.75;
// Another kanji is another word.
const NEVER = 9;

// か and が are each other's slip, は, ば and ぱ too; ソ and ン look alike.
/** @type {Record<string, string>} */
const VOICED = {};
["かが", "きぎ", "くぐ", "けげ", "こご", "さざ", "しじ", "すず", "せぜ", "そぞ", "ただ", "ちじ", "つず", "てで", "とど",
  "そん", "しつ", "はばぱ", "ひびぴ", "ふぶぷ", "へべぺ", "ほぼぽ"].forEach((row) => {
  row.split("").forEach((letter) => { VOICED[letter] = (VOICED[letter] || "") + row.replace(letter, ""); });
});

// The long mark is also written as a vowel.
const LONG = /^[ーあいうえお]$/;
// Small letters are as large as others once they are folded.
const LIGHT = /^[ーつんやゆよ]$/;

/** @param {string} one @param {string} other */
const exchanged = (one, other) => {
  if (one === other) return 0;
  if ((VOICED[one] || "").indexOf(other) >= 0) return CHEAP;
  if ((one === "ー" || other === "ー") && LONG.test(one) && LONG.test(other)) return CHEAP;
  return KANJI.test(one) || KANJI.test(other) ? NEVER : 1;
};

/** @param {string} letter that is missing, or too much @param {string} before */
const added = (letter, before) => {
  if (KANJI.test(letter)) return SWAPPED * 2;
  return LIGHT.test(letter) || LONG.test(letter) || letter === before ? CHEAP : 1;
};

/** @param {string} one @param {string} other @returns {number} what it takes to make the one of the other */
export const distance = (one, other) => {
  /** @type {number[][]} */
  const rows = [[0]];
  for (let b = 1; b <= other.length; b += 1) rows[0][b] = rows[0][b - 1] + added(other[b - 1], other[b - 2]);
  for (let a = 1; a <= one.length; a += 1) {
    const row = [rows[a - 1][0] + added(one[a - 1], one[a - 2])];
    for (let b = 1; b <= other.length; b += 1) {
      row[b] = Math.min(
        rows[a - 1][b - 1] + exchanged(one[a - 1], other[b - 1]),
        rows[a - 1][b] + added(one[a - 1], one[a - 2]),
        row[b - 1] + added(other[b - 1], other[b - 2])
      );
      const swapped = a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1];
      if (swapped) row[b] = Math.min(row[b], rows[a - 2][b - 2] + SWAPPED);
    }
    rows[a] = row;
  }
  return rows[one.length][other.length];
};

/** @param {string} word folded @returns {number} how far another word may be from it and still be meant */
export const tolerance = (word) => {
  const letters = Array.from(word).reduce((sum, letter) => sum + (KANJI.test(letter) ? 1.5 : 1), 0);
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
};

/** @param {string} one @param {string} other whether they differ by one letter more, less, other or changed round */
export const oneOff = (one, other) => {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [a, b] = [one.slice(at), other.slice(at)];
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || swapped;
};
