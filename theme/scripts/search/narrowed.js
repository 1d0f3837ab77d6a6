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
 * @param {import("./facets.js").Chosen} whole with what the question says itself
 * @returns {Promise<number[]>}
 */
export const narrowed = async (files, town, within, { q, chosen, sort }, whole) => {
  const spans = chosen.date || [];
  const facets = await files.facets(FACETS.filter((facet) => (chosen[facet] || []).length > 0), spans);
  const [days, parts] = [whole.date || [], whole.time || []];
  // Of what is on at night and on this day, that which is on in this night.
  const both = days.length && parts.length ? await Promise.all(days.map((day) => files.moments(day, parts))) : null;
  const fitting = filtered(facets, within, chosen).filter((number) => !both || both.some((each) => each.has(number)));
  if (isOrder(sort)) return sorted(fitting, (await files.orders())[sort]);
  return q || spans.length !== 1 ? fitting : inTime(fitting, await files.moments(spans[0]), town);
};
