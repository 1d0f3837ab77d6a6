/* The files of matching, all of one edition: which documents meet which answer, and what a card shows of each. */
import { builtAnew, startIn } from "../search/editions.js";
import { makeFolding } from "../search/fold.js";
import { each, json, Late, once } from "../search/loading.js";
import { numbersOf } from "../search/postings.js";
import { startOf } from "../search/start.js";
import { ALWAYS, mixed, ranked } from "./ranking.js";
import { why } from "./reasons.js";
import { KEYS } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./reasons.js").Start} Start */
/**
 * @typedef {{
 *   url: string, title: string, role?: string, group?: string, group_url?: string, line?: string, badges?: string[],
 *   says?: Record<string, Record<string, string>>, differs?: Record<string, string>
 * }} Card match-index/…/cards/
 */
/** @typedef {import("./reasons.js").Why & { card: Card }} Found */
/** @typedef {import("./ranking.js").Order & { found: (number: number) => Promise<Found> }} Answer */
/** @typedef {ReturnType<typeof filesOf>} Files */
/** @typedef {ReturnType<typeof newestFiles>} Newest */

/** @param {Record<string, string>} written degree → numbers as steps @returns {import("./ranking.js").Degrees} */
const degreesOf = (written) => {
  const degrees = new Map();
  Object.keys(written).forEach((degree) => {
    numbersOf(written[degree]).forEach((number) => { degrees.set(number, degree); });
  });
  return degrees;
};

/** @param {() => Promise<Start>} start @param {(name: string) => Promise<any>} own a file of the edition */
const reading = (start, own) => {
  const cards = each((number) => own("cards/" + number));
  const answers = each(async (name) => degreesOf(await own("answers/" + name)));
  return {
    always: once(async () => {
      const written = await own("answers/" + ALWAYS);
      return Object.fromEntries(Object.keys(written).map((degree) => [degree, numbersOf(written[degree])]));
    }),
    /** @param {number} number @returns {Promise<Card>} */
    card: async (number) => {
      const size = (await start()).cards;
      return (await cards(String(Math.floor(number / size))))[number % size];
    },
    /** @param {Sheet} sheet @returns {Promise<import("./ranking.js").Answered>} */
    answered: async (sheet) => {
      const { counts } = await start();
      const made = KEYS.map(async (key) => {
        const degrees = sheet[key].map(async (value) =>
          [value, value in counts[key] ? await answers(key + "/" + encodeURIComponent(value)) : new Map()]);
        return [key, Object.fromEntries(await Promise.all(degrees))];
      });
      return Object.fromEntries(await Promise.all(made));
    },
    /** @param {Sheet} sheet @returns {Promise<import("./ranking.js").Differs>} */
    differing: async (sheet) => {
      const { differs, sums } = await start();
      const chosen = sums.reduce((/** @type {string[]} */ all, key) => all.concat(sheet[key]), []);
      const made = chosen.map(async (value) =>
        [value, differs.indexOf(value) >= 0 ? await answers("differs/" + value) : new Map()]);
      return Object.fromEntries(await Promise.all(made));
    }
  };
};

/** @param {string} root of the site */
export const filesOf = (root) => {
  const folder = root + "match-index/";
  // Numbers of documents mean something in one edition only: these files stay with theirs.
  /** @type {() => Promise<Start>} */
  const start = once(() => startIn(folder));
  /** @param {string} name @returns {Promise<any>} a file of the edition that `start.json` names */
  const own = async (name) => json(folder + (await start()).edition + "/" + name + ".json");
  const { always, card, answered, differing } = reading(start, own);

  return {
    /** @param {Sheet} sheet @returns {Promise<Answer>} */
    answer: async (sheet) => {
      const [table, degrees, all, differs] = await Promise.all([start(), answered(sheet), always(), differing(sheet)]);
      const groupOf = async (/** @type {number} */ number) => {
        const { group_url: group, url } = await card(number);
        return group || url;
      };
      const order = ranked(table, sheet, degrees, all, differs);
      const groups = { own: all.group || [], seen: new Set(), groupOf };
      const fits = await mixed(order.fits, table, groups);
      const near = await mixed(order.near, table, groups);
      return {
        fits,
        near,
        found: async (number) => {
          const shown = await card(number);
          return Object.assign({ card: shown }, why(table, sheet, degrees, number, shown));
        }
      };
    },
    /** @type {() => Promise<import("./words.js").Words>} */
    words: once(async () => new Map(Object.entries(await own("words")))),
    folding: once(async () => makeFolding(await startOf(root))),
    /** @param {unknown} error @returns {Promise<boolean>} whether that is because the site was built anew meanwhile */
    outdated: async (error) => !(error instanceof Late) &&
      start().then(({ edition }) => builtAnew(folder, edition, error)).catch(() => false)
  };
};

/** @param {string} root of the site */
export const newestFiles = (root) => {
  let files = filesOf(root);
  /** @param {unknown} error @returns {Promise<boolean>} whether it came of a site built anew meanwhile; then newer files are used */
  const renewed = async (error) => {
    const used = files;
    if (!await used.outdated(error)) return false;
    if (files === used) files = filesOf(root);
    return true;
  };
  return {
    renewed,
    /** @template T @param {(files: Files) => Promise<T>} act done once more if the site was built anew meanwhile @returns {Promise<T>} */
    read: async (act) => {
      try {
        return await act(files);
      } catch (error) {
        if (!await renewed(error)) throw error;
        return act(files);
      }
    }
  };
};
