/* Suggestions while somebody types into a search box: names, fields, areas, places, coming events.
 *
 * The box becomes a combobox (ARIA Authoring Practices): arrows choose, Enter opens, Escape closes. Nothing is loaded
 * before somebody types; without this script the box is the plain form it was.
 */
(function () {
  "use strict";

  var MOST = 7;
  var PAUSE = 60;
  var tables = {};
  var shelves = {};

  function json(address) {
    return fetch(address).then(function (answer) { return answer.ok ? answer.json() : []; });
  }

  function once(kept, key, make) {
    if (!kept[key]) kept[key] = make().catch(function () { delete kept[key]; return []; });
    return kept[key];
  }

  // The script that folds words comes with the first key, unless the page has it anyway.
  function core(root) {
    if (window.HirobaSearch) return Promise.resolve(window.HirobaSearch);
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = root + "assets/search-core.js";
      script.onload = function () { done(window.HirobaSearch); };
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }

  function folding(root) {
    return once(tables, root, function () {
      return Promise.all([core(root), json(root + "assets/search-table.json")]).then(function (read) {
        return read[0].makeFolding(read[1]);
      });
    });
  }

  // The entries that begin as `typed` does: [beginning, text, what, address], each page once, exact ones first.
  async function offered(root, typed) {
    var fold = await folding(root);
    var begun = fold.fold ? fold.fold(typed).replace(/[\s・]+/g, "") : "";
    if (!begun) return [];
    var letter = begun.charCodeAt(0).toString(16).padStart(4, "0");
    var shelf = await once(shelves, root + letter, function () {
      return json(root + "pagefind/suggest/" + letter + ".json");
    });
    var seen = {};
    return shelf.filter(function (entry) {
      var fits = entry[0].indexOf(begun) === 0 && !seen[entry[3]];
      if (fits) seen[entry[3]] = true;
      return fits;
    }).slice(0, MOST);
  }

  function combobox(form, number) {
    var input = form.querySelector('input[name="q"]');
    var root = form.getAttribute("data-search-root");
    var list = document.createElement("ul");
    var status = document.createElement("span");
    var composing = false;
    var timer = 0;
    var turn = 0;
    var active = -1;

    list.className = "suggest";
    list.id = "suggest-" + number;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "候補");
    status.className = "hidden";
    status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    form.classList.add("site-search--suggests");
    form.appendChild(list);
    form.appendChild(status);

    function close() {
      turn += 1;
      clearTimeout(timer);
      list.hidden = true;
      active = -1;
      status.textContent = "";
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function option(entry, at) {
      var item = document.createElement("li");
      var what = document.createElement("span");
      item.id = list.id + "-" + at;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.appendChild(document.createTextNode(entry[1]));
      what.className = "suggest__what";
      what.textContent = entry[2];
      item.appendChild(what);
      item.addEventListener("mousedown", function (event) { event.preventDefault(); });
      item.addEventListener("click", function () { location.href = root + entry[3]; });
      return item;
    }

    function open(entries) {
      while (list.firstChild) list.removeChild(list.firstChild);
      entries.forEach(function (entry, at) { list.appendChild(option(entry, at)); });
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = !entries.length;
      input.setAttribute("aria-expanded", entries.length ? "true" : "false");
      status.textContent = entries.length ? "候補が" + entries.length + "件あります。" : "";
    }

    async function look() {
      var mine = (turn += 1);
      var typed = input.value.trim();
      var entries = typed ? await offered(root, typed) : [];
      if (mine === turn) open(entries);
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    }

    function go(step) {
      var items = list.children;
      if (active >= 0) items[active].setAttribute("aria-selected", "false");
      // One place more than there are options: the typed words themselves.
      active = (active + 1 + step + items.length + 1) % (items.length + 1) - 1;
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      items[active].setAttribute("aria-selected", "true");
      items[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", items[active].id);
    }

    input.addEventListener("compositionstart", function () { composing = true; });
    input.addEventListener("compositionend", function () { composing = false; later(); });
    input.addEventListener("input", function (event) { if (!composing && !event.isComposing) later(); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", function (event) {
      // Keys that choose among conversions, and the Enter that confirms one (229 in Safari), are not ours.
      if (composing || event.isComposing || event.keyCode === 229) {
        if (event.key === "Enter") event.preventDefault();
        return;
      }
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); go(1); }
      if (event.key === "ArrowUp") { event.preventDefault(); go(-1); }
      if (event.key === "Enter" && active >= 0) { event.preventDefault(); list.children[active].click(); }
    });
  }

  if (!window.fetch || !window.Promise) return;
  document.querySelectorAll("form[data-search-root]:not([data-live])").forEach(combobox);
})();
