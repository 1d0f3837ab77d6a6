/* The files of matching, all of one edition: what is answered by which documents, and what a card shows of each. */
import { makeFolding } from "../search/fold.js";
import { builtAnew, startIn } from "../search/editions.js";
import { each, json, once } from "../search/loading.js";
import { startOf } from "../search/start.js";

/** @typedef {{ url: string, title: string, role?: string, group?: string, line?: string, badges?: string[] }} Card */
/** @typedef {ReturnType<typeof filesOf>} Files */

// So many cards stand in one file.
const CARDS = 64;

/** @param {string} root of the site */
export const filesOf = (root) => {
  const folder = root + "match-index/";
  const start = () => startIn(folder);
  /** @param {string} name @returns {Promise<any>} */
  const own = async (name) => json(folder + (await start()).edition + "/" + name + ".json");
  const cards = each((number) => own("cards/" + number));
  const answers = each((name) => own("answers/" + name));
  return {
    start,
    /** @param {string} key @param {string} value */
    answers: (key, value) => answers(key + "/" + value),
    /** @param {number} number @returns {Promise<Card>} */
    card: async (number) => (await cards(String(Math.floor(number / CARDS))))[number % CARDS],
    words: once(async () => new Map(Object.entries(await own("words")))),
    folding: once(async () => makeFolding(await startOf(root))),
    /** @param {unknown} error @returns {Promise<boolean>} whether that is because the site was built anew meanwhile */
    outdated: (error) => start().then(({ edition }) => builtAnew(folder, edition, error)).catch(() => false)
  };
};
