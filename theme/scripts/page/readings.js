/* How words are read where they stand: by the site's reading table, and by what stands beside them.
 *
 * Words are taken as long as they come; a lone kanji gets its reading only where it stands alone (川を, not 川岸).
 */

/** @typedef {{ word: string, reading: string, before: RegExp | null, after: RegExp | null, place: number }} Context */
/** @typedef {[string, string, string, string]} Row word, reading, pattern before it, pattern behind it */
/** @typedef {{ words: Record<string, string>, contexts: Row[] }} Table assets/furigana.json */
/** @typedef {{ words: Map<string, string>, longest: number, contexts: Map<string, Context[]> }} Readings */

export const KANJI = /[\u3005\u3400-\u9fff]/;
// How many letters beside a word decide how it is read.
const BESIDE = 12;

/** @param {Table} table @returns {Readings} */
export const readingsOf = (table) => {
  const words = new Map(Object.entries(table.words));
  /** @type {Map<string, Context[]>} */
  const contexts = new Map();
  table.contexts.forEach(([word, reading, before, after], place) => {
    const context = {
      word,
      reading,
      before: before ? new RegExp(before) : null,
      after: after ? new RegExp("^(?:" + after + ")") : null,
      place
    };
    contexts.set(word[0], (contexts.get(word[0]) || []).concat([context]));
  });
  contexts.forEach((list) => { list.sort((a, b) => b.word.length - a.word.length || a.place - b.place); });
  const longest = Array.from(words.keys()).reduce((most, word) => Math.max(most, word.length), 1);
  return { words, longest, contexts };
};

/** @param {string} text digits in one width; every letter keeps its place */
export const folded = (text) =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** @param {string} text @param {number} at */
const alone = (text, at) => !KANJI.test(text[at - 1] || "") && !KANJI.test(text[at + 1] || "");

/** @param {Context} context @param {string} text @param {number} at */
const fits = (context, text, at) => {
  const before = (at > BESIDE ? "…" : "") + text.slice(Math.max(0, at - BESIDE), at);
  if (!text.startsWith(context.word, at) || (context.before && !context.before.test(before))) return false;
  const end = at + context.word.length;
  const after = text.slice(end, end + BESIDE) + (text.length > end + BESIDE ? "…" : "");
  return !context.after || context.after.test(after);
};

/** @param {Readings} readings @param {string} text @param {number} at @returns {[string, string] | null} */
const contextAt = (readings, text, at) => {
  if (/[0-9][.,]?$/.test(text.slice(Math.max(0, at - 2), at)) && /[0-9]/.test(text[at])) return null;
  const found = (readings.contexts.get(text[at]) || []).filter((context) => fits(context, text, at))[0];
  return found ? [found.word, found.reading] : null;
};

/** @param {Readings} readings @param {string} text @param {number} at whether a word may begin here */
const mayBegin = (readings, text, at) =>
  KANJI.test(text[at]) || readings.contexts.has(text[at]) || readings.words.has(text.substr(at, 2));

/**
 * The longest word that begins here, as [word, reading]; of two as long, the one that what stands beside it decides.
 *
 * @param {Readings} readings
 * @param {string} text folded
 * @param {number} at
 * @returns {[string, string] | null}
 */
export const wordAt = (readings, text, at) => {
  if (!mayBegin(readings, text, at)) return null;
  const beside = contextAt(readings, text, at);
  const least = beside ? beside[0].length : 0;
  for (let size = Math.min(readings.longest, text.length - at); size > least; size -= 1) {
    const word = text.substr(at, size);
    const reading = readings.words.get(word);
    if (reading !== undefined && (size > 1 || alone(text, at))) return [word, reading];
  }
  return beside;
};

/** @param {string} text */
const pattern = (text) => text
  .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
  .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * 読み聞かせ, よみきかせ → [読, よ] み [聞, き] かせ: kana of a word stands for itself in its reading.
 *
 * @param {string} word
 * @param {string} reading
 * @returns {[string, string][]}
 */
export const parts = (word, reading) => {
  const runs = word.match(/[\u3005\u3400-\u9fff]+|[^\u3005\u3400-\u9fff]+/g) || [];
  const form = runs.map((run) => (KANJI.test(run) ? "(.+?)" : "(" + pattern(run) + ")")).join("");
  const found = new RegExp("^" + form + "$").exec(reading);
  if (!found) return [[word, reading]];
  return runs.map((run, at) => [run, KANJI.test(run) ? found[at + 1] : ""]);
};
