/* What goes with the answers: what fits, what nearly fits, groups one may visit; the answers as chips that come off. */
import { button, element, empty, part, said, show } from "../page/element.js";
import { inTime } from "../search/loading.js";
import { answersIn, tools } from "./answers.js";
import { cardOf } from "./card.js";
import { filesOf } from "./files.js";
import { nothing, failure } from "./help.js";
import { rank } from "./ranking.js";
import { isEmpty } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./ranking.js").Ranked} Ranked */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {{ off: (key: string, value: string) => void, change: (key: string) => void, clear: () => void }} Acts */

// So many cards stand in a section before one asks for more.
const FIRST = 6;
const MORE = 12;
/** @type {[keyof Ranked, string, string][]} */
const SECTIONS = [
  ["fit", "合うもの", ""],
  ["near", "少しちがいますが、近いもの", "どこがちがうかを書いています。都合がつけば、のぞいてみてください。"],
  ["visit", "見学できる団体", "募集は出していませんが、活動日に見学できるかもしれません。"]
];

/** @param {Ranked} found */
const sentence = ({ fit, near, visit }) => {
  if (fit.length) return "あなたに合うものが" + fit.length + "件あります";
  if (near.length) return "ぴったり合うものはありませんが、近いものが" + near.length + "件あります";
  return visit.length ? "募集はありませんが、見学できる団体が" + visit.length + "あります" : "合うものは見つかりませんでした";
};

/** @param {HTMLElement} app @param {import("./questions.js").Questions} questions @param {Acts} acts */
export const resultsIn = (app, questions, acts) => {
  const root = said(app, "data-root");
  const box = part(app, ".match__results", HTMLElement);
  const heading = part(box, ".match__count", HTMLElement);
  const answers = part(box, ".match__answers", HTMLElement);
  const place = part(box, ".match__found", HTMLElement);
  const status = part(app, ".match__status", HTMLElement);
  let files = filesOf(root);
  let latest = 0;

  /** @param {Found[]} list @param {HTMLElement} cards @param {number} from @param {number} count */
  const fill = async (list, cards, from, count) => {
    const wanted = list.slice(from, from + count);
    const made = await Promise.all(wanted.map(async (found) => cardOf(await files.card(found.number), found, root)));
    made.forEach((card) => { cards.appendChild(card); });
    return made;
  };

  /** @param {Found[]} list @param {string} title @param {string} note */
  const section = async (list, title, note) => {
    const made = element("section", "found");
    const cards = element("ol");
    const more = button("button button--quiet found__more", "");
    made.appendChild(element("h3", "", title + " "));
    part(made, "h3", HTMLElement).appendChild(element("span", "count", list.length + "件"));
    if (note) made.appendChild(element("p", "soft", note));
    [cards, more].forEach((one) => { made.appendChild(one); });
    const label = () => {
      const left = list.length - cards.children.length;
      more.textContent = "もっと見る（あと" + left + "件）";
      show(more, left > 0);
    };
    more.addEventListener("click", async () => {
      const [first] = await fill(list, cards, cards.children.length, MORE);
      label();
      part(first, "a", HTMLAnchorElement).focus();
    });
    await fill(list, cards, 0, FIRST);
    label();
    return made;
  };

  /** @param {Sheet} sheet @param {Ranked} ranked */
  const sections = (sheet, ranked) => {
    const there = SECTIONS.filter(([name]) => ranked[name].length > 0);
    return Promise.all(there.map(([name, title, note]) =>
      section(ranked[name], isEmpty(sheet) && name === "fit" ? "いま募集しているもの" : title, note)));
  };

  /** @param {HTMLElement[]} parts */
  const put = (parts) => {
    empty(place);
    parts.forEach((one) => { place.appendChild(one); });
    box.removeAttribute("aria-busy");
  };

  /** @param {string} words @param {"moved" | "changed" | "come"} how */
  const tell = (words, how) => {
    heading.textContent = words;
    if (how === "come") status.textContent = words;
    else heading.focus({ preventScroll: how === "moved" });
  };

  /** @param {Sheet} sheet */
  const wish = async (sheet, ranked) => {
    const { showCard } = await inTime(import("./wish.js"), "wish.js");
    const best = ranked.fit.concat(ranked.near, ranked.visit).slice(0, 3);
    showCard(sheet, questions, await Promise.all(best.map(async (found) => ({ found, card: await files.card(found.number) }))));
  };

  /** @param {Sheet} sheet @param {"moved" | "changed" | "come"} how @param {boolean} [again] with newer files */
  const render = async (sheet, how, again) => {
    latest += 1;
    const turn = latest;
    const current = () => turn === latest;
    box.setAttribute("aria-busy", "true");
    show(box, true);
    try {
      const ranked = await rank(files, sheet);
      const found = ranked.fit.length + ranked.near.length + ranked.visit.length;
      const made = found ? await sections(sheet, ranked) : [nothing(app, sheet, questions)];
      if (!current()) return;
      answersIn(answers, sheet, questions, acts);
      put(made.concat([tools(sheet, { clear: acts.clear, card: () => wish(sheet, ranked) })]));
      tell(isEmpty(sheet) ? "まだ答えがないので、募集をならべています" : sentence(ranked), how);
    } catch (error) {
      if (!current()) return;
      if (!again && await files.outdated(error)) {
        files = filesOf(root);
        return render(sheet, how, true);
      }
      console.error(error);
      answersIn(answers, sheet, questions, acts);
      put([failure(app, () => { render(sheet, "changed"); })]);
      tell("いまは結果を出せません", how);
    }
  };

  return {
    words: () => files.words(),
    folding: () => files.folding(),
    show: (/** @type {Sheet} */ sheet, /** @type {"moved" | "changed" | "come"} */ how) => {
      if (how === "moved") window.scrollTo(0, 0);
      return render(sheet, how);
    },
    hide: () => {
      latest += 1;
      show(box, false);
    }
  };
};
