/* Where the preview stands: beside the form on a wide screen, in its last step on a telephone.
 *
 * settle(state)   puts it there, now and when the screen changes
 * refreshLook(state)  has it shown anew where it can be seen
 */
import { part } from "./element.js";

/** @typedef {import("./state.js").State} State */

const wide = window.matchMedia("(min-width: 75rem)");

/** @type {() => void} */
const place = () => {
  part(wide.matches ? ".form-layout" : "#form-look-here").appendChild(part("#form-look"));
  // Folded on a telephone, so that sending stands below what was asked last.
  part(".form__look-fold").toggleAttribute("open", wide.matches);
};

/** @type {(state: State) => void} */
const settle = state => {
  place();
  wide.addListener(() => {
    place();
    refreshLook(state);
  });
};

/** @type {(state: State) => void} */
const refreshLook = state => {
  if (!state.form.hasAttribute("data-ready") || !(wide.matches || state.steps.isLast())) return;
  state.later.finish().then(finish => { finish.look(); }, () => { /* said when somebody needs it */ });
};

export { refreshLook, settle };
