/* What is wrong, beside each question and counted at the top; the words are those of `hiroba check`.
 *
 * var errors = HirobaForm.errors(form, box, say, take)  `take(question, text)` puts in what a problem offers
 * errors.show(problems, within, go, onward)  shows the problems whose questions lie in `within` and counts the questions
 * errors.at(question, problems)              shows the problems of one question; says so when it is right now
 * errors.clear(), errors.has(question)
 */
(function (root) {
  "use strict";

  var each = root.HirobaForm.each;

  // The question that a path is about, or the nearest one around it.
  function questionOf(form, path) {
    for (var n = path.length; n > 0; n -= 1) {
      var name = path.slice(0, n).join(".");
      var found = form.querySelector('[data-q="' + name + '"], [data-entries="' + name + '"], [data-block="' + name + '"], [data-blocks="' + name + '"]');
      if (found) return found;
    }
    return null;
  }

  function own(question, selector) {
    return Array.prototype.filter.call(question.querySelectorAll(selector), function (one) {
      return one.closest(".q") === question;
    });
  }

  function errorOf(question) { return own(question, ".q__error")[0]; }

  function controlsOf(question) {
    return own(question, "input, select, textarea").filter(function (one) { return !one.closest(".q__show") && one.type !== "hidden"; });
  }

  function ownLabel(question) { return question.querySelector(".q__label").textContent.replace("必須", "").trim(); }

  // What a question belongs to: 募集2, 英語, 会費; nothing for those that speak for themselves.
  function around(question) {
    var entry = question.closest("[data-entry]");
    var list = entry && entry.parentNode.children;
    if (entry) return entry.closest("[data-blocks]").getAttribute("data-word") + (list.length > 1 ? Array.prototype.indexOf.call(list, entry) + 1 : "");
    var language = question.closest("[data-language]");
    if (language) return language.querySelector("summary").textContent;
    var block = question.parentNode.closest("[data-block]");
    return block && !/^(contact|booking)$/.test(block.getAttribute("data-block")) ? ownLabel(block) : "";
  }

  function labelOf(question) {
    var about = question.hasAttribute("data-blocks") ? "" : around(question);
    return about ? about + "の「" + ownLabel(question) + "」" : ownLabel(question);
  }

  function mark(question, problems, take) {
    var error = errorOf(question);
    if (!error) return;
    offer(question, error, problems, take);
    var wrong = problems.some(function (one) { return one.level === "error"; });
    error.textContent = "";
    problems.forEach(function (one) {
      var line = document.createElement("span");
      line.className = one.level === "error" ? "q__wrong" : "q__doubt";
      line.textContent = (one.level === "error" ? "" : "（気づいたこと）") + one.message + one.advice;
      error.appendChild(line);
    });
    error.hidden = !problems.length;
    question.classList.toggle("q--wrong", wrong);
    controlsOf(question).forEach(function (control) {
      if (wrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  }

  // What can be put in with one tap, below what is wrong.
  function offer(question, error, problems, take) {
    own(question, ".q__offers").forEach(function (one) { one.parentNode.removeChild(one); });
    var offers = problems.reduce(function (all, one) { return all.concat(one.offers || []); }, []);
    if (!offers.length) return;
    var line = document.createElement("p");
    line.className = "q__offers tools";
    offers.forEach(function (one) {
      line.appendChild(root.HirobaForm.tool(one.words, function () { take(question, one.text); }));
    });
    error.parentNode.insertBefore(line, error.nextSibling);
  }

  function focusOn(question) {
    for (var box = question.closest("details"); box; box = box.parentNode.closest("details")) box.open = true;
    var target = controlsOf(question)[0] || question.querySelector("[data-add]") || errorOf(question);
    if (target) target.focus();
    question.scrollIntoView({ block: "center" });
  }

  function errors(form, box, say, take) {
    var shown = new Map();

    function grouped(problems) {
      var by = new Map();
      problems.forEach(function (one) {
        var question = questionOf(form, one.path) || form.querySelector(".step:last-of-type .q");
        by.set(question, (by.get(question) || []).concat([one]));
      });
      return by;
    }

    function clear() {
      shown.forEach(function (_, question) { mark(question, []); });
      shown.clear();
      box.hidden = true;
    }

    // The order of the page, whatever the order of the rules.
    function inOrder(by) {
      return Array.from(by.keys()).sort(function (a, b) {
        return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      });
    }

    function line(question, problem, go) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = "#" + (errorOf(question) || question).id;
      var label = labelOf(question);
      link.textContent = problem.message.indexOf("「" + label + "」") === 0 ? problem.message : label + "：" + problem.message;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        go(question);
        focusOn(question);
      });
      item.appendChild(link);
      return item;
    }

    function summarise(by, go, onward) {
      var wrong = inOrder(by).map(function (question) {
        return [question, by.get(question).filter(function (one) { return one.level === "error"; })];
      }).filter(function (pair) { return pair[1].length; });
      box.hidden = !wrong.length;
      box.textContent = "";
      if (!wrong.length) return 0;
      var title = document.createElement("h2");
      title.textContent = "直すところが" + wrong.length + "か所あります";
      var list = document.createElement("ul");
      wrong.forEach(function (pair) { list.appendChild(line(pair[0], pair[1][0], go)); });
      box.appendChild(title);
      box.appendChild(list);
      if (onward) box.appendChild(onward);
      box.focus();
      return wrong.length;
    }

    function show(problems, within, go, onward) {
      clear();
      var by = grouped(problems);
      by.forEach(function (_, question) { if (within && !within.contains(question)) by.delete(question); });
      by.forEach(function (found, question) {
        shown.set(question, found);
        mark(question, found, take);
      });
      return summarise(by, go, onward);
    }

    // One question was left: what is wrong with it is said beside it, and that it is right now is said once.
    function at(question, problems) {
      var before = shown.get(question) || [];
      var was = before.some(function (one) { return one.level === "error"; });
      var is = problems.some(function (one) { return one.level === "error"; });
      shown.set(question, problems);
      mark(question, problems, take);
      var label = labelOf(question);
      if (was && !is) say((label.indexOf("「") < 0 ? "「" + label + "」" : label) + "は直りました。");
    }

    return { show: show, at: at, clear: clear, has: function (question) { return shown.has(question); } };
  }

  root.HirobaForm.errors = errors;
  root.HirobaForm.questionOf = questionOf;
  root.HirobaForm.labelOf = labelOf;
})(window);
