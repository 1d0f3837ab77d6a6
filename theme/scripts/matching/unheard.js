/* What nobody knows of the words that were typed: English words that stand together are said together. */

/** @typedef {import("./words.js").Understood} Understood */

const LATIN = /^[A-Za-zＡ-Ｚａ-ｚ'’-]+$/;
// English words that name nothing by themselves.
const SMALL = new Set(("a am an and any are at be can do don't for from good have i i'd i'm i’d i’m in is it like love " +
  "me my of on or some the to want with would you").split(" "));

/** @param {string} word */
const isSmall = (word) => SMALL.has(word.toLowerCase());

/** @param {string[]} words without the small ones at both ends */
const trimmed = (words) => {
  let [from, to] = [0, words.length];
  while (from < to && isSmall(words[from])) from += 1;
  while (to > from && isSmall(words[to - 1])) to -= 1;
  return words.slice(from, to);
};

/** @param {string[]} left in the order of the text @param {string} text @returns {string[][]} */
const runs = (left, text) => {
  /** @type {string[][]} */
  const made = [];
  let end = 0;
  left.forEach((word) => {
    const at = text.indexOf(word, end);
    const last = made[made.length - 1];
    const follows = last && LATIN.test(word) && LATIN.test(last[last.length - 1]) && /^\s+$/.test(text.slice(end, Math.max(at, end)));
    if (follows) last.push(word);
    else made.push([word]);
    end = at < 0 ? end : at + word.length;
  });
  return made;
};

/** @param {Understood} found @param {string} text as it was typed @returns {string[]} each once */
export const unheard = ({ heard, left }, text) => {
  const all = runs(left, text);
  const named = all.map(trimmed).filter((words) => words.length);
  // Where nothing at all was understood, what was typed is said as it is.
  const told = named.length || heard.length ? named : all;
  return Array.from(new Set(told.map((words) => words.join(" "))));
};
