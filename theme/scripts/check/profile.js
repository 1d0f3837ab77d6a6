/* What is wrong between the values of a profile, and the check as a whole: generator/check/ in the browser.
 *
 * check.record(kind, data) gives every problem, in the order of the fields; check.value(kind, path, text, data) those of
 * one value; check.understood(kind, path, text) how a value was read, in words.
 */
import { HirobaCheck } from "./text.js";
import "./words.js";
import "./days.js";
import "./dates.js";
import "./times.js";
import "./remarks.js";
import "./repeats.js";
import "./nearest.js";
import "./series.js";
import "./money.js";
import "./announced.js";
import "./values.js";
import "./record.js";

const closest = HirobaCheck.closest;

HirobaCheck.parts.push(kit => {
  const today = kit.facts.today ? kit.fromIso(kit.facts.today) : null;
  const groups = kit.facts.groups || {};
  const places = kit.facts.places || [];

  function finding(path, rule, facts) { return { path, rule, facts: facts || {} }; }
  function isPast(day) { return Boolean(day && today && kit.compared(day, today) < 0); }

  /* ---- groups and events ----------------------------------------------------------------------------------- */

  function groupFindings(group) {
    let out = [];
    (group.meetings || []).forEach((meeting, n) => {
      out = out.concat(reference(places, meeting.place, ["meetings", n, "place"], "unknown-place"));
      out = out.concat(kit.recurrenceFindings(meeting.when, ["meetings", n, "when"]));
    });
    (group.recruiting || []).forEach((recruiting, n) => {
      out = out.concat(reference(places, recruiting.place, ["recruiting", n, "place"], "unknown-place"));
      out = out.concat(until(recruiting.until, ["recruiting", n, "until"], "募集", "recruiting"));
    });
    ["offers", "seeks"].forEach(name => {
      (group[name] || []).forEach((exchange, n) => {
        out = out.concat(until(exchange.until, [name, n, "until"], kit.labelOf("Group", name), name));
      });
    });
    out = out.concat(contactFindings(group.contact, (group.status || "active") === "active"), photoFindings(group.photos));
    if (!hasAnOffice(group)) out = out.concat(addressFindings(group.contact));
    out = out.concat(criteriaFindings(group), nameFindings(group));
    if (repeats(group.summary, group.description)) out.push(finding(["description"], "summary-repeated"));
    if (group.confirmed && today && kit.compared(today, group.confirmed) > kit.all.stale_days) {
      out.push(finding(["confirmed"], "not-confirmed", { value: kit.iso(group.confirmed) }));
    }
    return out;
  }

  function eventFindings(event) {
    let out = photoFindings(event.photos);
    event.organizer.forEach((organizer, n) => {
      out = out.concat(reference(Object.keys(groups), organizer, ["organizer", n], "unknown-group"));
    });
    out = out.concat(reference(places, event.place, ["place"], "unknown-place"));
    event.dates.forEach((when, n) => { out = out.concat(kit.datesFindings(when, ["dates", n])); });
    const last = lastDay(event);
    if (event.booking) out = out.concat(privateFindings(event.booking, "booking"), bookingFindings(event.booking, last));
    if (isPast(last) && event.status && event.status !== "cancelled" && event.status !== "moved-online") {
      const status = kit.chosen(kit.all.types.Event.fields.status, event.status);
      out.push(finding(["status"], "event-past", { value: kit.iso(last), status_ja: status[1], status_en: status[2] }));
    }
    return out.concat(announcedFindings(event));
  }

  // A status that the words of an event announce while its profile keeps silent about it.
  function announcedFindings(event) {
    if (["scheduled", "full"].indexOf(event.status || "scheduled") < 0) return [];
    const texts = ["title", "summary", "description", "capacity_note"].map(name => [[name], event[name]]);
    event.dates.forEach((when, n) => { texts.push([["dates", n, "note"], when.note]); });
    texts.push([["booking", "how"], (event.booking || {}).how]);
    for (let n = 0; n < texts.length; n += 1) {
      const path = texts[n][0], text = texts[n][1];
      const said = text ? kit.announced(text, path[0] === "title" ? "" : event.title) : null;
      if (said && said.status !== (event.status || "scheduled") && kit.announcedFor(said, spans(event))) {
        const status = kit.chosen(kit.all.types.Event.fields.status, said.status);
        const facts = { value: said.words, status_ja: status[1], status_en: status[2], suggestion: "status: " + said.status };
        return [finding(path, "status-announced", facts)];
      }
    }
    return [];
  }

  // The days between which an event takes place; none if one of its entries has no end.
  function spans(event) {
    const all = event.dates.map(when => when.moment ? [when.moment.first, when.moment.last] : [when.start_date, lastOf(when)]);
    return all.every(span => span[0] && span[1]) ? all : [];
  }

  function lastOf(when) {
    if (when.moment) return when.moment.last;
    return when.repeat ? when.end_date : when.end_date || when.start_date;
  }

  function lastDay(event) {
    const days = event.dates.map(lastOf);
    if (days.some(day => !day)) return null;
    return days.reduce((a, b) => kit.compared(a, b) < 0 ? b : a);
  }

  function bookingFindings(booking, last) {
    const closes = booking.closes;
    const out = outOfOrder(booking.opens, closes, ["booking", "closes"]);
    if (closes && last && kit.compared(closes, last) > 0) {
      out.push(finding(["booking", "closes"], "closes-after-end", { value: kit.iso(closes), end: kit.iso(last) }));
    }
    return out;
  }

  // What the model of a record of any other kind tells (generator/check/plain.py).
  function plainFindings(value, typeName) {
    const fields = kit.all.types[typeName].fields;
    const contacts = Object.keys(fields).filter(name => fields[name].record === "Contact" && value[name]);
    const out = contacts.reduce((all, name) => all.concat(privateFindings(value[name], name)), []);
    return out.concat(
      outOfOrder(value.opens, value.closes, ["closes"]), until(value.closes, ["closes"], kit.all.labels[typeName], "closes")
    );
  }

  function outOfOrder(opens, closes, path) {
    if (!opens || !closes || kit.compared(closes, opens) >= 0) return [];
    return [finding(path, "end-before-start", { value: kit.iso(opens) + "〜" + kit.iso(closes) })];
  }

  function reference(known, text, path, rule) {
    if (!text || known.indexOf(text) >= 0 || kit.length(text) > kit.table.reading_slugs.longest) return [];
    if (!kit.pattern("reading_slugs.shape").match(text)) return [];
    const close = closest(text, known, 0.6);
    return close || text.indexOf("-") >= 0 ? [finding(path, rule, { value: text, suggestion: close })] : [];
  }

  function until(day, path, label, name) {
    return isPast(day) ? [finding(path, "until-past", { label, name, value: kit.iso(day) })] : [];
  }

  function contactFindings(contact, active) {
    const ways = ["via", "phone", "fax", "email", "form", "website"];
    const reachable = ways.some(way => contact[way]) || (contact.social || []).length;
    const out = active && !reachable ? [finding(["contact"], "no-contact")] : [];
    return out.concat(privateFindings(contact, "contact"));
  }

  function isOpen(contact, item) { return (contact.public || []).indexOf(item) >= 0; }

  function privateFindings(contact, inside) {
    const out = [];
    ["phone", "fax"].forEach(item => {
      const phone = contact[item];
      if (!phone) return;
      if (phone.kind === "mobile" && !isOpen(contact, item)) {
        out.push(finding([inside, item], "private-phone", { value: phone.number, item }));
      }
      if (kit.isPersonalName(phone.note)) out.push(finding([inside, item], "private-name", { value: phone.note }));
    });
    if (contact.email && !isOpen(contact, "email") && kit.isPersonalEmail(contact.email)) {
      out.push(finding([inside, "email"], "private-email", { value: contact.email }));
    }
    return out;
  }

  // A body whose office is registered, and so public, with its house number.
  function hasAnOffice(group) {
    const kinds = kit.all.vocabularies.kinds || {};
    return Boolean(group.corporate_number) || (kinds.corporate || []).indexOf(group.kind) >= 0;
  }

  function addressFindings(contact) {
    if (!contact.address || isOpen(contact, "address")) return [];
    const bare = kit.pattern("check_private.postal_code").replace(kit.narrow(contact.address), "");
    if (!kit.pattern("check_private.house").test(bare)) return [];
    return [finding(["contact", "address"], "private-address", { value: contact.address })];
  }

  function criteriaFindings(group) {
    const declared = group.criteria || [];
    const missing = kit.all.types.Group.fields.criteria.choices.filter(each => declared.indexOf(each[0]) < 0);
    if (!missing.length || group.fields.indexOf("hobby") >= 0) return [];
    const labels = missing.map(each => each[1]).join("」「");
    return [finding(["criteria"], "criteria-missing", { missing: labels })];
  }

  function repeats(summary, description) {
    if (kit.length(description) > kit.length(summary) + 20) return false;
    function letters(text) { return Array.from(kit.key(text)).filter(kit.isLetter).join(""); }
    return letters(description) === letters(summary);
  }

  function photoFindings(photos) {
    const out = [];
    (photos || []).forEach((photo, n) => {
      const alt = kit.key(photo.alt);
      const file = photo.file.split("/").filter(Boolean).pop() || "";
      const stem = /^(.+)\.[^.]+$/.exec(file);
      if ([kit.key(photo.file), kit.key(stem ? stem[1] : file)].concat(kit.table.check_files.vague).indexOf(alt) < 0) return;
      out.push(finding(["photos", n, "alt"], "alt-vague", { value: photo.alt, suggestion: kit.exampleOf("Photo", "alt") }));
    });
    return out;
  }

  /* ---- names that two groups share -------------------------------------------------------------------------- */

  function spoken(name) { return kit.pattern("check_names.marks").replace(kit.hiragana(kit.key(name)), ""); }

  // Who bears a name, and a reading: without the legal form, which each hand writes in another way.
  function body(name) {
    const said = spoken(name), front = kit.pattern("legal_forms.name_at_start").match(said);
    const rest = front ? said.slice(front[0].length) : said;
    const behind = kit.pattern("legal_forms.name_at_end").search(rest);
    return (behind ? rest.slice(0, behind.index) : rest) || said;
  }

  function bodyRead(kana) {
    const plain = kit.hiragana(kit.narrow(kana)), front = kit.pattern("legal_forms.kana").match(plain);
    return spoken((front ? plain.slice(front[0].length) : "") || plain);
  }

  const ALIKE = [
    ["name", 0, "duplicate-name", spoken], ["name", 0, "same-body", body],
    ["kana", 1, "same-reading", spoken], ["kana", 1, "same-body", bodyRead]
  ];

  function nameFindings(group) {
    const others = Object.keys(groups).sort().filter(slug => slug !== kit.facts.own);
    for (let n = 0; n < ALIKE.length; n += 1) {
      const name = ALIKE[n][0], twin = twinOf(others, ALIKE[n], group[name]);
      const other = kit.all.shown + "/groups/" + twin + ".yaml";
      if (twin) return [finding([name], ALIKE[n][2], { value: group[name], other })];
    }
    return [];
  }

  function twinOf(others, alike, text) {
    const said = alike[3](text);
    return others.filter(slug => alike[3](groups[slug][alike[1]]) === said)[0];
  }

  /* ---- the whole ------------------------------------------------------------------------------------------------ */

  const findings = { Group: groupFindings, Event: eventFindings };

  function isSure(replaced, path) {
    function begins(long, short) { return short.every((step, n) => long[n] === step); }
    return !replaced.some(each => {
      const above = each.slice(0, -1);
      return begins(path, each) || (above.length === path.length && begins(path, above));
    });
  }

  // Values that are still the examples with which a starter file begins, also in the records inside this one.
  function starterFindings(typeName, value, path) {
    const fields = kit.all.types[typeName].fields;
    let out = [];
    Object.keys(fields).forEach(name => {
      const field = fields[name], written = value[name], here = path.concat(name);
      if (!written) return;
      if (field.record && !field.many && !field.keyed) out = out.concat(starterFindings(field.record, written, here));
      const text = field.kind === "phone" ? written.number : written;
      if (field.own && kit.key(text) === kit.key(field.example)) out.push(finding(here, "starter-value", { value: text }));
    });
    return out;
  }

  function found(typeName, value, replaced) {
    return (findings[typeName] || plainFindings)(value, typeName).concat(starterFindings(typeName, value, [])).map(each => {
      const at = kit.ownerOf(typeName, each.path);
      return kit.problem(each.path, each.rule, Object.assign({ label: kit.labelOf(at.owner, at.name), name: at.name }, each.facts));
    }).filter(each => {
      // Both name and reading must be the profile's own before they are compared with others'.
      const twin = ALIKE.some(alike => alike[2] === each.rule);
      const about = twin ? [["name"], ["kana"]] : [each.path];
      return about.every(path => isSure(replaced, path));
    });
  }

  // A path as numbers, so that problems stand in the order of the fields.
  function place(typeName, path) {
    return path.map((step, n) => {
      if (typeof step === "number") return step;
      const at = kit.ownerOf(typeName, path.slice(0, n + 1));
      return Object.keys(kit.all.types[at.owner].fields).indexOf(step);
    });
  }

  function inOrder(typeName, problems) {
    const seen = new Set();
    const placed = problems.map((each, n) => ({
      told: kit.told(each),
      at: place(typeName, each.path),
      n
    }));
    placed.sort((a, b) => {
      for (let n = 0; n < Math.min(a.at.length, b.at.length); n += 1) if (a.at[n] !== b.at[n]) return a.at[n] - b.at[n];
      return a.at.length - b.at.length || a.n - b.n;
    });
    return placed.map(each => each.told).filter(each => {
      const sign = JSON.stringify(each);
      return seen.has(sign) ? false : Boolean(seen.add(sign));
    });
  }

  function record(kind, data) {
    const typeName = kit.all.records[kind];
    const read = kit.readRecord(typeName, data, []);
    const problems = kit.explain(typeName, read.faults).concat(kit.doubts(typeName, data));
    const whole = read.faults.length ? kit.mend(typeName, data, read.faults) : { value: read.value, replaced: [] };
    return inOrder(typeName, whole ? problems.concat(found(typeName, whole.value, whole.replaced)) : problems);
  }

  // The data with a text put in at a path; what is on the way there is made.
  function withText(data, path, text) {
    if (!path.length) return text;
    const list = typeof path[0] === "number";
    const out = list ? (Array.isArray(data) ? data.slice() : []) : Object.assign({}, kit.isMapping(data) ? data : {});
    while (list && out.length <= path[0]) out.push({});
    out[path[0]] = withText(out[path[0]], path.slice(1), text);
    return out;
  }

  function value(kind, path, text, data) {
    return record(kind, withText(data || {}, path, text)).filter(each => path.every((step, n) => each.path[n] === step));
  }

  /* ---- how a value was read ---------------------------------------------------------------------------------- */

  function phone(read) {
    return read.number + (read.extension ? " 内線" + read.extension : "") + (read.note ? "（" + read.note + "）" : "");
  }

  const shows = {
    "day": kit.showDate, "deadline": function (read) { return read.year < 9999 ? kit.showDate(read) : ""; }, "partial-day": kit.showPartialDate, "repeat": kit.showRecurrence, "moment": kit.showMoment,
    "phone": phone,
    "clock": function (read) { return kit.showTime(read.minutes); },
    "yen": function (read) { return kit.showYen(read.amount); },
    "count": String,
    "kana": String,
    "url": String,
  };

  // The amounts that a line of text gave, each by its label.
  function amounts(typeName, text) {
    const read = kit.readRecord(typeName, text, []);
    if (read.faults.length) return "";
    const fields = kit.all.types[typeName].fields;
    const parts = Object.keys(fields).filter(name => name !== "note" && read.value[name] !== undefined);
    if (!parts.length) return "";
    const said = parts.map(name => fields[name].label + " " + kit.showYen(read.value[name].amount)).join("、");
    return said + (read.value.note ? "（" + read.value.note + "）" : "");
  }

  function call(text) {
    const said = kit.callWords(text);
    return said === "" ? "募集していません（のせません）" : said || "";
  }

  function understood(kind, path, text) {
    const at = kit.ownerOf(kit.all.records[kind], path);
    let field = kit.fieldOf(at.owner, at.name);
    if (!field || !kit.strip(text)) return "";
    if (field.record && (field.record === "Fees" || field.record === "Fee")) return amounts(field.record, text);
    if (at.owner === "Recruiting" && at.name === "title") return call(text);
    if (field.record) field = kit.fieldOf(field.record, kit.all.types[field.record].shorthand);
    if (!field || !shows[field.kind]) return "";
    const read = kit.readValue(text, field);
    const said = read.fault ? "" : shows[field.kind](read.value);
    return said === kit.strip(text) ? "" : said;
  }

  kit.check = { record, value, understood, verbs: kit };
});

export { HirobaCheck };
