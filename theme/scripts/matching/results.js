/* What goes with the answers: what fits, apart from what differs in something; the answers as chips that come off. */
import { button, element, empty, part, said, show } from "../page/element.js";
import { inTime } from "../search/loading.js";
import { answersIn, tools } from "./answers.js";
import { cardOf } from "./card.js";
import { filesOf } from "./files.js";
import { failure, nothing, unasked } from "./help.js";
import { stay, step } from "./memory.js";
import { isEmpty } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./files.js").Answer} Answer */
/** @typedef {"moved" | "changed" | "come"} How one came: from a question, by taking an answer off, by the address */
/** @typedef {{ off: (key: string, value: string) => void, change: (key: string) => void, clear: () => void }} Acts */

// So many cards are shown before one asks for more, and so many of the best stand on a wish card.
const PAGE = 10;
const BEST = 3;
/** @type {{ key: "fits" | "near", title: string, note: string }[]} */
const SECTIONS = [
  { key: "fits", title: "合うもの", note: "" },
  { key: "near", title: "少しちがいますが、近いもの", note: "どこがちがうかを書いています。都合がつけば、見てみてください。" }
];

/** @param {Answer} answer its sections with as many cards as they have room for, what fits before all that is near */
const makeSections = (answer) => SECTIONS.filter(({ key }) => answer[key].length).map(({ key, title, note }) => {
  const numbers = answer[key];
  const box = element("section", "found found--" + key);
  const list = element("ol");
  const heading = element("h3", "", title);
  heading.appendChild(element("span", "count", numbers.length + "件"));
  box.appendChild(heading);
  if (note) box.appendChild(element("p", "soft", note));
  box.appendChild(list);
  show(box, false);
  return { numbers, box, list };
});

/** @param {Answer} answer the sections with its first cards, and a button for more */
const makeList = async (answer, /** @type {string} */ root) => {
  // Whoever comes back from a card finds as many as there were.
  const before = step().shown || PAGE;
  const sections = makeSections(answer);
  const all = sections.reduce((/** @type {number[]} */ numbers, one) => numbers.concat(one.numbers), []);
  const more = button("button button--quiet found__more", "");
  let shown = 0;

  /** @returns {Promise<HTMLElement[]>} the next cards, in the order of the answer */
  const further = async (/** @type {number} */ count) => {
    const next = await Promise.all(all.slice(shown, shown + count).map(answer.found));
    const cards = next.map((found, n) => {
      const place = shown + n < sections[0].numbers.length ? sections[0] : sections[1];
      const card = cardOf(found, root);
      place.list.appendChild(card);
      show(place.box, true);
      return card;
    });
    shown += cards.length;
    more.textContent = "もっと見る（あと" + (all.length - shown) + "件）";
    show(more, shown < all.length);
    return cards;
  };
  more.addEventListener("click", async () => {
    const [first] = await further(PAGE).catch(() => []);
    stay({ shown });
    if (first) part(first, "a", HTMLAnchorElement).focus();
  });
  await further(before);
  return sections.map(({ box }) => /** @type {HTMLElement} */ (box)).concat([more]);
};

/** @param {Answer} answer how many there are, in one line */
const counted = ({ fits, near }) => {
  if (!fits.length) return near.length ? "ぴったり合うものはありません。近いものが" + near.length + "件あります" : "合うものは見つかりませんでした";
  return "合うものが" + fits.length + "件" + (near.length ? "、近いものが" + near.length + "件" : "") + "あります";
};

export class Results {
  /** @param {HTMLElement} app @param {import("./questions.js").Questions} questions @param {Acts} acts */
  constructor(app, questions, acts) {
    this.app = app;
    this.questions = questions;
    this.acts = acts;
    this.root = said(app, "data-root");
    this.box = part(app, ".match__results", HTMLElement);
    this.heading = part(app, ".match__count", HTMLElement);
    this.answers = part(app, ".match__answers", HTMLElement);
    this.place = part(app, ".match__found", HTMLElement);
    this.status = part(app, ".match__status", HTMLElement);
    this.files = filesOf(this.root);
    this.latest = 0;
  }

  /** @param {Sheet} sheet @param {How} how */
  async show(sheet, how) {
    if (how === "moved") window.scrollTo(0, 0);
    await this.render(sheet, how, false);
  }

  hide() {
    this.latest += 1;
    show(this.box, false);
  }

  /** @param {Sheet} sheet @param {Answer} answer */
  async wish(sheet, answer) {
    const { showCard } = await inTime(import("./wish.js"), "wish.js");
    showCard(sheet, this.questions, await Promise.all(answer.fits.concat(answer.near).slice(0, BEST).map(answer.found)));
  }

  /** @param {Sheet} sheet @param {Answer} answer @returns {Promise<[string, HTMLElement[]]>} what is said, and what is shown */
  async made(sheet, answer) {
    const below = tools(sheet, { clear: this.acts.clear, card: () => this.wish(sheet, answer) });
    if (isEmpty(sheet)) return ["まだ答えがありません", [unasked(this.app), below]];
    if (!answer.fits.length && !answer.near.length) return [counted(answer), [nothing(this.app, sheet, this.questions), below]];
    return [counted(answer), (await makeList(answer, this.root)).concat([below])];
  }

  /** @param {Sheet} sheet @param {How} how @param {boolean} again with newer files */
  async render(sheet, how, again) {
    this.latest += 1;
    const turn = this.latest;
    const current = () => turn === this.latest;
    this.box.setAttribute("aria-busy", "true");
    show(this.box, true);
    try {
      const [words, parts] = await this.made(sheet, await this.files.answer(sheet));
      if (current()) this.put(words, parts, sheet, how);
    } catch (error) {
      const newer = !again && current() && await this.files.outdated(error);
      if (!current()) return;
      if (newer) {
        this.files = filesOf(this.root);
        await this.render(sheet, how, true);
        return;
      }
      console.error(error);
      const retry = failure(this.app, () => { this.render(sheet, "changed", false); });
      this.put("いまは結果を出せません", [retry], sheet, how);
    }
  }

  /** @param {string} words @param {HTMLElement[]} parts @param {Sheet} sheet @param {How} how */
  put(words, parts, sheet, how) {
    const { answers, box, heading, place, status } = this;
    [place, answers].forEach(empty);
    answersIn(answers, sheet, this.questions, this.acts);
    parts.forEach((one) => { place.appendChild(one); });
    box.removeAttribute("aria-busy");
    document.documentElement.removeAttribute("data-asks");
    heading.textContent = words;
    const { top } = step();
    if (how === "come") status.textContent = words;
    if (how === "come" && top) window.scrollTo(0, top);
    if (how !== "come") heading.focus({ preventScroll: how === "moved" });
  }
}
