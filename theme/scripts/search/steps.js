/* Which searches are steps of the history, so that Back leads to the search before.
 *
 * What is typed one letter after the other is one step, until it has settled: somebody paused, sent it, left the box,
 * opened a result or asked for more. What is typed then is the next step, as is every choice. Each step keeps how many
 * results were shown, and how far down the page was.
 */
import { soon } from "./typing.js";

/** @typedef {{ shown?: number, top?: number }} Kept */

// Longer than between two keys, shorter than reading what was found.
const SETTLED = 1500;
// How long a page stands still before its place is kept.
const REST = 200;

/** @param {HTMLInputElement} input @param {() => number} shown how many results are shown now */
export const steps = (input, shown) => {
  // Whether what is in the address is still being typed.
  let open = false;
  const pause = soon(() => { open = false; }, SETTLED);

  /** @returns {Kept} */
  const kept = () => history.state || {};

  const settle = () => {
    pause.cancel();
    open = false;
  };

  /** @param {number} count of results, kept with the step that is left */
  const leave = (count) => { history.replaceState({ shown: count, top: window.pageYOffset }, ""); };

  /** @param {string} address @param {boolean} typed and neither sent nor chosen */
  const take = (address, typed) => {
    const isStep = address !== location.pathname + location.search && !(typed && open);
    if (isStep) leave(kept().shown || shown());
    history[isStep ? "pushState" : "replaceState"]({ shown: shown() }, "", address);
    open = typed && (open || isStep);
    pause.cancel();
    if (open) pause.later();
  };

  input.addEventListener("blur", settle);
  window.addEventListener("scroll", soon(() => { leave(shown()); }, REST).later, { passive: true });
  window.addEventListener("pagehide", () => { leave(shown()); });
  return { kept, settle, take };
};
