/* The form: what was filled in, what is wrong with it, how it will look, and where it starts from.
 *
 * What is needed to fill it in is loaded first and is little; all else comes as soon as it stands, so that it goes on
 * working where the line breaks off. `data-ready` says that it can be filled in, `data-whole` that everything is here.
 */
import { refreshLook, settle } from "./beside.js";
import { clear } from "./filling.js";
import { later, load } from "./later.js";
import { listen } from "./listening.js";
import { fromAddress, offerDraft, published, tell } from "./origin.js";
import { nameOf } from "./pairs.js";
import { listenForKana, refresh } from "./questions.js";
import { named, stateOf } from "./state.js";

const showKnown = names => {
  ["places", "groups"].forEach(name => {
    const list = document.getElementById("known-" + name);
    Object.keys(names[name]).forEach(id => { list.appendChild(new Option(nameOf(names[name], id))); });
  });
};

const begin = async (form, names) => {
  clear(form);
  showKnown(names);
  const state = stateOf(form, names, refreshLook);
  state.later = later(state);
  listenForKana(named(state), form.elements.kana);
  listen(state);
  refresh(form);
  state.steps.go(0, true);
  settle(state);
  await published(state);
  if (!(await fromAddress(state))) offerDraft(state);
  form.setAttribute("data-ready", "");
  return state;
};

// All that is not needed to fill in a question.
const complete = async state => {
  await state.later.finish();
  refreshLook(state);
  state.form.setAttribute("data-whole", "");
};

const failed = error => {
  document.documentElement.classList.remove("form-works");
  tell("フォームの準備ができませんでした。電波のよいところで、ページを開きなおしてください。", true);
  throw error;
};

const start = async () => {
  const form = document.getElementById("form");
  document.documentElement.classList.add("form-works");
  const state = await load({ root: form.getAttribute("data-root") }, "assets/form/names.json")
    .then(names => begin(form, names)).catch(failed);
  // Whoever needs what could not be loaded hears of it then.
  await complete(state);
};

export { start };
