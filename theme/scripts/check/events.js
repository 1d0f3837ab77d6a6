/* What is wrong with an event: generator/check/events.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("../models/base.js").Choice} Choice
 * @typedef {import("../models/event.js").Event} Event
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Known} Known
 * @typedef {import("./finding.js").Path} Path
 */
import { applicationDays } from "../japanese/application-points.js";
import { announced, touches } from "../japanese/announced.js";
import { compared, iso } from "../japanese/calendar.js";
import { chosen } from "../models/vocabulary.js";
import { datesFindings } from "./dates.js";
import { photoFindings } from "./files.js";
import { finding } from "./finding.js";
import { outOfOrder } from "./plain.js";
import { privateFindings } from "./private.js";
import { isPast, reference } from "./references.js";
import { check_events as shared } from "../tables.js";

/** @param {Known} city @param {Event} event @returns {Finding[]} */
export function eventFindings(city, event) {
  let out = photoFindings(city, event.photos);
  event.organizer.forEach((organizer, n) => {
    out = out.concat(reference(Object.keys(city.groups), organizer, ["organizer", n], "unknown-group"));
  });
  out = out.concat(reference(city.places, event.place, ["place"], "unknown-place"));
  event.dates.forEach((when, n) => { out = out.concat(datesFindings(city, when, ["dates", n])); });
  const last = lastDay(event);
  if (event.booking) out = out.concat(privateFindings(event.booking, "booking"), bookingFindings(event.booking, last));
  if (last && isPast(city, last) && event.status && !shared.lasting.includes(event.status)) {
    const status = statusNamed(city, event.status);
    out.push(finding(["status"], "event-past", { value: iso(last), status_ja: status[1], status_en: status[2] }));
  }
  return out.concat(announcedFindings(city, event));
}

/** @param {Known} city @param {string} status */
const statusNamed = (city, status) => /** @type {Choice} */ (chosen(city.types.Event.fields.status, status));

// A status that the words of an event announce while its profile keeps silent about it.
/** @param {Known} city @param {Event} event @returns {Finding[]} */
function announcedFindings(city, event) {
  if (!shared.silent.includes(event.status || "scheduled")) return [];
  const names = /** @type {const} */ (["title", "summary", "description", "capacity_note"]);
  /** @type {[Path, string | undefined][]} */
  const texts = names.map(name => [[name], event[name]]);
  event.dates.forEach((when, n) => { texts.push([["dates", n, "note"], when.note]); });
  texts.push([["booking", "how"], event.booking && event.booking.how]);
  for (const [path, text] of texts) {
    const said = text ? announced(text, path[0] === "title" ? "" : event.title) : null;
    if (said && said.status !== (event.status || "scheduled") && touches(said, spans(event))) {
      const status = statusNamed(city, said.status);
      const facts = { value: said.words, status_ja: status[1], status_en: status[2], suggestion: "status: " + said.status };
      return [finding(path, "status-announced", facts)];
    }
  }
  return [];
}

// The days between which an event takes place; none if one of its entries has no end.
/** @param {Event} event @returns {Day[][]} */
function spans(event) {
  const all = event.dates.map(when => when.moment ? [when.moment.first, when.moment.last] : [when.start_date, lastDayOf(when)]);
  return all.every(span => span[0] && span[1]) ? /** @type {Day[][]} */ (all) : [];
}

/** @param {import("../models/event.js").When} when */
function lastDayOf(when) {
  if (when.moment) return when.moment.last;
  return when.repeat ? when.end_date : when.end_date || when.start_date;
}

/** @param {Event} event */
function lastDay(event) {
  const days = event.dates.map(lastDayOf);
  if (days.some(day => !day)) return null;
  return /** @type {Day[]} */ (days).reduce((a, b) => compared(a, b) < 0 ? b : a);
}

/** @param {import("../models/event.js").Booking} booking @param {Day | null} last */
function bookingFindings(booking, last) {
  const closes = booking.closes;
  const out = outOfOrder(booking.opens, closes, ["booking", "closes"]);
  if (closes && last && compared(closes, last) > 0) {
    out.push(finding(["booking", "closes"], "closes-after-end", { value: iso(closes), end: iso(last) }));
  }
  const said = closes && booking.how ? applicationDays(booking.how) : null;
  const told = said && !("unclear" in said) ? said.closes : null;
  if (closes && told && told.month && (told.month !== closes.month || told.day !== closes.day)) {
    const facts = { value: iso(closes), told: told.month + "月" + told.day + "日" };
    out.push(finding(["booking", "closes"], "closes-told-otherwise", facts));
  }
  return out;
}
