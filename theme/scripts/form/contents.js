/* What stands in the form, put in as a whole: what is published, a draft, a file, what a code carries.
 *
 * put(state, pairs)    beside what is there
 * renew(state, pairs)  in the place of what is there; it is a draft from then on
 * changed(state)       something is another than before
 */
import { refreshLook } from "./beside.js";
import { clear, fill } from "./filling.js";
import { refresh } from "./questions.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./pairs.js").Pair} Pair */

/** @type {(state: State, pairs: Pair[]) => void} */
const put = (state, pairs) => {
  fill(state.form, pairs, state.names);
  if (state.form.querySelector(".q--photos [data-entry]")) {
    state.later.finish().then(finish => { finish.showPhotos(); }, () => { /* the pictures are kept all the same */ });
  }
  refresh(state.form);
  refreshLook(state);
};

/** @type {(state: State, pairs: Pair[]) => void} */
const renew = (state, pairs) => {
  state.form.reset();
  clear(state.form);
  put(state, pairs.filter(pair => pair[0] !== "_kind" && pair[0] !== "_hiroba"));
  changed(state);
};

/** @type {(state: State) => void} */
const changed = state => { state.draft.touch(() => { refreshLook(state); }); };

export { changed, put, renew };
