/* What a list of one kind has not and another kind has: 団体にはありませんが、イベントに1件あります。 */
import { element } from "../page/element.js";
import { addressOf } from "./address.js";
import { shown } from "./question.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./town.js").Town} Town */
/** @typedef {{ name: string, numbers: number[] }[]} Others what each other kind is called, and what was found of it */

const MOST_NAMED = 3;

/** @param {Town} town @param {number[]} numbers of every kind @returns {Others} */
export const elsewhere = ({ kinds, kindOf }, numbers) => Object.keys(kinds)
  .map((kind) => ({ name: kinds[kind], numbers: numbers.filter((number) => kindOf(number) === kind) }))
  .filter((other) => other.numbers.length > 0);

/** @param {string} here what is not found, such as 団体 @param {Others} others @param {boolean} near not quite what was asked for */
export const told = (here, others, near) => here + "にはありませんが、" + (near ? "近いものが" : "") +
  others.map(({ name, numbers }) => name + "に" + numbers.length + "件").join("、") + "あります";

/** @param {string} text @param {string} address */
const link = (text, address) => {
  const made = element("a", "search-near", text);
  made.href = address;
  return made;
};

/** @param {string} root @param {string} q @param {Others} others @param {Files} files links to the first of them, and to all */
export const linksTo = async (root, q, others, files) => {
  const first = others.reduce((all, { numbers }) => all.concat(numbers), /** @type {number[]} */ ([]))
    .slice(0, MOST_NAMED);
  const cards = await Promise.all(first.map((number) => files.card(String(number))));
  const all = element("p");
  all.appendChild(link("「" + shown(q) + "」をすべての種類からさがす", addressOf(root + "search/", { q, chosen: {}, sort: "" })));
  const list = element("ul", "search-hints");
  cards.forEach(({ title, url }) => {
    const item = element("li");
    item.appendChild(link(title, root + url));
    list.appendChild(item);
  });
  return [list, all];
};
