/* The box for one's own words: what they name is ticked, what nobody knows is said and may be searched for. */
import { button, element, empty, part } from "../page/element.js";
import { typing } from "../search/typing.js";
import { unheard } from "./unheard.js";
import { understood } from "./words.js";

/** @typedef {import("./questions.js").Questions} Questions */
/**
 * @typedef {{
 *   read: import("./files.js").Newest["read"], questions: Questions,
 *   add: (values: string[]) => void, off: (value: string) => void
 * }} Given
 */

const LONGEST = 200;
// So many searches are offered for what was not understood.
const SEARCHES = 5;

/** @param {[string, string[]]} heard @param {Given} given what was ticked for a word, each with a way to take it off */
const heardLine = ([typed, values], { questions, off }) => {
  const line = element("p", "", "「" + typed + "」→ ");
  values.forEach((value) => {
    const words = questions.words("do", value);
    const chip = button("chip", words);
    chip.setAttribute("aria-label", words + "をはずす");
    chip.addEventListener("click", () => {
      off(value);
      line.replaceChild(document.createTextNode("（" + words + "をはずしました）"), chip);
    });
    line.appendChild(chip);
  });
  line.appendChild(document.createTextNode(" を選びました。"));
  return line;
};

/** @param {string[]} words @param {string} root */
const unknownLine = (words, root) => {
  const named = words.map((word) => "「" + word + "」").join("");
  const line = element("p", "", named + "は、選べることばの中にありませんでした。ことばのままでも、さがせます。");
  words.slice(0, SEARCHES).forEach((word) => {
    const link = element("a", "", "「" + word + "」でさがす");
    link.href = root + "search/?q=" + encodeURIComponent(word);
    line.appendChild(document.createElement("br"));
    line.appendChild(link);
  });
  return line;
};

/**
 * What is said below the box.
 *
 * @param {HTMLElement} told
 * @param {string} root of the site
 * @param {Given} given
 */
const saying = (told, root, given) => {
  /** @param {HTMLElement[]} lines */
  const tell = (lines) => {
    empty(told);
    lines.forEach((line) => { told.appendChild(line); });
  };
  return {
    /** @param {string} [words] */
    say: (words) => { tell(words ? [element("p", "", words)] : []); },
    /** @param {string} text whose words are ticked, and said */
    hear: async (text) => {
      const found = await given.read(async (files) => understood(text, await files.words(), await files.folding()));
      const left = unheard(found, text);
      given.add(found.heard.reduce((all, [, values]) => all.concat(values), /** @type {string[]} */ ([])));
      tell(found.heard.map((one) => heardLine(one, given)).concat(left.length ? [unknownLine(left, root)] : []));
    },
    seen: () => { told.scrollIntoView({ block: "center" }); }
  };
};

/** @param {HTMLInputElement} box @param {ReturnType<typeof saying>} said */
const understanding = (box, { say, hear, seen }) => {
  // What could not be looked up does not keep anybody from going on.
  let refused = "";
  let busy = false;
  const typed = () => box.value.trim().slice(0, LONGEST);

  const understand = async () => {
    const text = typed();
    if (!text || busy) return;
    busy = true;
    say("ことばを調べています…");
    try {
      await hear(text);
      if (typed() === text) box.value = "";
    } catch (error) {
      console.error(error);
      refused = text;
      say("通信がうまくいかず、ことばを調べられませんでした。もう一度「入れる」を押すか、下の一覧から選べます。");
    }
    busy = false;
  };
  return {
    understand,
    /** @returns {Promise<boolean>} whether one may go on: what stands in the box is understood first, and seen */
    leave: async () => {
      if (busy) return false;
      if (typed() && typed() !== refused) {
        await understand();
        seen();
        return false;
      }
      if (!typed()) say();
      return true;
    },
    forget: () => {
      box.value = "";
      refused = "";
      say();
    }
  };
};

/**
 * @param {HTMLElement} app with the box, if its first question has one
 * @param {string} root of the site
 * @param {Given} given
 */
export const typedIn = (app, root, given) => {
  const box = part(app, "#typed", HTMLInputElement);
  const made = understanding(box, saying(part(app, ".typed__said", HTMLElement), root, given));
  const { converts } = typing(box, () => {});
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Enter is for this box, not for the next question; the one that confirms a conversion is for neither.
    event.preventDefault();
    if (!converts(event)) made.understand();
  });
  part(app, "[data-understand]", HTMLButtonElement).addEventListener("click", () => { made.understand().then(() => { box.focus(); }); });
  return made;
};
