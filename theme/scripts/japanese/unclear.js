/* What was not understood, as a value: generator/japanese/unclear.py. */
import { head, lengthOf } from "./text.js";
import { unclear as shared } from "../tables.js";

/** @typedef {{unclear: true, rule: string, text: string, suggestion: string, facts: Record<string, string>}} Unclear */

export const LIMIT = shared.limit;
const REMEMBERED = 4096;

// A text that is not understood: the rule it breaks, what to write instead, and what else the sentence names.
/** @param {string} rule @param {string} text @param {string} [suggestion] @param {Record<string, string>} [facts] @returns {Unclear} */
export function unclear(rule, text, suggestion = "", facts = {}) {
  return { unclear: true, rule, text, suggestion: suggestion || "", facts };
}

// A parser that refuses what is too long unread, and remembers what it was asked.
/**
 * @template Value
 * @param {(text: string) => Value | Unclear} parse
 * @returns {(text: string) => Value | Unclear}
 */
export function parser(parse) {
  const remembered = new Map();
  return text => {
    if (!remembered.has(text)) {
      if (remembered.size >= REMEMBERED) remembered.clear();
      const size = lengthOf(text);
      const facts = { length: String(size), limit: String(LIMIT) };
      remembered.set(text, size > LIMIT ? unclear("too-long", head(text, 40) + "…", "", facts) : parse(text));
    }
    return remembered.get(text);
  };
}
