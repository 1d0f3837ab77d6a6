/* What is wrong with a group: generator/check/groups.py. */
import { compared, iso } from "../japanese/calendar.js";
import { isLetter, key, lengthOf } from "../japanese/text.js";
import { labelOf } from "../models/base.js";
import { photoFindings } from "./files.js";
import { finding } from "./finding.js";
import { nameFindings } from "./names.js";
import { addressFindings, privateFindings } from "./private.js";
import { recurrenceFindings } from "./recurrences.js";
import { reference, until } from "./references.js";
import { models_contact as shared } from "../tables.js";

export function groupFindings(city, group) {
  let out = [];
  (group.meetings || []).forEach((meeting, n) => {
    out = out.concat(reference(city.places, meeting.place, ["meetings", n, "place"], "unknown-place"));
    out = out.concat(recurrenceFindings(meeting.when, ["meetings", n, "when"]));
  });
  (group.recruiting || []).forEach((recruiting, n) => {
    out = out.concat(reference(city.places, recruiting.place, ["recruiting", n, "place"], "unknown-place"));
    out = out.concat(until(city, recruiting.until, ["recruiting", n, "until"], "募集", "recruiting"));
  });
  ["offers", "seeks"].forEach(name => {
    (group[name] || []).forEach((exchange, n) => {
      out = out.concat(until(city, exchange.until, [name, n, "until"], labelOf(city, "Group", name), name));
    });
  });
  out = out.concat(contactFindings(group.contact, (group.status || "active") === "active"), photoFindings(city, group.photos));
  if (!hasAnOffice(city, group)) out = out.concat(addressFindings(group.contact));
  out = out.concat(criteriaFindings(city, group), nameFindings(city, group));
  if (repeats(group.summary, group.description)) out.push(finding(["description"], "summary-repeated"));
  if (group.confirmed && city.today && compared(city.today, group.confirmed) > city.stale_days) {
    out.push(finding(["confirmed"], "not-confirmed", { value: iso(group.confirmed) }));
  }
  return out;
}

function contactFindings(contact, active) {
  const reachable = shared.reachable.some(way => contact[way] && contact[way].length !== 0);
  const out = active && !reachable ? [finding(["contact"], "no-contact")] : [];
  return out.concat(privateFindings(contact, "contact"));
}

// A body whose office is registered, and so public, with its house number.
function hasAnOffice(city, group) {
  const kinds = city.vocabularies.kinds || {};
  return Boolean(group.corporate_number) || (kinds.corporate || []).includes(group.kind);
}

function criteriaFindings(city, group) {
  const declared = group.criteria || [];
  const missing = city.types.Group.fields.criteria.choices.filter(each => !declared.includes(each[0]));
  if (!missing.length || group.fields.includes("hobby")) return [];
  const labels = missing.map(each => each[1]).join("」「");
  return [finding(["criteria"], "criteria-missing", { missing: labels })];
}

function repeats(summary, description) {
  if (lengthOf(description) > lengthOf(summary) + 20) return false;
  const letters = text => Array.from(key(text)).filter(isLetter).join("");
  return letters(description) === letters(summary);
}
