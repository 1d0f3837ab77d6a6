/* One value as it was read, and how that is said in a few words („…と読みました“ in the form). */

/**
 * @typedef {import("../japanese/money.js").Yen} Yen
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("../models/base.js").Mapping} Mapping
 * @typedef {import("../models/base.js").Path} Path
 * @typedef {import("../models/event.js").Clock} Clock
 */
import { callWords } from "../japanese/answers.js";
import { showDate, showPartialDate } from "../japanese/dates.js";
import { showDeadline } from "../japanese/deadlines.js";
import { showMoment } from "../japanese/moments.js";
import { showYen } from "../japanese/money.js";
import { showPhone } from "../japanese/phones.js";
import { strip } from "../japanese/text.js";
import { showTime } from "../japanese/times.js";
import { showRecurrence } from "../japanese/wording.js";
import { fieldOf, ownerOf } from "../models/base.js";
import { readValue } from "../models/types.js";
import { readRecord } from "../reading/read.js";

// By the kind of a value, which says what shape it has.
/** @type {Record<string, (read: any) => string>} */
const SHOWS = {
  "day": showDate, "closing-day": showDate, "deadline": showDeadline, "partial-day": showPartialDate, "repeat": showRecurrence, "moment": showMoment,
  "phone": showPhone, "clock": (/** @type {Clock} */ read) => showTime(read.minutes), "yen": (/** @type {Yen} */ read) => showYen(read.amount),
  "count": String, "kana": String, "url": String,
};

// The field of a path in a kind of record; of a record in one line, the field that the line gives. Null if there is none.
/** @param {City} city @param {string} kind @param {Path} path */
function fieldAt(city, kind, path) {
  const at = ownerOf(city, city.records[kind], path);
  const field = fieldOf(city, at.owner, at.name);
  return { owner: at.owner, name: at.name, field };
}

// {kind, value}: what a text means at a path of a kind of record; null if it is empty or not understood.
/** @param {City} city @param {string} kind @param {Path} path @param {string} text @returns {{kind: string, value: unknown} | null} */
export function readAt(city, kind, path, text) {
  const { field } = fieldAt(city, kind, path);
  if (!field || !strip(text)) return null;
  if (field.record) {
    const { value } = readRecord(city, field.record, text, []);
    return value ? { kind: field.record, value } : null;
  }
  const read = readValue(city, text, field);
  return read.fault ? null : { kind: field.kind, value: read.value };
}

// The amounts that a line of text gave, each by its label.
/** @param {City} city @param {string} typeName @param {Mapping} amounts */
function showAmounts(city, typeName, amounts) {
  const fields = city.types[typeName].fields;
  const parts = Object.keys(fields).filter(name => name !== "note" && amounts[name] !== undefined);
  if (!parts.length) return "";
  const said = parts.map(name => fields[name].label + " " + showYen(/** @type {Yen} */ (amounts[name]).amount)).join("、");
  return said + (amounts.note ? "（" + String(amounts.note) + "）" : "");
}

// A call for people that is only an answer, in words.
/** @param {string} text */
function showCall(text) {
  const said = callWords(text);
  return said === "" ? "募集していません（のせません）" : said || "";
}

// How a text at a path is read, in words; empty if that says nothing new.
/** @param {City} city @param {string} kind @param {Path} path @param {string} text @returns {string} */
export function understood(city, kind, path, text) {
  const { owner, name, field } = fieldAt(city, kind, path);
  if (!field || !strip(text)) return "";
  if (owner === "Recruiting" && name === "title") return showCall(text);
  if (field.record === "Fees" || field.record === "Fee") {
    const read = readAt(city, kind, path, text);
    return read ? showAmounts(city, field.record, /** @type {Mapping} */ (read.value)) : "";
  }
  const plain = field.record ? fieldOf(city, field.record, city.types[field.record].shorthand) : field;
  if (!plain || !SHOWS[plain.kind]) return "";
  const read = readValue(city, text, plain);
  const said = read.fault ? "" : SHOWS[plain.kind](read.value);
  return said === strip(text) ? "" : said;
}
