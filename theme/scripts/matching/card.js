/* An opening or a group as a card, with the reasons for which it is shown. */
import { element } from "../page/element.js";

/** @typedef {import("./files.js").Card} Card */
/** @typedef {import("./ranking.js").Found} Found */

/** @param {string} className @param {string} name @param {string} words */
const told = (className, name, words) => {
  const line = element("p", className);
  line.appendChild(element("b", "", name));
  line.appendChild(document.createTextNode(words));
  return line;
};

/** @param {Card} card */
const badges = (card) => {
  const list = element("ul", "badges");
  (card.badges || []).forEach((word) => { list.appendChild(element("li", "badge", word)); });
  return list;
};

/** @param {Found} found 「土曜の午前・下清戸・初心者歓迎」 */
export const reason = (found) => found.reasons.join("・");

/** @param {Found} found 「火曜の夜なら・第六小学校区なら」 */
export const difference = (found) => found.differences.join("・");

/** @param {Card} card @param {Found} found @param {string} root of the site */
export const cardOf = (card, found, root) => {
  const item = element("li", "find" + (card.group ? "" : " find--group"));
  const title = element("h4", "find__title");
  const link = element("a", "", card.title);
  link.href = root + card.url;
  title.appendChild(link);
  if (card.role) item.appendChild(element("p", "find__role", card.role));
  item.appendChild(title);
  if (card.group) item.appendChild(element("p", "find__group", card.group));
  if (card.line) item.appendChild(element("p", "find__line", card.line));
  if (card.badges && card.badges.length) item.appendChild(badges(card));
  if (found.reasons.length) item.appendChild(told("find__why", "合うところ", reason(found)));
  if (found.differences.length) item.appendChild(told("find__but", "ちがうところ", difference(found)));
  return item;
};
