/* What is wrong, beside each question and counted at the top; the words are those of `hiroba check`.
 *
 * var errors = errors(form, box, say, take)  `take(question, text)` puts in what a problem offers
 * errors.show(problems, within, go, onward)  shows the problems whose questions lie in `within` and counts the questions
 * errors.at(question, problems)              shows the problems of one question; says so when it is right now
 * errors.clear(), errors.has(question)
 */
import { each } from "./data.js";
import { tool } from "./done.js";

// The question that a path is about, or the nearest one around it.
function questionOf(form, path) {
  for (let n = path.length; n > 0; n -= 1) {
    const name = path.slice(0, n).join(".");
    const found = form.querySelector('[data-q="' + name + '"], [data-entries="' + name + '"], [data-block="' + name + '"], [data-blocks="' + name + '"]');
    if (found) return found;
  }
  return null;
}

function own(question, selector) {
  return Array.prototype.filter.call(question.querySelectorAll(selector), one => one.closest(".q") === question);
}

function errorOf(question) { return own(question, ".q__error")[0]; }

function controlsOf(question) {
  return own(question, "input, select, textarea").filter(one => !one.closest(".q__show") && one.type !== "hidden");
}

function ownLabel(question) { return question.querySelector(".q__label").textContent.replace("必須", "").trim(); }

// What a question belongs to: 募集2, 英語, 会費; nothing for those that speak for themselves.
function around(question) {
  const entry = question.closest("[data-entry]");
  const list = entry && entry.parentNode.children;
  if (entry) return entry.closest("[data-blocks]").getAttribute("data-word") + (list.length > 1 ? Array.prototype.indexOf.call(list, entry) + 1 : "");
  const language = question.closest("[data-language]");
  if (language) return language.querySelector("summary").textContent;
  const block = question.parentNode.closest("[data-block]");
  return block && !/^(contact|booking)$/.test(block.getAttribute("data-block")) ? ownLabel(block) : "";
}

function labelOf(question) {
  const about = question.hasAttribute("data-blocks") ? "" : around(question);
  return about ? about + "の「" + ownLabel(question) + "」" : ownLabel(question);
}

function mark(question, problems, take) {
  const error = errorOf(question);
  if (!error) return;
  offer(question, error, problems, take);
  const wrong = problems.some(one => one.level === "error");
  error.textContent = "";
  problems.forEach(one => {
    const line = document.createElement("span");
    line.className = one.level === "error" ? "q__wrong" : "q__doubt";
    line.textContent = (one.level === "error" ? "" : "（気づいたこと）") + one.message + one.advice;
    error.appendChild(line);
  });
  error.hidden = !problems.length;
  question.classList.toggle("q--wrong", wrong);
  controlsOf(question).forEach(control => {
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  });
}

// What can be put in with one tap, below what is wrong.
function offer(question, error, problems, take) {
  own(question, ".q__offers").forEach(one => { one.parentNode.removeChild(one); });
  const offers = problems.reduce((all, one) => all.concat(one.offers || []), []);
  if (!offers.length) return;
  const line = document.createElement("p");
  line.className = "q__offers tools";
  offers.forEach(one => {
    line.appendChild(tool(one.words, () => { take(question, one.text); }));
  });
  error.parentNode.insertBefore(line, error.nextSibling);
}

function focusOn(question) {
  for (let box = question.closest("details"); box; box = box.parentNode.closest("details")) box.open = true;
  const target = controlsOf(question)[0] || question.querySelector("[data-add]") || errorOf(question);
  if (target) target.focus();
  question.scrollIntoView({ block: "center" });
}

function errors(form, box, say, take) {
  const shown = new Map();

  function grouped(problems) {
    const by = new Map();
    problems.forEach(one => {
      const question = questionOf(form, one.path) || form.querySelector(".step:last-of-type .q");
      by.set(question, (by.get(question) || []).concat([one]));
    });
    return by;
  }

  function clear() {
    shown.forEach((_, question) => { mark(question, []); });
    shown.clear();
    box.hidden = true;
  }

  // The order of the page, whatever the order of the rules.
  function inOrder(by) {
    return Array.from(by.keys()).sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  }

  function line(question, problem, go) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = "#" + (errorOf(question) || question).id;
    const label = labelOf(question);
    link.textContent = problem.message.indexOf("「" + label + "」") === 0 ? problem.message : label + "：" + problem.message;
    link.addEventListener("click", event => {
      event.preventDefault();
      go(question);
      focusOn(question);
    });
    item.appendChild(link);
    return item;
  }

  function summarise(by, go, onward) {
    const wrong = inOrder(by).map(question => [question, by.get(question).filter(one => one.level === "error")]).filter(pair => pair[1].length);
    box.hidden = !wrong.length;
    box.textContent = "";
    if (!wrong.length) return 0;
    const title = document.createElement("h2");
    title.textContent = "直すところが" + wrong.length + "か所あります";
    const list = document.createElement("ul");
    wrong.forEach(pair => { list.appendChild(line(pair[0], pair[1][0], go)); });
    box.appendChild(title);
    box.appendChild(list);
    if (onward) box.appendChild(onward);
    box.focus();
    return wrong.length;
  }

  function show(problems, within, go, onward) {
    clear();
    const by = grouped(problems);
    by.forEach((_, question) => { if (within && !within.contains(question)) by.delete(question); });
    by.forEach((found, question) => {
      shown.set(question, found);
      mark(question, found, take);
    });
    return summarise(by, go, onward);
  }

  // One question was left: what is wrong with it is said beside it, and that it is right now is said once.
  function at(question, problems) {
    const before = shown.get(question) || [];
    const was = before.some(one => one.level === "error");
    const is = problems.some(one => one.level === "error");
    shown.set(question, problems);
    mark(question, problems, take);
    const label = labelOf(question);
    if (was && !is) say((label.indexOf("「") < 0 ? "「" + label + "」" : label) + "は直りました。");
  }

  return { show, at, clear, has: function (question) { return shown.has(question); } };
}

export { errors, questionOf, labelOf };
