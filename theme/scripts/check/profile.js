/* Checking a profile in the browser by the rules and in the words of `hiroba check`.
 *
 * findingsOf(kind) → promise of what finds the mistakes between the values of a kind of record, loaded for that kind alone
 * checker(table, facts, findings) → what the page asks. `table` is assets/form/checking.json; `facts` are {today, groups,
 * places, own, lang}, today as ISO text. Each module is a port of the Python module of its name; a test runs both over one
 * corpus.
 *
 *   record(kind, data)             every problem, in the order of the fields: [{path, rule, level, message, advice, facts}]
 *   value(kind, path, text, data)  those of one value
 *   understood(kind, path, text)   how a value was read, in words; "" if that says nothing new
 *   read(kind, path, text)         {kind, value}: the value itself, or null if it is empty or not understood
 *   profile(kind, data)            the values of a whole profile that was read, by English names; null if one is refused
 *
 * Values, by the kind that `read` names: day and deadline {year, month, day}, partial-day "2004-04", clock {minutes},
 * moment {first, last, times}, repeat {patterns, monthDays, months, times, frequency, notes, …}, yen {amount}, phone
 * {number, kind, extension, note}, count a number, flag true or false, term and choice an id; a span of times is {start, end,
 * next} in minutes, end null if it is open. Of a record in one line (Fees, Fee, Members, Contact …) a record of values.
 * They are shown by showDate, showPartialDate, showDeadline, showTime, showRange, showMoment, showRecurrence, showYen and
 * showPhone of japanese/dates, deadlines, times, moments, wording, money and phones.
 */
/**
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("./finding.js").Findings} Findings
 * @typedef {import("./finding.js").Known} Known
 * @typedef {import("./finding.js").Path} Path
 * @typedef {{today: string} & Omit<import("./finding.js").Facts, "today">} Facts  as the page knows them
 */
import { fromIso } from "../japanese/calendar.js";
import { readRecord } from "../reading/read.js";
import { groupFindings } from "./groups.js";
import { problemsAt, problemsOf } from "./problems.js";
import { readAt, understood } from "./understood.js";

/** @type {Facts} */
const NO_FACTS = { today: "", groups: {}, places: [], own: "", lang: "ja" };

/** @param {string} kind @returns {Promise<Findings>} */
export async function findingsOf(kind) {
  if (kind === "event") return { Event: (await import("./events.js")).eventFindings };
  if (kind === "grant") return { Grant: (await import("./grants.js")).grantFindings };
  return { Group: groupFindings };
}

/** @param {City} table @param {Partial<Facts>} facts @param {Findings} findings */
export function checker(table, facts, findings) {
  const known = Object.assign({}, NO_FACTS, facts);
  /** @type {Known} */
  const city = Object.assign({}, table, known, { today: known.today ? fromIso(known.today) : null, findings });
  return {
    /** @param {string} kind @param {unknown} data */
    record: (kind, data) => problemsOf(city, kind, data),
    /** @param {string} kind @param {Path} path @param {string} text @param {unknown} [data] */
    value: (kind, path, text, data) => problemsAt(city, kind, path, text, data || {}),
    /** @param {string} kind @param {Path} path @param {string} text */
    understood: (kind, path, text) => understood(city, kind, path, text),
    /** @param {string} kind @param {Path} path @param {string} text */
    read: (kind, path, text) => readAt(city, kind, path, text),
    /** @param {string} kind @param {unknown} data */
    profile: (kind, data) => readRecord(city, city.records[kind], data, []).value || null,
  };
}
