/* Help beside single questions: letters left, readings heard while a name is typed, what is public, entries taken away.
 *
 * count(question), refresh(form), listenForKana(name, kana),
 * removeEntry(pressed, say, changed), isFilled(node), entriesFilled(form, name)
 */
import { toHiragana } from "../japanese/kana.js";
import { button } from "./element.js";
import { tidy } from "./pairs.js";

// A number at every line would only be noise; it comes where a limit is low or near.
const LOW = 80;
const NEAR = 30;
const KANA = /^[\u3041-\u3096ー]+$/;
const ANY_KANA = /^[\u3041-\u3096\u30a1-\u30faー]+$/;

const count = question => {
  const limit = Number(question.getAttribute("data-limit"));
  const box = question.querySelector(".q__count");
  const input = question.querySelector("input[type=text], textarea");
  if (!box || !input) return;
  const left = limit - Array.from(tidy(input.value)).length;
  box.hidden = limit > LOW && left > NEAR;
  box.textContent = left >= 0 ? "あと" + left + "文字" : -left + "文字多すぎます";
  box.classList.toggle("q__count--over", left < 0);
};

// Whether something is public is only asked of what is there.
const showOrHide = question => {
  const choice = question.querySelector(".q__show");
  if (choice) choice.hidden = !tidy(question.querySelector("input[type=text]").value);
};

const refresh = form => {
  form.querySelectorAll("[data-q]").forEach(question => {
    if (question.hasAttribute("data-limit")) count(question);
    showOrHide(question);
  });
};

// The reading of a name is what was typed before it became kanji.
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

const isFilled = node => Array.from(node.querySelectorAll("input, select, textarea")).some(one => {
  if (one.name.indexOf("_show.") === 0) return false;
  return one.type === "radio" || one.type === "checkbox" ? one.checked && one.value : one.value;
});

// The entries of a list that count: an empty one on the page is none in the profile.
const entriesFilled = (form, name) => {
  const list = form.querySelector('[data-blocks="' + name + '"] > .entries');
  return Array.from(list ? list.children : []).filter(isFilled);
};

// Taken away at once, and back at once if that was a slip.
const removeEntry = (pressed, say, changed) => {
  const entry = pressed.closest("[data-entry]");
  const list = entry.parentNode;
  const after = entry.nextElementSibling;
  const around = list.parentNode;
  around.querySelectorAll(".undo").forEach(one => { one.remove(); });
  list.removeChild(entry);
  const undo = button("消した内容を元に戻す", () => {
    list.insertBefore(entry, after && after.parentNode === list ? after : null);
    around.removeChild(undo);
    changed();
    entry.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
  undo.classList.add("undo");
  around.insertBefore(undo, list.nextSibling);
  undo.focus();
  say("消しました。元に戻せます。");
  changed();
};

export { count, entriesFilled, isFilled, listenForKana, refresh, removeEntry, showOrHide };
