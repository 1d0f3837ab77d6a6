/* What a search needs of the site: a file to begin with, the index, cards, and what one can narrow down by. */
import { FACETS } from "./facets.js";
import { makeFolding } from "./fold.js";
import { each, json, once } from "./loading.js";
import { numbersOf } from "./postings.js";
import { folderOf, startOf } from "./start.js";
import { makeTown } from "./town.js";

/** @typedef {import("./card.js").Card} Card */
/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./start.js").Start} Start */
/** @typedef {{ start: Start, folding: import("./fold.js").Folding, town: import("./town.js").Town }} Ready */
/** @typedef {ReturnType<typeof filesOf>} Files */

/** @param {Record<string, string>} written label → numbers as text @returns {Record<string, number[]>} */
const decoded = (written) =>
  // Not written one by one: a label may be called what every object has.
  Object.fromEntries(Object.entries(written).map(([label, numbers]) => [label, numbersOf(numbers)]));

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

  const engine = once(async () => {
    const [{ start, folding }, { makeEngine }] = await Promise.all([ready(), import("./engine.js")]);
    return makeEngine(start, folderOf(root), folding, (number) => card(String(number)));
  });

  const facet = each(async (name) => decoded(await own("facets/" + name)));

  return {
    ready,
    engine,
    /** @param {Facet[]} names @returns {Promise<Facets>} */
    facets: async (names) => {
      const { facets } = (await ready()).start;
      const known = FACETS.filter((name) => names.indexOf(name) >= 0 && facets.indexOf(name) >= 0);
      const found = await Promise.all(known.map(facet));
      return Object.fromEntries(known.map((name, at) => [name, found[at]]));
    },
    /** By kana or date: the numbers of all documents. @type {() => Promise<Record<string, number[]>>} */
    orders: once(() => own("orders")),
    card
  };
};
