/* A list that goes on on further pages: what all its entries can be narrowed down by, and each entry from its page.
 *
 * The file beside the list (generator/pages/paging.py) has for each facet label → numbers of the entries, each as the
 * step from the one before. Of the pages only those are asked for on which something stands that is shown.
 */
import { all } from "../page/element.js";
import { each, json, once } from "./loading.js";
import { wholeWeek } from "./week.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {{ count: number, size: number, facets: Facets }} Known */

const ENTRIES = "section > ul > li";

/** @param {number[]} steps @returns {number[]} */
const summed = (steps) => {
  let number = 0;
  return steps.map((step) => { number += step; return number; });
};

/** @param {string} address @returns {Promise<Known>} */
const knownAt = async (address) => {
  const { count, size, facets } = await json(address);
  /** @param {Record<string, number[]>} labels */
  const read = (labels) => Object.fromEntries(Object.entries(labels).map(([label, steps]) => [label, summed(steps)]));
  /** @type {[string, Record<string, number[]>][]} */
  const written = Object.entries(facets);
  const whole = /** @type {Facets} */ (Object.fromEntries(written.map(([facet, labels]) => [facet, read(labels)])));
  return { count, size, facets: whole.time ? Object.assign(whole, { time: wholeWeek(whole.time) }) : whole };
};

/** @param {string} address @param {string} id @returns {Promise<HTMLElement[]>} the entries of the list on that page */
const entriesAt = async (address, id) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address + ": " + answer.status);
  const list = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  return list ? all(list, ENTRIES) : [];
};

/** @param {HTMLElement} list its first page @param {string[]} rest addresses of the others @param {string} file */
export const further = (list, rest, file) => {
  const here = all(list, ENTRIES);
  const known = once(() => knownAt(file));
  const page = each((address) => entriesAt(address, list.id));

  /** @param {number} number @returns {Promise<HTMLElement>} a copy of that entry */
  const entry = async (number) => {
    const { size } = await known();
    const at = Math.floor(number / size);
    const those = at ? await page(rest[at - 1]) : here;
    const copy = document.importNode(those[number % size], true);
    // The entry itself may stand in the list that is hidden meanwhile.
    copy.removeAttribute("id");
    return copy;
  };
  return { known, entry };
};
