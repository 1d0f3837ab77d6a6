/* Names that two groups share: generator/check/names.py. */

/** @typedef {(written: string) => string} Folding */
import { patterns } from "../japanese/expressions.js";
import { bareName, bareReading } from "../japanese/legal-forms.js";
import { hiragana, key, narrow } from "../japanese/text.js";
import { check_names as shared } from "../tables.js";
import { finding } from "./finding.js";

const { MARKS } = patterns(shared);

// A name without what differs from hand to hand.
/** @type {Folding} */
const spoken = name => MARKS.replace(hiragana(key(name)), "");
// Who bears a name, and a reading: without the legal form, which each hand writes in another way.
/** @type {Folding} */
const body = name => bareName(spoken(name));
/** @type {Folding} */
const bodyRead = kana => spoken(bareReading(hiragana(narrow(kana))));

// What two groups may have in common: the field, its place in names.json, the rule, and what is the same. The surer first.
/** @type {["name" | "kana", number, string, Folding][]} */
const ALIKE = [
  ["name", 0, "duplicate-name", spoken], ["name", 0, "same-body", body],
  ["kana", 1, "same-reading", spoken], ["kana", 1, "same-body", bodyRead]
];

// Whether a rule compares a group with others.
/** @param {string} rule */
export const isAboutTwo = rule => ALIKE.some(alike => alike[2] === rule);

/** @param {import("./finding.js").Known} city @param {{name: string, kana: string}} group */
export function nameFindings(city, group) {
  const others = Object.keys(city.groups).sort().filter(slug => slug !== city.own);
  for (const [name, place, rule, same] of ALIKE) {
    const said = same(group[name]);
    const twin = others.find(slug => same(city.groups[slug][place]) === said);
    if (twin) return [finding([name], rule, { value: group[name], other: city.shown + "/groups/" + twin + ".yaml" })];
  }
  return [];
}
