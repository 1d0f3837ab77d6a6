/* One topic at a time, with its number; the back button of the browser goes one step back.
 *
 * steps(form, entered)  go(number, quiet), place(), of(node) → number, count, tell(number, words)
 */
import { part } from "./element.js";

/** @type {(form: HTMLFormElement, all: HTMLElement[], place: number) => void} */
const draw = (form, all, place) => {
  all.forEach((step, n) => { step.hidden = n !== place; });
  part("#form-where").textContent = all.length + "つのうち" + (place + 1) + "つめ";
  document.documentElement.classList.toggle("form-under-way", place > 0);
  part(".bar span", form).style.width = Math.round((place + 1) / all.length * 100) + "%";
  form.querySelectorAll("[data-go]").forEach((link, n) => {
    if (n === place) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  });
  part(".form__map", form).removeAttribute("open");
};

/**
 * @typedef {object} Steps
 * @property {(number: number, quiet?: boolean) => void} go
 * @property {number} count
 * @property {() => number} place
 * @property {() => HTMLElement} now
 * @property {() => boolean} isLast
 * @property {(node: Element) => number} of
 * @property {(number: number, words: string) => void} tell
 */

/** @type {(form: HTMLFormElement, entered: (place: number) => void) => Steps} */
const steps = (form, entered) => {
  const all = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll(".step")));
  const links = form.querySelectorAll("[data-go]");
  let place = 0;

  const go = (/** @type {number} */ number, /** @type {boolean} */ quiet = false) => {
    place = Math.max(0, Math.min(all.length - 1, number));
    draw(form, all, place);
    entered(place);
    if (quiet) return;
    history.pushState({ step: place }, "", "#" + all[place].id);
    part("h2", all[place]).focus({ preventScroll: true });
    form.scrollIntoView();
  };

  window.addEventListener("popstate", event => {
    if (event.state && typeof event.state.step === "number") go(event.state.step, true);
  });
  history.replaceState({ step: 0 }, "", location.href);
  return {
    go,
    count: all.length,
    place: () => place,
    now: () => all[place],
    isLast: () => place === all.length - 1,
    of: (/** @type {Element} */ node) => all.findIndex(step => step.contains(node)),
    tell: (/** @type {number} */ number, /** @type {string} */ words) => {
      part(".form__state", links[number].parentElement || form).textContent = words;
    }
  };
};

export { steps };
