/* What was answered, above what was found: chips that come off, a way back to each question, what one does with it. */
import { button, element, empty } from "../page/element.js";
import { copied } from "../page/tools.js";
import { KEYS, isEmpty } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./questions.js").Questions} Questions */
/** @typedef {import("./results.js").Acts} Acts */

/** @param {string} key @param {string} value @param {Questions} questions @param {Acts} acts */
const chip = (key, value, questions, acts) => {
  const item = element("li");
  const made = button("chip", questions.words(key, value));
  made.setAttribute("aria-label", questions.words(key, value) + "をはずす");
  made.addEventListener("click", () => { acts.off(key, value); });
  item.appendChild(made);
  return item;
};

/** @param {string} key @param {Sheet} sheet @param {Questions} questions @param {Acts} acts */
const row = (key, sheet, questions, acts) => {
  const item = element("li");
  const change = button("link-button", sheet[key].length ? "変える" : "答える");
  change.setAttribute("aria-label", questions.label(key) + "を" + change.textContent);
  change.addEventListener("click", () => { acts.change(key); });
  const told = sheet[key].map((value) => questions.words(key, value)).join("、") || "（とばしました）";
  [element("span", "answers__name", questions.label(key)), element("span", "answers__told", told), change]
    .forEach((one) => { item.appendChild(one); });
  return item;
};

/** @param {HTMLElement} box @param {Sheet} sheet @param {Questions} questions @param {Acts} acts */
export const answersIn = (box, sheet, questions, acts) => {
  empty(box);
  if (!isEmpty(sheet)) {
    const chips = element("ul", "chips");
    KEYS.forEach((key) => {
      sheet[key].forEach((value) => { chips.appendChild(chip(key, value, questions, acts)); });
    });
    chips.setAttribute("aria-label", "あなたの答え");
    box.appendChild(chips);
  }
  const fold = element("details", "answers");
  const rows = element("ul");
  fold.open = isEmpty(sheet);
  KEYS.forEach((key) => { rows.appendChild(row(key, sheet, questions, acts)); });
  [element("summary", "", "答えを変える・足す"), rows].forEach((one) => { fold.appendChild(one); });
  box.appendChild(fold);
};

/** @param {string} text @param {() => void} act @param {boolean} [quiet] */
const tool = (text, act, quiet) => {
  const made = button("button" + (quiet ? " button--quiet" : ""), text);
  made.addEventListener("click", act);
  return made;
};

/**
 * What one does with the results: a card for the office, the address for somebody else, forget it all.
 *
 * @param {Sheet} sheet
 * @param {{ card: () => Promise<void>, clear: () => void }} acts
 */
export const tools = (sheet, { card, clear }) => {
  const box = element("div", "tools match__tools");
  const status = element("span", "tools__said");
  status.setAttribute("role", "status");
  const make = () => {
    card().catch(() => { status.textContent = "いまは希望カードを作れません。通信を確かめて、もう一度押すか、このページを読みこみ直してください。"; });
  };
  const copy = () => {
    copied(location.href).then(
      () => { status.textContent = "アドレスを写しました。開くと、この答えの結果が出ます。"; },
      () => { status.textContent = "写せませんでした。アドレス：" + location.href; }
    );
  };
  if (!isEmpty(sheet)) box.appendChild(tool("希望カードを作る（印刷）", make));
  if (!isEmpty(sheet)) box.appendChild(tool("この結果のアドレスをコピー", copy, true));
  box.appendChild(tool(isEmpty(sheet) ? "はじめから答える" : "答えを消して、はじめから", clear, true));
  box.appendChild(status);
  return box;
};
