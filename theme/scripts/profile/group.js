/* The page of a group and its card in lists (theme/pages/group.html, generator/pages/group.py). */
import { pages_group as shared } from "../tables.js";
import { contactView } from "../wording/contacts.js";
import * as words from "../wording/groups.js";
import { callView } from "../wording/openings.js";
import { handoverView } from "../wording/succession.js";
import { badges, block, contact, el, facts, link, orGap, pairs, photos, prose, tongue } from "./elements.js";
import { handedOver } from "./handover.js";

/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("../wording/openings.js").Call} Call */
/** @typedef {import("../wording/openings.js").CallView} CallView */
/** @typedef {import("../wording/groups.js").ExchangeView} ExchangeView */
/** @typedef {import("../wording/groups.js").Group} Group */
/** @typedef {import("../wording/groups.js").TranslationView} TranslationView */
/** @typedef {import("./elements.js").Child} Child */
/** @typedef {import("./preview.js").Site} Site */

// BCP 47 tags for translated parts.
const TAGS = /** @type {Record<string, string>} */ (shared.tags);

/** @type {(group: Group, site: Site) => string[]} */
const fieldsOf = (group, site) => site.directory.labels("fields", group.fields);
/** @type {(group: Group, site: Site) => string} */
const kindOf = (group, site) => group.kind ? site.directory.label("kinds", group.kind) : "";

/** @type {(nameEn: string | undefined, names: string[]) => Child} */
const also = (nameEn, names) => (nameEn || names.length > 0) && el("p", "record__also", [
  nameEn && tongue("en", el("span", "", nameEn)), nameEn && names.length > 0 && "／", names.join("／")
]);

/** @type {(every: TranslationView[]) => Child} */
const tongues = every => every.length > 0 && el("nav", "tongues", el("ul", "", every.map(
  each => el("li", "", tongue(TAGS[each.lang] || each.lang, link(each.label, "")))
)));

/** @type {(group: Group, site: Site, translated: TranslationView[]) => HTMLElement} */
const head = (group, site, translated) => el("header", "record__head", [
  el("ul", "record__fields", [
    fieldsOf(group, site).map(field => el("li", "", link(field, "", "kicker"))),
    group.kind && el("li", "kicker soft", kindOf(group, site))
  ]),
  el("p", "kana", orGap(group.kana, "ふりがな")),
  el("h1", "phrased", orGap(group.name, "団体名")),
  also(group.name_en, group.aliases || []),
  el("p", "record__summary", orGap(group.summary, "ひとこと紹介")),
  tongues(translated)
]);

/** @type {(group: Group, site: Site) => HTMLElement} */
const join = (group, site) => {
  const view = contactView(group.contact || {}, site.directory);
  const center = site.center;
  const unreachable = !view.viaCenter && !view.phone && !view.fax && !view.email && center;
  return el("section", "join", [
    el("h2", "", "参加するには"),
    contact(view, center),
    unreachable && el("p", "", "連絡がつかないときは、" + center.name + "へお尋ねください。")
  ]);
};

/** @type {(each: CallView) => HTMLElement} */
const wanted = each => el("li", "wanted" + (each.successor ? " wanted--successor" : ""), [
  el("p", "wanted__role", orGap(each.role && each.role + "をさがしています", "役割")),
  el("h3", "wanted__title", link(orGap(each.title, "見出し"), "")),
  each.where.length > 0 && el("dl", "pairs wanted__where", pairs(each.where)),
  each.text && el("p", "wanted__text", each.text),
  each.rows.length > 0 && el("dl", "pairs", pairs(each.rows)),
  badges(each.badges)
]);

/** @type {(kind: string, each: ExchangeView) => HTMLElement} */
const exchange = (kind, each) => el("li", kind, [
  el("span", "kind", each.kind), each.text, each.until && el("span", "soft", "（" + each.until + "）")
]);

/** @type {(title: string, items: ExchangeView[], kind: string) => Child} */
const side = (title, items, kind) => items.length > 0
  && el("div", "", [el("h3", "", title), el("ul", "", items.map(each => exchange(kind, each)))]);

/** @type {(group: Group, directory: Town) => Child} */
const swap = (group, directory) => {
  const sides = [
    side("できること", words.exchanges(group.offers, directory), ""),
    side("求めていること", words.exchanges(group.seeks, directory), "seek")
  ];
  return (sides[0] || sides[1]) && block("団体どうしの助け合い", el("div", "swap", sides));
};

/** @type {(made: HTMLElement, kind: string) => HTMLElement} */
const classed = (made, kind) => {
  made.classList.add(kind);
  return made;
};

/** @type {(every: TranslationView[]) => HTMLElement} */
const translations = every => classed(block("ほかの言葉で", every.map(
  each => tongue(TAGS[each.lang] || each.lang, el("div", "translation", [
    el("h3", "", [el("span", "lang", each.label), each.name]), each.summary && el("p", "", each.summary),
    each.description && prose(each.description)
  ]))
)), "translations");

/** @type {(labels: string[]) => HTMLElement} */
const declared = labels => classed(block("この団体の宣言", el("ul", "criteria", labels.map(each => el("li", "", each)))), "declared");

/** @type {(group: Group, site: Site) => HTMLElement} */
const about = (group, site) => {
  const documents = group.documents || [];
  return block("活動の紹介", [
    photos(group.photos, site.root),
    group.description ? prose(group.description) : el("div", "prose", el("p", "", orGap("", "活動紹介"))),
    documents.length > 0 && el("ul", "block", documents.map(each => el("li", "", link(each.title || "", ""))))
  ]);
};

/** @type {(group: Group, site: Site, open: Call[], translated: TranslationView[]) => Child} */
const main = (group, site, open, translated) => {
  const directory = site.directory;
  const handover = handoverView(group.succession, directory);
  const criteria = (group.criteria || []).map(each => directory.choice("Group", "criteria", each));
  return [
    open.length > 0 && block("募集しています", el("ul", "cards cards--two", open.map(each => wanted(callView(each, directory))))),
    handover && handedOver(handover, site.center),
    about(group, site),
    swap(group, directory),
    translated.length > 0 && translations(translated),
    criteria.length > 0 && declared(criteria)
  ];
};

/**
 * What the page of a group has, from top to bottom. `site`: {directory, center, root}.
 * @param {Group} group
 * @param {Site} site
 * @returns {Child}
 */
export const page = (group, site) => {
  const open = words.openCalls(group, site.directory);
  const translated = words.translations(group.translations, site.directory);
  const meetings = words.meetingLines(group.meetings || [], site.directory);
  const notice = group.status && words.NOTICES[group.status];
  return [
    notice && el("p", "notice", notice),
    el("article", "record", [
      head(group, site, translated),
      el("div", "record__top", [
        el("div", "record__main", facts(words.groupFacts(group, site.directory), meetings)),
        el("div", "record__side", join(group, site))
      ]),
      el("div", "record__main", main(group, site, open, translated))
    ])
  ];
};

/**
 * A group in a list.
 * @param {Group} group
 * @param {Site} site
 * @returns {Child}
 */
export const card = (group, site) => {
  const open = words.openCalls(group, site.directory);
  const quiet = group.status && group.status !== "active" ? site.directory.choice("Group", "status", group.status) : "";
  return el("li", "card" + (quiet ? " card--quiet" : ""), [
    el("span", "kicker", fieldsOf(group, site)[0] || orGap("", "活動分野")),
    el("p", "kana", group.kana),
    el("h3", "card__name", link(orGap(group.name, "団体名"), "")),
    el("p", "", group.summary),
    el("p", "card__line", words.dayLine(group.meetings || [], site.directory)),
    badges(words.badges(open, group.languages, site.directory), quiet, words.calls(open, site.directory))
  ]);
};
