/* The form: what was filled in, what is wrong with it, how it will look, and where it starts from.
 *
 * What is needed to fill it in is loaded first and is little; all else comes as soon as it stands, so that it goes on
 * working where the line breaks off. `data-ready` says that it can be filled in, `data-whole` that everything is here.
 */
import { refreshLook, settle } from "./beside.js";
import { attribute, control, part } from "./element.js";
import { clear } from "./filling.js";
import { later, load } from "./later.js";
import { listen } from "./listening.js";
import { fromAddress, offerDraft, published, tell } from "./origin.js";
import { nameOf } from "./pairs.js";
import { listenForKana, refresh } from "./questions.js";
import { named, stateOf } from "./state.js";

/** @typedef {import("./state.js").State} State */

/** @type {(names: import("./pairs.js").Names) => void} */
const showKnown = names => {
  Object.entries({ places: names.places, groups: names.groups }).forEach(([name, known]) => {
    const list = part("#known-" + name);
    Object.keys(known).forEach(id => { list.appendChild(new Option(nameOf(known, id))); });
  });
};

/** @type {(form: HTMLFormElement, names: import("./pairs.js").Names) => Promise<State>} */
const begin = async (form, names) => {
  clear(form);
  showKnown(names);
  const state = stateOf(form, names, refreshLook);
  state.later = later(state);
  listenForKana(named(state), control(form, "kana"));
  listen(state);
  refresh(form);
  state.steps.go(0, true);
  settle(state);
  await published(state);
  if (!(await fromAddress(state))) offerDraft(state);
  form.setAttribute("data-ready", "");
  return state;
};

/**
 * All that is not needed to fill in a question.
 * @type {(state: State) => Promise<void>}
 */
const complete = async state => {
  await state.later.finish();
  refreshLook(state);
  state.form.setAttribute("data-whole", "");
};

/** @type {(error: unknown) => never} */
const failed = error => {
  document.documentElement.classList.remove("form-works");
  tell("フォームの準備ができませんでした。電波のよいところで、ページを開きなおしてください。", true);
  throw error;
};

/** @type {() => Promise<void>} */
const start = async () => {
  const form = /** @type {HTMLFormElement} */ (part("#form"));
  document.documentElement.classList.add("form-works");
  const state = await load({ root: attribute(form, "data-root") }, "assets/form/names.json")
    .then(names => begin(form, /** @type {import("./pairs.js").Names} */ (names))).catch(failed);
  // Whoever needs what could not be loaded hears of it then.
  await complete(state);
};

export { start };
