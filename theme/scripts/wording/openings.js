/* An opening in words: for whom, when, where, on which conditions, until when (generator/wording/openings.py). */
import { showPeople } from "../japanese/headcounts.js";
import { said } from "../reading/typed.js";
import { wording_facets as words, wording_openings as shared } from "../tables.js";
import { dayWords } from "./days.js";

/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("../japanese/calendar.js").Day} Day */
/**
 * @template T
 * @typedef {import("../reading/typed.js").Answer<T>} Answer
 */
/**
 * @typedef {{role?: string, title?: string, place?: string, when?: string, text?: string, number?: string,
 *   ages?: string, beginners_ok?: Answer<boolean>, once?: Answer<boolean>, with_children?: Answer<boolean>,
 *   from_home?: Answer<boolean>, conditions?: string, until?: Answer<Day>, posted?: Answer<Day>}} Call
 * @typedef {[label: string, words: string]} Row
 * @typedef {{role: string, successor: boolean, title: string, where: Row[], text: string, rows: Row[], badges: string[]}} CallView
 */

/** @type {(call: Call) => string[]} what makes it easy to come */
const ease = call => {
  /** @type {[Answer<boolean> | undefined, string][]} */
  const flags = [
    [call.beginners_ok, words.beginners], [call.once, words.once], [call.with_children, words.with_children],
    [call.from_home, words.from_home]
  ];
  return flags.filter(each => each[0] === true).map(each => each[1]);
};

/**
 * One call as a card, in the order in which volunteers look: place, day, what, for whom.
 * @param {Call} call
 * @param {Town} directory
 * @returns {CallView}
 */
export const callView = (call, directory) => {
  /** @type {Row[]} */
  const rows = [
    ["人数", call.number ? showPeople(call.number) : ""],
    ["年齢", call.ages || ""],
    ["対象", call.beginners_ok === false ? "経験のある方" : ""],
    ["回数", call.once === false ? "続けて来られる方" : ""],
    ["子ども連れ", call.with_children === false ? "ご遠慮ください" : ""],
    ["条件", call.conditions || ""],
    ["締切", said(call.until, read => dayWords(read, directory.today))],
    ["掲載日", said(call.posted, read => dayWords(read, directory.today))]
  ];
  /** @type {Row[]} */
  const where = [["場所", directory.spot(call.place).text], ["日時", call.when || ""]];
  return {
    role: call.role ? directory.label("roles", call.role) : "",
    successor: call.role === "successor",
    title: call.title || "",
    where: where.filter(row => row[1]),
    text: call.text || "",
    rows: rows.filter(row => row[1]),
    badges: ease(call)
  };
};

/**
 * What makes it easy to come to one or another of some calls, the first few words.
 * @param {Call[]} open
 */
export const easeWords = open => {
  const easy = /** @type {string[]} */ ([]).concat(...open.map(ease));
  return [words.beginners, words.once, words.with_children, words.from_home]
    .filter(word => easy.indexOf(word) >= 0).slice(0, shared.ease_shown);
};
