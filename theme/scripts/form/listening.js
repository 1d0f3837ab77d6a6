/* What happens when somebody types, presses, chooses or leaves a question.
 *
 * listen(state)  binds all of it
 */
import { tick } from "./answers.js";
import { changed, renew } from "./contents.js";
import { readFile } from "./draft.js";
import { attribute, button, element, part } from "./element.js";
import { add, more } from "./filling.js";
import { count, refresh, removeEntry, showOrHide } from "./questions.js";

/** @typedef {import("./state.js").State} State */

const BROKEN_FILE = "このファイルは、ひろばのフォームから保存したものではないか、こわれています。";
const NOT_LOADED = "電波のよいところで、ページを開きなおしてください。書いた内容は、この端末に残っています。";

/** @type {(state: State, number: number) => void} */
const onwards = (state, number) => {
  if (state.inspection) state.inspection.clear();
  state.steps.go(number);
};

/**
 * Mistakes hold nobody up who wants to go on; and where the line broke off before the check was loaded, nor does that.
 * @type {(state: State) => Promise<void>}
 */
const next = async state => {
  const number = state.steps.place() + 1;
  state.draft.keep();
  const line = element("p");
  line.appendChild(button("あとで直す（次へ進む）", () => { onwards(state, number); }));
  try {
    const inspection = await state.later.inspection();
    if (inspection.allows(state.steps.now(), line)) state.steps.go(number);
  } catch (_) {
    onwards(state, number);
    state.say("いまは確かめられませんでした。送る前に、もう一度確かめます。");
  }
};

/**
 * What needs the rest of the scripts; where it cannot be loaded, that is said and nothing is lost.
 * @type {(state: State, act: (finish: import("./finish.js").Finish) => unknown) => Promise<unknown>}
 */
const finishing = (state, act) => {
  state.draft.keep();
  return state.later.finish().then(act, () => { state.fail(NOT_LOADED); });
};

/** @type {(inner: Element, selector: string) => HTMLElement} */
const around = (inner, selector) => /** @type {HTMLElement} */ (inner.closest(selector));

/** @type {(state: State, pressed: HTMLElement) => void} */
const addEntry = (state, pressed) => {
  const blocks = around(pressed, "[data-blocks]");
  const isFull = part(".entries", blocks).children.length >= Number(attribute(blocks, "data-most"));
  if (isFull) return state.say("これ以上はふやせません。");
  part("input:not([type=hidden]), select, textarea", add(blocks)).focus();
  return refresh(state.form);
};

/** @type {Record<string, (state: State, pressed: HTMLElement) => unknown>} */
const PRESSED = {
  "data-next": next,
  "data-last": state => { onwards(state, state.steps.count - 1); },
  "data-back": state => { onwards(state, state.steps.place() - 1); },
  "data-go": (state, pressed) => { onwards(state, Number(attribute(pressed, "data-go"))); },
  "data-more": (_, pressed) => { more(around(pressed, "[data-entries]")).focus(); },
  "data-remove": (state, pressed) => { removeEntry(pressed, state.say, () => { changed(state); }); },
  "data-add": addEntry,
  "data-copy-yaml": state => finishing(state, finish => finish.copyYaml()),
  "data-send": (state, pressed) => finishing(state, finish => finish.send(/** @type {HTMLButtonElement} */ (pressed)))
};

/** @type {(state: State, event: Event) => void} */
const press = (state, event) => {
  const pressed = around(/** @type {Element} */ (event.target), "button, a[data-go]");
  const name = pressed && Object.keys(PRESSED).find(one => pressed.hasAttribute(one));
  if (!name) return;
  event.preventDefault();
  PRESSED[name](state, pressed);
};

/** @type {(state: State, input: HTMLInputElement) => Promise<void>} */
const openFile = async (state, input) => {
  const pairs = await readFile(input);
  if (!pairs) return state.fail(BROKEN_FILE);
  renew(state, pairs);
  state.say("ファイルの内容を入れました。");
  return state.steps.go(0);
};

/** @type {(state: State, input: HTMLInputElement) => Promise<unknown>} */
const pickPhotos = (state, input) => {
  const files = Array.from(input.files || []);
  input.value = "";
  return finishing(state, finish => finish.takePhotos(files).then(taken => { if (taken) changed(state); }));
};

/**
 * What is said below a question moves all that follows: that waits while somebody presses on something.
 * @type {() => (act: () => void) => void}
 */
const unpressed = () => {
  let isPressed = false;
  /** @type {(() => void)[]} */
  const waiting = [];
  ["pointerdown", "pointerup", "pointercancel"].forEach(name => {
    window.addEventListener(name, () => {
      isPressed = name === "pointerdown";
      // After the click that the finger is about to make.
      if (!isPressed) setTimeout(() => { waiting.splice(0).forEach(act => { act(); }); });
    }, true);
  });
  return (/** @type {() => void} */ act) => {
    if (isPressed) waiting.push(act);
    else act();
  };
};

/** @type {(state: State, question: HTMLElement) => void} */
const leave = (state, question) => {
  state.later.inspection().then(inspection => { inspection.left(question); }, () => { /* looked at before sending */ });
};

/** @type {(state: State, target: HTMLInputElement, settled: (act: () => void) => void) => void} */
const chosen = (state, target, settled) => {
  const question = /** @type {HTMLElement | null} */ (target.closest("[data-q], [data-entries]"));
  if (target.type === "checkbox") tick(target);
  if (target.hasAttribute("data-open-file")) openFile(state, target);
  else if (target.hasAttribute("data-pick-photo")) pickPhotos(state, target);
  else if (question) settled(() => { leave(state, question); });
};

/** @type {(state: State, target: HTMLElement) => void} */
const typed = (state, target) => {
  const question = target.closest("[data-q]");
  if (question) count(question);
  if (question) showOrHide(question);
  changed(state);
};

/**
 * Enter in a line goes on to the next step; it never sends half a form.
 * @type {(state: State, event: KeyboardEvent) => void}
 */
const entered = (state, event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  if (event.key !== "Enter" || event.isComposing || input.tagName !== "INPUT" || input.type !== "text") return;
  event.preventDefault();
  if (!state.steps.isLast()) next(state);
};

/** @type {(state: State) => void} */
const listen = state => {
  const { form } = state;
  const settled = unpressed();
  form.addEventListener("input", event => { typed(state, /** @type {HTMLElement} */ (event.target)); });
  form.addEventListener("change", event => { chosen(state, /** @type {HTMLInputElement} */ (event.target), settled); });
  form.addEventListener("click", event => { press(state, event); });
  form.addEventListener("submit", event => { event.preventDefault(); });
  form.addEventListener("keydown", event => { entered(state, event); });
  // On a wide screen the preview stands beside the form, not in it.
  part("#form-look").addEventListener("click", event => {
    if (!form.contains(part("#form-look"))) press(state, event);
  });
  window.addEventListener("pagehide", () => { state.draft.keep(); });
};

export { listen };
