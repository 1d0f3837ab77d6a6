/* A group in words: its facts, whom it seeks, one line for when and where (generator/wording/groups.py). */
import { compared } from "../japanese/calendar.js";
import { showPartialDate } from "../japanese/dates.js";
import { patterns } from "../japanese/expressions.js";
import { showYen } from "../japanese/money.js";
import { showRecurrence } from "../japanese/wording.js";
import { carriesOn, dayPast } from "../models/calls.js";
import { known, said } from "../reading/typed.js";
import { wording_groups as shared } from "../tables.js";
import { dayWords, shortDays } from "./days.js";
import { easeWords } from "./openings.js";

/** @typedef {import("../directory/town.js").Spot} Spot */
/** @typedef {import("./openings.js").Call} Call */
/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("../japanese/calendar.js").Day} Day */
/**
 * @template T
 * @typedef {import("../reading/typed.js").Answer<T>} Answer
 */
/** @typedef {Answer<{amount: number}>} Yen */
/**
 * @typedef {{when?: Answer<import("../japanese/patterns.js").Recurrence>, place?: string, note?: string}} Meeting
 * @typedef {{joining?: Yen, yearly?: Yen, monthly?: Yen, per_time?: Yen, note?: string}} Fees
 * @typedef {{total?: Answer<number>, residents?: Answer<number>, note?: string, ages?: string}} Members
 * @typedef {{kind?: string, text?: string, when?: string, until?: Answer<Day>}} Exchange
 * @typedef {{name?: string, summary?: string, description?: string}} Translation
 * @typedef {{src?: string, alt?: string, caption?: string}} Photo
 * @typedef {{name?: string, kana?: string, name_en?: string, aliases?: string[], summary?: string,
 *   description?: string, kind?: string, status?: string, fields?: string[], areas?: string[], audiences?: string[],
 *   languages?: string[], accessibility?: string[], criteria?: string[], meetings?: Meeting[], fees?: Fees,
 *   members?: Members, corporate_number?: string, founded?: Answer<string>, contact?: import("./contacts.js").Contact,
 *   recruiting?: Call[], succession?: import("./succession.js").Handover, offers?: Exchange[], seeks?: Exchange[],
 *   translations?: Record<string, Translation>, photos?: Photo[], documents?: {title?: string}[]}} Group
 */
/**
 * @typedef {{when: string, place: Spot, address: string, note: string}} MeetingView
 * @typedef {{text: string, url?: string, note?: string}} Line
 * @typedef {[label: string, lines: Line[]]} Fact
 * @typedef {{kind: string, text: string, until: string}} ExchangeView
 * @typedef {{lang: string, label: string, name: string, summary: string, description: string}} TranslationView
 */

/** What stands above the page of a group that does not meet. */
export const NOTICES = /** @type {Record<string, string>} */ (shared.notices);
const NO_MEETINGS = shared.no_meetings;
const LONGEST_SPOT = shared.longest_spot;
const { WHOLE } = patterns({ whole: shared.whole });

/** @type {(parts: (string | undefined)[], sign: string) => string} */
const joined = (parts, sign) => parts.filter(Boolean).join(sign);
/** @type {(count: Answer<number> | undefined) => string} */
const people = count => said(count, read => read + "人");
/** @type {(until: Answer<Day> | undefined, today: Day) => boolean} */
const isOpen = (until, today) => {
  const last = known(until);
  return !last || compared(last, today) >= 0;
};

/**
 * Each meeting with its place; the address of a place stands where the place is named first.
 * @param {Meeting[]} meetings
 * @param {Town} directory
 * @returns {MeetingView[]}
 */
export const meetingLines = (meetings, directory) => {
  /** @type {string[]} */
  const told = [];
  return meetings.map(each => {
    const place = directory.spot(each.place);
    const address = told.indexOf(place.url) < 0 ? place.address : "";
    told.push(place.url);
    const when = said(each.when, read => showRecurrence(read) || read.text);
    return { when, place, address, note: each.note || "" };
  });
};

/**
 * Of a place that only words tell, the first sixteen letters.
 * @type {(spot: Spot) => string}
 */
const shortSpot = spot => {
  const letters = Array.from(spot.text);
  return spot.url || letters.length <= LONGEST_SPOT ? spot.text : letters.slice(0, LONGEST_SPOT - 1).join("") + "…";
};

/**
 * When and where the first of a group's meetings is, in one short line.
 * @param {Meeting[]} meetings
 * @param {Town} directory
 */
export const dayLine = (meetings, directory) => {
  if (!meetings.length) return NO_MEETINGS;
  const days = said(meetings[0].when, shortDays) + (meetings.length > 1 ? "ほか" : "");
  return joined([days, shortSpot(directory.spot(meetings[0].place))], "　");
};

/**
 * What belonging costs, a line each.
 * @param {Fees} fees
 */
export const feeLines = fees => {
  /** @type {[label: string, amount: Yen | undefined][]} */
  const named = [["入会金", fees.joining], ["年会費", fees.yearly], ["月会費", fees.monthly], ["1回", fees.per_time]];
  /** @type {(read: {amount: number}) => string} */
  const amount = read => read.amount === 0 ? "なし" : showYen(read.amount);
  const lines = named.filter(each => each[1] !== undefined).map(each => each[0] + " " + said(each[1], amount));
  return lines.concat(fees.note || []);
};

/** @type {(directory: Town) => string} what 「市内」 is in this city: 村内 where the widest area is called 村内全域 */
const inside = directory => {
  const found = WHOLE.full(directory.labels("areas", ["citywide"]).join(""));
  return found ? found.inside : "市内";
};

/** @type {(members: Members, here: string) => string} how many, of whom how many live here (市内, 村内), and their ages */
export const membersLine = (members, here) => {
  const residents = members.residents === undefined ? "" : "（うち" + here + people(members.residents) + "）";
  const note = members.note ? "（" + members.note + "）" : "";
  return joined([people(members.total) + residents + note, members.ages], "　");
};

/**
 * Where a group is at work, for whom, what it costs, who belongs to it: [label, [{text, url}, …]] each.
 * @param {Group} group
 * @param {Town} directory
 * @returns {Fact[]}
 */
export const groupFacts = (group, directory) => {
  /** @type {(words: string[]) => Line[]} */
  const lines = words => words.map(text => ({ text }));
  /** @type {(vocabulary: string, ids: string[] | undefined) => Line[]} */
  const labels = (vocabulary, ids) => lines([directory.labels(vocabulary, ids).join("、")]);
  return [
    ["地域", directory.labels("areas", group.areas).map(text => ({ text, url: "areas/" }))],
    ["対象", labels("audiences", group.audiences)],
    ["費用", lines(feeLines(group.fees || {}))],
    ["会員", lines([membersLine(group.members || {}, inside(directory))])],
    ["法人番号", lines([group.corporate_number || ""])],
    ["設立", lines([said(group.founded, showPartialDate)])],
    ["話せる言葉", labels("languages", group.languages)],
    ["バリアフリー対応", labels("accessibility", group.accessibility)]
  ];
};

/**
 * The calls of a group that are open: of one that rests, those for who carries it on (is_open in generator/models/calls.py).
 * @param {Group} group
 * @param {Town} directory
 */
export const openCalls = (group, directory) => {
  const isAtWork = !(group.status && NOTICES[group.status]);
  return (group.recruiting || []).filter(each => (isAtWork || (group.status === "resting" && carriesOn(each)))
    && isOpen(each.until, directory.today) && !dayPast(each, directory.today));
};

/** @type {(day: Answer<Day> | undefined, directory: Town) => string} */
const until = (day, directory) => said(day, read => dayWords(read, directory.today));

/**
 * Whom a group is looking for, the first two roles.
 * @param {Call[]} open
 * @param {Town} directory
 */
export const calls = (open, directory) => {
  const roles = directory.labels("roles", /** @type {string[]} */ (open.map(each => each.role).filter(Boolean)));
  return roles.filter((role, at) => roles.indexOf(role) === at).slice(0, 2).map(role => role + "募集");
};

/**
 * The other words that decide whether somebody reads on: beginners, once, with children, languages.
 * @param {Call[]} open
 * @param {string[] | undefined} languages
 * @param {Town} directory
 */
export const badges = (open, languages, directory) => {
  const others = (languages || []).filter(each => each !== "ja").slice(0, 2);
  return easeWords(open).concat(directory.labels("languages", others).map(each => each + "可"));
};

/**
 * What can be given or had now: kind, words, and when and until when.
 * @param {Exchange[] | undefined} items
 * @param {Town} directory
 * @returns {ExchangeView[]}
 */
export const exchanges = (items, directory) => (items || []).filter(each => isOpen(each.until, directory.today)).map(each => ({
  kind: each.kind ? directory.label("exchanges", each.kind) : "",
  text: each.text || "",
  until: joined([each.when, each.until === undefined ? "" : until(each.until, directory) + "まで"], "、")
}));

/**
 * The parts in other languages that say anything.
 * @param {Record<string, Translation> | undefined} given
 * @param {Town} directory
 * @returns {TranslationView[]}
 */
export const translations = (given, directory) => {
  const every = given || {};
  return Object.keys(every).map(lang => ({
    lang, label: directory.autonym(lang), name: every[lang].name || "",
    summary: every[lang].summary || "", description: every[lang].description || ""
  })).filter(each => each.name || each.summary || each.description);
};
