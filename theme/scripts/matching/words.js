/* What is typed in one's own words, as the skills that it names. What nobody knows is said, never guessed. */

/** @typedef {Map<string, string[]>} Words folded word → values of the first question */
/** @typedef {{ heard: [string, string[]][], left: string[] }} Understood words as typed with their values; what nobody knows */

// What parts one thing from the next.
const BETWEEN = /[、。，．,・／/；;\n\u3000]+|\s+/;
// Who says what one cannot do or does not like has not named a wish.
const AGAINST = /苦手|にがて|嫌い|きらい|できない|できません|出来ない|出来ません|以外|むり|無理/;
// What people say around the word itself.
const AROUND = /好き|得意|経験|出来|資格|以前|少し|趣味|仕事|手伝|教え|習|上手|興味|関心|勉強|大好|など|こと/g;
// What is left over and may be a thing of its own.
const THING = /[\u3005\u3400-\u9fff]{2,}|[ァ-ヺー]{2,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}/g;

/** @param {string} text folded @param {number} at @param {Words} words @param {number} longest @returns {number} letters of the longest word that begins there; 0 if none does */
const wordAt = (text, at, words, longest) => {
  for (let size = Math.min(longest, text.length - at); size > 0; size -= 1) {
    if (words.has(text.substr(at, size))) return size;
  }
  return 0;
};

/**
 * @param {import("../search/fold.js").Folded} folded
 * @param {string} part as it is typed
 * @param {Words} words
 * @param {number} longest
 */
const inPart = (folded, part, words, longest) => {
  /** @type {[string, string[]][]} */
  const heard = [];
  let left = "";
  let at = 0;
  while (at < folded.text.length) {
    const size = wordAt(folded.text, at, words, longest);
    const end = at + (size || 1);
    const typed = part.slice(folded.from[at], folded.to[end - 1]);
    if (size) heard.push([typed, words.get(folded.text.slice(at, end)) || []]);
    left += size ? " " : typed;
    at = end;
  }
  return { heard, left };
};

/** @param {string} text @param {Words} words @param {import("../search/fold.js").Folding} folding @returns {Understood} */
export const understood = (text, words, folding) => {
  const longest = Array.from(words.keys()).reduce((most, word) => Math.max(most, word.length), 0);
  /** @type {Understood} */
  const found = { heard: [], left: [] };
  text.split(BETWEEN).filter(Boolean).forEach((part) => {
    const { heard, left } = AGAINST.test(part) ? { heard: [], left: part } : inPart(folding.foldMap(part), part, words, longest);
    found.heard.push(...heard);
    if (heard.length) found.left.push(...(left.replace(AROUND, " ").match(THING) || []));
    else found.left.push(part);
  });
  return found;
};
