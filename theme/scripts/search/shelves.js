/* Names, fields, areas, places and coming events by their first letter: what suggestions and hints are taken from. */
import { folderOf, startOf } from "./start.js";

/** @typedef {[string, string, string, string]} Entry folded beginning, text, what it is, address below the site */

/** @param {string} root of the site @param {string} begun folded; one letter at least @returns {Promise<Entry[]>} */
export const shelf = async (root, begun) => {
  const letter = begun.charCodeAt(0).toString(16).padStart(4, "0");
  const { edition } = await startOf(root);
  const answer = await fetch(folderOf(root) + edition + "/suggest/" + letter + ".json");
  // Nothing begins with that letter.
  if (answer.status === 404) return [];
  if (!answer.ok) throw new Error(letter + ": " + answer.status);
  return answer.json();
};

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
