/* What is asked and chosen as it stands in the address, so that it can be sent to somebody and gone back to. */
import { FACETS } from "./facets.js";
import { joinedTimes } from "./week.js";

/** @typedef {import("./facets.js").Chosen} Chosen */
/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {{ q: string, chosen: Chosen, sort: string, plain?: boolean }} Asking `plain`: every word is a word, none a condition */

/** @param {URLSearchParams} asked @param {Facet | ""} [fixed] what cannot be chosen here @returns {Chosen} */
export const chosenIn = (asked, fixed) => {
  /** @type {Chosen} */
  const chosen = {};
  FACETS.filter((facet) => facet !== fixed).forEach((facet) => { chosen[facet] = asked.getAll(facet); });
  const days = asked.getAll("day");
  return days.length ? Object.assign(chosen, { time: joinedTimes(days, chosen.time || []) }) : chosen;
};

/** @param {string} query the part of an address from the ? @param {Facet | ""} [fixed] @returns {Asking} */
export const askedIn = (query, fixed) => {
  const asked = new URLSearchParams(query);
  return { q: (asked.get("q") || "").trim(), chosen: chosenIn(asked, fixed), sort: asked.get("sort") || "", plain: asked.get("plain") === "1" };
};

/** @param {string} path @param {Asking} asking */
export const addressOf = (path, { q, chosen, sort, plain }) => {
  const asked = new URLSearchParams();
  if (q) asked.set("q", q);
  FACETS.forEach((facet) => {
    (chosen[facet] || []).forEach((label) => { asked.append(facet, label); });
  });
  if (q && plain) asked.set("plain", "1");
  if (sort) asked.set("sort", sort);
  const text = asked.toString();
  return path + (text ? "?" + text : "");
};

/** @param {Chosen} chosen @param {Facet} facet @param {string} label @param {boolean} on @returns {Chosen} */
export const withChoice = (chosen, facet, label, on) => {
  const others = (chosen[facet] || []).filter((one) => one !== label);
  return Object.assign({}, chosen, { [facet]: on ? others.concat([label]) : others });
};

/** @param {Chosen} chosen */
export const anyChosen = (chosen) => FACETS.some((facet) => (chosen[facet] || []).length > 0);
