/* What is said when something was sent: its number, what comes next, and the way back.
 *
 * done(state, heading, number, lines, extra)  `extra` is a button or link more, or nothing
 */
import { button, element, part } from "./element.js";

/** @typedef {import("./state.js").State} State */

/** @type {(state: State) => void} */
const back = state => {
  part("#form-done").hidden = true;
  state.form.hidden = false;
  state.form.scrollIntoView();
};

/** @type {(state: State) => void} */
const afresh = state => {
  state.draft.forget();
  location.href = location.pathname;
};

/** @type {(state: State, heading: string, number: string, lines: string[], extra?: HTMLElement) => void} */
const done = (state, heading, number, lines, extra) => {
  const { center, form } = state;
  const box = part("#form-done");
  const text = part(".form__done-text", box);
  const title = part("#done-title");
  const ask = "お問い合わせは " + center.name + (center.phone ? "（電話 " + center.phone + "）" : "") + "へ、受付番号をお伝えください。";
  const list = element("ul");
  lines.concat([ask]).forEach(words => { list.appendChild(element("li", words)); });
  const tools = element("p", "", "tools");
  if (extra) tools.appendChild(extra);
  tools.appendChild(button("書いた内容に戻る", () => { back(state); }));
  tools.appendChild(button("新しく書きはじめる", () => { afresh(state); }));
  title.textContent = heading;
  text.textContent = "";
  [element("p", "受付番号　" + number, "form__receipt"), list, tools].forEach(part => { text.appendChild(part); });
  box.hidden = false;
  form.hidden = true;
  title.focus();
  box.scrollIntoView();
};

export { done };
