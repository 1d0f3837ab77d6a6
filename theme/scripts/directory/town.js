/* What is known of the site beside the profile: the words of its terms, its places and groups (generator/directory/).
 *
 * town(table)  of checking.json, names.json and the facts of the page (see preview.js); each part may be missing
 */
import { fromIso } from "../japanese/calendar.js";
import { key } from "../japanese/text.js";
import { has } from "../models/base.js";
import { holidaysIn } from "./calendar.js";

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./calendar.js").Holidays} Holidays */
/**
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("../models/base.js").Term} Term
 * @typedef {Record<string, string | [name: string, address?: string, map?: boolean]>} Places  by slug
 * @typedef {Record<string, string | string[]>} Groups  names by slug, with their readings
 * @typedef {Pick<City, "types"> & Partial<Pick<City, "vocabularies">> & {today?: string, holidays?: string[],
 *   places?: Places, groups?: Groups}} Facts  `today` as 2026-11-23
 * @typedef {{text: string, url: string, address: string, map: boolean}} Spot
 * @typedef {{today: Day, holidays: Holidays | null, label: (vocabulary: string, id: string) => string,
 *   labels: (vocabulary: string, ids?: string[]) => string[], choice: (type: string, field: string, id: string) => string,
 *   autonym: (lang: string) => string, spot: (words?: string) => Spot,
 *   organizer: (name: string) => {text: string, url: string}}} Town
 */

/**
 * What is held under a name, if it is.
 * @template T
 * @param {Record<string, T> | undefined} holder
 * @param {string} name
 * @returns {T | undefined}
 */
const own = (holder, name) => holder && has(holder, name) ? holder[name] : undefined;

/** @type {(known: string | string[] | [name: string, ...more: unknown[]]) => string} */
const nameIn = known => Array.isArray(known) ? known[0] : known;

/** @type {(written: string | undefined) => Day} */
const todayOf = written => {
  if (written && /^\d{4}-\d\d-\d\d$/.test(written)) return fromIso(written);
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
};

/**
 * The terms of a vocabulary: [[id, label, reading, aliases, own name], …].
 * @type {(table: Facts, vocabulary: string) => Term[]}
 */
const termsOf = (table, vocabulary) => (own(table.vocabularies, vocabulary) || { terms: [] }).terms;

/** @type {(table: Facts, vocabulary: string, id: string) => Term | undefined} */
const termOf = (table, vocabulary, id) => termsOf(table, vocabulary).find(each => each[0] === id);

/**
 * The place that is meant: its slug or its name in any width.
 * @type {(places: Places, words: string) => string | undefined}
 */
const slugOf = (places, words) => {
  if (own(places, words) !== undefined) return words;
  return Object.keys(places).find(slug => key(nameIn(places[slug])) === key(words));
};

/** @type {(places: Places) => Town["spot"]} */
const spotIn = places => words => {
  const slug = words && slugOf(places, words);
  if (!slug) return { text: words || "", url: "", address: "", map: false };
  const known = places[slug];
  const [text, address, map] = Array.isArray(known) ? known : [known];
  return { text, url: "places/" + slug + "/", address: address || "", map: Boolean(map) };
};

/** @type {(groups: Groups | undefined) => Town["organizer"]} */
const organizerIn = groups => name => {
  const found = own(groups, name);
  return found === undefined ? { text: name, url: "" } : { text: nameIn(found), url: "groups/" + name + "/" };
};

/**
 * What the words of a profile are made with.
 * @param {Facts} table
 * @returns {Town}
 */
export const town = table => {
  /** @type {Town["label"]} */
  const label = (vocabulary, id) => (termOf(table, vocabulary, id) || [id, id])[1];
  return {
    today: todayOf(table.today),
    holidays: holidaysIn(table.holidays),
    label,
    labels: (vocabulary, ids) => (ids || []).map(id => label(vocabulary, id)),
    // The label of a choice of a record's field.
    choice: (type, field, id) => ((table.types[type].fields[field].choices || []).find(each => each[0] === id) || [id, id])[1],
    // A language by its own name.
    autonym: lang => (termOf(table, "languages", lang) || [])[4] || label("languages", lang),
    spot: spotIn(table.places || {}),
    organizer: organizerIn(table.groups)
  };
};
