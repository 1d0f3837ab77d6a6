/* Furigana: the readings of words above them, from the site's reading table. Loaded by display.js when it is wanted.
 *
 * Words are taken as long as they come; a lone kanji gets its reading only where it stands alone (川を, not 川岸).
 * Copying and searching in the page find the words as before: a reading is no part of the text that is marked.
 */
(function (root) {
  "use strict";

  var KANJI = /[\u3005\u3400-\u9fff]/;
  var LEAVE = { RUBY: 1, SCRIPT: 1, STYLE: 1, TEXTAREA: 1, OPTION: 1, SELECT: 1, NOSCRIPT: 1, TEMPLATE: 1 };
  var words = null;
  var longest = 1;
  var watcher = null;

  function load() {
    if (words) return Promise.resolve();
    return fetch(root.HirobaFurigana + "furigana.json").then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }).then(function (read) {
      words = new Map(Object.entries(read));
      words.forEach(function (reading, word) { longest = Math.max(longest, word.length); });
    });
  }

  function wordAt(text, at) {
    for (var size = Math.min(longest, text.length - at); size > 0; size -= 1) {
      var word = text.substr(at, size);
      if (words.has(word) && (size > 1 || alone(text, at))) return word;
    }
    return "";
  }

  function alone(text, at) {
    return !KANJI.test(text[at - 1] || "") && !KANJI.test(text[at + 1] || "");
  }

  // 読み聞かせ, よみきかせ → [読, よ] み [聞, き] かせ: kana of a word stands for itself in its reading.
  function parts(word, reading) {
    var runs = word.match(/[\u3005\u3400-\u9fff]+|[^\u3005\u3400-\u9fff]+/g);
    var pattern = runs.map(function (run) { return KANJI.test(run) ? "(.+?)" : "(" + hiragana(run) + ")"; }).join("");
    var found = new RegExp("^" + pattern + "$").exec(reading);
    if (!found) return [[word, reading]];
    return runs.map(function (run, i) { return [run, KANJI.test(run) ? found[i + 1] : ""]; });
  }

  function hiragana(text) {
    return text.replace(/[ァ-ヶ]/g, function (letter) { return String.fromCharCode(letter.charCodeAt(0) - 0x60); })
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }

  function ruby(base, reading) {
    var made = document.createElement("ruby");
    made.className = "furigana";
    made.appendChild(document.createTextNode(base));
    ["rp", "rt", "rp"].forEach(function (name, i) {
      var part = document.createElement(name);
      part.textContent = ["（", reading, "）"][i];
      made.appendChild(part);
    });
    return made;
  }

  function annotated(text) {
    var made = document.createDocumentFragment();
    var plain = "";
    function flush() {
      if (plain) made.appendChild(document.createTextNode(plain));
      plain = "";
    }
    for (var at = 0; at < text.length; ) {
      var word = KANJI.test(text[at]) || words.has(text.substr(at, 2)) ? wordAt(text, at) : "";
      if (!word) {
        plain += text[at];
        at += 1;
        continue;
      }
      parts(word, words.get(word)).forEach(function (part) {
        if (!part[1]) {
          plain += part[0];
          return;
        }
        flush();
        made.appendChild(ruby(part[0], part[1]));
      });
      at += word.length;
    }
    flush();
    return made;
  }

  function annotate(parent) {
    var walker = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT, null);
    var found = [];
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (KANJI.test(node.nodeValue) && !spared(node.parentElement)) found.push(node);
    }
    found.forEach(function (text) { text.parentNode.replaceChild(boxed(text.parentElement, annotated(text.nodeValue)), text); });
  }

  // Names have their reading above them anyway; words of other languages have none.
  function spared(element) {
    if (LEAVE[element.tagName] || element.closest("ruby, .kana, .search-kana, .search-name, [lang]:not([lang|=ja])")) return true;
    var name = element.closest("h1, h2, h3, h4");
    return name !== null && name.querySelector(".kana") !== null;
  }

  // In a flexible box every piece would become an item of its own.
  function boxed(parent, made) {
    if (root.getComputedStyle(parent).display.indexOf("flex") < 0) return made;
    var box = document.createElement("span");
    box.appendChild(made);
    return box;
  }

  function watch() {
    watcher = new MutationObserver(function (changes) {
      watcher.disconnect();
      changes.forEach(function (change) {
        Array.prototype.forEach.call(change.addedNodes, function (node) {
          if (node.nodeType === 1 && !node.classList.contains("furigana") && document.contains(node)) annotate(node);
        });
      });
      watcher.observe(document.body, { childList: true, subtree: true });
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  }

  function off() {
    if (watcher) watcher.disconnect();
    watcher = null;
    Array.prototype.forEach.call(document.querySelectorAll("ruby.furigana"), function (made) {
      var parent = made.parentNode;
      parent.replaceChild(document.createTextNode(made.firstChild.nodeValue), made);
      parent.normalize();
    });
  }

  function on() {
    return load().then(function () {
      if (watcher) return;
      annotate(document.body);
      watch();
    });
  }

  root.HirobaRuby = { on: on, off: off };
})(window);
