/* search-index/start.json: what the index has to be read with, and which edition of it there is now. */
import { builtAnew as newer, startIn } from "./editions.js";

/**
 * @typedef {import("./town.js").Start & import("./fold.js").Spellings & {
 *   either: string[], edition: string, shards: number, shelves: number, facets: string[], days: string[]
 * }} Start
 */

/** @param {string} root of the site */
export const folderOf = (root) => root + "search-index/";

/** @param {string} root of the site @returns {Promise<Start>} loaded once for each edition */
export const startOf = (root) => startIn(folderOf(root));

/** @param {string} root of the site @param {string} edition that was used @param {unknown} error whether that came of a site built anew */
export const builtAnew = (root, edition, error) => newer(folderOf(root), edition, error);

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
