/* What is wrong with a group: generator/check/groups.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Known} Known
 * @typedef {import("./private.js").Contact} Contact
 *
 * @typedef {object} Group  that was read, as far as the check looks at it
 * @property {string} name
 * @property {string} kana
 * @property {string} [kind]
 * @property {string} [status]
 * @property {string} [corporate_number]
 * @property {string[]} fields
 * @property {string} summary
 * @property {string} description
 * @property {{place?: string, when?: import("../japanese/patterns.js").Recurrence}[]} [meetings]
 * @property {import("./openings.js").Call[]} [recruiting]
 * @property {import("./succession.js").Handover} [succession]
 * @property {string} [founded]
 * @property {{total?: number, residents?: number}} [members]
 * @property {{until?: Day}[]} [offers]
 * @property {{until?: Day}[]} [seeks]
 * @property {Contact} contact
 * @property {string[]} [audiences]
 * @property {string[]} [criteria]
 * @property {import("./files.js").Photo[]} [photos]
 * @property {Day} [confirmed]
 */
import { compared, iso } from "../japanese/calendar.js";
import { isLater, showPartialDate } from "../japanese/dates.js";
import { isLetter, key, lengthOf } from "../japanese/text.js";
import { labelOf } from "../models/base.js";
import { photoFindings } from "./files.js";
import { finding } from "./finding.js";
import { nameFindings } from "./names.js";
import { openingFindings } from "./openings.js";
import { addressFindings, privateFindings } from "./private.js";
import { recurrenceFindings } from "./recurrences.js";
import { reference, until } from "./references.js";
import { successionFindings } from "./succession.js";
import { models_contact as shared } from "../tables.js";

/** @param {Known} city @param {Group} group @returns {Finding[]} */
export function groupFindings(city, group) {
  /** @type {Finding[]} */
  let out = [];
  (group.meetings || []).forEach((meeting, n) => {
    out = out.concat(reference(city.places, meeting.place, ["meetings", n, "place"], "unknown-place"));
    out = out.concat(recurrenceFindings(meeting.when, ["meetings", n, "when"]));
  });
  (group.recruiting || []).forEach((recruiting, n) => {
    out = out.concat(reference(city.places, recruiting.place, ["recruiting", n, "place"], "unknown-place"));
    out = out.concat(until(city, recruiting.until, ["recruiting", n, "until"], "募集", "recruiting"));
  });
  out = out.concat(openingFindings(city, group));
  /** @type {const} */ (["offers", "seeks"]).forEach(name => {
    (group[name] || []).forEach((exchange, n) => {
      out = out.concat(until(city, exchange.until, [name, n, "until"], labelOf(city, "Group", name), name));
    });
  });
  out = out.concat(contactFindings(group.contact, (group.status || "active") === "active"), photoFindings(city, group.photos));
  if (!hasAnOffice(city, group)) out = out.concat(addressFindings(group.contact));
  out = out.concat(successionFindings(city, group), numberFindings(city, group));
  out = out.concat(criteriaFindings(city, group), nameFindings(city, group));
  if (repeats(group.summary, group.description)) out.push(finding(["description"], "summary-repeated"));
  if (group.confirmed && city.today && compared(city.today, group.confirmed) > city.stale_days) {
    out.push(finding(["confirmed"], "not-confirmed", { value: iso(group.confirmed) }));
  }
  return out;
}

// A founding that is to come, and members of whom more live here than there are.
/** @param {Known} city @param {Group} group @returns {Finding[]} */
function numberFindings(city, group) {
  const { founded, members } = group;
  const out = founded && city.today && isLater(founded, iso(city.today))
    ? [finding(["founded"], "founded-in-future", { value: showPartialDate(founded), day: founded })]
    : [];
  if (!members || members.total === undefined || members.residents === undefined) return out;
  const facts = { total: members.total, value: members.residents };
  return members.residents > members.total ? out.concat(finding(["members", "residents"], "members-differ", facts)) : out;
}

/** @param {Contact} contact @param {boolean} active */
function contactFindings(contact, active) {
  const ways = /** @type {(keyof Contact)[]} */ (shared.reachable);
  const reachable = ways.some(way => {
    const given = contact[way];
    return given && (!Array.isArray(given) || given.length > 0);
  });
  const out = active && !reachable ? [finding(["contact"], "no-contact")] : [];
  return out.concat(privateFindings(contact, "contact"));
}

// A body whose office is registered, and so public, with its house number.
/** @param {Known} city @param {Group} group */
function hasAnOffice(city, group) {
  const { kinds } = city.vocabularies;
  const corporate = (kinds && kinds.corporate) || [];
  return Boolean(group.corporate_number) || corporate.includes(group.kind || "");
}

/** @param {Known} city @param {Group} group @returns {Finding[]} */
function criteriaFindings(city, group) {
  const declared = group.criteria || [];
  const criteria = /** @type {import("../models/base.js").Choice[]} */ (city.types.Group.fields.criteria.choices);
  const missing = criteria.filter(each => !declared.includes(each[0]));
  if (!missing.length || group.fields.includes("hobby")) return [];
  const labels = missing.map(each => each[1]).join("」「");
  return [finding(["criteria"], "criteria-missing", { missing: labels })];
}

/** @param {string} summary @param {string} description */
function repeats(summary, description) {
  if (lengthOf(description) > lengthOf(summary) + 20) return false;
  /** @param {string} text */
  const letters = text => Array.from(key(text)).filter(isLetter).join("");
  return letters(description) === letters(summary);
}
