/* What is wrong with calls for people: generator/check/openings.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Known} Known
 *
 * @typedef {{role?: string, title: string, text?: string, place?: string, when?: string, until?: Day, posted?: Day, number?: string,
 *   ages?: string, conditions?: string, beginners_ok?: boolean, once?: boolean, with_children?: boolean,
 *   from_home?: boolean}} Call
 * @typedef {{status?: string, meetings?: import("../models/calls.js").Meeting[], audiences?: string[], recruiting?: Call[]}} Calling
 */
import { saysNothing } from "../japanese/answers.js";
import { iso } from "../japanese/calendar.js";
import { peopleIn } from "../japanese/headcounts.js";
import { key } from "../japanese/text.js";
import { borrowed, dayPast } from "../models/calls.js";
import { check_openings as shared } from "../tables.js";
import { finding } from "./finding.js";
import { outOfOrder } from "./plain.js";
import { isPast } from "./references.js";

const ENGLISH = /** @type {Record<string, string>} */ (shared.english);

/** @param {Calling} group @param {Call} call @returns {string[]} what a call does not say */
const missingIn = (group, call) => {
  const taken = borrowed(call, group.meetings || []);
  const said = [call.ages, call.conditions, call.beginners_ok, call.once, call.with_children];
  /** @type {[string, boolean][]} */
  const known = [
    ["場所", Boolean(call.place || call.from_home || taken.place)],
    ["日時", Boolean(call.when || call.from_home || taken.when)],
    ["内容", Boolean(call.text || !saysNothing(call.title))],
    ["だれに", said.some(each => each !== undefined) || (group.audiences || []).length > 0],
    ["締切", call.until !== undefined]
  ];
  return known.filter(each => !each[1]).map(each => each[0]);
};

/** @param {Known} city @param {Call} call @param {number} n @param {Call[]} before @returns {Finding[]} */
const overAndAlike = (city, call, n, before) => {
  const out = [];
  const past = isPast(city, call.until) ? null : dayPast(call, city.today);
  if (past) out.push(finding(["recruiting", n, "when"], "opening-over", { title: call.title, value: iso(past) }));
  const isAlike = before.some(each => each.role === call.role && key(each.title) === key(call.title));
  return isAlike ? out.concat(finding(["recruiting", n, "title"], "openings-alike", { title: call.title })) : out;
};

/** @param {Known} city @param {Calling} group @param {Call} call @param {number} n @returns {Finding[]} */
const findingsOf = (city, group, call, n) => {
  const out = overAndAlike(city, call, n, (group.recruiting || []).slice(0, n));
  const closed = isPast(city, call.until) || dayPast(call, city.today);
  const missing = (group.status || "active") === "active" && !closed ? missingIn(group, call) : [];
  if (missing.some(each => shared.first.indexOf(each) >= 0)) {
    const english = missing.map(each => ENGLISH[each]).join(", ");
    out.push(finding(["recruiting", n, "title"], "opening-vague", { title: call.title, missing: missing.join("」「"), missing_en: english }));
  }
  if (call.from_home && call.place) out.push(finding(["recruiting", n, "place"], "home-with-place", { value: call.place }));
  if (call.number && peopleIn(call.number) === 0) out.push(finding(["recruiting", n, "number"], "nobody-wanted", { title: call.title }));
  return out.concat(outOfOrder(call.posted, call.until, ["recruiting", n, "until"]));
};

/** @param {Known} city @param {Calling} group @returns {Finding[]} */
export const openingFindings = (city, group) =>
  /** @type {Finding[]} */ ([]).concat(...(group.recruiting || []).map((call, n) => findingsOf(city, group, call, n)));
