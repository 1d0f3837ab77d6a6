/* What is wrong with a group's handing over of its work: generator/check/succession.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Known} Known
 * @typedef {{status: string, since?: string, needs?: string, hands_over?: string, note?: string,
 *   history?: {status: string, day: string}[]}} Handover
 * @typedef {{role?: string, title?: string, until?: Day}} Call
 *
 * @typedef {object} Group  as far as it says how its work is handed over
 * @property {string} [status]
 * @property {Call[]} [recruiting]
 * @property {Handover} [succession]
 * @property {import("./private.js").Contact} contact
 * @property {Day} [confirmed]
 */
import { isNone } from "../japanese/answers.js";
import { compared, iso } from "../japanese/calendar.js";
import { isLater, showPartialDate } from "../japanese/dates.js";
import { formerSteps, sinceWhen } from "../models/handover.js";
import { check_succession as shared, models_contact } from "../tables.js";
import { finding } from "./finding.js";
import { isPast } from "./references.js";

/** @typedef {keyof import("./private.js").Contact} Way */

/** @param {import("./private.js").Contact} contact @param {string[]} ways */
const reachable = (contact, ways) => ways.some(way => {
  const given = contact[/** @type {Way} */ (way)];
  return given && (!Array.isArray(given) || given.length > 0);
});

/** @param {Known} city @param {string} status */
const named = (city, status) => {
  const choices = /** @type {import("../models/base.js").Choice[]} */ (city.types.Handover.fields.status.choices);
  const found = choices.find(each => each[0] === status);
  return { state: found ? found[1] : status, state_en: found ? found[2] : status };
};

/** @param {Known} city @param {Handover} handover @returns {Finding[]} */
const sinceFindings = (city, handover) => {
  const { since } = handover;
  if (!since || !city.today || !isLater(since, iso(city.today))) return [];
  return [finding(["succession", "since"], "succession-in-future", { value: showPartialDate(since) })];
};

/** @param {Known} city @param {Handover} handover @returns {Finding[]} */
const historyFindings = (city, handover) => {
  const history = formerSteps(handover);
  const days = history.map(step => step.day).concat(sinceWhen(handover) || []);
  const states = history.map(step => step.status).concat(handover.status);
  /** @type {Finding[]} */
  const out = [];
  history.forEach((step, n) => {
    const later = days[n + 1];
    if (later && isLater(step.day, later)) {
      const facts = { value: showPartialDate(step.day), later: showPartialDate(later) };
      out.push(finding(["succession", "history", n, "day"], "succession-history-order", facts));
    }
    if (step.status === states[n + 1]) {
      out.push(finding(["succession", "history", n, "status"], "succession-history-repeats", named(city, step.status)));
    }
  });
  return out;
};

/** @param {Known} city @param {Group} group @param {Handover} handover @returns {Finding[]} */
const waitingFindings = (city, group, handover) => {
  const { today } = city;
  const since = sinceWhen(handover);
  if (!since || !group.confirmed || !today || compared(today, group.confirmed) <= city.stale_days) return [];
  const longAgo = iso(Object.assign({}, today, { year: today.year - shared.long }));
  if (!isLater(longAgo, since)) return [];
  const facts = { value: showPartialDate(since), confirmed: iso(group.confirmed) };
  return [finding(["succession", handover.since ? "since" : "status"], "succession-waiting-long", facts)];
};

/** @param {Known} city @param {Group} group @param {Handover} handover @param {Call[]} calls @returns {Finding[]} */
const lookingFindings = (city, group, handover, calls) => {
  /** @type {Finding[]} */
  const out = [];
  const told = reachable(group.contact, models_contact.reachable) || (group.status || "active") !== "active";
  if (told && !reachable(group.contact, shared.ways)) out.push(finding(["contact"], "succession-unreachable"));
  const words = [handover.needs, handover.hands_over, handover.note];
  if (!calls.length && !words.some(text => text && !isNone(text))) {
    out.push(finding(["succession", "status"], "succession-without-words"));
  }
  return out.concat(waitingFindings(city, group, handover));
};

/** @param {Known} city @param {Group} group @returns {Finding[]} */
export const successionFindings = (city, group) => {
  const handover = group.succession;
  if (!handover) return [];
  const calls = (group.recruiting || []).filter(call => call.role === "successor" && !isPast(city, call.until));
  const out = sinceFindings(city, handover).concat(historyFindings(city, handover));
  if (shared.settled.includes(handover.status) && calls.length && (group.status || "active") === "active") {
    const facts = Object.assign({ title: calls[0].title || "" }, named(city, handover.status));
    out.push(finding(["succession", "status"], "succession-still-open", facts));
  }
  return handover.status === "looking" ? out.concat(lookingFindings(city, group, handover, calls)) : out;
};
