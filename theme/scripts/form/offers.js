/* What one tap can put in the place of a day that is not understood: what may be meant, or the words as they stand.
 *
 * offersFor(problem, how)  [{text, words}, …]; how: {table, kind, data, checker}
 */
import { nearest, patterns } from "../tables.js";
import { tidy } from "./pairs.js";
import { fieldAt } from "./wording.js";

const isRepeat = (field, table) => {
  const inner = field.record && table.types[field.record];
  return (inner ? inner.fields[inner.shorthand] || {} : field).kind === "repeat";
};

const textAt = (data, path) => {
  const found = path.reduce((at, step) => at && at[step], data);
  return typeof found === "string" ? found : "";
};

const offersFor = (one, how) => {
  const { table, kind, checker } = how;
  const field = fieldAt(table, kind, one.path.join("."));
  const written = one.level === "error" && field && isRepeat(field, table) ? tidy(String(one.facts.value || "")) : "";
  const typed = written && textAt(how.data, one.path);
  if (!typed) return [];
  const prefix = patterns.in_words, meant = String(one.facts.suggestion || "");
  const isGuess = meant && meant.indexOf(prefix) !== 0 && meant !== nearest.example;
  const isRead = text => !checker.value(kind, one.path, text, {}).some(found => found.level === "error");
  return [isGuess && { text: meant, words: "「" + meant + "」にする" },
    { text: prefix + typed.replace(/\s+/g, " "), words: "このまま言葉でのせる" }]
    .filter(offer => offer && isRead(offer.text));
};

export { offersFor };
