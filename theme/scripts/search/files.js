/* What a search needs of the site: its table, its documents, its index, its cards. */
import { makeFolding } from "./fold.js";
import { each, json, once } from "./loading.js";

/** @typedef {import("./card.js").Card} Card */
/** @typedef {{ table: import("./synonyms.js").Table, documents: import("./facets.js").Documents, folding: import("./fold.js").Folding }} Ready */
/** @typedef {ReturnType<typeof filesOf>} Files */

/** @param {string} root of the site */
export const filesOf = (root) => {
  const ready = once(async () => {
    const [table, documents] = await Promise.all([
      json(root + "assets/search-table.json"), json(root + "pagefind/documents.json")
    ]);
    return /** @type {Ready} */ ({ table, documents, folding: makeFolding(table) });
  });

  const engine = once(async () => {
    const address = new URL(root + "pagefind/pagefind.js", document.baseURI).href;
    const [known, pagefind, { makeEngine, makeFind }] =
      await Promise.all([ready(), import(address), import("./engine.js")]);
    // One thread: a search is a few milliseconds, and a worker would keep every answer in its memory.
    return makeEngine(known.table, known.documents, makeFind(pagefind.createInstance({ noWorker: true })));
  });

  const cards = each((file) => json(root + "pagefind/cards/" + file + ".json"));

  return {
    ready,
    engine,
    /** By kana or date: the numbers of all documents. @type {() => Promise<Record<string, number[]>>} */
    orders: once(() => json(root + "pagefind/orders.json")),
    /** @param {number} number @param {number} perFile @returns {Promise<Card>} */
    card: async (number, perFile) => (await cards(String(Math.floor(number / perFile))))[number % perFile]
  };
};
