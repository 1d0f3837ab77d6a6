/* The five questions as they stand in the page: one of them is shown, its choices are ticked or not. */
import { all, part, said, show } from "../page/element.js";
import { KEYS, sheetOf } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {ReturnType<typeof questionsIn>} Questions */

/** @param {HTMLElement} section */
const boxesIn = (section) => Array.from(section.querySelectorAll("input"))
  .filter((box) => box.type === "checkbox");

/** @param {HTMLInputElement} box */
const wordsOf = (box) => ((box.labels && box.labels[0].textContent) || "").trim();

/** @param {HTMLElement} section how many are ticked below each heading; one with ticks is open */
const countFolds = (section) => {
  all(section, "details").forEach((fold) => {
    const count = boxesIn(fold).filter((box) => box.checked).length;
    part(fold, ".fold__count", HTMLElement).textContent = count ? count + "つ選択" : "";
  });
};

/** @param {HTMLFormElement} form */
export const questionsIn = (form) => {
  /** @type {Map<string, HTMLElement>} */
  const sections = new Map(all(form, "[data-question]").map((section) => [said(section, "data-question"), section]));
  // A city without a list of skills asks the other questions.
  const keys = KEYS.filter((key) => sections.has(key));
  const boxes = new Map(Array.from(sections).map(([key, section]) => [key, boxesIn(section)]));
  /** @param {string} key */
  const of = (key) => boxes.get(key) || [];
  /** @param {(box: HTMLInputElement) => boolean} wanted @returns {Record<string, string[]>} */
  const values = (wanted) => Object.fromEntries(KEYS.map((key) => [key, of(key).filter(wanted).map((box) => box.value)]));
  /** @type {Sheet} everything that can be answered, in the order of the page */
  const known = values(() => true);

  return {
    keys,
    known,
    /** @param {string} key what a question is called in short */
    label: (key) => said(/** @type {HTMLElement} */ (sections.get(key)), "data-label"),
    /** @param {string} key @param {string} value its words on the page */
    words: (key, value) => of(key).filter((box) => box.value === value).map(wordsOf).join(""),
    /** @returns {Sheet} what is ticked */
    ticked: () => sheetOf(values((box) => box.checked), known),
    /** @param {Sheet} sheet ticks these answers, and no others */
    tick: (sheet) => {
      KEYS.forEach((key) => { of(key).forEach((box) => { box.checked = sheet[key].indexOf(box.value) >= 0; }); });
      sections.forEach(countFolds);
    },
    count: () => { sections.forEach(countFolds); },
    /** @param {string} key shows this question and no other @returns {HTMLElement} */
    show: (key) => {
      sections.forEach((section, name) => { show(section, name === key); });
      return /** @type {HTMLElement} */ (sections.get(key));
    },
    /** @param {string} key @returns {string} 「5問のうち2問め」 */
    progress: (key) => part(/** @type {HTMLElement} */ (sections.get(key)), ".question__progress", HTMLElement).textContent || ""
  };
};
