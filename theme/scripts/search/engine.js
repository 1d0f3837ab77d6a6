/* Search without a page: a question in, the numbers of documents out. */
import { oneOff } from "./edits.js";
import { openFacets } from "./facet-files.js";
import { runs } from "./grams.js";
import { LATIN_RUN } from "./letters.js";
import { each, json, once } from "./loading.js";
import { meaning } from "./meanings.js";
import { asked } from "./question.js";
import { asksForPage, isName, result, withExact } from "./ranking.js";
import { alsoRomanized } from "./respelling.js";
import { openIndex } from "./shards.js";
import { mayHaveConditions } from "./may-be.js";
import { hints, joinedBySplit, MOST_TERMS, RESPELT, STAGES } from "./stages.js";
import { makeWidening } from "./synonyms.js";
import { allOf } from "./terms.js";
import { makeTown } from "./town.js";

/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {import("./start.js").Start} Start */

/** @returns {Result} */
const nothing = () => ({ numbers: [], marks: [], near: false, ignored: [], instead: "" });

/** @param {import("./terms.js").Ground} ground @param {string} asked */
const wordsOf = async ({ folding, index }, asked) => {
  const words = asked.normalize("NFKC").split(/[\s、，,。]+/).filter((word) => runs(folding.fold(word)).length);
  const together = folding.fold(words.join(""));
  await index.prepare(together);
  // sign language is one word; 川 掃除 are two, whatever 川掃除 may be.
  return words.length > 1 && LATIN_RUN.test(together) && index.word(together) ? [together] : words.slice(0, MOST_TERMS);
};

/**
 * Pages of text end no stage but by their titles: what is asked for is a group, an event, a place. They come behind.
 *
 * @param {import("./terms.js").Ground} ground
 * @param {Result | null} found
 * @param {number[]} pages found before
 * @returns {Result | null} null if there is no record among them
 */
const withPages = ({ town }, found, pages) => {
  if (!found || !found.numbers.length || found.numbers.every(town.isPage)) return null;
  return { ...found, numbers: found.numbers.concat(pages.filter((number) => found.numbers.indexOf(number) < 0)) };
};

/** @param {import("./terms.js").Ground} ground @param {string} query @param {import("./stages.js").Stage[]} stages @returns {Promise<Result>} */
const search = async (ground, query, stages) => {
  /** @param {string} other a question that was respelt */
  const again = (other) => search(ground, other, RESPELT);
  const question = asked(query).trim();
  const words = await wordsOf(ground, question);
  if (!words.length) return { ...nothing(), empty: true };
  const answer = await withExact(ground, question, await allOf(ground, words));
  const own = answer.numbers.length ? await result(ground, question, await joinedBySplit(ground, answer, words)) : nothing();
  const whole = asksForPage(ground, answer) ? own : withPages(ground, own, []);
  if (whole) return stages === STAGES ? alsoRomanized(ground, whole, words, again) : whole;
  const read = once(() => meaning(ground, words));
  for (const stage of stages) {
    const found = withPages(ground, await stage(ground, question, words, again, read), own.numbers);
    if (found) return found;
  }
  return own;
};

/**
 * `search(query, asking)` promises documents in order, `hints(query)` some that have a little in common with it.
 *
 * @param {Start} start
 * @param {string} folder of the index, with a slash at its end
 * @param {import("./fold.js").Folding} folding
 * @param {(number: number) => Promise<import("./card.js").Card>} [card] where cards are kept already
 * @param {import("./facet-files.js").FacetFiles} [facets] where they are kept already
 */
export const makeEngine = (start, folder, folding, card, facets) => {
  const own = folder + start.edition + "/";
  const cards = each((number) => json(own + "cards/" + number + ".json"));
  const index = openIndex(own, start.shards, start.count);
  /** @type {import("./terms.js").Ground} */
  const ground = {
    index, folding, widen: makeWidening(index, folding), either: new Set(start.either), town: makeTown(start),
    card: card || ((number) => cards(String(number))), variants: once(() => json(own + "variants.json"))
  };
  /** @type {import("./conditioned.js").Desk} */
  const desk = {
    ground, facets: facets || openFacets(own, start), words: once(() => json(own + "conditions.json")),
    search: (query) => search(ground, query, STAGES), named: (query) => isName(ground, query)
  };
  return {
    /** @type {(query: string, asking?: import("./conditioned.js").Asking) => Promise<import("./conditioned.js").Answer>} */
    search: async (query, asking) => {
      const question = asked(query);
      if (!asking || asking.plain || !mayHaveConditions(question)) return { ...await desk.search(question), conditions: [], dropped: [] };
      return (await import("./conditioned.js")).conditioned(desk, question, asking);
    },
    /** @param {string} query */
    hints: (query) => hints(ground, query),
    alike: oneOff
  };
};
