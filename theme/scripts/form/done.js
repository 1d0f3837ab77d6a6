/* What is said when something was sent, or could not be.
 *
 * done(form, center, fresh)  → function (heading, receipt number, lines, extra button)
 * failed(center)             → function (words)
 * copy(text) → promise; tool(words, act) → button
 */
function tool(words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}

function line(box, name, words, className) {
  const made = document.createElement(name);
  made.textContent = words;
  if (className) made.className = className;
  box.appendChild(made);
  return made;
}

function done(form, center, fresh) {
  const box = document.getElementById("form-done");
  const text = box.querySelector(".form__done-text");

  function back() {
    box.hidden = true;
    form.hidden = false;
    form.scrollIntoView();
  }

  return (heading, number, lines, extra) => {
    text.textContent = "";
    document.getElementById("done-title").textContent = heading;
    line(text, "p", "受付番号　" + number, "form__receipt");
    const list = line(text, "ul", "");
    lines.forEach(words => { line(list, "li", words); });
    line(list, "li", "お問い合わせは " + center.name + (center.phone ? "（電話 " + center.phone + "）" : "") + "へ、受付番号をお伝えください。");
    const tools = line(text, "p", "", "tools");
    if (extra) tools.appendChild(extra);
    tools.appendChild(tool("書いた内容に戻る", back));
    tools.appendChild(tool("新しく書きはじめる", fresh));
    box.hidden = false;
    form.hidden = true;
    document.getElementById("done-title").focus();
    box.scrollIntoView();
  };
}

function failed(center) {
  const box = document.getElementById("form-failed");
  return words => {
    box.textContent = words + (center.phone ? "電話（" + center.phone + "）でも受け付けています。" : "");
    box.hidden = !words;
    if (words) box.focus();
  };
}

function copy(text) {
  if (navigator.clipboard && navigator.clipboard.writeText) return navigator.clipboard.writeText(text);
  // A page without a certificate, as in an office network, has no clipboard but this.
  const box = document.createElement("textarea");
  box.value = text;
  box.setAttribute("readonly", "");
  box.className = "hidden";
  document.body.appendChild(box);
  box.select();
  const worked = document.execCommand("copy");
  document.body.removeChild(box);
  return worked ? Promise.resolve() : Promise.reject(new Error("copy"));
}

export { tool, done, failed, copy };
