/* Several terms in one line: generator/japanese/lists.py. */
import { patterns } from "./expressions.js";
import { strip } from "./text.js";
import { lists as shared } from "../tables.js";

const { BETWEEN, PERHAPS } = patterns(shared);

// The entries of a list of terms, one term each; further terms of an entry come last, so that places stay true.
/** @param {any[]} entries @param {(text: string) => boolean} isTerm */
export function apart(entries, isTerm) {
  /** @type {any[]} */
  let first = [];
  /** @type {any[]} */
  let more = [];
  entries.forEach(entry => {
    const found = typeof entry === "string" ? termsIn(entry, isTerm) : [entry];
    first = first.concat(found.slice(0, 1));
    more = more.concat(found.slice(1));
  });
  return first.concat(more);
}

// The terms that a line of text lists, in order; what is no term stays whole.
/** @param {string} text @param {(text: string) => boolean} isTerm */
export function termsIn(text, isTerm) {
  if (isTerm(text)) return [text];
  const parts = BETWEEN.split(text).map(strip).filter(Boolean);
  return (parts.length ? parts : [text]).reduce((/** @type {string[]} */ all, part) => {
    const smaller = PERHAPS.split(part).filter(Boolean);
    const closer = smaller.length > 1 && !isTerm(part) && smaller.every(each => isTerm(each));
    return all.concat(closer ? smaller : [part]);
  }, []);
}
