/* Where what is asked for can be lent or done: 「テント 借りる」 leads to the tents that groups and places lend. */
import { element, empty, show } from "../page/element.js";
import { json } from "./loading.js";

/**
 * @typedef {{label: string, names: string[], url: string, offered: number, sought: number}} Thing  names are folded
 * @typedef {import("./view.js").View} View
 */

// Words with which somebody wants to have or to give something.
const LENDING = /借り|かりたい|かりる|貸(?:し|す|せ|りて)|かして|レンタル|使わせ|使いたい|出せ(?:る|ます|ない)|出して|ゆず|譲|もらい|あげ(?:る|たい)|ほしい|欲しい|手伝(?:っ|い|え|う)|頼(?:み|む|め)|お願い|共催|募って/;
const KATAKANA = /[ァ-ヺー]/;
const KANJI = /[々一-鿿]/;

/** @param {string} name @param {string} before @param {string} after whether a name is a word of its own between two letters */
const stands = (name, before, after) => {
  const last = name[name.length - 1];
  if (KATAKANA.test(name[0]) && KATAKANA.test(before)) return false;
  if (KATAKANA.test(last) && KATAKANA.test(after)) return false;
  return !(name.length === 1 && KANJI.test(name) && (KANJI.test(before) || KANJI.test(after)));
};

/** @param {string} text folded @param {string} name */
const isIn = (text, name) => {
  const at = text.indexOf(name);
  return at >= 0 && stands(name, text[at - 1] || "", text[at + name.length] || "");
};

/** @param {string} q @returns {string} as the names are folded */
const folded = (q) => q.normalize("NFKC").toLowerCase();

/** @param {string} q whether it is about lending, giving or helping */
export const isLending = (q) => LENDING.test(folded(q));

/**
 * The thing that a question names, by its longest name; undefined if it names none.
 * @param {Thing[]} things
 * @param {string} q
 */
export const thingIn = (things, q) => {
  const text = folded(q);
  const found = things.map((thing) => ({ thing, length: Math.max(0, ...thing.names.filter((name) => isIn(text, name)).map((name) => name.length)) }));
  const [best] = found.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
  return best && best.thing;
};

/** @param {Thing} thing how many can be had, and how many are sought */
export const sentence = ({ label, offered, sought }) => label + "：できること" + offered + "件・求めていること" + sought + "件";

/** @type {Promise<Thing[]> | undefined} */
let asked;

/**
 * Shows above the results where what is asked for can be lent, or nothing.
 * @param {View} view
 * @param {string} q
 * @param {() => boolean} current whether that is still what is asked
 */
export const showLent = async (view, q, current) => {
  const { lent, root } = view;
  show(lent, false);
  if (!isLending(q)) return;
  asked = asked || json(root + "exchange/things.json");
  const thing = await asked.then((things) => thingIn(things, q), () => { asked = undefined; });
  if (!thing || !current()) return;
  empty(lent);
  const link = element("a", "", "団体どうしの助け合い");
  link.href = root + thing.url;
  lent.append(link, "に " + sentence(thing));
  show(lent, true);
};
