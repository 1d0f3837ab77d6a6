/* The page of a grant and its card in lists (theme/pages/grant.html, generator/pages/grant.py). */
import { known } from "../reading/typed.js";
import { pages_grant as shared } from "../tables.js";
import { dayWords } from "../wording/days.js";
import * as words from "../wording/grants.js";
import { badges, block, contact, el, facts, link, orGap, prose } from "./elements.js";

/** @typedef {import("../wording/grants.js").Grant} Grant */
/** @typedef {import("./elements.js").Child} Child */
/** @typedef {import("./preview.js").Site} Site */

/** @type {Record<string, string>} */
const NOTICES = shared.notices;

/** @type {(grant: Grant) => HTMLElement} */
const head = grant => el("header", "record__head", [
  el("span", "kicker", "助成金"),
  grant.kana && el("p", "kana", grant.kana),
  el("h1", "phrased", orGap(grant.title, "助成金の名前")),
  el("p", "record__summary", orGap(grant.summary, "ひとこと紹介"))
]);

/** @type {(grant: Grant, site: Site) => HTMLElement | null} */
const join = (grant, site) => {
  const view = words.grantContact(grant, site.directory);
  if (!grant.apply && !view) return null;
  return el("div", "record__side", el("section", "join", [
    el("h2", "", "申し込みと問い合わせ"),
    grant.apply && el("p", "", grant.apply),
    view && contact(view, null),
    view && view.viaCenter && site.center && el("p", "", site.center.name + "へおたずねください。")
  ]));
};

/**
 * What the page of a grant has, from top to bottom. `site`: {directory, center}.
 * @param {Grant} grant
 * @param {Site} site
 * @returns {Child}
 */
export const page = (grant, site) => {
  const directory = site.directory;
  const notice = NOTICES[words.grantState(grant, directory.today)];
  return [
    notice && el("p", "notice notice--stop", notice),
    el("article", "record", [
      head(grant),
      el("div", "record__top", [
        el("div", "record__main", facts(words.grantFacts(grant, directory), [])), join(grant, site)
      ]),
      grant.description && el("div", "record__main", block("くわしい案内", prose(grant.description)))
    ])
  ];
};

/**
 * A grant in a list.
 * @param {Grant} grant
 * @param {Site} site
 * @returns {Child}
 */
export const card = (grant, site) => {
  const directory = site.directory;
  const state = words.grantState(grant, directory.today);
  const until = words.deadlineWords(grant, directory);
  const isOpen = state === words.OPEN;
  const calls = isOpen ? [until, words.daysLeft(grant, directory.today)].filter(Boolean) : [];
  const first = known(grant.opens);
  const opens = state === words.AHEAD && first ? dayWords(first, directory.today) + "から" : "";
  const again = state === words.OVER ? words.againWords(grant) : "";
  const marks = [opens, state && !isOpen ? until : "", again].concat(words.whoWords(grant, directory)).filter(Boolean);
  const quiet = state === words.OVER ? words.OVER : "";
  return el("li", "card" + (quiet ? " card--quiet" : ""), [
    el("span", "kicker", grant.funder || orGap("", "助成する団体")),
    el("p", "kana", grant.kana),
    el("h3", "card__name", link(orGap(grant.title, "助成金の名前"), "")),
    el("p", "", grant.summary),
    el("p", "card__line", words.amountWords(grant.amount)),
    badges(marks, quiet, calls)
  ]);
};
