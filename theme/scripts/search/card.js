/* A result as a card. */
import { element } from "../page/element.js";
import { isDayOf } from "./dates.js";
import { highlighted, passage } from "./passages.js";
import { isWithin } from "./week.js";

/** @typedef {[string, string[], string[]]} Turn a line, the parts of the week and the days to which it belongs */
/**
 * @typedef {{
 *   url: string, kind: string, title: string, kana?: string, lead?: string, line?: string, body?: string,
 *   badges?: string[], fields?: string[], areas?: string[], turns?: Turn[]
 * }} Card search-index/…/cards/
 */
/** @typedef {import("./facets.js").Chosen} Chosen */

const PASSAGE = 90;

/** @param {HTMLElement} parent @param {import("./passages.js").Piece[]} pieces */
const marked = (parent, pieces) => {
  pieces.forEach((piece) => {
    parent.appendChild(piece.mark ? element("mark", "", piece.text) : document.createTextNode(piece.text));
  });
  return parent;
};

/** @param {Card} found @param {Chosen} chosen of several meetings or days the first that fits what was chosen */
const lineOf = (found, chosen) => {
  /** @param {string[]} labels @param {string[] | undefined} asked @param {(label: string, wider: string) => boolean} within */
  const fits = (labels, asked, within) => !asked || !asked.length ||
    asked.some((wider) => labels.some((label) => within(label, wider)));
  const fitting = (found.turns || [])
    .filter(([, times, days]) => fits(times, chosen.time, isWithin) && fits(days, chosen.date, isDayOf));
  return fitting.length ? fitting[0][0] : found.line;
};

/** @param {Card} found @param {import("./facets.js").Kinds} kinds */
const kicker = (found, kinds) => {
  const line = element("p", "search-kind");
  line.appendChild(element("span", "", kinds[found.kind] || found.kind));
  if (found.fields) line.appendChild(element("span", "", found.fields[0]));
  if (found.areas) line.appendChild(element("span", "", found.areas[0] + (found.areas.length > 1 ? "ほか" : "")));
  return line;
};

/** @param {string[]} words */
const badges = (words) => {
  const list = element("ul", "search-badges");
  words.forEach((word) => { list.appendChild(element("li", "", word)); });
  return list;
};

/** @param {Card} found the body without the lines that the card shows anyway */
const unsaid = (found) => {
  const shown = [found.title, found.kana, found.lead, found.line]
    .concat(found.badges || [], found.fields || [], found.areas || []);
  return (found.body || "").split("\n").filter((line) => shown.indexOf(line.trim()) < 0).join("\n");
};

/**
 * @param {Card} found
 * @param {string} root of the site
 * @param {import("./files.js").Ready} ready
 * @param {string[]} marks
 * @param {Chosen} chosen
 */
export const card = (found, root, { folding, town }, marks, chosen) => {
  const item = element("li", "search-card");
  item.appendChild(kicker(found, town.kinds));
  if (found.kana) item.appendChild(element("p", "search-kana", found.kana));
  const name = element("h2", "search-name");
  const link = element("a");
  link.href = root + found.url;
  name.appendChild(marked(link, highlighted(folding, found.title, marks)));
  item.appendChild(name);
  if (found.lead) item.appendChild(marked(element("p", "search-lead"), highlighted(folding, found.lead, marks)));
  const cut = passage(folding, unsaid(found), marks, PASSAGE);
  if (cut.length) item.appendChild(marked(element("p", "search-passage"), cut));
  const line = lineOf(found, chosen);
  if (line) item.appendChild(element("p", "search-line", line));
  if (found.badges) item.appendChild(badges(found.badges));
  return item;
};
