/* Slips of the finger: words that differ by one letter, and kana whose dakuten were missed or added. */

// か and が are each other's slip.
/** @type {Record<string, string>} */
const VOICED = {};
["かが", "きぎ", "くぐ", "けげ", "こご", "さざ", "しじ", "すず", "せぜ", "そぞ", "ただ", "てで", "とど",
  "はば", "ひび", "ふぶ", "へべ", "ほぼ", "ばぱ", "びぴ", "ぶぷ", "べぺ", "ぼぽ"].forEach((pair) => {
  VOICED[pair[0]] = (VOICED[pair[0]] || "") + pair[1];
  VOICED[pair[1]] = (VOICED[pair[1]] || "") + pair[0];
});

/** @param {string} word in kana @returns {string[]} the word with one letter voiced otherwise, or a long mark more or less */
export const slips = (word) => {
  /** @type {string[]} */
  const out = [];
  for (let at = 0; at < word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    (VOICED[word[at]] || "").split("").forEach((other) => { out.push(before + other + after); });
    if (word[at] === "ー") out.push(before + after);
    else if (word[at + 1] !== "ー") out.push(before + word[at] + "ー" + after);
  }
  return out;
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
