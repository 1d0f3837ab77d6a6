/* The wish card: the answers in words and as a code that the office reads, with room for a name, on one sheet. */
import { button, element, empty, said, show } from "../page/element.js";
import { svg } from "../qr/svg.js";
import { difference, question, reason } from "./card.js";
import { KEYS, showWish } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./questions.js").Questions} Questions */
/** @typedef {import("./files.js").Found} Found */

const BLANKS = ["お名前", "電話・ファクス・メール", "ひとこと"];

/** @param {[string, string][]} rows @param {string} [className] of the cells to write in */
const table = (rows, className) => {
  const made = element("table");
  rows.forEach(([name, words]) => {
    const line = made.insertRow();
    const head = element("th", "", name);
    head.scope = "row";
    line.appendChild(head);
    line.appendChild(element("td", className, words));
  });
  return made;
};

/** @param {Sheet} sheet @param {Questions} questions @returns {[string, string][]} */
const inWords = (sheet, questions) => KEYS.filter((key) => sheet[key].length > 0).map((key) =>
  [questions.label(key), sheet[key].map((value) => questions.words(key, value)).join("、")]);

/** @param {string} line */
const code = (line) => {
  const figure = element("figure", "wish__code");
  const drawn = svg(line, "希望カードの読み取り用コード");
  if (drawn) figure.appendChild(drawn);
  return figure;
};

/** @param {string} line the same as text, for whom the code cannot be read */
const codeLine = (line) => {
  const made = element("p", "wish__line", "職員用（コードを読み取れないとき）　");
  made.appendChild(element("code", "", line));
  return made;
};

/** @param {Found} found */
const matchLine = (found) => {
  const { card } = found;
  const item = element("li");
  item.appendChild(element("strong", "", card.title));
  const others = [card.group, card.line, reason(found), difference(found), question(found)].filter(Boolean).join("　");
  item.appendChild(document.createTextNode("　" + others));
  return item;
};

/** @param {HTMLElement} center */
const whereTo = (center) => {
  const box = element("div", "wish__to");
  box.appendChild(element("p", "", "届け先　" + said(center, "data-name") + "（窓口・ファクス・郵送）"));
  const ways = [
    said(center, "data-address"), said(center, "data-phone") && "電話 " + said(center, "data-phone"),
    said(center, "data-fax") && "ファクス " + said(center, "data-fax"), said(center, "data-hours")
  ];
  box.appendChild(element("p", "", ways.filter(Boolean).join("　")));
  return box;
};

const print = () => {
  document.body.classList.add("prints-wish");
  window.print();
  document.body.classList.remove("prints-wish");
};

/** @param {Sheet} sheet @param {Questions} questions @param {Found[]} best */
export const showCard = (sheet, questions, best) => {
  const box = document.getElementById("wish");
  const center = document.getElementById("match-center");
  if (!box || !center) return;
  empty(box);
  const line = showWish(sheet);
  const top = element("div", "wish__top");
  const words = element("div");
  const title = element("h2", "", "希望カード");
  title.id = "wish-title";
  title.tabIndex = -1;
  [title, element("p", "", "こんな活動をさがしています。合うものがあれば、教えてください。")]
    .forEach((one) => { words.appendChild(one); });
  [words, code(line)].forEach((one) => { top.appendChild(one); });
  const matches = element("ol");
  best.forEach((found) => { matches.appendChild(matchLine(found)); });
  const ways = element("p", "tools");
  const go = button("button", "このカードを印刷する");
  go.addEventListener("click", print);
  ways.appendChild(go);
  [
    top, codeLine(line), table(inWords(sheet, questions)), element("h3", "", "いま、近いもの"), matches,
    element("h3", "", "書いてください（サイトにはのりません）"), table(BLANKS.map((name) => [name, ""]), "wish__blank"),
    whereTo(center), ways
  ].forEach((one) => { box.appendChild(one); });
  show(box, true);
  title.focus();
};
