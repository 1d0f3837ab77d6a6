/* What was found, narrowed down by what is chosen, and in its order. */
import { FACETS, filtered, sorted } from "./facets.js";
import { inTime } from "./moments.js";
import { isOrder } from "./view.js";

/** @typedef {import("./address.js").Asking} Asking */

/**
 * @param {import("./files.js").Files} files
 * @param {import("./town.js").Town} town
 * @param {number[]} within
 * @param {Asking} asking
 * @returns {Promise<number[]>}
 */
export const narrowed = async (files, town, within, { q, chosen, sort }) => {
  const spans = chosen.date || [];
  const facets = await files.facets(FACETS.filter((facet) => (chosen[facet] || []).length > 0), spans);
  const fitting = filtered(facets, within, chosen);
  if (isOrder(sort)) return sorted(fitting, (await files.orders())[sort]);
  return q || spans.length !== 1 ? fitting : inTime(fitting, await files.moments(spans[0]), town);
};
