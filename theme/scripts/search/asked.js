/* The conditions of a question on the page: what each means, how it is taken off, and what is said of days. */
import { withChoice } from "./address.js";
import { inBrackets, overlap, spanIn, spanWords } from "./dates.js";
import { labelText } from "./labels.js";
import { cut } from "./left-over.js";
import { explanation } from "./sentences.js";

/** @typedef {import("./conditioned.js").Answer} Answer */
/** @typedef {import("./conditions.js").Condition} Condition */
/** @typedef {import("./address.js").Asking} Asking */
/** @typedef {import("./facets.js").Chosen} Chosen */

/** @param {Condition} condition @param {import("./facets.js").Kinds | null} kinds @param {string} now 今週の土曜（11月28日・土）, 12月5日（土）, 無料 */
export const conditionText = ({ facet, labels, words }, kinds, now) => {
  const span = facet === "date" ? spanIn(labels[0]) : null;
  if (!span) return labels.map((label) => labelText(facet, label, kinds)).join("・");
  const days = spanWords(span, now);
  return /[0-9]/.test(words) ? days : inBrackets(words, days);
};

/** @param {string} q @param {Condition} condition @returns {{ q: string, plain: boolean }} without it; where nothing else is asked, as a word */
export const without = (q, { facet, words }) => {
  const left = cut(q.normalize("NFKC").trim(), words);
  // No text has 今週の土曜 as a word, nor 催し as one that all events have.
  return left || facet === "date" || facet === "kind" ? { q: left, plain: false } : { q, plain: true };
};

/** @param {Chosen} chosen @param {Condition} condition @returns {Chosen} */
const withoutLabels = (chosen, { facet, labels }) => labels.reduce((left, label) => withChoice(left, facet, label, false), chosen);

/** @param {Chosen} chosen @param {Condition[]} conditions @returns {Chosen} both, for the boxes of the panel and for what a card shows first */
export const alsoChosen = (chosen, conditions) =>
  conditions.reduce((all, { facet, labels }) => labels.reduce((one, label) => withChoice(one, facet, label, true), all), chosen);

/** @param {Chosen} chosen @param {Condition[]} conditions @returns {Chosen} what the question does not say already */
export const unasked = (chosen, conditions) => conditions.reduce(withoutLabels, chosen);

/** @param {Asking} asking @param {Condition} condition without it, in the question and among what is chosen */
export const takenOff = ({ q, chosen }, condition) => ({ ...without(q, condition), chosen: withoutLabels(chosen, condition) });

/**
 * What a tick changes: a condition of the question is taken off with its words.
 *
 * @param {Asking} asking @param {Condition[]} conditions
 * @param {import("./facets.js").Facet} facet @param {string} label @param {boolean} on
 * @returns {Partial<Asking>}
 */
export const ticked = (asking, conditions, facet, label, on) => {
  const asked = on ? undefined : conditions.find((one) => one.facet === facet && one.labels.indexOf(label) >= 0);
  return asked ? takenOff(asking, asked) : { chosen: withChoice(asking.chosen, facet, label, on) };
};

/** @param {Asking} asking @param {Condition[]} conditions @returns {Partial<Asking>} without all of them, and nothing chosen */
export const cleared = ({ q, plain }, conditions) =>
  ({ ...(conditions.length ? conditions.reduce((left, one) => without(left.q, one), { q, plain: Boolean(plain) }) : {}), chosen: {} });

/** @param {Answer} found @param {import("./facets.js").Kinds | null} kinds @param {string} now @returns {string} where nothing fits the conditions */
export const nothingFits = ({ numbers, conditions }, kinds, now) => (numbers.length || !conditions.length
  ? "" : conditions.map((one) => "「" + conditionText(one, kinds, now) + "」").join("") + "に合うものは、見つかりませんでした。");

/** @param {Answer} found @param {string} now @returns {string} which conditions nothing fitted */
export const leftOut = ({ dropped }, now) => (dropped.length
  ? dropped.map((one) => "「" + conditionText(one, null, now) + "」").join("") + "に合うものがなかったので、この条件をはずしました。" : "");

/**
 * What the site does not know of the days that are asked for.
 *
 * @param {string[]} labels spans of days
 * @param {string[]} known the first and the last day of which it knows what is on
 * @param {string} now
 */
export const unknownDays = (labels, [first, last], now) => {
  const spans = labels.map(spanIn);
  const [past] = spans.filter((span) => span && span.last < now);
  const [beyond] = spans.filter((span) => span && first && span.last >= now && (span.last > last || !overlap(span, { first, last })));
  if (past) return spanWords(past, now) + "は、もう過ぎました。";
  if (!beyond) return "";
  const from = now < first ? spanWords({ first, last: first }, now) + "から" : "";
  return "このサイトでわかるのは、" + from + spanWords({ first: last, last }, now) + "までの予定です。";
};

/** @param {import("./files.js").Ready} ready @returns {Answer} where nothing is asked */
export const everything = ({ town }) => ({
  numbers: Array.from({ length: town.count }, (_, number) => number),
  marks: [], near: false, ignored: [], instead: "", conditions: [], dropped: []
});

/**
 * What is said above the results beside their number: of days that nobody knows, and how the results were come by.
 *
 * @param {Answer} found
 * @param {Asking} asking
 * @param {number} count
 * @param {string[]} known
 * @param {string} now
 */
export const noteOf = (found, { q, chosen }, count, known, now) => {
  const dates = found.conditions.concat(found.dropped).filter(({ facet }) => facet === "date");
  const days = unknownDays(dates.reduce((all, { labels }) => all.concat(labels), chosen.date || []), known, now);
  const left = count ? leftOut(found, now) : "";
  return days + (left || (count ? explanation(q, found) : ""));
};
