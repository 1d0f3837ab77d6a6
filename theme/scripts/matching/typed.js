/* The box for one's own words: what they name is ticked, what nobody knows is said and may be searched for. */
import { element, empty, part } from "../page/element.js";
import { typing } from "../search/typing.js";
import { understood } from "./words.js";

/** @typedef {import("./words.js").Understood} Understood */
/** @typedef {import("./questions.js").Questions} Questions */

const LONGEST = 200;

/** @param {Understood} found @param {Questions} questions */
const heardLines = ({ heard }, questions) => heard.map(([typed, values]) =>
  element("p", "", "「" + typed + "」→ " + values.map((value) => questions.words("do", value)).join("、") + " を選びました。"));

/** @param {string} word @param {string} root */
const unknown = (word, root) => {
  const line = element("p", "", "「" + word + "」は、選べることばの中にありませんでした。ことばのままでも、さがせます。");
  const link = element("a", "", "「" + word + "」でさがす");
  link.href = root + "search/?q=" + encodeURIComponent(word);
  line.appendChild(document.createElement("br"));
  line.appendChild(link);
  return line;
};

/**
 * @param {HTMLElement} app with the box, if its first question has one
 * @param {string} root of the site
 * @param {{
 *   words: () => Promise<import("./words.js").Words>, folding: () => Promise<import("../search/fold.js").Folding>,
 *   add: (values: string[]) => void, questions: Questions
 * }} given
 */
export const typedIn = (app, root, { words, folding, add, questions }) => {
  const box = part(app, "#typed", HTMLInputElement);
  const told = part(app, ".typed__said", HTMLElement);
  // What could not be looked up once does not keep anybody from going on.
  let refused = "";

  /** @param {HTMLElement[]} lines */
  const tell = (lines) => {
    empty(told);
    lines.forEach((line) => { told.appendChild(line); });
  };

  /** @returns {Promise<boolean>} whether everything that stands in the box is an answer now */
  const understand = async () => {
    const text = box.value.trim().slice(0, LONGEST);
    if (!text || text === refused) return true;
    try {
      const found = understood(text, await words(), await folding());
      add(found.heard.reduce((all, [, values]) => all.concat(values), /** @type {string[]} */ ([])));
      tell(heardLines(found, questions).concat(found.left.map((word) => unknown(word, root))));
      box.value = "";
      return found.left.length === 0;
    } catch (error) {
      console.error(error);
      refused = text;
      tell([element("p", "", "通信がうまくいかず、ことばを調べられませんでした。下の一覧から選べます。")]);
      return false;
    }
  };

  const { converts } = typing(box, () => {});
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Enter is for this box, not for the next question; the one that confirms a conversion is for neither.
    event.preventDefault();
    if (!converts(event)) understand();
  });
  part(app, "[data-understand]", HTMLButtonElement).addEventListener("click", () => { understand().then(() => { box.focus(); }); });

  return {
    understand,
    forget: () => {
      box.value = "";
      tell([]);
    }
  };
};
