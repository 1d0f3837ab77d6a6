/* What people do on the page of the questions, told to it. */
import { all, part } from "../page/element.js";
import { stay } from "./memory.js";

/**
 * @typedef {{
 *   ticked: () => void, onward: () => void, backward: () => void, early: () => void, resume: () => void,
 *   clear: () => void, arrive: () => void
 * }} Acts
 */

/** @param {HTMLElement} app @param {Acts} acts */
export const bind = (app, acts) => {
  const form = part(app, "form", HTMLFormElement);
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "checkbox") acts.ticked();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    acts.onward();
  });
  // Who taps twice out of habit goes on once, whatever lies under the finger by then.
  app.addEventListener("click", (event) => {
    const isSecond = event.detail > 0 && event.detail % 2 === 0;
    if (!isSecond || !(event.target instanceof Element) || !event.target.closest("button")) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  /** @type {[string, () => void][]} */
  const buttons = [
    ["[data-back]", acts.backward], ["[data-early]", acts.early], ["[data-resume]", acts.resume],
    ["[data-clear]", acts.clear]
  ];
  buttons.forEach(([selector, act]) => {
    all(app, selector).forEach((button) => { button.addEventListener("click", act); });
  });
  window.addEventListener("popstate", acts.arrive);
  window.addEventListener("pagehide", () => { stay({ top: window.pageYOffset }); });
};
