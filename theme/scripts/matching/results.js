/* What goes with the answers: what fits, apart from what differs in something; the answers as chips that come off. */
import { button, element, empty, part, said, show } from "../page/element.js";
import { inTime } from "../search/loading.js";
import { answersIn, tools } from "./answers.js";
import { cardOf } from "./card.js";
import { newestFiles } from "./files.js";
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

/**
 * The sections with the first cards, and a button for more.
 *
 * @param {Answer} answer
 * @param {string} root of the site
 * @param {(error: unknown, count: number) => Promise<boolean>} renew shows so many of newer files, if there are
 */
const makeList = async (answer, root, renew) => {
  const sections = makeSections(answer);
  const all = sections.reduce((/** @type {number[]} */ numbers, one) => numbers.concat(one.numbers), []);
  const more = button("button button--quiet found__more", "");
  const status = element("p", "found__said");
  status.setAttribute("role", "status");
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
  const onMore = async () => {
    status.textContent = "読みこんでいます…";
    try {
      const [first] = await further(PAGE);
      stay({ shown });
      status.textContent = "";
      part(first, "a", HTMLAnchorElement).focus();
    } catch (error) {
      if (await renew(error, shown + PAGE)) return;
      console.error(error);
      status.textContent = "通信がうまくいきませんでした。もう一度押してください。";
    }
  };
  more.addEventListener("click", () => {
    if (more.getAttribute("aria-disabled")) return;
    more.setAttribute("aria-disabled", "true");
    onMore().finally(() => { more.removeAttribute("aria-disabled"); });
  });
  // Whoever comes back from a card finds as many as there were.
  await further(step().shown || PAGE);
  return sections.map(({ box }) => /** @type {HTMLElement} */ (box)).concat([status, more]);
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
    this.paper = part(document, "#wish", HTMLElement);
    this.files = newestFiles(this.root);
    this.latest = 0;
  }

  /** @param {Sheet} sheet @param {How} how */
  async show(sheet, how) {
    if (how === "moved") window.scrollTo(0, 0);
    await this.render(sheet, how);
  }

  /** Nothing of the answers stays on the page, whoever comes after. */
  hide() {
    this.latest += 1;
    this.close();
    [this.place, this.answers].forEach(empty);
    show(this.box, false);
  }

  /** Puts the wish card away. */
  close() {
    empty(this.paper);
    show(this.paper, false);
    document.body.classList.remove("prints-wish");
  }

  /** @param {Sheet} sheet */
  async wish(sheet) {
    const turn = this.latest;
    const [{ cardIn }, best] = await Promise.all([
      inTime(import("./wish.js"), "wish.js"),
      this.files.read(async (files) => {
        const answer = await files.answer(sheet);
        return Promise.all(answer.fits.concat(answer.near).slice(0, BEST).map(answer.found));
      })
    ]);
    // Answers that have changed meanwhile are not put on paper.
    if (turn !== this.latest) return;
    cardIn(this.paper, sheet, this.questions, best, () => {
      this.close();
      this.heading.focus();
    });
    // As long as the card is open, it is what is printed, however one prints.
    document.body.classList.add("prints-wish");
  }

  /** @param {Sheet} sheet @param {import("./files.js").Files} files @returns {Promise<[string, HTMLElement[]]>} what is said, and what is shown */
  async made(sheet, files) {
    const answer = await files.answer(sheet);
    const below = tools(sheet, { clear: this.acts.clear, card: () => this.wish(sheet) });
    if (isEmpty(sheet)) return ["まだ答えがありません", [unasked(this.app), below]];
    if (!answer.fits.length && !answer.near.length) return [counted(answer), [nothing(this.app, sheet, this.questions), below]];
    const list = await makeList(answer, this.root, async (error, further) => {
      if (!await this.files.renewed(error)) return false;
      stay({ shown: further });
      await this.render(sheet, "changed");
      return true;
    });
    return [counted(answer), list.concat([below])];
  }

  /** @param {Sheet} sheet @param {How} how */
  async render(sheet, how) {
    this.latest += 1;
    const turn = this.latest;
    this.wait(sheet, how);
    try {
      const [words, parts] = await this.files.read((files) => this.made(sheet, files));
      if (turn === this.latest) this.put(words, parts, how);
    } catch (error) {
      if (turn !== this.latest) return;
      console.error(error);
      this.put("いまは結果を出せません", [failure(this.app, () => { this.render(sheet, "changed"); })], how);
    }
  }

  /** What was found for other answers is gone; these are shown at once. @param {Sheet} sheet @param {How} how */
  wait(sheet, how) {
    const { answers, box, heading, place, status } = this;
    this.close();
    empty(place);
    answersIn(answers, sheet, this.questions, this.acts);
    box.setAttribute("aria-busy", "true");
    heading.textContent = "さがしています…";
    status.textContent = "";
    show(box, true);
    if (how !== "come") heading.focus({ preventScroll: how === "moved" });
  }

  /** @param {string} words @param {HTMLElement[]} parts @param {How} how */
  put(words, parts, how) {
    const { box, heading, place, status } = this;
    empty(place);
    parts.forEach((one) => { place.appendChild(one); });
    box.removeAttribute("aria-busy");
    document.documentElement.removeAttribute("data-asks");
    heading.textContent = words;
    status.textContent = words;
    const { top } = step();
    if (how === "come" && top) window.scrollTo(0, top);
  }
}
