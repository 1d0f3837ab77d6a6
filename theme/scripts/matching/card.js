/* An opening or a group as a card, with the reasons for which it is shown. */
import { element } from "../page/element.js";
import { keepLine } from "../page/tools.js";

/** @typedef {import("./files.js").Found} Found */

// What stands over a group without an opening that goes with the answers.
const GROUP = "活動している団体";
const ASK = "この内容の募集は、いま出ていません。見学や参加ができるかは、団体におたずねください。";
// So many reasons are read; more of them are a wall of words.
const MOST = 6;

/** @param {string} className @param {string} name @param {string} words */
const told = (className, name, words) => {
  const line = element("p", className);
  line.appendChild(element("b", "", name));
  line.appendChild(document.createTextNode(words));
  return line;
};

/** @param {string[]} words */
const badges = (words) => {
  const list = element("ul", "badges");
  words.forEach((word) => { list.appendChild(element("li", "badge", word)); });
  return list;
};

/**
 * The first of many words; of the others, how many they are.
 *
 * @param {string[]} words
 * @param {string} between
 * @param {number} most
 */
export const some = (words, between, most) => {
  if (words.length <= most + 1) return words.join(between);
  return words.slice(0, most).join(between) + between + "ほか" + (words.length - most) + "つ";
};

/** 「土曜の午前・川辺・初心者歓迎」 @param {Found} found @param {number} [most] */
export const reason = ({ reasons }, most = MOST) => some(reasons, "・", most);

/** 「火曜の夜なら・第六小学校区なら」 @param {Found} found @param {number} [most] */
export const difference = ({ differences }, most = MOST) => some(differences, "・", most);

/** 「費用がかかるか・車いすで入れるか（おたずねください）」 @param {Found} found @param {number} [most] */
export const question = ({ unknown }, most = MOST) => unknown.length ? some(unknown, "・", most) + "（おたずねください）" : "";

/** @param {Found} found @param {string} root of the site */
export const cardOf = (found, root) => {
  const { card } = found;
  const item = element("li", "find" + (card.role ? "" : " find--group"));
  const title = element("h4", "find__title");
  const link = element("a", "", card.title);
  link.href = root + card.url;
  title.appendChild(link);
  const parts = [
    element("p", "find__role", card.role ? card.role + "をさがしています" : GROUP),
    title,
    card.group && element("p", "find__group", card.group),
    card.line && element("p", "find__line", card.line),
    !card.role && element("p", "find__ask soft", ASK),
    found.reasons.length && told("find__why", "合うところ", reason(found)),
    found.differences.length && told("find__but", "ちがうところ", difference(found)),
    found.unknown.length && told("find__ask", "書かれていないこと", question(found)),
    card.badges && badges(card.badges),
    keepLine(card.url, card.title)
  ];
  parts.forEach((one) => { if (one) item.appendChild(one); });
  return item;
};
