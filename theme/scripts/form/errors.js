/* What is wrong, beside each question and counted at the top; the words are those of `hiroba check`.
 *
 * errors(form, box, say, take)               `take(question, text)` puts in what a problem offers
 * .show(problems, within, go, onward)        shows the problems whose questions lie in `within` and counts the questions
 * .at(question, problems)                    shows the problems of one question; says so when it is right now
 * .clear(), .has(question)
 */
import { attribute, button, element, part } from "./element.js";

/**
 * @typedef {import("../models/base.js").Path} Path
 * @typedef {{text: string, words: string}} Offer  what is put in, and what the button says
 * @typedef {import("../rules/sentences.js").Told & {offers?: Offer[]}} Problem
 * @typedef {(question: HTMLElement, text: string) => void} Take
 * @typedef {(question: HTMLElement) => void} Go
 * @typedef {object} Errors
 * @property {(problems: Problem[], within: HTMLElement, go: Go, onward?: HTMLElement) => number} show
 * @property {(question: HTMLElement, problems: Problem[]) => void} at
 * @property {() => void} clear
 * @property {(question: HTMLElement) => boolean} has
 */

const ASKED = ["data-q", "data-entries", "data-block", "data-blocks"];

/**
 * The question that a path is about, or the nearest one around it.
 * @type {(form: HTMLFormElement, path: Path) => HTMLElement | null}
 */
const questionOf = (form, path) => {
  for (let n = path.length; n > 0; n -= 1) {
    const name = path.slice(0, n).join(".");
    const found = form.querySelector(ASKED.map(one => "[" + one + '="' + name + '"]').join());
    if (found) return /** @type {HTMLElement} */ (found);
  }
  return null;
};

/** @type {(question: HTMLElement, selector: string) => HTMLElement[]} */
const own = (question, selector) =>
  /** @type {HTMLElement[]} */ (Array.from(question.querySelectorAll(selector))).filter(one => one.closest(".q") === question);

/** @type {(question: HTMLElement) => HTMLElement} */
const errorOf = question => own(question, ".q__error")[0];

/** @type {(question: HTMLElement) => HTMLElement[]} */
const controlsOf = question =>
  own(question, "input, select, textarea").filter(one => !one.closest(".q__show") && attribute(one, "type") !== "hidden");

/** @type {(question: HTMLElement) => string} */
const ownLabel = question => String(part(".q__label", question).textContent).replace("必須", "").trim();

/**
 * What a question belongs to: 募集2, 英語, 会費; nothing for those that speak for themselves.
 * @type {(question: HTMLElement) => string}
 */
const around = question => {
  const entry = question.closest("[data-entry]");
  const blocks = entry && entry.closest("[data-blocks]");
  const list = entry && entry.parentElement ? Array.from(entry.parentElement.children) : [];
  if (entry && blocks) return attribute(blocks, "data-word") + (list.length > 1 ? list.indexOf(entry) + 1 : "");
  const language = question.closest("[data-language]");
  if (language) return String(part("summary", language).textContent);
  const block = question.parentElement && /** @type {HTMLElement | null} */ (question.parentElement.closest("[data-block]"));
  return block && !/^(contact|booking)$/.test(attribute(block, "data-block")) ? ownLabel(block) : "";
};

/** @type {(question: HTMLElement) => string} */
const labelOf = question => {
  const about = question.hasAttribute("data-blocks") ? "" : around(question);
  return about ? about + "の「" + ownLabel(question) + "」" : ownLabel(question);
};

/** @type {(question: HTMLElement, problems: Problem[], take: Take) => void} */
const mark = (question, problems, take) => {
  const error = errorOf(question);
  if (!error) return;
  offer(question, error, problems, take);
  const wrong = problems.some(isWrong);
  error.textContent = "";
  problems.forEach(one => {
    const isError = one.level === "error";
    const words = (isError ? "" : "（気づいたこと）") + one.message + one.advice;
    error.appendChild(element("span", words, isError ? "q__wrong" : "q__doubt"));
  });
  error.hidden = !problems.length;
  question.classList.toggle("q--wrong", wrong);
  controlsOf(question).forEach(control => {
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  });
};

/**
 * What can be put in with one tap, below what is wrong.
 * @type {(question: HTMLElement, error: HTMLElement, problems: Problem[], take: Take) => void}
 */
const offer = (question, error, problems, take) => {
  own(question, ".q__offers").forEach(one => { one.remove(); });
  /** @type {Offer[]} */
  const offers = [];
  problems.forEach(one => { offers.push(...(one.offers || [])); });
  if (!offers.length) return;
  const line = element("p", "", "q__offers tools");
  offers.forEach(one => {
    line.appendChild(button(one.words, () => { take(question, one.text); }));
  });
  error.after(line);
};

/** @type {(question: HTMLElement) => void} */
const focusOn = question => {
  for (let box = question.closest("details"); box; box = box.parentElement && box.parentElement.closest("details")) box.open = true;
  const adding = /** @type {HTMLElement | null} */ (question.querySelector("[data-add]"));
  const target = controlsOf(question)[0] || adding || errorOf(question);
  if (target) target.focus();
  question.scrollIntoView({ block: "center" });
};

/**
 * The order of the page, whatever the order of the rules.
 * @type {(questions: Iterable<HTMLElement>) => HTMLElement[]}
 */
const inOrder = questions => Array.from(questions)
  .sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

/** @type {(one: Problem) => boolean} */
const isWrong = one => one.level === "error";

/** @type {(form: HTMLFormElement, problems: Problem[]) => Map<HTMLElement, Problem[]>} */
const grouped = (form, problems) => {
  /** @type {Map<HTMLElement, Problem[]>} */
  const by = new Map();
  problems.forEach(one => {
    const question = questionOf(form, one.path) || part(".step:last-of-type .q", form);
    by.set(question, (by.get(question) || []).concat([one]));
  });
  return by;
};

/**
 * One line of the list at the top, which leads to its question.
 * @type {(question: HTMLElement, problem: Problem, go: Go) => HTMLElement}
 */
const line = (question, problem, go) => {
  const item = element("li");
  const label = labelOf(question);
  const words = problem.message.indexOf("「" + label + "」") === 0 ? problem.message : label + "：" + problem.message;
  const link = element("a", words);
  link.setAttribute("href", "#" + (errorOf(question) || question).id);
  link.addEventListener("click", event => {
    event.preventDefault();
    go(question);
    focusOn(question);
  });
  item.appendChild(link);
  return item;
};

/**
 * How many questions are to be put right, counted and listed at the top.
 * @type {(box: HTMLElement, by: Map<HTMLElement, Problem[]>, go: Go, onward?: HTMLElement) => number}
 */
const summarise = (box, by, go, onward) => {
  const wrong = inOrder(by.keys()).filter(question => (by.get(question) || []).some(isWrong));
  box.hidden = !wrong.length;
  box.textContent = "";
  if (!wrong.length) return 0;
  const list = element("ul");
  wrong.forEach(question => { list.appendChild(line(question, (by.get(question) || []).filter(isWrong)[0], go)); });
  box.appendChild(element("h2", "直すところが" + wrong.length + "か所あります"));
  box.appendChild(list);
  if (onward) box.appendChild(onward);
  box.focus();
  return wrong.length;
};

/** @type {(form: HTMLFormElement, box: HTMLElement, say: (words: string) => void, take: Take) => Errors} */
const errors = (form, box, say, take) => {
  /** @type {Map<HTMLElement, Problem[]>} */
  const shown = new Map();

  const clear = () => {
    shown.forEach((_, question) => { mark(question, [], take); });
    shown.clear();
    box.hidden = true;
  };

  /** @type {Errors["show"]} */
  const show = (problems, within, go, onward) => {
    clear();
    const by = grouped(form, problems);
    by.forEach((found, question) => {
      if (within.contains(question)) {
        shown.set(question, found);
        mark(question, found, take);
      } else by.delete(question);
    });
    return summarise(box, by, go, onward);
  };

  // One question was left: what is wrong with it is said beside it, and that it is right now is said once.
  /** @type {Errors["at"]} */
  const at = (question, problems) => {
    const was = (shown.get(question) || []).some(isWrong);
    shown.set(question, problems);
    mark(question, problems, take);
    const label = labelOf(question);
    if (was && !problems.some(isWrong)) say((label.indexOf("「") < 0 ? "「" + label + "」" : label) + "は直りました。");
  };

  return { show, at, clear, has: (/** @type {HTMLElement} */ question) => shown.has(question) };
};

export { errors, labelOf, questionOf };
