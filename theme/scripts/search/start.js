/* search-index/start.json: what the index has to be read with, and which edition of it there is now. */
import { each, freshJson, Late } from "./loading.js";

/**
 * @typedef {import("./town.js").Start & import("./fold.js").Spellings & {
 *   either: string[], edition: string, shards: number, shelves: number, facets: string[], days: string[]
 * }} Start
 */

/** @param {string} root of the site */
export const folderOf = (root) => root + "search-index/";

// Browsers keep files for a while, and this one names folders that are gone once the site is built anew.
const known = each((root) => freshJson(folderOf(root) + "start.json"));

/** @type {(root: string) => Promise<Start>} loaded once for each edition */
export const startOf = known;

/**
 * Whether something failed because the site was built anew meanwhile; `startOf` then tells of the new edition.
 *
 * @param {string} root of the site
 * @param {string} edition that was used
 * @param {unknown} error
 */
export const builtAnew = async (root, edition, error) => {
  if (error instanceof Late) return false;
  if ((await startOf(root)).edition === edition) known.forget(root);
  return (await startOf(root)).edition !== edition;
};

/**
 * `act` with what the site begins with, and once more if the site was built anew meanwhile.
 *
 * @template T
 * @param {string} root of the site
 * @param {(start: Start) => Promise<T>} act
 */
export const withNewest = async (root, act) => {
  const start = await startOf(root);
  try {
    return await act(start);
  } catch (error) {
    if (await builtAnew(root, start.edition, error)) return act(await startOf(root));
    throw error;
  }
};
