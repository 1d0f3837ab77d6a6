/* When nothing fits, and when nothing comes: where to look on, and whom to ask. */
import { all, button, element, said } from "../page/element.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./questions.js").Questions} Questions */

/** @param {string} text @param {string} address */
const link = (text, address) => {
  const made = element("a", "", text);
  made.href = address;
  return made;
};

/** @param {HTMLElement} app @param {Sheet} sheet links of the page to the fields and areas that were meant */
const places = (app, sheet) => all(app, ".match__places a").filter((one) => {
  const [key, values] = [said(one, "data-key"), said(one, "data-values").split(" ")];
  return sheet[key].some((value) => values.indexOf(value) >= 0);
}).map((one) => /** @type {HTMLElement} */ (one.cloneNode(true)));

/** @param {HTMLElement} app @param {Sheet} sheet @param {Questions} questions */
export const nothing = (app, sheet, questions) => {
  const box = element("div", "match__nothing");
  const root = said(app, "data-root");
  box.appendChild(element("p", "", "答えをひとつはずすと、見つかるかもしれません。近い分野や地域からも、さがせます。"));
  const words = sheet.do.map((value) => questions.words("do", value));
  const searches = words.slice(0, 2).map((word) =>
    link("「" + word + "」でさがす", root + "search/?q=" + encodeURIComponent(word)));
  places(app, sheet).concat(searches, [link("募集の一覧", root + "wanted/"), link("団体の一覧", root + "groups/")])
    .forEach((one) => { box.appendChild(one); });
  return box;
};

/** @param {HTMLElement} app where nothing was answered */
export const unasked = (app) => {
  const box = element("div", "match__nothing");
  const root = said(app, "data-root");
  box.appendChild(element("p", "", "どれか一つに答えると、合うものを選べます。答えずに、一覧から見ることもできます。"));
  [link("募集の一覧", root + "wanted/"), link("団体の一覧", root + "groups/")].forEach((one) => { box.appendChild(one); });
  return box;
};

/** @param {HTMLElement} app @param {() => void} again */
export const failure = (app, again) => {
  const box = element("div", "match__nothing");
  const root = said(app, "data-root");
  const ways = element("p", "match__ways");
  const retry = button("button", "もう一度ためす");
  retry.addEventListener("click", again);
  box.appendChild(element("p", "", "通信がうまくいかなかったようです。答えは残っています。"));
  [link("募集の一覧", root + "wanted/"), link("団体の一覧", root + "groups/")].forEach((one) => { ways.appendChild(one); });
  [retry, ways].forEach((one) => { box.appendChild(one); });
  return box;
};
