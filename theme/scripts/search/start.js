/* search-index/start.json: what the index has to be read with. */
import { each, json } from "./loading.js";

/**
 * @typedef {import("./town.js").Start & import("./fold.js").Spellings & {
 *   either: string[], edition: string, shards: number, shelves: number, facets: string[], days: string[]
 * }} Start
 */

/** @param {string} root of the site */
export const folderOf = (root) => root + "search-index/";

/** @type {(root: string) => Promise<Start>} loaded once */
export const startOf = each((root) => json(folderOf(root) + "start.json"));
