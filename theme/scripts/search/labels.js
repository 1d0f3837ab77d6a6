/* What facets and their labels are called, and in which order choices stand. */
import { wording_facets as facets } from "../tables.js";
import { spanText, today } from "./dates.js";

/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./facets.js").Kinds} Kinds */

/** @type {Record<Facet, string>} */
export const LEGENDS = facets.facets;

/** @param {Facet} facet @param {string} label @param {Kinds | null} kinds */
export const labelText = (facet, label, kinds) => {
  if (facet === "kind") return (kinds || {})[label] || label;
  return facet === "date" ? spanText(label, today()) : label;
};

/**
 * The labels as choices: the commonest first, where they have no order of their own.
 *
 * @param {Facet} facet
 * @param {Record<string, number[]>} found
 * @param {Kinds | null} kinds
 */
export const inOrder = (facet, found, kinds) => {
  const order = facet === "kind" ? Object.keys(kinds || {}) : null;
  if (facet === "month" || facet === "date") return Object.keys(found);
  return Object.keys(found).sort((a, b) => {
    if (order) return (order.indexOf(a) + 99) % 99 - (order.indexOf(b) + 99) % 99;
    return found[b].length - found[a].length || (a < b ? -1 : 1);
  });
};
