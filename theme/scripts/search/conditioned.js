/* A question with conditions: what is left of it is searched, and what does not fit is left out. */
import { conditionsIn } from "./conditions.js";
import { ahead, spanIn, written } from "./dates.js";
import { inTime } from "./moments.js";
import { numbers as numbersIn } from "./postings.js";
import { forTerm } from "./terms.js";

/** @typedef {import("./conditions.js").Condition} Condition */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {Result & { conditions: Condition[], dropped: Condition[] }} Answer `dropped`: conditions that nothing fits, left out */
/** @typedef {{ today: string, plain?: boolean }} Asking the ISO day on which one asks; `plain` takes every word as a word */
/** @typedef {(query: string) => Promise<Result>} Search */
/**
 * @typedef {{
 *   ground: Ground, facets: import("./facet-files.js").FacetFiles, words: () => Promise<import("./conditions.js").Words>, search: Search,
 *   named: (query: string) => Promise<boolean>
 * }} Desk
 */

/** @param {Result} found @param {Condition[]} [conditions] @param {Condition[]} [dropped] @returns {Answer} */
const answer = (found, conditions, dropped) => ({ ...found, conditions: conditions || [], dropped: dropped || [] });

/**
 * What fits, with when that is.
 *
 * @param {Desk} desk @param {Asking} asking @param {Condition} condition @param {string[]} [parts] of the week, for a day
 * @returns {Promise<Map<number, string>>}
 */
const fitting = async ({ ground, facets }, { today }, { facet, labels, word }, parts) => {
  if (facet === "date") {
    const span = spanIn(labels[0]);
    // What is over is not looked for.
    const left = span && ahead(span, today);
    return left ? facets.moments(written(left), parts) : new Map();
  }
  const found = facet === "kind" ? { kind: { [labels[0]]: ground.town.ofKind(labels[0]) } } : await facets.facets([facet]);
  const having = new Map(Object.entries(found[facet] || {}));
  const said = word ? numbersIn((await forTerm(ground, word)).hits) : [];
  return new Map(labels.reduce((all, label) => all.concat(having.get(label) || []), said).map((number) => [number, ""]));
};

/** @param {Desk} desk @param {Asking} asking @param {Condition[]} conditions a time of day is that of the day that is asked for */
const setsOf = (desk, asking, conditions) => {
  const date = conditions.find(({ facet }) => facet === "date");
  return Promise.all(conditions.map((one) =>
    (date && one.facet === "time" ? fitting(desk, asking, date, one.labels) : fitting(desk, asking, one))));
};

/** @param {number[]} numbers @param {Map<number, string>[]} sets */
const within = (numbers, sets) => numbers.filter((number) => sets.every((set) => set.has(number)));

/** @param {Desk} desk @param {Condition[]} conditions @param {Map<number, string>[]} sets @returns {Result} all that fits, in the order of time */
const allFitting = ({ ground: { town } }, conditions, sets) => {
  const dated = conditions.findIndex(({ facet }) => facet === "date");
  const timed = conditions.findIndex(({ facet }) => facet === "time");
  const at = dated < 0 || timed < 0 ? dated : timed;
  const everything = Array.from({ length: town.count }, (_, number) => number);
  const numbers = within(everything, sets);
  return { numbers: at < 0 ? numbers : inTime(numbers, sets[at], town), marks: [], near: false, ignored: [], instead: "" };
};

/**
 * The conditions without one of them, the first that leaves something; without all if none does.
 *
 * @param {Desk} desk @param {Asking} asking @param {Result} found @param {Condition[]} conditions @returns {Promise<Answer>}
 */
const relaxed = async (desk, asking, found, conditions) => {
  for (let at = conditions.length - 1; at >= 0 && conditions.length > 1; at -= 1) {
    const others = conditions.filter((_, other) => other !== at);
    const numbers = within(found.numbers, await setsOf(desk, asking, others));
    if (numbers.length) return answer({ ...found, numbers, near: true }, others, [conditions[at]]);
  }
  return answer({ ...found, near: true }, [], conditions);
};

/** @param {Result} found */
const isSure = (found) => found.numbers.length > 0 && !found.near;

/** @param {Desk} desk @param {string} query @param {Asking} asking @returns {Promise<Answer>} */
export const conditioned = async (desk, query, asking) => {
  const { search } = desk;
  const { conditions, rest } = conditionsIn(query, asking.today, await desk.words());
  if (!conditions.length || await desk.named(query)) return answer(await search(query));
  const dated = conditions.some(({ facet }) => facet === "date");
  // 無料相談 may be one word.
  const whole = conditions.some(({ attached }) => attached) && !dated ? await search(query) : null;
  if (whole && isSure(whole)) return answer(whole);
  const sets = await setsOf(desk, asking, conditions);
  if (!rest) {
    const found = allFitting(desk, conditions, sets);
    return found.numbers.length || dated ? answer(found, conditions) : answer(await search(query));
  }
  const found = await search(rest);
  const numbers = within(found.numbers, sets);
  if (numbers.length) return answer({ ...found, numbers }, conditions);
  const asWords = dated && found.numbers.length ? null : await search(query);
  if (asWords && (isSure(asWords) || !found.numbers.length)) return answer(asWords);
  return relaxed(desk, asking, found, conditions);
};
