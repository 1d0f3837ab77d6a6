/* Names, fields, areas, places and coming events by how they begin: what suggestions and hints are taken from. */
import { search_grams as shared } from "../tables.js";
import { shardOf } from "./hashing.js";
import { each, json } from "./loading.js";
import { folderOf, withNewest } from "./start.js";

/** @typedef {[string, string, string, string]} Entry folded beginning, text, what it is, address below the site */
/** @typedef {[0 | 1, Entry[]]} Shelf whether a longer beginning has more; entries, the best first */

/** @type {(address: string) => Promise<Record<string, Shelf>>} */
const file = each(json);

/** @param {string} root of the site @param {string} begun folded; one letter at least @returns {Promise<Entry[]>} */
export const shelf = (root, begun) => withNewest(root, async ({ edition, shelves }) => {
  const letters = Array.from(begun);
  /** @type {Entry[]} */
  let entries = [];
  for (let length = 1, more = true; more && length <= letters.length; length += 1) {
    const key = shared.begun + letters.slice(0, length).join("");
    const found = (await file(folderOf(root) + edition + "/suggest/" + shardOf(key, shelves) + ".json"))[key];
    entries = found ? found[1] : [];
    more = Boolean(found && found[0]);
  }
  return entries;
});

/** @param {Entry[]} entries @param {(entry: Entry) => boolean} fits @param {number} most each page once */
export const picked = (entries, fits, most) => {
  /** @type {Set<string>} */
  const seen = new Set();
  return entries.filter((entry) => {
    if (seen.has(entry[3]) || !fits(entry)) return false;
    seen.add(entry[3]);
    return true;
  }).slice(0, most);
};
