/* A page of the site as what matters of it for choosing: facts, telephone, and when it falls in a week. */
import { wording_days as shared } from "../tables.js";
import { all, said } from "./element.js";

/** @typedef {import("./kept.js").Kept} Kept */
/** @typedef {[number, string, string]} Cell weekday from Monday, part of the day (or "any"), note */
/** @typedef {[string, string[]]} Fact name, lines */
/**
 * @typedef {Kept & {
 *   gone?: boolean, failed?: boolean, kana?: string, notice?: string, facts?: Fact[], phone?: string, fax?: string,
 *   cells?: Cell[]
 * }} Entry
 */

const FACTS = ["いつ・どこで", "いつ", "日時", "場所", "費用", "参加費", "対象"];

/** @param {ParentNode} parent @param {string} selector */
const words = (parent, selector) => {
  const found = parent.querySelector(selector);
  return found ? (found.textContent || "").replace(/\s+/g, " ").trim() : "";
};

/** @param {Element} line */
const lineOf = (line) =>
  Array.from(line.childNodes).map((piece) => (piece.textContent || "").trim()).filter(Boolean).join("　");

/** @param {Document} page @returns {Fact[]} */
const facts = (page) => all(page, ".facts tr")
  .map((row) => /** @type {Fact} */ ([words(row, "th"), all(row, ".fact-line").map(lineOf)]))
  .filter((fact) => FACTS.indexOf(fact[0]) >= 0);

/** @param {Element} article @param {string} name */
const marks = (article, name) => said(article, name).split(" ").filter(Boolean);

/** @param {string} mark as in 5-morning @returns {Cell} */
const weekly = (mark) => {
  const [day, part] = mark.split("-");
  return [Number(day), part, ""];
};

/** @param {string} mark as in 2026-12-05/morning @param {Date} now @returns {Cell} */
const dated = (mark, now) => {
  const [written, part] = mark.split("/");
  const [year, month, day] = written.split("-").map(Number);
  const date = new Date(year, month - 1, day);
  // The year of a day that does not lie within the coming months.
  const far = new Date(now.getTime());
  far.setMonth(far.getMonth() + shared.months_without_year);
  return [(date.getDay() + 6) % 7, part, (date < far ? "" : year + "年") + month + "月" + day + "日"];
};

/** @param {Element} article @param {Date} now @returns {Cell[]} */
const cells = (article, now) =>
  marks(article, "data-week").map(weekly).concat(marks(article, "data-dates").map((mark) => dated(mark, now)));

/** @param {Kept} one @param {string} html @returns {Entry} */
const understood = (one, html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const article = page.querySelector("article");
  if (!article) return { url: one.url, title: one.title, gone: true };
  const when = words(page, ".event-when");
  /** @type {Fact[]} */
  const first = when ? [["いつ", [when]]] : [];
  return {
    url: one.url,
    title: one.title,
    kana: words(page, ".record__head .kana"),
    notice: words(page, ".notice"),
    facts: first.concat(facts(page)),
    phone: words(page, '.join a[href^="tel:"]'),
    fax: words(page, ".join span.phone"),
    cells: cells(article, new Date())
  };
};

/** @typedef {(url: string) => boolean} Listed whether there is such a page, as far as one knows */

/**
 * Which pages there are, as the sitemap says: a page that is gone is then not asked for, and no error is noted. Where it
 * says nothing (a site that does not know its address), every page is asked for.
 *
 * @param {string} root
 * @returns {Promise<Listed>}
 */
const listing = async (root) => {
  try {
    // What was kept just now may be newer than what the browser remembers.
    const answer = await fetch(root + "sitemap.xml", { cache: "no-cache" });
    const text = answer.ok ? await answer.text() : "";
    return (url) => text.indexOf("<loc>") < 0 || text.indexOf("/" + url + "</loc>") >= 0;
  } catch (_) {
    return () => true;
  }
};

/** @param {string} root @param {Kept} one @param {Listed} listed @returns {Promise<Entry>} */
const entryOf = async (root, one, listed) => {
  if (!listed(one.url)) return { url: one.url, title: one.title, gone: true };
  try {
    const answer = await fetch(root + one.url);
    if (answer.status === 404) return { url: one.url, title: one.title, gone: true };
    if (!answer.ok) throw new Error(String(answer.status));
    return understood(one, await answer.text());
  } catch (_) {
    return { url: one.url, title: one.title, failed: true };
  }
};

/** @param {string} root of the site @param {Kept[]} kept @returns {Promise<Entry[]>} what the pages say of each */
export const load = async (root, kept) => {
  const listed = kept.length ? await listing(root) : () => true;
  return Promise.all(kept.map((one) => entryOf(root, one, listed)));
};
