/* The one folding of text for search: generator/search/fold.py in the browser. Gold lines hold the two together.
 *
 * A folded text is {text, from, to}: for each folded letter, where in the written text it begins and ends.
 */
import { lexical_letters as shared } from "../tables.js";
import { hiragana, KANA_ONLY } from "./letters.js";

/** @typedef {{ c: string, from: number, to: number }} Item a folded letter, and its place in the written text */
/** @typedef {{ text: string, from: number[], to: number[] }} Folded */
/** @typedef {{ letters?: Record<string, string>, spellings?: Record<string, string> }} Spellings */
/** @typedef {ReturnType<typeof makeFolding>} Folding */

const MARKS = "\u3099\u309a\uff9e\uff9f";
/** @type {Map<string, string>} */
const SOFT = new Map(Object.entries(shared.soft));

// What hangs on the letter before it. Browsers before 2020 do not know the property, but know the common ones here.
const combining = (() => {
  try {
    // biome-ignore lint/complexity/useRegexLiterals: as a literal it would keep those browsers from reading the file
    return new RegExp("^\\p{M}$", "u");
  } catch (_) {
    return /^[\u0300-\u036f]$/;
  }
})();

/** @param {string} letter */
const isMark = (letter) => MARKS.indexOf(letter) >= 0 || combining.test(letter);

/** @param {string} written @param {number} at */
const letterAt = (written, at) => String.fromCodePoint(written.codePointAt(at) || 0);

/** @param {Item | undefined} item */
const isKana = (item) => item !== undefined && KANA_ONLY.test(item.c);

/** @param {Item} first @param {Item} last @param {string} letter @returns {Item} */
const joined = (first, last, letter) => ({ c: letter, from: first.from, to: last.to });

/** @param {Item[]} items */
const textOf = (items) => items.map((item) => item.c).join("");

/** @param {string} written @returns {Item[]} */
const narrowed = (written) => {
  /** @type {Item[]} */
  const out = [];
  let at = 0;
  while (at < written.length) {
    let end = at + letterAt(written, at).length;
    while (end < written.length && isMark(letterAt(written, end))) end += letterAt(written, end).length;
    const unit = written.slice(at, end).normalize("NFKC").toLowerCase();
    for (let n = 0; n < unit.length; n += 1) out.push({ c: hiragana(unit[n]), from: at, to: end });
    at = end;
  }
  return out;
};

/** @param {Item[]} items @returns {Item[]} */
const dashed = (items) => items.map((item, at) => {
  const between = shared.dashes.indexOf(item.c) >= 0 && isKana(items[at - 1]) && isKana(items[at + 1]);
  return between ? joined(item, item, "ー") : item;
});

/** @param {Item[]} items @returns {Item[]} */
const shortened = (items) => {
  /** @type {Item[]} */
  const out = [];
  items.forEach((item) => {
    const last = out[out.length - 1];
    if (item.c === "ー" && last && last.c === "ー") out[out.length - 1] = joined(last, item, "ー");
    else out.push(item);
  });
  return out;
};

/** @param {Item[]} items @returns {Item[]} */
const softened = (items) => {
  /** @type {Item[]} */
  const out = [];
  for (let at = 0; at < items.length; at += 1) {
    const heard = items[at + 1] && SOFT.get(items[at].c + items[at + 1].c);
    if (heard) {
      out.push(joined(items[at], items[at + 1], heard));
      at += 1;
    } else {
      out.push(items[at]);
    }
  }
  return out;
};

/** @param {Item[]} items @param {Map<string, string>} letters @returns {Item[]} */
const lettered = (items, letters) => items
  .map((item) => joined(item, item, letters.get(item.c) || item.c))
  .filter((item) => item.c !== "\u3099" && item.c !== "\u309a");

/** @param {Item[]} items @param {Map<string, string>} spellings @param {number[]} lengths @returns {Item[]} */
const spelled = (items, spellings, lengths) => {
  const text = textOf(items);
  /** @type {Item[]} */
  const out = [];
  let at = 0;
  while (at < items.length) {
    const size = lengths.filter((length) => at + length <= text.length && spellings.has(text.substr(at, length)))[0] || 0;
    const [first, last] = [items[at], items[at + size - 1]];
    const canonical = size ? spellings.get(text.substr(at, size)) || "" : "";
    if (size) canonical.split("").forEach((letter) => { out.push(joined(first, last, letter)); });
    else out.push(first);
    at += size || 1;
  }
  return out;
};

/** @param {Spellings} table */
export const makeFolding = (table) => {
  const letters = new Map(Object.entries(table.letters || {}));
  const spellings = new Map(Object.entries(table.spellings || {}));
  const lengths = Array.from(new Set(Array.from(spellings.keys()).map((word) => word.length))).sort((a, b) => b - a);

  /** @param {string} written */
  const baseItems = (written) => lettered(softened(shortened(dashed(narrowed(written)))), letters);

  /** @param {string} written @returns {Folded} */
  const foldMap = (written) => {
    const items = spelled(baseItems(written), spellings, lengths);
    return { text: textOf(items), from: items.map((item) => item.from), to: items.map((item) => item.to) };
  };

  return {
    /** @param {string} written folded but for spellings */
    base: (written) => textOf(baseItems(written)),
    /** @param {string} written */
    fold: (written) => foldMap(written).text,
    foldMap
  };
};
