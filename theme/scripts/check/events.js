/* What is wrong with an event: generator/check/events.py. */
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

export function eventFindings(city, event) {
  let out = photoFindings(city, event.photos);
  event.organizer.forEach((organizer, n) => {
    out = out.concat(reference(Object.keys(city.groups), organizer, ["organizer", n], "unknown-group"));
  });
  out = out.concat(reference(city.places, event.place, ["place"], "unknown-place"));
  event.dates.forEach((when, n) => { out = out.concat(datesFindings(city, when, ["dates", n])); });
  const last = lastDay(event);
  if (event.booking) out = out.concat(privateFindings(event.booking, "booking"), bookingFindings(event.booking, last));
  if (isPast(city, last) && event.status && !shared.lasting.includes(event.status)) {
    const status = chosen(city.types.Event.fields.status, event.status);
    out.push(finding(["status"], "event-past", { value: iso(last), status_ja: status[1], status_en: status[2] }));
  }
  return out.concat(announcedFindings(city, event));
}

// A status that the words of an event announce while its profile keeps silent about it.
function announcedFindings(city, event) {
  if (!shared.silent.includes(event.status || "scheduled")) return [];
  const texts = ["title", "summary", "description", "capacity_note"].map(name => [[name], event[name]]);
  event.dates.forEach((when, n) => { texts.push([["dates", n, "note"], when.note]); });
  texts.push([["booking", "how"], (event.booking || {}).how]);
  for (const [path, text] of texts) {
    const said = text ? announced(text, path[0] === "title" ? "" : event.title) : null;
    if (said && said.status !== (event.status || "scheduled") && touches(said, spans(event))) {
      const status = chosen(city.types.Event.fields.status, said.status);
      const facts = { value: said.words, status_ja: status[1], status_en: status[2], suggestion: "status: " + said.status };
      return [finding(path, "status-announced", facts)];
    }
  }
  return [];
}

// The days between which an event takes place; none if one of its entries has no end.
function spans(event) {
  const all = event.dates.map(when => when.moment ? [when.moment.first, when.moment.last] : [when.start_date, lastDayOf(when)]);
  return all.every(span => span[0] && span[1]) ? all : [];
}

function lastDayOf(when) {
  if (when.moment) return when.moment.last;
  return when.repeat ? when.end_date : when.end_date || when.start_date;
}

function lastDay(event) {
  const days = event.dates.map(lastDayOf);
  if (days.some(day => !day)) return null;
  return days.reduce((a, b) => compared(a, b) < 0 ? b : a);
}

function bookingFindings(booking, last) {
  const closes = booking.closes;
  const out = outOfOrder(booking.opens, closes, ["booking", "closes"]);
  if (closes && last && compared(closes, last) > 0) {
    out.push(finding(["booking", "closes"], "closes-after-end", { value: iso(closes), end: iso(last) }));
  }
  return out;
}
