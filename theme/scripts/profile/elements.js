/* The elements of which pages are made (theme/pages/_card.html): children are texts, elements, lists of both, or nothing.
 *
 * Nothing that was typed becomes HTML.
 */
import { text } from "../reading/typed.js";
import { blocks } from "../wording/markdown.js";

/** @typedef {import("../wording/contacts.js").ContactView} ContactView */
/** @typedef {import("../wording/groups.js").Fact} Fact */
/** @typedef {import("../wording/groups.js").Line} Line */
/** @typedef {import("../wording/groups.js").MeetingView} MeetingView */
/** @typedef {import("../wording/groups.js").Photo} Photo */
/** @typedef {string | Node | false | null | undefined | Child[]} Child  what stands in an element */
/** @typedef {[label: string, words: Child, kind?: string]} Row */
/** @typedef {{name?: string, phone?: string, fax?: string, hours?: string, address?: string}} Center */

// A card may stand right below the name, and after a section: both must be one level down at most.
/** @type {Record<string, string>} */
const LEVELS = { h1: "3", h2: "4", h3: "4", h4: "5" };
const PICTURE = /^(?:data:image\/(?:jpeg|png|webp|gif);base64,|blob:)/;

/**
 * @param {Element} made
 * @param {Child} children
 * @returns {void}
 */
export const append = (made, children) => {
  if (Array.isArray(children)) children.forEach(each => { append(made, each); });
  else if (children && typeof children === "object") made.appendChild(children);
  else if (children) made.appendChild(document.createTextNode(children));
};

/**
 * An element of a class; headings look as on the page, but stand below those of the form for those who hear them.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} kind
 * @param {Child} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
export const el = (name, kind, children) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (LEVELS[name]) made.setAttribute("aria-level", LEVELS[name]);
  append(made, children);
  return made;
};

/**
 * Something in another language than the page's.
 * @param {string} lang
 * @param {HTMLElement} made
 */
export const tongue = (lang, made) => {
  made.lang = lang;
  return made;
};

/**
 * A link that looks as on the page. Inside the site it leads nowhere, lest what was filled in be left behind.
 * @param {Child} words
 * @param {string | undefined} address
 * @param {string} [kind]
 */
export const link = (words, address, kind) => {
  const made = el("a", kind || "", words);
  if (/^https?:\/\/[^\s]+$/i.test(address || "")) {
    Object.assign(made, { href: address, target: "_blank", rel: "noopener noreferrer nofollow" });
  }
  return made;
};

/**
 * What is still to be filled in, so that the page has its shape from the beginning.
 * @param {Child} words
 * @param {string} label
 * @returns {Child}
 */
export const orGap = (words, label) => words || el("span", "form-preview__gap", "（" + label + "）");

/**
 * @param {string} title
 * @param {Child} children
 */
export const block = (title, children) => el("section", "block", [el("h2", "", title), children]);

/**
 * @param {string[]} words
 * @param {string} [quiet]
 * @param {string[]} [calls]
 */
export const badges = (words, quiet, calls) => {
  if (!words.length && !quiet && !(calls || []).length) return null;
  return el("ul", "badges", [
    (calls || []).map(each => el("li", "badge badge--wanted", each)),
    words.map(each => el("li", "badge", each)), quiet && el("li", "badge badge--quiet", quiet)
  ]);
};

/** @type {(label: string, lines: Child) => HTMLElement} */
const factRow = (label, lines) => {
  const heading = el("th", "", label);
  heading.setAttribute("scope", "row");
  return el("tr", "", [heading, el("td", "", lines)]);
};

/** @type {(line: Line) => HTMLElement} */
const factLine = line => el("div", "fact-line", [
  line.url ? link(line.text, line.url) : line.text, line.note && el("span", "note", line.note)
]);

/** @type {(meetings: MeetingView[]) => HTMLElement} */
const meetingRow = meetings => {
  const placed = meetings.some(each => each.place.text);
  return factRow(placed ? "いつ・どこで" : "いつ", meetings.map(each => el("div", "fact-line meeting", [
    el("span", "meeting__when", each.when),
    each.place.text && el("span", "meeting__where", each.place.url ? link(each.place.text, each.place.url) : each.place.text),
    each.address && el("span", "note meeting__address", each.address),
    each.note && el("span", "note meeting__note", each.note)
  ])));
};

/**
 * Rows of a label and its lines, each {text, url, note}; a row without words is left out.
 * @param {Fact[]} rows
 * @param {MeetingView[]} meetings
 * @returns {HTMLElement | null}
 */
export const facts = (rows, meetings) => {
  const shown = rows.map(row => ({ label: row[0], lines: row[1].filter(line => line.text) })).filter(row => row.lines.length);
  if (!shown.length && !meetings.length) return null;
  const rest = shown.map(row => factRow(row.label, row.lines.map(factLine)));
  return el("table", "facts", el("tbody", "", [meetings.length > 0 && meetingRow(meetings), rest]));
};

/**
 * Pairs of a label and what stands beside it; those without are left out.
 * @param {Row[]} rows
 * @returns {Child[]}
 */
export const pairs = rows => rows.filter(row => row[1]).map(row => [
  el("dt", row[0] === "締切" ? "deadline" : "", row[0]), el("dd", row[2] || "", row[1])
]);

/** @type {(center: Center) => Child[]} */
const byCenter = center => [
  el("p", "", "この団体への連絡は、" + text(center.name) + "がお取り次ぎします。団体の名前をお伝えください。"),
  el("dl", "", pairs([
    ["電話", center.phone && link(text(center.phone), "", "phone"), "big-phone"],
    ["ファクス", center.fax && el("span", "phone", text(center.fax))]
  ]))
];

/**
 * How to reach somebody, with the centre where it passes on what people ask.
 * @param {ContactView} view
 * @param {Center | null} center
 * @returns {Child[]}
 */
export const contact = (view, center) => {
  /** @type {(address: string) => string} */
  const bare = address => String(address.split("//").pop()).replace(/\/+$/, "");
  const number = view.phone && [link(view.phone, "", "phone big-phone"), view.hours && el("span", "note", view.hours)];
  /** @type {Row[]} */
  const rows = [
    ["電話", number],
    ["ファクス", view.fax && el("span", "phone", view.fax)],
    ["メール", view.email && link(view.email, "")]
  ];
  view.links.forEach(each => { rows.push([each[0], link(bare(each[1]), each[1])]); });
  rows.push(["住所", view.address]);
  return [el("dl", "", pairs(rows)), view.viaCenter && center ? byCenter(center) : null];
};

/**
 * Pictures come from the form or from this site, and from nowhere else.
 * @type {(photo: Photo, root: string) => string}
 */
const sourceOf = (photo, root) => {
  const source = photo.src || "";
  if (PICTURE.test(source)) return source;
  return source && !/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(source) ? root + source : "";
};

/** @type {(photo: Photo, source: string) => HTMLElement} */
const picture = (photo, source) => {
  const made = el(source ? "img" : "div", source ? "" : "form-preview__photo");
  if (source) {
    Object.assign(made, { src: source, alt: photo.alt || "" });
  } else if (photo.alt) {
    made.setAttribute("role", "img");
    made.setAttribute("aria-label", photo.alt);
  }
  return made;
};

/**
 * The photos of a record; one that cannot be shown keeps its place. `root` is the way to the root of the site.
 * @param {Photo[] | undefined} every
 * @param {string} root
 */
export const photos = (every, root) => (every || []).map(photo => el("figure", "photo", [
  picture(photo, sourceOf(photo, root)), photo.caption && el("figcaption", "", photo.caption)
]));

/**
 * A description, its mark-up read.
 * @param {string | undefined} words
 */
export const prose = words => el("div", "prose", words ? blocks(words) : "");
