/* What results can be narrowed down by, from the files of an edition: each loaded when it is needed. */
import { mondayOf, overlap, plus, spanIn } from "./dates.js";
import { FACETS } from "./facets.js";
import { each, json } from "./loading.js";
import { numbersOf } from "./postings.js";
import { isAt, wholeWeek } from "./week.js";

/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {Record<string, Record<string, string>>} Week ISO day → time → numbers as text */
/** @typedef {ReturnType<typeof openFacets>} FacetFiles */

/** @param {Record<string, string>} written label → numbers as text @returns {Record<string, number[]>} */
const decoded = (written) =>
  // Not written one by one: a label may be called what every object has.
  Object.fromEntries(Object.entries(written).map(([label, numbers]) => [label, numbersOf(numbers)]));

/** @param {import("./dates.js").Span} span @returns {string[]} the Mondays of its weeks */
const weeksOf = ({ first, last }) => {
  const mondays = [];
  for (let monday = mondayOf(first); monday <= last; monday = plus(monday, 7)) mondays.push(monday);
  return mondays;
};

/** @param {string} folder of the edition, with a slash at its end @param {import("./start.js").Start} start */
export const openFacets = (folder, start) => {
  const facet = each(async (name) => decoded(await json(folder + "facets/" + name + ".json")));
  const week = each(async () => wholeWeek(await facet("time")));
  /** @type {(monday: string) => Promise<Week>} */
  const daysFrom = each((name) => json(folder + "facets/days/" + name + ".json"));
  const [begin, end] = start.days;

  const momentsOf = each(async (key) => {
    const [label, ...parts] = key.split(" ");
    const span = spanIn(label);
    /** @type {Map<number, string>} */
    const found = new Map();
    const known = span && begin ? overlap(span, { first: begin, last: end }) : null;
    if (!known) return found;
    const { first, last } = known;
    const weeks = await Promise.all(weeksOf(known).map(daysFrom));
    weeks.forEach((days) => {
      Object.keys(days).filter((day) => first <= day && day <= last).sort().forEach((day) => {
        Object.keys(days[day]).filter((time) => !parts.length || isAt(day, time, parts)).sort().forEach((time) => {
          numbersOf(days[day][time]).forEach((number) => { if (!found.has(number)) found.set(number, day + "T" + time); });
        });
      });
    });
    return found;
  });

  /**
   * By number the first moment in a span of days, in their order.
   *
   * @param {string} label @param {string[]} [parts] of the week (土曜の夜), if only what is on in one of them is meant
   */
  const moments = (label, parts) => momentsOf([label].concat(parts || []).join(" "));

  /** @param {string[]} labels spans of days @returns {Promise<Record<string, number[]>>} */
  const dates = async (labels) => {
    const found = await Promise.all(labels.map((label) => moments(label)));
    return Object.fromEntries(labels.map((label, at) => [label, Array.from(found[at].keys())]));
  };

  return {
    moments,
    /** @param {Facet[]} names @param {string[]} [spans] the days of which one wants to know @returns {Promise<Facets>} */
    facets: async (names, spans) => {
      const known = FACETS.filter((name) => names.indexOf(name) >= 0 && (name === "date" || start.facets.indexOf(name) >= 0));
      const found = await Promise.all(known.map((name) => {
        if (name === "date") return dates(spans || []);
        return name === "time" ? week("") : facet(name);
      }));
      return Object.fromEntries(known.map((name, at) => [name, found[at]]));
    }
  };
};
