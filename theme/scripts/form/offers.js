/* What one tap can put in the place of a day that is not understood: what may be meant, or the words as they stand.
 *
 * offersFor(problem, how)  [{text, words}, …]; how: {table, kind, data, checker}
 */
import { nearest, patterns } from "../tables.js";
import { tidy } from "./pairs.js";
import { fieldAt } from "./wording.js";

/** @typedef {import("./errors.js").Problem} Problem */
/** @typedef {{table: import("./wording.js").Table, kind: string, data: import("./pairs.js").Data, checker: import("./inspection.js").Checker}} How */

/** @type {(field: import("./pairs.js").Field, table: How["table"]) => boolean} */
const isRepeat = (field, table) => {
  const inner = field.record ? table.types[field.record] : null;
  const asked = inner ? inner.fields[inner.shorthand] : field;
  return Boolean(asked) && asked.kind === "repeat";
};

/** @type {(data: import("./pairs.js").Data, path: import("./errors.js").Path) => string} */
const textAt = (data, path) => {
  const found = path.reduce(
    (/** @type {unknown} */ at, step) => at && /** @type {Record<string | number, unknown>} */ (at)[step], data
  );
  return typeof found === "string" ? found : "";
};

/** @type {(one: Problem, how: How) => import("./errors.js").Offer[]} */
const offersFor = (one, how) => {
  const { table, kind, checker } = how;
  const field = fieldAt(table, kind, one.path.join("."));
  const written = one.level === "error" && field && isRepeat(field, table) ? tidy(String(one.facts.value || "")) : "";
  const typed = written && textAt(how.data, one.path);
  if (!typed) return [];
  const prefix = patterns.in_words, meant = String(one.facts.suggestion || "");
  const isGuess = meant && meant.indexOf(prefix) !== 0 && meant !== nearest.example;
  const isRead = (/** @type {string} */ text) => !checker.value(kind, one.path, text, {}).some(found => found.level === "error");
  const asItStands = { text: prefix + typed.replace(/\s+/g, " "), words: "このまま言葉でのせる" };
  const offers = isGuess ? [{ text: meant, words: "「" + meant + "」にする" }, asItStands] : [asItStands];
  return offers.filter(offer => isRead(offer.text));
};

export { offersFor };
