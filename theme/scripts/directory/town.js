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
 * @typedef {{text: string, url: string, address: string, map: boolean}} Spot
 * @typedef {{today: Day, holidays: Holidays | null, label: (vocabulary: string, id: string) => string,
 *   labels: (vocabulary: string, ids?: string[]) => string[], choice: (type: string, field: string, id: string) => string,
 *   autonym: (lang: string) => string, spot: (words?: string) => Spot,
 *   organizer: (name: string) => {text: string, url: string}}} Town
 */

const own = (holder, name) => holder && has(holder, name) ? holder[name] : undefined;

const nameIn = known => Array.isArray(known) ? known[0] : known;

const todayOf = written => {
  if (/^\d{4}-\d\d-\d\d$/.test(written || "")) return fromIso(written);
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
};

// The terms of a vocabulary: [[id, label, reading, aliases, own name], …].
const termsOf = (table, vocabulary) => (own(table.vocabularies, vocabulary) || { terms: [] }).terms;

const termOf = (table, vocabulary, id) => termsOf(table, vocabulary).find(each => each[0] === id);

// The place that is meant: its slug or its name in any width.
const slugOf = (places, words) => {
  if (own(places, words) !== undefined) return words;
  return Object.keys(places || {}).find(slug => key(nameIn(places[slug])) === key(words));
};

const spotIn = places => words => {
  const slug = words && slugOf(places, words);
  if (!slug) return { text: words || "", url: "", address: "", map: false };
  const known = [].concat(places[slug]);
  return { text: known[0], url: "places/" + slug + "/", address: known[1] || "", map: Boolean(known[2]) };
};

const organizerIn = groups => name => {
  const found = own(groups, name);
  return found === undefined ? { text: name, url: "" } : { text: nameIn(found), url: "groups/" + name + "/" };
};

/**
 * What the words of a profile are made with.
 * @param {any} table
 * @returns {Town}
 */
export const town = table => {
  const label = (vocabulary, id) => (termOf(table, vocabulary, id) || [id, id])[1];
  return {
    today: todayOf(table.today),
    holidays: holidaysIn(table.holidays),
    label,
    labels: (vocabulary, ids) => (ids || []).map(id => label(vocabulary, id)),
    // The label of a choice of a record's field.
    choice: (type, field, id) => (table.types[type].fields[field].choices.find(each => each[0] === id) || [id, id])[1],
    // A language by its own name.
    autonym: lang => (termOf(table, "languages", lang) || [])[4] || label("languages", lang),
    spot: spotIn(table.places),
    organizer: organizerIn(table.groups)
  };
};
