/* The public page of a group or an event as it will look, made from what stands in the form at this moment.
 *
 * show(element, kind, data, table)
 *   element  what the preview is put into; what stood there before is taken out
 *   kind     "group" or "event"
 *   data     texts, lists and objects under the names of the models, as half-filled and as wrong as they may be;
 *            what is not for publication must not be in it. A photo may have `src`, a data: or blob: address, or one
 *            below `table.root`
 *   table    what the words come from; each part may be missing, then what was typed is shown:
 *     vocabularies  {fields: {terms: {environment: {label, icon, aliases}, …}}} or {terms: [[id, label, kana, aliases], …]}
 *     types         {Group: {fields: {criteria: {choices: [[id, label], …]}}}}, or
 *     choices       {criteria: {voluntary: {label}, …}, …}, under the name of the field or as "Group.status"
 *     places        {slug: {name, address, map}}, {slug: [name, address, map]} or {slug: name}; `map`: whether it has a map
 *     groups        likewise {slug: {name}}, {slug: [name]} or {slug: name}, for an event's organizers
 *     center        {name, phone, fax}
 *     icons         {leaf: "M…"}: paths in a square of 24, by the icon of a field or by its id
 *     root          the way to the root of the site
 *     today         "2026-11-23"; the day of this device if it is missing
 *     only          (note, first, last, today) → the days of a span that a note leaves, null if all (`only` of HirobaCheck)
 *     repeated      (text, first, last, anchor, without) → the days of a recurrence (`repeated` of HirobaCheck)
 *     understood    (kind, path, text) → how the checks read a value, in words (`understood` of HirobaCheck)
 *
 * It has the elements and classes of theme/pages/group.html and event.html, and their words, those of
 * generator/pages/. Left out is what the form does not know or what does nothing here: other events and groups, buttons,
 * the foot of the page, sizes of documents. form-words.js understands the values; nothing of `data` becomes HTML.
 */
import * as D from "./days.js";
import * as W from "./words.js";
import * as markdown from "./markdown.js";

const SVG = "http://www.w3.org/2000/svg";
const TINTS = 5;
// A card may stand right below the name, and after a section: both must be one level down at most.
const LEVELS = { h1: "3", h2: "4", h3: "4", h4: "5" };
// BCP 47 tags for translated parts.
const TAGS = { easy: "ja", sign: "ja", tl: "fil" };
const NOTICES = { resting: "この団体は、いまお休みしています。", ended: "この団体は、活動を終えました。" };
const PICTURE = /^(?:data:image\/(?:jpeg|png|webp|gif);base64,|blob:)/;
const text = W.text;
const list = W.list;
const record = W.record;

/* Elements. Children are texts, elements, lists of both, or nothing. */

function el(name, kind, children) {
  const parts = name.split(".");
  const made = document.createElement(parts[0]);
  if (kind) made.className = kind;
  // Headings look as on the page; for those who hear them they stand below those of the form.
  if (/^h[1-4]$/.test(name)) made.setAttribute("aria-level", LEVELS[name]);
  append(made, children);
  return made;
}

function append(made, children) {
  if (Array.isArray(children)) children.forEach(each => { append(made, each); });
  else if (children && typeof children === "object") made.appendChild(children);
  else if (children) made.appendChild(document.createTextNode(children));
}

// A link that looks as on the page. Inside the site it leads nowhere, lest what was filled in be left behind.
function link(words, address, kind) {
  const made = el("a", kind || "", words);
  if (/^https?:\/\/[^\s]+$/i.test(address || "")) {
    made.href = address;
    made.target = "_blank";
    made.rel = "noopener noreferrer nofollow";
  }
  return made;
}

// What is still to be filled in, so that the page has its shape from the beginning.
function orGap(words, label) {
  return words || el("span", "form-preview__gap", "（" + label + "）");
}

function icon(name, table) {
  const path = name && table.icons && table.icons[name];
  if (!path || typeof path !== "string") return null;
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", "icon");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  made.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", path);
  return made;
}

function block(title, children) {
  return el("section", "block", [el("h2", "", title), children]);
}

function badges(words, quiet, calls) {
  if (!words.length && !quiet && !(calls || []).length) return null;
  return el("ul", "badges", [
    (calls || []).map(each => el("li", "badge badge--wanted", each)),
    words.map(each => el("li", "badge", each)), quiet && el("li", "badge badge--quiet", quiet)
  ]);
}

// Rows of a label and its lines, each {text, url, note}; a row without lines is left out.
function facts(rows, meetings) {
  const shown = rows.map(row => [row[0], row[1].filter(line => line && line.text)]).filter(row => row[1].length);
  const rest = shown.map(row => factRow(row[0], row[1].map(factLine)));
  if (!rest.length && !meetings.length) return null;
  return el("table", "facts", el("tbody", "", [meetings.length > 0 && meetingRow(meetings), rest]));
}

function factRow(label, lines) {
  const heading = el("th", "", label);
  heading.setAttribute("scope", "row");
  return el("tr", "", [heading, el("td", "", lines)]);
}

function meetingRow(meetings) {
  const placed = meetings.some(each => each.place.text);
  return factRow(placed ? "いつ・どこで" : "いつ", meetings.map(each => el("div", "fact-line meeting", [
    el("span", "meeting__when", each.when),
    each.place.text && el("span", "meeting__where", each.place.url ? link(each.place.text, each.place.url) : each.place.text),
    each.address && el("span", "note meeting__address", each.address),
    each.note && el("span", "note meeting__note", each.note)
  ])));
}

function factLine(line) {
  return el("div", "fact-line", [
    line.url ? link(line.text, line.url) : line.text, line.note && el("span", "note", line.note)
  ]);
}

function plain(words) {
  return [{ text: words }];
}

function pairs(rows) {
  return rows.filter(row => row[1]).map(row => [el("dt", row[0] === "締切" ? "deadline" : "", row[0]), el("dd", row[2] || "", row[1])]);
}

/* Parts that groups and events share. */

function contact(view, center) {
  const bare = address => address.split("//").pop().replace(/\/+$/, "");
  const number = view.phone && [link(view.phone, "", "phone big-phone"), view.hours && el("span", "note", view.hours)];
  const rows = pairs([
    ["電話", number],
    ["ファクス", view.fax && el("span", "phone", view.fax)],
    ["メール", view.email && link(view.email, "")]
  ].concat(view.links.map(each => [each[0], each[1] && link(bare(each[1]), each[1])]),
    [["住所", view.address]]));
  return [el("dl", "", rows), view.viaCenter && center ? byCenter(center) : null];
}

function byCenter(center) {
  return [
    el("p", "", "この団体への連絡は、" + text(center.name) + "がお取り次ぎします。団体の名前をお伝えください。"),
    el("dl", "", pairs([
      ["電話", center.phone && link(text(center.phone), "", "phone"), "big-phone"],
      ["ファクス", center.fax && el("span", "phone", text(center.fax))]
    ]))
  ];
}

function photos(data, table) {
  return list(data.photos).map(each => {
    const photo = record(each, "file");
    const source = address(photo, table);
    const picture = source ? el("img", "") : el("div", "form-preview__photo");
    if (source) {
      picture.src = source;
      picture.alt = text(photo.alt);
    } else if (text(photo.alt)) {
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", text(photo.alt));
    }
    return el("figure", "photo", [picture, text(photo.caption) && el("figcaption", "", text(photo.caption))]);
  });
}

// Pictures come from the form or from this site, and from nowhere else.
function address(photo, table) {
  const source = text(photo.src);
  if (PICTURE.test(source)) return source;
  return source && !/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(source) ? text(table.root) + source : "";
}

function prose(words) {
  return el("div", "prose", markdown.blocks(words));
}

function page(parts) {
  return el("div", "form-preview__page", parts);
}

function inLists(card) {
  return el("div", "form-preview__list", [el("p", "form-preview__label", "一覧ではこう見えます"), el("ul", "cards", card)]);
}

/* A group. */

function group(data, table) {
  const words = W.group(data, table);
  return [
    page([
      NOTICES[words.status] && el("p", "notice", NOTICES[words.status]),
      el("article", "record", [
        groupHead(words, table),
        el("div", "record__top", [
          el("div", "record__main", facts(words.facts, words.meetings)), el("div", "record__side", join(words, table))
        ]),
        el("div", "record__main", groupMain(words, data, table))
      ])
    ]),
    inLists(groupCard(words))
  ];
}

function groupHead(words, table) {
  const fields = words.fields.map((field, at) => el("li", "", link([at === 0 && icon(words.icon, table), field], "", "kicker")));
  return el("header", "record__head", [
    el("ul", "record__fields", [fields, words.kind && el("li", "kicker soft", words.kind)]),
    el("p", "kana", orGap(words.kana, "ふりがな")),
    el("h1", "phrased", orGap(words.name, "団体名")),
    (words.nameEn || words.also.length > 0) && el("p", "record__also", [
      words.nameEn && tongue("en", el("span", "", words.nameEn)), words.nameEn && words.also.length > 0 && "／", words.also.join("／")
    ]),
    el("p", "record__summary", orGap(words.summary, "ひとこと紹介")),
    words.translations.length > 0 && el("nav", "tongues", el("ul", "", words.translations.map(each => el("li", "", tongue(TAGS[each.lang] || each.lang, link(each.label, ""))))))
  ]);
}

// Something in another language than the page's.
function tongue(lang, made) {
  made.lang = lang;
  return made;
}

function join(words, table) {
  const view = words.contact;
  const center = table.center;
  const unreachable = !view.viaCenter && !view.phone && !view.fax && !view.email && center;
  return el("section", "join", [
    el("h2", "", "参加するには"),
    contact(view, center),
    unreachable && el("p", "", "連絡がつかないときは、" + text(center.name) + "へお尋ねください。")
  ]);
}

function groupMain(words, data, table) {
  const pictures = photos(data, table);
  return [
    words.recruiting.length > 0 && block("募集しています", el("ul", "cards cards--two", words.recruiting.map(wanted))),
    words.succession && block("活動の引き継ぎ", [
      el("p", "", el("strong", "", words.succession[0])), words.succession[1] && el("p", "", words.succession[1])
    ]),
    block("活動の紹介", [
      pictures.length ? pictures : standin(words, table),
      words.description ? prose(words.description) : el("div", "prose", el("p", "", orGap("", "活動紹介"))),
      words.documents.length > 0 && el("ul", "block", words.documents.map(each => el("li", "", link(each, ""))))
    ]),
    swap(words),
    words.translations.length > 0 && translations(words.translations),
    words.criteria.length > 0 && declared(words.criteria)
  ];
}

function standin(words, table) {
  const drawn = icon(words.icon, table);
  return drawn && el("div", "standin standin--" + words.tint % TINTS, drawn);
}

function wanted(each) {
  return el("li", "wanted" + (each.successor ? " wanted--successor" : ""), [
    el("p", "wanted__role", orGap(each.role && each.role + "をさがしています", "役割")),
    el("h3", "wanted__title", link(orGap(each.title, "見出し"), "")),
    each.where.length > 0 && el("dl", "pairs wanted__where", pairs(each.where)),
    each.text && el("p", "", each.text),
    each.rows.length > 0 && el("dl", "pairs", pairs(each.rows)),
    badges(each.badges)
  ]);
}

function swap(words) {
  const sides = [["できること", words.offers, ""], ["求めていること", words.seeks, "seek"]].map(side => side[1].length > 0 && el("div", "", [el("h3", "", side[0]), el("ul", "", side[1].map(each => el("li", side[2], [
    el("span", "kind", each.kind), each.text, each.until && el("span", "soft", "（" + each.until + "まで）")
  ])))]));
  return (sides[0] || sides[1]) && block("団体どうしの助け合い", el("div", "swap", sides));
}

function translations(every) {
  const made = block("ほかの言葉で", every.map(each => {
    const part = el("div", "translation", [
      el("h3", "", [el("span", "lang", each.label), each.name]), each.summary && el("p", "", each.summary),
      each.description && prose(each.description)
    ]);
    return tongue(TAGS[each.lang] || each.lang, part);
  }));
  made.classList.add("translations");
  return made;
}

function declared(criteria) {
  const made = block("この団体の宣言", el("ul", "criteria", criteria.map(each => el("li", "", each))));
  made.classList.add("declared");
  return made;
}

function groupCard(words) {
  return el("li", "card" + (words.quiet ? " card--quiet" : ""), [
    el("span", "kicker", words.fields[0] || orGap("", "活動分野")),
    el("p", "kana", words.kana),
    el("h3", "card__name", link(orGap(words.name, "団体名"), "")),
    el("p", "", words.summary),
    el("p", "card__line", words.line),
    badges(words.badges, words.quiet, words.calls)
  ]);
}

/* An event. */

function event(data, table) {
  const words = W.event(data, table);
  return [
    page([
      words.isPast && !words.isOff ? el("p", "notice", "このイベントは終わりました。") : words.state && el("p", "notice notice--stop", words.state),
      el("article", "record", [
        eventHead(words),
        el("div", "record__top", [
          el("div", "record__main", [
            words.when && !words.isOff && eventWhen(words.when),
            words.note && el("p", "event-note", words.note),
            words.former && el("p", "event-former", words.former),
            facts(words.facts, [])
          ]),
          booking(words)
        ]),
        el("div", "record__main", [
          (words.description || list(data.photos).length > 0) && block("内容", [
            photos(data, table), el("div", "prose", words.description ? markdown.blocks(words.description) : "")
          ]),
          (words.days.length > 1 || words.repeats.length > 0 || words.gone) && block(words.former ? "もとの予定" : "日程", [
            words.repeats.map(each => el("p", "", each)),
            el("ul", "days", words.days.map(each => el("li", "", each))),
            words.gone && el("p", "soft", "終わった回：" + words.gone)
          ])
        ])
      ])
    ]),
    inLists(eventCard(words))
  ];
}

function eventHead(words) {
  return el("header", "record__head", [
    el("span", "kicker", words.kind),
    words.kana && el("p", "kana", words.kana),
    el("h1", "phrased", orGap(words.title, "イベント名")),
    words.partOf && el("p", "record__also", words.partOf),
    el("p", "record__summary", orGap(words.summary, "ひとこと紹介"))
  ]);
}

function eventWhen(day) {
  const until = day.until && [" ", el("span", "nowrap", day.until)];
  return el("p", "event-when", [
    el("span", "event-when__day", day.month
      ? [day.year && el("span", "event-when__year", day.year), el("b", "", day.month), "月", el("b", "", day.day), el("span", "nowrap", "日（" + day.weekday + "）"), until]
      : day.typed),
    day.time && el("span", "event-when__time", day.time)
  ]);
}

function booking(words) {
  if (!words.booking.length && !words.contact) return null;
  return el("div", "record__side", el("section", "join", [
    el("h2", "", words.bookingTitle),
    words.booking.map(row => el("p", row[0] === "締切" ? "deadline" : "", [row[0] !== "申し込み" && [el("span", "soft", row[0]), "　"], row[1]])),
    words.contact && contact(words.contact, null)
  ]));
}

function eventCard(words) {
  const day = words.day || {};
  const date = day.month
    ? [day.year && el("span", "date__year", day.year), el("span", "date__month", day.month + "月"), el("span", "date__day", day.day), el("span", "date__weekday", "（" + day.weekday + "）")]
    : el("span", "date__month", "未定");
  return el("li", "event" + (words.isOff ? " event--off" : ""), [
    el("div", "date", date),
    el("div", "", [
      el("span", "kicker", words.kind), words.state && [" ", el("span", "state", words.state)],
      el("h3", "event__title", link(orGap(words.title, "イベント名"), "")),
      el("p", "event__when", [day.time, day.until && " " + day.until, "　" + words.place]),
      day.note && el("p", "event__note", day.note),
      el("p", "event__who", [words.organizers.join("、"), words.fee && "　" + words.fee])
    ])
  ]);
}

/* All of it together. */

// Where a value of each type stands, for the checks read by the place of a value.
const PLACES = {
  group: {
    repeat: ["meetings", 0, "when"], day: ["recruiting", 0, "until"], "partial-day": ["founded"], yen: ["fees", "yearly"],
    Fees: ["fees"], count: ["members", "total"], phone: ["contact", "phone"],
    call: ["recruiting", 0, "title"]
  },
  event: {
    repeat: ["dates", 0, "repeat"], day: ["dates", 0, "start_date"], moment: ["dates", 0, "moment"],
    yen: ["fee", "amount"], count: ["capacity"], phone: ["booking", "phone"]
  }
};

function readerOf(kind, understood) {
  return (type, text) => (PLACES[kind] || {})[type] ? understood(kind, PLACES[kind][type], text) : "";
}

const KINDS = { group, event };

function show(element, kind, data, given) {
  const table = given || {};
  // A kind that is not drawn yet (a grant) has no preview rather than a wrong one.
  const known = KINDS[kind] ? kind : "";
  D.hooks.reader = table.understood ? readerOf(known, table.understood) : null;
  D.hooks.only = table.only || null;
  D.hooks.worked = table.repeated || null;
  const made = known ? KINDS[known](record(data), table) : el("p", "soft", "この種類の見本は、まだこの画面に出せません。");
  while (element.firstChild) element.removeChild(element.firstChild);
  element.classList.add("form-preview");
  append(element, made);
  return element;
}

export { show };
