/* What a search needs of the site: a file to begin with, the index, cards, and what one can narrow down by.
 *
 * All of one edition. Once they are `outdated`, `filesOf` gives those of the next.
 */
import { openFacets } from "./facet-files.js";
import { makeFolding } from "./fold.js";
import { each, inTime, json, once } from "./loading.js";
import { builtAnew, folderOf, startOf } from "./start.js";
import { makeTown } from "./town.js";

/** @typedef {import("./card.js").Card} Card */
/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./start.js").Start} Start */
/** @typedef {{ start: Start, folding: import("./fold.js").Folding, town: import("./town.js").Town }} Ready */
/** @typedef {ReturnType<typeof filesOf>} Files */

/** @param {string} root of the site */
export const filesOf = (root) => {
  const ready = once(async () => {
    const start = await startOf(root);
    return /** @type {Ready} */ ({ start, folding: makeFolding(start), town: makeTown(start) });
  });

  /** @param {string} name @returns {Promise<any>} a file of the edition that `start.json` names */
  const own = async (name) => json(folderOf(root) + (await ready()).start.edition + "/" + name + ".json");

  /** @type {(number: string) => Promise<Card>} */
  const card = each((number) => own("cards/" + number));

  const narrowing = once(async () => {
    const { start } = await ready();
    return openFacets(folderOf(root) + start.edition + "/", start);
  });

  const engine = once(async () => {
    const [{ start, folding }, { makeEngine }] = await Promise.all([ready(), inTime(import("./engine.js"), "engine.js")]);
    return makeEngine(start, folderOf(root), folding, (number) => card(String(number)), await narrowing());
  });

  return {
    ready,
    engine,
    /** @param {unknown} error @returns {Promise<boolean>} whether that is because the site was built anew meanwhile */
    outdated: (error) => ready().then(({ start }) => builtAnew(root, start.edition, error)).catch(() => false),
    /** @param {Facet[]} names @param {string[]} [spans] of days @returns {Promise<Facets>} */
    facets: async (names, spans) => (await narrowing()).facets(names, spans),
    /** @param {string} label a span of days @param {string[]} [parts] of the week */
    moments: async (label, parts) => (await narrowing()).moments(label, parts),
    /** By kana or date: the numbers of all documents. @type {() => Promise<Record<string, number[]>>} */
    orders: once(() => own("orders")),
    card
  };
};
