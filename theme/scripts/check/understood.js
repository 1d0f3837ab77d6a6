/* One value as it was read, and how that is said in a few words („…と読みました“ in the form). */
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

const SHOWS = {
  "day": showDate, "deadline": showDeadline, "partial-day": showPartialDate, "repeat": showRecurrence, "moment": showMoment,
  "phone": showPhone, "clock": read => showTime(read.minutes), "yen": read => showYen(read.amount),
  "count": String, "kana": String, "url": String,
};

// The field of a path in a kind of record; of a record in one line, the field that the line gives. Null if there is none.
function fieldAt(city, kind, path) {
  const at = ownerOf(city, city.records[kind], path);
  const field = fieldOf(city, at.owner, at.name);
  return { owner: at.owner, name: at.name, field };
}

// {kind, value}: what a text means at a path of a kind of record; null if it is empty or not understood.
export function readAt(city, kind, path, text) {
  const { field } = fieldAt(city, kind, path);
  if (!field || !strip(text)) return null;
  const read = field.record ? readRecord(city, field.record, text, []) : readValue(city, text, field);
  if (read.fault || (read.faults && read.faults.length)) return null;
  return { kind: field.record || field.kind, value: read.value };
}

// The amounts that a line of text gave, each by its label.
function showAmounts(city, typeName, amounts) {
  const fields = city.types[typeName].fields;
  const parts = Object.keys(fields).filter(name => name !== "note" && amounts[name] !== undefined);
  if (!parts.length) return "";
  const said = parts.map(name => fields[name].label + " " + showYen(amounts[name].amount)).join("、");
  return said + (amounts.note ? "（" + amounts.note + "）" : "");
}

// A call for people that is only an answer, in words.
function showCall(text) {
  const said = callWords(text);
  return said === "" ? "募集していません（のせません）" : said || "";
}

// How a text at a path is read, in words; empty if that says nothing new.
export function understood(city, kind, path, text) {
  const { owner, name, field } = fieldAt(city, kind, path);
  if (!field || !strip(text)) return "";
  if (owner === "Recruiting" && name === "title") return showCall(text);
  if (field.record === "Fees" || field.record === "Fee") {
    const read = readAt(city, kind, path, text);
    return read ? showAmounts(city, field.record, read.value) : "";
  }
  const plain = field.record ? fieldOf(city, field.record, city.types[field.record].shorthand) : field;
  if (!plain || !SHOWS[plain.kind]) return "";
  const read = readValue(city, text, plain);
  const said = read.fault ? "" : SHOWS[plain.kind](read.value);
  return said === strip(text) ? "" : said;
}
