/* Help beside single questions: letters left, readings heard while a name is typed, what is public, entries taken away.
 *
 * count(question), refresh(form), listenForKana(name, kana),
 * removeEntry(pressed, say, changed), isFilled(node), entriesFilled(form, name)
 */
import { toHiragana } from "../japanese/kana.js";
import { attribute, button, part } from "./element.js";
import { tidy } from "./pairs.js";

// A number at every line would only be noise; it comes where a limit is low or near.
const LOW = 80;
const NEAR = 30;
const KANA = /^[\u3041-\u3096ー]+$/;
const ANY_KANA = /^[\u3041-\u3096\u30a1-\u30faー]+$/;

/**
 * What a question is typed into, if it is.
 * @type {(question: Element) => HTMLInputElement | null}
 */
const lineOf = question =>
  /** @type {HTMLInputElement | null} */ (question.querySelector("input[type=text], textarea"));

/** @type {(question: Element) => void} */
const count = question => {
  const limit = Number(attribute(question, "data-limit"));
  const box = /** @type {HTMLElement | null} */ (question.querySelector(".q__count"));
  const input = lineOf(question);
  if (!box || !input) return;
  const left = limit - Array.from(tidy(input.value)).length;
  box.hidden = limit > LOW && left > NEAR;
  box.textContent = left >= 0 ? "あと" + left + "文字" : -left + "文字多すぎます";
  box.classList.toggle("q__count--over", left < 0);
};

/**
 * Whether something is public is only asked of what is there.
 * @type {(question: Element) => void}
 */
const showOrHide = question => {
  const choice = /** @type {HTMLElement | null} */ (question.querySelector(".q__show"));
  const input = lineOf(question);
  if (choice && input) choice.hidden = !tidy(input.value);
};

/** @type {(form: HTMLFormElement) => void} */
const refresh = form => {
  form.querySelectorAll("[data-q]").forEach(question => {
    if (question.hasAttribute("data-limit")) count(question);
    showOrHide(question);
  });
};

/**
 * The reading of a name is what was typed before it became kanji.
 * @type {(name: HTMLInputElement, kana: HTMLInputElement) => void}
 */
const listenForKana = (name, kana) => {
  let typed = "";
  name.addEventListener("compositionupdate", event => {
    if (KANA.test(event.data || "")) typed = event.data;
  });
  name.addEventListener("compositionend", event => {
    const reading = ANY_KANA.test(event.data || "") ? toHiragana(event.data) : typed;
    const isOurs = kana.value === "" || kana.getAttribute("data-heard") === kana.value;
    if (event.data && isOurs) {
      kana.value += reading;
      kana.setAttribute("data-heard", kana.value);
    }
    typed = "";
  });
};

/** @type {(node: Element) => boolean} */
const isFilled = node => controlsIn(node).some(one => {
  if (one.name.indexOf("_show.") === 0) return false;
  return one.type === "radio" || one.type === "checkbox" ? one.checked && one.value !== "" : one.value !== "";
});

/** @type {(node: Element) => HTMLInputElement[]} */
const controlsIn = node =>
  /** @type {HTMLInputElement[]} */ (Array.from(node.querySelectorAll("input, select, textarea")));

/**
 * The entries of a list that count: an empty one on the page is none in the profile.
 * @type {(form: HTMLFormElement, name: string) => HTMLElement[]}
 */
const entriesFilled = (form, name) => {
  const list = form.querySelector('[data-blocks="' + name + '"] > .entries');
  return /** @type {HTMLElement[]} */ (Array.from(list ? list.children : [])).filter(isFilled);
};

/**
 * Taken away at once, and back at once if that was a slip.
 * @type {(pressed: Element, say: (words: string) => void, changed: () => void) => void}
 */
const removeEntry = (pressed, say, changed) => {
  const entry = /** @type {HTMLElement} */ (pressed.closest("[data-entry]"));
  const list = /** @type {HTMLElement} */ (entry.parentElement);
  const around = /** @type {HTMLElement} */ (list.parentElement);
  const after = entry.nextElementSibling;
  around.querySelectorAll(".undo").forEach(one => { one.remove(); });
  entry.remove();
  const undo = button("消した内容を元に戻す", () => {
    list.insertBefore(entry, after && after.parentNode === list ? after : null);
    undo.remove();
    changed();
    part("input:not([type=hidden]), select, textarea", entry).focus();
  });
  undo.classList.add("undo");
  list.after(undo);
  undo.focus();
  say("消しました。元に戻せます。");
  changed();
};

export { count, entriesFilled, isFilled, listenForKana, refresh, removeEntry, showOrHide };
