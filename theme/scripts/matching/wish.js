/* The wish card: the answers in words and as a code that the office reads, with room for a name, on one sheet. */
import { button, element, empty, part, said, show } from "../page/element.js";
import { svg } from "../qr/svg.js";
import { difference, question, reason, some } from "./card.js";
import { KEYS, showWish } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./questions.js").Questions} Questions */
/** @typedef {import("./files.js").Found} Found */

// So many answers of a question, and reasons of a match, have room on one sheet; the code has all answers.
const MOST = 6;
const REASONS = 2;
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
  [questions.label(key), some(sheet[key].map((value) => questions.words(key, value)), "、", MOST)]);

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
  const told = [reason, difference, question].map((words) => words(found, REASONS));
  const others = [card.group, card.line].concat(told).filter(Boolean).join("　");
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

/** @param {() => void} close */
const ways = (close) => {
  const line = element("p", "tools");
  const print = button("button", "このカードを印刷する");
  print.addEventListener("click", () => { window.print(); });
  const away = button("button button--quiet", "カードを閉じる");
  away.addEventListener("click", close);
  [print, away].forEach((one) => { line.appendChild(one); });
  return line;
};

/** @param {HTMLElement} box @param {Sheet} sheet @param {Questions} questions @param {Found[]} best @param {() => void} close */
export const cardIn = (box, sheet, questions, best, close) => {
  empty(box);
  const line = showWish(sheet);
  const top = element("div", "wish__top");
  const words = element("div");
  const title = element("h2", "", "希望カード");
  title.id = "wish-title";
  title.tabIndex = -1;
  [title, element("p", "", "こんな活動をさがしています。合うものがあれば、教えてください。"), codeLine(line)]
    .forEach((one) => { words.appendChild(one); });
  [words, code(line)].forEach((one) => { top.appendChild(one); });
  const matches = element("ol");
  best.forEach((found) => { matches.appendChild(matchLine(found)); });
  [
    top, table(inWords(sheet, questions)), element("h3", "", "いま、近いもの"), matches,
    element("h3", "", "書いてください（サイトにはのりません）"), table(BLANKS.map((name) => [name, ""]), "wish__blank"),
    whereTo(part(document, "#match-center", HTMLElement)), ways(close)
  ].forEach((one) => { box.appendChild(one); });
  show(box, true);
  title.focus();
};
