/* When nothing is found: where to look on, and whom to ask. */
import { button, element, empty, said, show } from "../page/element.js";
import { addressOf } from "./address.js";
import { linksTo } from "./elsewhere.js";
import { commonest } from "./facets.js";
import { shown } from "./question.js";
import { picked, shelf } from "./shelves.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./files.js").Ready} Ready */

const MOST_NAMES = 4;
const MOST_NEAR = 2;

/** @param {View} view @param {string} q */
const consult = ({ app }, q) => {
  const ready = app.querySelector("template.search-consult");
  if (!(ready instanceof HTMLTemplateElement)) return element("span");
  const made = document.importNode(ready.content, true);
  const wish = made.querySelector("a[data-wish]");
  const body = "&body=" + encodeURIComponent("さがしていること：" + shown(q) + "\n");
  if (wish instanceof HTMLAnchorElement) wish.href = said(wish, "data-wish") + body;
  return made;
};

/** @param {string} text @param {string} address */
const near = (text, address) => {
  const link = element("a", "search-near", text);
  link.href = address;
  return link;
};

/** @param {string} text @param {HTMLElement[]} [links] */
const hint = (text, links) => {
  const item = element("li", "", text);
  (links || []).forEach((link) => { item.appendChild(link); });
  return item;
};

/** @param {import("./facets.js").Facets} found @param {number[]} numbers links to fields and areas of pages that have a little in common with the question */
const nearby = (found, numbers) => {
  /** @type {("field" | "area")[]} */
  const facets = ["field", "area"];
  return facets.reduce((links, facet) => links.concat(
    commonest(found[facet], numbers, MOST_NEAR).map((label) =>
      near(label, addressOf(location.pathname, { q: "", chosen: { [facet]: [label] }, sort: "" })))
  ), /** @type {HTMLElement[]} */ ([]));
};

/** @typedef {(one: string, other: string) => boolean} Alike whether two words differ by one letter */

/** @param {View} view @param {Ready} ready @param {string} q @param {Alike} alike names that are one letter off, or begin alike */
const likeNames = async ({ root }, { folding }, q, alike) => {
  const typed = folding.fold(q).replace(/\s+/g, "");
  if (typed.length < 3) return [];
  const entries = await shelf(root, typed.slice(0, 2)).catch(() => []);
  const like = picked(entries, ([name]) => alike(typed, name.slice(0, typed.length)) || alike(typed, name) ||
    name.slice(0, 3) === typed.slice(0, 3), MOST_NAMES);
  return like.map((entry) => near(entry[1], root + entry[3]));
};

/**
 * @param {View} view
 * @param {Files} files
 * @param {Ready} ready
 * @param {string} q
 */
const waysOn = async (view, files, ready, q) => {
  const engine = await files.engine();
  const [names, numbers, found] =
    await Promise.all([likeNames(view, ready, q, engine.alike), engine.hints(q), files.facets(["field", "area"])]);
  const where = nearby(found, numbers);
  return [
    ...(names.length ? [hint("もしかして：", names)] : []),
    ...(where.length ? [hint("近い分野や地域から：", where)] : []),
    hint("ことばを短くしてみてください（例：「手話サークル」→「手話」）。"),
    hint("ほかの言い方や、ひらがなでもためしてみてください。"),
    questions(view.root)
  ];
};

/** @param {string} root */
const events = (root) => near("これからのイベント", root + "events/");

/** @param {string} root five questions in the place of a word */
const questions = (root) => hint("ことばにしにくいとき：", [near("質問に答えてさがす", root + "match/")]);

/** @param {string} root where nothing fits the conditions of a question */
const unfitting = (root) => [
  hint("条件をかえるか、はずしてみてください。"),
  hint("日にちのわかるもの：", [events(root)]),
  questions(root)
];

/** @param {View} view @param {string} title @param {HTMLElement[]} parts @param {string} q */
const fill = (view, title, parts, q) => {
  empty(view.help);
  [element("h2", "", title), ...parts, consult(view, q)].forEach((one) => { view.help.appendChild(one); });
  show(view.help, true);
};

/**
 * Shows nothing but what one can do where the search itself fails: try again, look through the lists, ask somebody.
 *
 * @param {View} view
 * @param {string} q
 * @param {() => void} again
 */
export const showFailure = (view, q, again) => {
  const { list, on, note, more, order, plain } = view;
  // What was found before is no answer to this question.
  [list, on].forEach(empty);
  [on, note, more, order].forEach((one) => { show(one, false); });
  if (plain) show(plain, true);
  document.title = view.title;
  const retry = button("search-again", "もう一度さがす");
  retry.addEventListener("click", again);
  const ways = element("ul", "search-hints");
  ways.appendChild(hint("一覧から：", [near("団体の一覧", view.root + "groups/"), events(view.root)]));
  fill(view, "検索を使えないとき", [retry, ways], q);
};

/**
 * Shows where to look on, unless something else was asked for meanwhile.
 *
 * @param {View} view
 * @param {Files} files
 * @param {Ready} ready
 * @param {{ q: string, within: number, others: import("./elsewhere.js").Others, conditions: boolean }} asked and how many
 *   there are without narrowing down, and of other kinds; whether only conditions were asked for
 * @param {() => boolean} current
 */
export const showHelp = async (view, files, ready, { q, within, others, conditions }, current) => {
  const title = within ? "しぼりこみに合うものがありません" : others.length ? "ほかの種類にあります" : "さがし方のヒント";
  const ways = element("ul", "search-hints");
  if (within) ways.appendChild(hint("しぼりこみをはずすと、" + within + "件あります。"));
  else if (conditions) unfitting(view.root).forEach((one) => { ways.appendChild(one); });
  else if (q && !others.length) (await waysOn(view, files, ready, q)).forEach((one) => { ways.appendChild(one); });
  const links = others.length ? await linksTo(view.root, q, others, files) : [ways];
  if (current()) fill(view, title, links, q);
};
