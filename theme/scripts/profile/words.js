/* What stands in the form in the words of the site (generator/pages/words.py, group.py, event.py, cards.py).
 *
 * group(data, table), event(data, table)  what form-preview.js shows, every decision taken
 * text, list, record                                  data of any shape as a text, a list, an object
 *
 * `table` is described in form-preview.js. A value that is not understood is shown as it was typed.
 */
import * as D from "./days.js";

const YES = /^(?:yes|true|はい|○|〇|◯|◎|可|可能|可能です|有|有り|あり|あります|必要|要|歓迎|大歓迎|歓迎します|1|on)$/i;
const NO = /^(?:no|false|いいえ|×|✕|✖|不可|無|無し|なし|ありません|不要|0|off)$/i;
const FREE = /^(?:0円?|無料|なし|無し|不要)$/;
const YEN = /^(?:¥?([0-9][0-9,]*)円?)$/;
const COUNT = /^約?([0-9][0-9,]*)(?:人|名)?$/;
const PHONE = /^([0-9][0-9-]*[0-9])\s*(?:\(?内線\s*:?\s*([0-9]+)\)?)?(?:\s*\(([^()]*)\))?$/;
const FEE = /^(入会金|年会費|月会費|1回) (無料|[0-9,]+円)、?/;
const NOT_CALLING = /^募集していません/;
const AT_REST = /^(?:resting|ended)$/;
const LONGEST_SPOT = 16;
const NO_MEETINGS = "活動日は団体におたずねください";
const HORIZON = 366;
const SHOWN_DAYS = 8;

function text(value) {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : "";
}

function isObject(value) {
  return Boolean(value) && typeof value === "object" && !Array.isArray(value);
}

// A single entry where a list is expected counts as a list of one; empty entries count as none.
function list(value) {
  const all = Array.isArray(value) ? value : [value];
  return all.filter(each => isObject(each) ? Object.keys(each).some(name => isFilled(each[name])) : text(each));
}

function isFilled(value) {
  return Boolean(text(value)) || (value !== null && typeof value === "object" && Object.keys(value).some(name => isFilled(value[name])));
}

function record(value, shorthand) {
  const made = {};
  if (isObject(value)) return value;
  if (shorthand && text(value)) made[shorthand] = text(value);
  return made;
}

function own(object, name) {
  return isObject(object) && Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}

/* Words of terms, choices and places. */

// Entries as [id, label, aliases, all that is known], whichever way the table has them.
function entries(terms) {
  if (Array.isArray(terms)) return terms.map(each => [each[0], each[1], each[3] || [], { autonym: each[4] }]);
  return Object.keys(terms || {}).map(id => {
    const each = terms[id];
    if (Array.isArray(each)) return [id, text(each[0]), [], { address: each[1], map: each[2] }];
    return isObject(each) ? [id, text(each.label || each.name), each.aliases || [], each] : [id, text(each), [], {}];
  });
}

function entry(terms, value) {
  const all = entries(terms);
  return all.find(each => each[0] === value)
    || all.find(each => each[1] === value || each[2].indexOf(value) >= 0);
}

function terms(table, vocabulary) {
  return record(own(table.vocabularies, vocabulary)).terms;
}

function label(table, vocabulary, value) {
  const found = entry(terms(table, vocabulary), text(value));
  return found ? found[1] : text(value);
}

function labels(table, vocabulary, values) {
  return list(values).map(each => label(table, vocabulary, each)).filter(Boolean);
}

function choices(table, kind, field) {
  const fields = record(record(own(table.types, kind)).fields);
  const named = record(table.choices);
  return record(own(fields, field)).choices || own(named, kind + "." + field) || own(named, field);
}

// The id and label of a choice; twice what was typed if it is none.
function choice(table, kind, field, value) {
  const found = entry(choices(table, kind, field), text(value));
  return found ? [found[0], found[1]] : [text(value), text(value)];
}

function place(table, value) {
  const found = text(value) && entry(table.places, text(value));
  return found ? { text: found[1], url: "places/" + found[0] + "/", known: found[3] } : { text: text(value), url: "", known: {} };
}

/* Numbers, money, telephones. */

function flag(value) {
  const word = D.narrow(text(value));
  return YES.test(word) ? true : NO.test(word) ? false : null;
}

function number(value, pattern, kind) {
  const match = pattern.exec(D.narrow(text(value)).replace(/\s/g, "")) || pattern.exec(D.read(kind, text(value)) || "");
  return match ? +match[1].replace(/,/g, "") : null;
}

function people(value) {
  const count = number(value, COUNT, "count");
  return count === null ? text(value) : count + "人";
}

function yen(value, free) {
  const plain = D.narrow(text(value));
  const amount = FREE.test(plain) || FREE.test(D.read("yen", text(value)) || "") ? 0 : number(value, YEN, "yen");
  if (amount === null) return text(value);
  return amount === 0 ? free : String(amount).replace(/\B(?=(?:\d{3})+$)/g, ",") + "円";
}

// The number and, apart from it, its extension and whose it is.
function phone(value) {
  const match = PHONE.exec(D.narrow(text(value))) || PHONE.exec(D.narrow(D.read("phone", text(value)) || ""));
  return match ? [match[1], joined([match[2] ? "内線" + match[2] : "", match[3] || ""], "　")] : [text(value), ""];
}

function fax(value) {
  const read = phone(value);
  return read[1] ? read[0] + "（" + read[1] + "）" : read[0];
}

function joined(parts, sign) {
  return parts.filter(Boolean).join(sign);
}

function dayWords(value, today) {
  const day = D.day(text(value));
  return day ? D.words(day, today) : text(value);
}

function isOver(value, today) {
  const day = D.day(text(value));
  return Boolean(day) && day < today;
}

function todayOf(table) {
  if (D.day(text(table.today))) return D.day(text(table.today));
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

/* A group. */

function group(given, table) {
  const data = record(given);
  const status = choice(table, "Group", "status", data.status);
  const wanted = AT_REST.test(status[0]) ? [] : recruiting(data, table);
  const main = entry(terms(table, "fields"), text(list(data.fields)[0]));
  const handover = record(data.succession, "status");
  const stage = choice(table, "Handover", "status", handover.status);
  return {
    name: text(data.name),
    kana: text(data.kana),
    nameEn: text(data.name_en),
    also: list(data.aliases).map(text).filter(Boolean),
    kind: label(table, "kinds", data.kind),
    fields: labels(table, "fields", data.fields),
    icon: main ? text(main[3].icon) || main[0] : "",
    tint: main ? entries(terms(table, "fields")).map(each => each[0]).indexOf(main[0]) : 0,
    summary: text(data.summary),
    status: status[0],
    quiet: status[0] === "active" ? "" : status[1],
    meetings: meetingViews(data, table),
    facts: groupFacts(data, table),
    contact: contact(record(data.contact), table),
    recruiting: wanted,
    succession: stage[0] && (stage[0] !== "not-needed" || text(handover.note)) ? [stage[1], text(handover.note)] : null,
    description: text(data.description),
    documents: list(data.documents).map(each => text(record(each).title)).filter(Boolean),
    offers: exchanges(data.offers, table),
    seeks: exchanges(data.seeks, table),
    translations: translations(record(data.translations), table),
    criteria: list(data.criteria).map(each => choice(table, "Group", "criteria", each)[1]),
    line: line(data, table),
    calls: calls(wanted),
    badges: badges(data, wanted, table)
  };
}

function meetings(data) {
  return list(data.meetings).map(each => record(each, "when"));
}

// Each meeting with its place; the address of a place stands where the place is named first.
function meetingViews(data, table) {
  const told = [];
  return meetings(data).map(each => {
    const spot = place(table, each.place);
    const isNew = told.indexOf(spot.url) < 0;
    told.push(spot.url);
    return {
      when: D.recurrence(text(each.when)), place: spot, address: isNew ? text(spot.known.address) : "", note: text(each.note)
    };
  });
}

function groupFacts(data, table) {
  const lines = words => words.map(each => ({
    text: each
  }));
  return [
    ["地域", labels(table, "areas", data.areas).map(each => ({
      text: each,
      url: "areas/"
    }))],
    ["対象", lines([labels(table, "audiences", data.audiences).join("、")])],
    ["費用", lines(fees(data.fees))],
    ["会員", lines([members(record(data.members, "total"))])],
    ["法人番号", lines([D.narrow(text(data.corporate_number)).replace(/-/g, "")])],
    ["設立", lines([text(data.founded) && D.partial(text(data.founded))])],
    ["話せる言葉", lines([labels(table, "languages", data.languages).join("、")])],
    ["バリアフリー対応", lines([labels(table, "accessibility", data.accessibility).join("、")])]
  ];
}

function fees(value) {
  if (!isObject(value)) return feesInOneLine(text(value));
  const named = [["入会金", value.joining], ["年会費", value.yearly], ["月会費", value.monthly], ["1回", value.per_time]];
  return named.filter(each => text(each[1]))
    .map(each => each[0] + " " + yen(each[1], "なし")).concat(text(value.note) || []);
}

// 入会金 無料、年会費 1,000円（小学生は半額）, as the checks put what was written in one line.
function feesInOneLine(typed) {
  let words = D.read("Fees", typed) || "";
  const lines = [];
  let match = FEE.exec(words);
  while (match) {
    lines.push(match[1] + " " + match[2].replace("無料", "なし"));
    words = words.slice(match[0].length);
    match = FEE.exec(words);
  }
  return lines.length ? lines.concat(words.replace(/^（|）$/g, "") || []) : typed ? [typed] : [];
}

function members(given) {
  const residents = text(given.residents) && "（うち市内" + people(given.residents) + "）";
  const note = text(given.note) && "（" + text(given.note) + "）";
  return joined([people(given.total) + residents + note, text(given.ages)], "　");
}

function contact(given, table) {
  const call = phone(given.phone);
  const pages = [["問い合わせフォーム", text(given.form)], ["ホームページ", text(given.website)]];
  list(given.social).forEach(each => {
    const kind = choice(table, "Social", "kind", record(each).kind);
    pages.push([kind[0] === "other" || !kind[1] ? "ページ" : kind[1], text(record(each).url)]);
  });
  return {
    viaCenter: choice(table, "Contact", "via", given.via)[0] === "center" || text(given.via) === "センター",
    phone: call[0],
    hours: joined([call[1], text(given.phone_hours)], "　"),
    fax: fax(given.fax),
    email: text(given.email),
    links: pages.filter(each => each[1]),
    address: text(given.address)
  };
}

function recruiting(data, table) {
  const today = todayOf(table);
  return list(data.recruiting).map(record).filter(each => !isOver(each.until, today) && !NOT_CALLING.test(D.read("call", text(each.title)) || "")).map(each => ({
    role: label(table, "roles", each.role),
    successor: text(each.role) === "successor",
    title: (D.read("call", text(each.title)) || text(each.title)).replace("〇〇", label(table, "roles", each.role)),

    where: [
      ["場所", place(table, each.place).text],
      ["日時", text(each.when)]
    ].filter(row => row[1]),

    text: text(each.text),

    rows: [
      ["人数", number(each.number, COUNT, "count") === 0 ? "" : people(each.number)],
      ["年齢", text(each.ages)],
      ["対象", flag(each.beginners_ok) === false ? "経験のある方" : ""],
      ["条件", text(each.conditions)],
      ["締切", dayWords(each.until, today)]
    ].filter(row => row[1]),

    badges: flag(each.beginners_ok) ? ["初心者歓迎"] : []
  }));
}

function exchanges(given, table) {
  const today = todayOf(table);
  return list(given).map(record).filter(each => !isOver(each.until, today)).map(each => ({
    kind: label(table, "exchanges", each.kind),
    text: text(each.text),
    until: dayWords(each.until, today)
  }));
}

function translations(given, table) {
  return Object.keys(given).map(lang => {
    const each = record(given[lang]);
    return {
      lang,
      label: autonym(table, lang),
      name: text(each.name),
      summary: text(each.summary),
      description: text(each.description)
    };
  }).filter(each => each.name || each.summary || each.description);
}

// A language by its own name.
function autonym(table, lang) {
  const found = entry(terms(table, "languages"), lang);
  return found && found[3].autonym || label(table, "languages", lang);
}

// When and where, in one short line.
function line(data, table) {
  const all = meetings(data);
  if (!all.length) return NO_MEETINGS;
  const known = place(table, all[0].place);
  const spot = Array.from(known.text);
  const where = known.url || spot.length <= LONGEST_SPOT ? known.text : spot.slice(0, LONGEST_SPOT - 1).join("") + "…";
  return joined([D.short(text(all[0].when)) + (all.length > 1 ? "ほか" : ""), where], "　");
}

function calls(wanted) {
  const roles = wanted.map(each => each.role).filter((role, at, all) => role && all.indexOf(role) === at);
  return roles.slice(0, 2).map(role => role + "募集");
}

function badges(data, wanted, table) {
  const words = wanted.some(each => each.badges.length) ? ["初心者歓迎"] : [];
  const others = list(data.languages).filter(each => text(each) !== "ja").slice(0, 2);
  return words.concat(labels(table, "languages", others).map(each => each + "可"));
}

/* An event. */

function event(given, table) {
  const data = record(given);
  const today = todayOf(table);
  const dates = list(data.dates).map(each => record(each, "moment"));
  const days = daysOf(dates, today);
  const coming = days.filter(each => each.last >= today);
  const shown = coming.length ? coming : days;
  const status = choice(table, "Event", "status", data.status);
  const spot = place(table, data.place);
  const isOpen = dates.some(isUntold) || dates.some(each => lasts(each, today));
  const how = standing(data, status[0], days.length > 0 && !coming.length && !isOpen, today);
  const lines = shown.map(each => dayLine(each, today));
  const series = dates.filter(isRepeat);
  const isOver = !coming.length && !dates.some(each => lasts(each, today));
  const gone = isOver ? [] : days.filter(each => each.last < today && !each.recurring);
  return {
    title: text(data.title),
    kana: text(data.kana),
    kind: label(table, "event-kinds", data.kind),
    partOf: text(data.part_of),
    summary: text(data.summary),
    state: status[0] && status[0] !== "scheduled" ? status[1] : how.isClosed && !how.isPast ? "受付終了" : "",
    isPast: how.isPast,
    isOff: how.isOff,
    when: dayOf(shown[0], dates, today, true),
    day: dayOf(coming[0] || days[days.length - 1], dates, today, false),
    former: how.isOff && lines.length ? "もとの予定：" + lines[0] + (lines.length > 1 || dates.some(isRepeat) ? "ほか" : "") : "",
    note: shown.length === 1 && !series.length && !how.isOff ? besideDay(shown[0], today) : "",
    days: lines.slice(0, (series.length ? SHOWN_DAYS : 0) + dates.length - series.length),
    gone: gone.map(each => dayLine(each, today)).join("、"),
    repeats: series.map(each => repeatLine(each, today)),
    facts: eventFacts(data, spot, status[0] === "moved-online", table),
    booking: booking(record(data.booking), how, today),
    bookingTitle: how.isPast || how.isOff ? "問い合わせ" : "申し込み",
    contact: bookingContact(record(data.booking), how),
    description: text(data.description),
    place: (status[0] !== "moved-online" && spot.text) || (spot.text || text(data.online) ? "オンライン" : ""),
    organizers: organizers(data, table).map(each => each.text),
    fee: fee(data.fee)
  };
}

// How the event stands for those who would come.
function standing(data, status, isOver, today) {
  const closes = D.day(text(record(data.booking).closes));
  const isOff = status === "cancelled" || status === "postponed";
  const how = { isOff, isPast: isOver && status !== "postponed", isFull: status === "full", isClosed: Boolean(closes) && closes < today };
  how.isOpen = !(how.isOff || how.isPast || how.isFull || how.isClosed);
  return how;
}

// Whether the last day of an entry lies ahead, whatever days are worked out.
function lasts(each, today) {
  const end = D.day(text(each.end_date));
  return end ? end >= today : isRepeat(each);
}

function isRepeat(each) {
  return Boolean(text(each.repeat));
}

function withoutOf(given) {
  return list(given.except_dates).map(each => D.day(text(each))).filter(Boolean);
}

// A recurrence in canonical Japanese, from when to when, what is said of it, and its days off.
function repeatLine(given, today) {
  const first = D.day(text(given.start_date));
  const last = D.day(text(given.end_date));
  const said = [(first ? D.full(first) + "から" : "") + (last ? D.full(last) + "まで" : ""), endAlone(given), text(given.note)];
  return D.recurrence(text(given.repeat), timesOf(given)) +
    said.filter(Boolean).map(words => "（" + words + "）").join("") + daysOff(withoutOf(given), today);
}

// 「21:00まで」 where an entry says when it ends, but not when it begins.
function endAlone(given) {
  const end = !text(given.start_time) && text(given.end_time);
  const read = end && D.times(end);
  return end ? (read ? read.text.replace(/〜$/, "") : end) + "まで" : "";
}

// What is said of an event's only entry below its large day: its note and its days off.
function besideDay(found, today) {
  return joined([found.note, daysOff(found.without || [], today).replace(/^（|）$/g, "")], "　");
}

function daysOff(days, today) {
  return days.length ? "（休み：" + days.map(each => D.words(each, today)).join("、") + "）" : "";
}

// Whether an entry repeats in a way of which no days can be told.
function isUntold(each) {
  return Boolean(text(each.repeat)) && !D.repeated(text(each.repeat), "2026-01-01", "2026-01-01", [], "2026-01-01");
}

function timesOf(given) {
  if (!text(given.start_time)) return null;
  return D.times(text(given.start_time) + "-" + text(given.end_time))
    || { text: text(given.start_time) + "〜" + text(given.end_time), hour: null };
}

function occurrences(given, today) {
  const first = D.day(text(given.start_date));
  const last = D.day(text(given.end_date));
  const own = timesOf(given);
  const moment = text(given.moment) && D.moment(text(given.moment));
  if (moment) return [written(given, moment.first, moment.last, moment.times || own, today)];
  if (text(given.repeat)) return repeats(given, first, last, today).map(each => Object.assign(each, { recurring: true }, own && { times: own }));
  return first ? [written(given, first, last && last > first ? last : first, own, today)] : [];
}

// A day or span as it was written down; an end without a beginning is part of what is said of it.
function written(given, first, last, times, today) {
  const note = text(given.note);
  return {
    first, last, times, without: withoutOf(given), note: joined([times ? "" : endAlone(given), note], "　"),
    only: D.hooks.only && note && first < last ? D.hooks.only(note, first, last, today) : null
  };
}

function repeats(given, first, last, today) {
  const horizon = D.later(today, HORIZON);
  const end = last && last < horizon ? last : horizon;
  const begin = first || today;
  const recent = D.later(today, -62);
  const without = withoutOf(given);
  return D.repeated(text(given.repeat), end >= today && begin < recent ? recent : begin, end, without, first) || [];
}

function daysOf(dates, today) {
  const found = [];
  dates.forEach(given => {
    occurrences(given, today).forEach(each => { found.push(Object.assign({ note: "" }, each)); });
  });
  function order(each) { return each.first + (each.times && each.times.hour !== null ? String(each.times.hour).padStart(2, "0") : ""); }
  return found.sort((a, b) => order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0);
}

// The day that stands large, of a span its first or the next; as it was typed, if no day can be told.
function dayOf(found, dates, today, isFirst) {
  if (!found) {
    const typed = dates.map(each => joined([text(each.moment), text(each.start_date), text(each.repeat)], " "));
    return typed[0] ? { typed: typed[0], month: "", day: "", weekday: "", until: "", time: "" } : null;
  }
  const day = isFirst ? found.first : shownDay(found, today);
  return {
    year: D.year(day, today),
    month: String(+day.slice(5, 7)),
    day: String(+day.slice(8)),
    weekday: D.name(day),
    until: found.last > found.first ? D.words(found.last, today) + "まで" : "",
    time: found.times ? found.times.text : "",
    note: found.only ? found.note : ""
  };
}

// A span that has begun is shown on the next day on which it is on.
function shownDay(found, today) {
  if (found.last < today || found.first > today) return found.first;
  if (found.only) {
    return found.only.filter(each => each >= today && found.without.indexOf(each) < 0)[0] || found.first;
  }
  let day = today;
  while (day < found.last && (found.without || []).indexOf(day) >= 0) day = D.later(day, 1);
  return day;
}

function dayLine(found, today) {
  const end = found.first.slice(0, 4) === found.last.slice(0, 4) ? D.words(found.last) : D.full(found.last);
  const span = found.first === found.last ? D.full(found.first) : D.full(found.first) + "から" + end + "まで";
  return span + (found.times ? " " + found.times.text : "") + (found.note ? "（" + found.note + "）" : "") + daysOff(found.without || [], today);
}

function eventFacts(data, spot, isOnline, table) {
  const audience = labels(table, "audiences", data.audience).concat(text(data.audience_note));
  const capacity = joined([people(data.capacity), text(data.capacity_note)], "　");
  const lines = words => [{ text: words }];
  return [
    ["場所", where(data, spot, isOnline)],
    ["参加費", lines(fee(data.fee))],
    ["対象", lines(joined(audience, "、"))],
    ["定員", lines(capacity)],
    ["雨のとき", lines(text(data.rain))],
    ["主催", organizers(data, table)],
    ["バリアフリー対応", lines(labels(table, "accessibility", data.accessibility).join("、"))],
    ["話せる言葉", lines(labels(table, "languages", data.languages).join("、"))]
  ];
}

function where(data, spot, isOnline) {
  const lines = isOnline
    ? [spot.text && { text: "オンライン", note: "もとの会場は" + spot.text + "でした" }]
    : [{ text: spot.text || text(data.address), url: spot.url, note: spot.text && (text(data.address) || text(spot.known.address)) }];
  if (!isOnline && spot.known.map) lines.push({ text: "地図を開く", url: "map" });
  if (text(data.online)) lines.push({ text: "オンラインで参加する", url: text(data.online) });
  return lines;
}

function fee(value) {
  const given = record(value, "note");
  const amount = yen(given.amount, "無料");
  const note = text(given.note);
  return amount && note ? amount + "（" + note + "）" : amount || note;
}

function organizers(data, table) {
  return list(data.organizer).map(each => {
    const found = entry(table.groups, text(each));
    return found ? { text: found[1], url: "groups/" + found[0] + "/" } : { text: text(each) };
  });
}

function whether(given, how) {
  const needed = flag(given.required);
  if (how.isPast || how.isOff) return "";
  if (how.isFull) return "満席などのため、新しい申し込みは受け付けていません";
  if (how.isClosed) return "申し込みの受付は終わりました";
  return needed === null ? text(given.required) : needed ? "申し込みが必要です" : "申し込みは要りません";
}

function booking(given, how, today) {
  const hasEnded = how.isClosed && !how.isPast && !how.isOff;
  return [
    ["申し込み", whether(given, how)],
    ["受付開始", how.isOpen ? dayWords(given.opens, today) : ""],
    ["締切", how.isOpen ? dayWords(given.closes, today) : hasEnded ? dayWords(given.closes, today) + "まででした" : ""],
    [how.isOpen ? "方法" : "もとの案内", text(given.how)]
  ].filter(row => row[1]);
}

function bookingContact(given, how) {
  if (!["phone", "fax", "email", "url"].some(name => text(given[name]))) return null;
  return {
    viaCenter: false,
    phone: phone(given.phone)[0],
    hours: phone(given.phone)[1],
    fax: fax(given.fax),
    email: text(given.email),
    links: text(given.url) ? [[how.isOpen ? "申し込みページ" : "案内のページ", text(given.url)]] : [],
    address: ""
  };
}

export { group, event, text, list, record };
