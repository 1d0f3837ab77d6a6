/* What is said when something was sent: its number, what comes next, and the way back.
 *
 * done(state, heading, number, lines, extra)  `extra` is a button or link more, or nothing
 */
import { button, element } from "./element.js";

const back = state => {
  document.getElementById("form-done").hidden = true;
  state.form.hidden = false;
  state.form.scrollIntoView();
};

const afresh = state => {
  state.draft.forget();
  location.href = location.pathname;
};

const done = (state, heading, number, lines, extra) => {
  const { center, form } = state;
  const box = document.getElementById("form-done");
  const text = box.querySelector(".form__done-text");
  const title = document.getElementById("done-title");
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
