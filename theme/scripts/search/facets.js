/* What results can be narrowed down by, how many each choice would leave, and in which order they stand.
 *
 * `facets` has for each facet: label → numbers of the documents that have it.
 */
import { wording_facets as shared } from "../tables.js";

/** @typedef {"kind" | "type" | "date" | "month" | "time" | "field" | "area" | "place" | "fee" | "open" | "eligible" | "amount" | "rate" | "audience" | "access" | "language" | "role" | "way" | "age"} Facet */
/** @typedef {Partial<Record<Facet, Record<string, number[]>>>} Facets label → numbers of the documents that have it */
/** @typedef {Partial<Record<Facet, string[]>>} Chosen */
/** @typedef {Record<string, string>} Kinds what each kind of record is called, in the order of the choices */
/** @typedef {Partial<Record<Facet, Record<string, number>>>} Counted */
/** @type {Facet[]} */
const FACETS = /** @type {any} */ (Object.keys(shared.facets));

/** @param {Facets} facets @param {Facet} facet @param {string[]} labels @returns {Set<number>} */
function chosenSet(facets, facet, labels) {
  /** @type {Set<number>} */
  const all = new Set();
  const having = new Map(Object.entries(facets[facet] || {}));
  labels.forEach(label => {
    (having.get(label) || []).forEach(number => { all.add(number); });
  });
  return all;
}

/**
 * Within a facet any label will do; every facet with a choice has to agree. `except` leaves one facet out.
 *
 * @param {Facets} facets
 * @param {number[]} numbers
 * @param {Chosen} chosen
 * @param {Facet} [except]
 */
function filtered(facets, numbers, chosen, except) {
  const sets = FACETS.filter(facet => facet !== except && (chosen[facet] || []).length)
    .map(facet => chosenSet(facets, facet, chosen[facet] || []));
  return numbers.filter(number => sets.every(set => set.has(number)));
}

/**
 * For each facet: label → how many of the numbers would be left if it were chosen.
 *
 * @param {Facets} facets
 * @param {number[]} numbers
 * @param {Chosen} chosen
 */
function counts(facets, numbers, chosen) {
  /** @type {Counted} */
  const out = {};
  FACETS.forEach(facet => {
    const left = new Set(filtered(facets, numbers, chosen, facet));
    // Not written one by one: a label may be called what every object has.
    out[facet] = Object.fromEntries(Object.entries(facets[facet] || {}).map(([label, those]) =>
      [label, those.filter(number => left.has(number)).length]));
  });
  return out;
}

/**
 * The numbers in the order of `order`, which has every document's number once.
 *
 * @param {number[]} numbers
 * @param {number[]} order
 */
function sorted(numbers, order) {
  const wanted = new Set(numbers);
  return order.filter(number => wanted.has(number));
}

/**
 * The labels that most of the numbers have, the commonest first.
 *
 * @param {Record<string, number[]> | undefined} found
 * @param {number[]} numbers
 * @param {number} most
 */
function commonest(found, numbers, most) {
  const wanted = new Set(numbers);
  const counted = Object.entries(found || {}).map(([label, having]) => ({
    label,
    count: having.filter(number => wanted.has(number)).length
  }));
  return counted.filter(one => one.count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, most).map(one => one.label);
}

export { FACETS, filtered, counts, sorted, commonest };
