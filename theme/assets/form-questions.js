/* Help beside single questions: letters left, readings heard while a name is typed, what is public, entries taken away.
 *
 * HirobaForm.count(question), HirobaForm.refresh(form), HirobaForm.listenForKana(name, kana),
 * HirobaForm.removeEntry(button, say, changed), HirobaForm.isFilled(node), HirobaForm.entriesFilled(form, name)
 */
(function (root) {
  "use strict";

  var H = root.HirobaForm;
  // A number at every line would only be noise; it comes where a limit is low or near.
  var LOW = 80;
  var NEAR = 30;
  var KANA = /^[\u3041-\u3096ー]+$/;
  var ANY_KANA = /^[\u3041-\u3096\u30a1-\u30faー]+$/;

  function count(question) {
    var limit = Number(question.getAttribute("data-limit"));
    var box = question.querySelector(".q__count");
    var input = question.querySelector("input[type=text], textarea");
    if (!box || !input) return;
    var left = limit - Array.from(H.tidy(input.value)).length;
    box.hidden = limit > LOW && left > NEAR;
    box.textContent = left >= 0 ? "あと" + left + "文字" : -left + "文字多すぎます";
    box.classList.toggle("q__count--over", left < 0);
  }

  // Whether something is public is only asked of what is there.
  function showOrHide(question) {
    var choice = question.querySelector(".q__show");
    if (choice) choice.hidden = !H.tidy(question.querySelector("input[type=text]").value);
  }

  function refresh(form) {
    H.each(form.querySelectorAll("[data-q]"), function (question) {
      if (question.hasAttribute("data-limit")) count(question);
      showOrHide(question);
    });
  }

  // The reading of a name is what was typed before it became kanji.
  function listenForKana(name, kana) {
    var typed = "";
    name.addEventListener("compositionupdate", function (event) {
      if (KANA.test(event.data || "")) typed = event.data;
    });
    name.addEventListener("compositionend", function (event) {
      var reading = ANY_KANA.test(event.data || "") ? H.hiragana(event.data) : typed;
      var isOurs = kana.value === "" || kana.getAttribute("data-heard") === kana.value;
      if (event.data && isOurs) {
        kana.value += reading;
        kana.setAttribute("data-heard", kana.value);
      }
      typed = "";
    });
  }

  function isFilled(node) {
    return Array.prototype.some.call(node.querySelectorAll("input, select, textarea"), function (one) {
      if (one.name.indexOf("_show.") === 0) return false;
      return one.type === "radio" || one.type === "checkbox" ? one.checked && one.value : one.value;
    });
  }

  // The entries of a list that count: an empty one on the page is none in the profile.
  function entriesFilled(form, name) {
    var list = form.querySelector('[data-blocks="' + name + '"] > .entries');
    return Array.prototype.filter.call(list ? list.children : [], isFilled);
  }

  // Taken away at once, and back at once if that was a slip.
  function removeEntry(button, say, changed) {
    var entry = button.closest("[data-entry]");
    var list = entry.parentNode;
    var after = entry.nextElementSibling;
    var around = list.parentNode;
    H.each(around.querySelectorAll(".undo"), function (one) { one.parentNode.removeChild(one); });
    list.removeChild(entry);
    var undo = H.tool("消した内容を元に戻す", function () {
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
  }

  H.count = count;
  H.showOrHide = showOrHide;
  H.refresh = refresh;
  H.listenForKana = listenForKana;
  H.isFilled = isFilled;
  H.entriesFilled = entriesFilled;
  H.removeEntry = removeEntry;
})(window);
