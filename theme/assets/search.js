/* The search page: the form, what is on offer to narrow down, and the results. Needs search-core.js before it.
 *
 * Without this script (or on a browser too old to read it) the form still leads to /search/?q=… and whatever stands in
 * `.search-fallback` inside #search-app stays visible. All text goes in as text, never as HTML.
 *
 *   <div id="search-app" data-root="../" data-consult="…">
 *     <form …><input type="search" name="q"> …</form>
 *     <p class="search-status" role="status"></p>
 *     <div class="search-filters"></div>
 *     <ol class="search-results"></ol>
 *     <div class="search-fallback">…links to the plain lists…</div>
 *     <template class="search-consult">…whom to ask…</template>      (or the sentence in data-consult)
 *   </div>
 */
(function () {
  "use strict";

  var PAGE = 10;
  var PAUSE = 250;
  var PASSAGE = 90;
  var LEGENDS = { kind: "種類", field: "活動分野", area: "地域", day: "曜日" };
  var KINDS = { group: "団体", event: "イベント", place: "施設", page: "案内" };
  var DAYS = "月火水木金土日";

  var app = document.getElementById("search-app");
  var core = window.HirobaSearch;
  if (!app || !core) return;

  var root = app.getAttribute("data-root") || "./";
  var form = app.querySelector("form");
  var input = form.querySelector('input[name="q"]');
  var status = app.querySelector(".search-status");
  var filters = app.querySelector(".search-filters");
  var list = app.querySelector(".search-results");
  var note = element("p", "search-note");
  var help = element("div", "search-help");
  var more = element("button", "search-more");
  var siteTitle = document.title;
  var boxes = {};
  var state = { q: "", chosen: {}, shown: PAGE };
  var latest = 0;
  var composing = false;
  var timer = 0;

  /* ---- small pieces of a page ------------------------------------------------------------------------- */

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function marked(parent, pieces) {
    pieces.forEach(function (piece) {
      parent.appendChild(piece.mark ? element("mark", "", piece.text) : document.createTextNode(piece.text));
    });
    return parent;
  }

  function empty(parent) {
    while (parent.firstChild) parent.removeChild(parent.firstChild);
  }

  function show(part, visible) {
    part.hidden = !visible;
  }

  /* ---- what is loaded, each once and only when it is needed -------------------------------------------- */

  function once(make) {
    var made = null;
    return function () {
      if (!made) made = make().catch(function (error) { made = null; throw error; });
      return made;
    };
  }

  function json(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer.json();
    });
  }

  var facts = once(function () {
    return Promise.all([json(root + "assets/search-table.json"), json(root + "pagefind/documents.json")])
      .then(function (read) { return { table: read[0], facets: read[1], folding: core.makeFolding(read[0]) }; });
  });

  var engine = once(function () {
    var address = new URL(root + "pagefind/pagefind.js", document.baseURI).href;
    return Promise.all([facts(), import(address)]).then(function (read) {
      // One thread: a search is a few milliseconds, and a worker would keep every answer in its memory.
      var pagefind = read[1].createInstance({ noWorker: true });
      return core.makeEngine(read[0].table, read[0].facets, core.makeFind(pagefind));
    });
  });

  var cardFiles = {};

  function card(number, perFile) {
    var file = Math.floor(number / perFile);
    if (!cardFiles[file]) cardFiles[file] = json(root + "pagefind/cards/" + file + ".json");
    return cardFiles[file].then(function (cards) { return cards[number % perFile]; });
  }

  /* ---- the address and the state ------------------------------------------------------------------------ */

  function fromAddress() {
    var asked = new URLSearchParams(location.search);
    var chosen = {};
    core.FACETS.forEach(function (facet) { chosen[facet] = asked.getAll(facet); });
    var kept = history.state || {};
    return { q: (asked.get("q") || "").trim(), chosen: chosen, shown: kept.shown || PAGE };
  }

  function toAddress() {
    var asked = new URLSearchParams();
    if (state.q) asked.set("q", state.q);
    core.FACETS.forEach(function (facet) {
      (state.chosen[facet] || []).forEach(function (label) { asked.append(facet, label); });
    });
    var text = asked.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  function remember(step) {
    var address = toAddress();
    var same = address === location.pathname + location.search;
    history[step && !same ? "pushState" : "replaceState"]({ shown: state.shown }, "", address);
  }

  function anyChosen() {
    return core.FACETS.some(function (facet) { return (state.chosen[facet] || []).length > 0; });
  }

  /* ---- narrowing down ----------------------------------------------------------------------------------- */

  function labelText(facet, label) {
    if (facet === "kind") return KINDS[label] || label;
    return facet === "day" && DAYS.indexOf(label) >= 0 ? label + "曜" : label;
  }

  function inOrder(facet, found) {
    var order = facet === "kind" ? Object.keys(KINDS) : DAYS.split("");
    return Object.keys(found).sort(function (a, b) {
      if (facet === "field" || facet === "area") return found[b].length - found[a].length || (a < b ? -1 : 1);
      return (order.indexOf(a) + 99) % 99 - (order.indexOf(b) + 99) % 99;
    });
  }

  function makeFilters(facets) {
    var box = element("details", "search-narrow");
    box.open = window.matchMedia("(min-width: 60rem)").matches;
    var summary = element("summary", "", "しぼりこむ");
    summary.appendChild(element("span", "search-chosen"));
    box.appendChild(summary);
    core.FACETS.forEach(function (facet) { box.appendChild(makeFieldset(facet, facets[facet] || {})); });
    var clear = element("button", "search-clear", "しぼりこみをはずす");
    clear.type = "button";
    clear.addEventListener("click", clearFilters);
    box.appendChild(clear);
    empty(filters);
    filters.appendChild(box);
  }

  function makeFieldset(facet, found) {
    var set = element("fieldset", "search-facet");
    set.appendChild(element("legend", "", LEGENDS[facet]));
    boxes[facet] = {};
    inOrder(facet, found).forEach(function (label) {
      var line = element("label", "search-choice");
      var check = element("input");
      check.type = "checkbox";
      check.addEventListener("change", function () { choose(facet, label, check.checked); });
      var count = element("span", "search-count");
      line.appendChild(check);
      line.appendChild(element("span", "", labelText(facet, label)));
      line.appendChild(count);
      set.appendChild(line);
      boxes[facet][label] = { line: line, check: check, count: count };
    });
    return set;
  }

  function choose(facet, label, on) {
    var kept = (state.chosen[facet] || []).filter(function (one) { return one !== label; });
    state.chosen[facet] = on ? kept.concat([label]) : kept;
    state.shown = PAGE;
    remember(true);
    run();
  }

  function clearFilters() {
    state.chosen = {};
    state.shown = PAGE;
    remember(true);
    run();
    input.focus();
  }

  // Choices that would leave nothing are put away, unless they are on; the others say how many they would leave.
  function showFilters(counted) {
    var on = 0;
    core.FACETS.forEach(function (facet) {
      var visible = 0;
      Object.keys(boxes[facet] || {}).forEach(function (label) {
        var box = boxes[facet][label];
        var chosen = (state.chosen[facet] || []).indexOf(label) >= 0;
        var number = counted[facet][label];
        box.check.checked = chosen;
        box.count.textContent = number + "件";
        show(box.line, number > 0 || chosen);
        visible += number > 0 || chosen ? 1 : 0;
        on += chosen ? 1 : 0;
      });
      var set = filters.querySelectorAll("fieldset")[core.FACETS.indexOf(facet)];
      show(set, visible > 1 || (state.chosen[facet] || []).length > 0);
    });
    filters.querySelector(".search-chosen").textContent = on ? "（" + on + "つ選んでいます）" : "";
    show(filters.querySelector(".search-clear"), on > 0);
  }

  /* ---- results ------------------------------------------------------------------------------------------ */

  function makeCard(found, marks, folding) {
    var item = element("li", "search-card");
    var kind = element("p", "search-kind");
    kind.appendChild(element("span", "", KINDS[found.kind] || found.kind));
    if (found.fields) kind.appendChild(element("span", "", found.fields[0]));
    item.appendChild(kind);
    if (found.kana) item.appendChild(element("p", "search-kana", found.kana));
    var name = element("h2", "search-name");
    var link = element("a");
    link.href = root + found.url;
    name.appendChild(marked(link, core.highlighted(folding, found.title, marks)));
    item.appendChild(name);
    if (found.lead) {
      item.appendChild(marked(element("p", "search-lead"), core.highlighted(folding, found.lead, marks)));
    }
    var passage = core.passage(folding, unsaid(found), marks, PASSAGE);
    if (passage.length) item.appendChild(marked(element("p", "search-passage"), passage));
    if (found.line) item.appendChild(element("p", "search-line", found.line));
    if (found.badges) item.appendChild(makeBadges(found.badges));
    return item;
  }

  function makeBadges(words) {
    var badges = element("ul", "search-badges");
    words.forEach(function (word) { badges.appendChild(element("li", "", word)); });
    return badges;
  }

  // The body without the lines that the card shows anyway.
  function unsaid(found) {
    var said = [found.title, found.kana, found.lead, found.line].concat(found.badges || [], found.fields || [],
      found.areas || []);
    return (found.body || "").split("\n")
      .filter(function (line) { return said.indexOf(line.trim()) < 0; }).join("\n");
  }

  function sentence(found, shownCount) {
    var narrowed = anyChosen() ? "（しぼりこみ中）" : "";
    if (!state.q) return shownCount + "件" + narrowed;
    if (!found.numbers.length) return "「" + state.q + "」は見つかりませんでした。";
    if (found.near) return "「" + state.q + "」に近い結果　" + shownCount + "件" + narrowed;
    return state.q + "の検索結果　" + shownCount + "件" + narrowed;
  }

  function explanation(found) {
    if (found.instead) return "「" + state.q + "」は見つからなかったので、「" + found.instead + "」でさがしました。";
    if (!found.near) return "";
    if (!found.ignored.length) return "ぴったり合うものがなかったので、ことばの近いものを出しています。";
    return "すべてのことばに合うものがなかったので、" +
      found.ignored.map(function (word) { return "「" + word + "」"; }).join("") + "をのぞいてさがしました。";
  }

  function consult() {
    var ready = app.querySelector("template.search-consult");
    if (ready) return document.importNode(ready.content, true);
    var text = app.getAttribute("data-consult");
    return text ? element("p", "search-consult", text) : document.createDocumentFragment();
  }

  function showHelp(found, count) {
    empty(help);
    show(help, false);
    if (count || (!state.q && !anyChosen())) return;
    var hints = ["ことばを短くしてみてください（例：「手話サークル」→「手話」）。", "ほかの言い方や、ひらがなでもためしてみてください。"];
    var ways = element("ul", "search-hints");
    if (found.numbers.length) hints = ["しぼりこみをはずすと、" + found.numbers.length + "件あります。"];
    hints.forEach(function (hint) { ways.appendChild(element("li", "", hint)); });
    help.appendChild(element("h2", "", found.numbers.length ? "しぼりこみに合うものがありません" : "さがし方のヒント"));
    help.appendChild(ways);
    help.appendChild(consult());
    show(help, true);
  }

  function showCards(turn, numbers, from, marks, ready) {
    var wanted = numbers.slice(from, state.shown);
    return Promise.all(wanted.map(function (number) { return card(number, ready.facets.cards); }))
      .then(function (cards) {
        if (turn !== latest) return;
        if (from === 0) empty(list);
        cards.forEach(function (found) { list.appendChild(makeCard(found, marks, ready.folding)); });
        var left = Math.max(0, numbers.length - state.shown);
        more.textContent = "もっと見る（あと" + left + "件）";
        show(more, left > 0);
        more.onclick = function () { showMore(numbers, marks, ready); };
      });
  }

  function showMore(numbers, marks, ready) {
    var from = state.shown;
    state.shown += PAGE;
    remember(false);
    showCards(latest, numbers, from, marks, ready).then(function () {
      var first = list.children[from];
      if (first) first.querySelector("a").focus();
    });
  }

  function everything(facets) {
    var numbers = facets.weights.map(function (weight, number) { return number; });
    return numbers.sort(function (a, b) { return facets.weights[b] - facets.weights[a] || a - b; });
  }

  function look(ready) {
    if (state.q) return engine().then(function (made) { return made.search(state.q); });
    return { numbers: everything(ready.facets), marks: [], near: false, ignored: [], instead: "" };
  }

  function render(turn, ready, found) {
    var idle = !state.q && !anyChosen();
    var numbers = core.filtered(ready.facets, found.numbers, state.chosen);
    showFilters(core.counts(ready.facets, found.numbers, state.chosen));
    status.textContent = idle ? "さがしたいことばを入れてください。" : sentence(found, numbers.length);
    note.textContent = explanation(found);
    show(note, note.textContent !== "");
    showHelp(found, numbers.length);
    document.title = state.q ? state.q + "の検索結果 - " + siteTitle : siteTitle;
    return showCards(turn, idle ? [] : numbers, 0, found.marks, ready);
  }

  async function run() {
    var turn = (latest += 1);
    list.setAttribute("aria-busy", "true");
    var slow = setTimeout(function () {
      if (turn === latest) status.textContent = "さがしています…";
    }, 600);
    try {
      var ready = await facts();
      if (!Object.keys(boxes).length) makeFilters(ready.facets);
      var found = await look(ready);
      // The number is known from here on, however long the cards take: the note must not come after it.
      clearTimeout(slow);
      if (turn === latest) await render(turn, ready, found);
    } catch (error) {
      if (turn === latest) giveUp(error);
    } finally {
      clearTimeout(slow);
      if (turn === latest) list.removeAttribute("aria-busy");
    }
  }

  function giveUp(error) {
    console.error(error);
    status.textContent = "いまは検索を使えません。お手数ですが、一覧からおさがしください。";
    var fallback = app.querySelector(".search-fallback");
    if (fallback) show(fallback, true);
  }

  /* ---- typing ------------------------------------------------------------------------------------------- */

  function asked(step) {
    clearTimeout(timer);
    var text = input.value.trim();
    if (text === state.q && !step) return;
    if (text !== state.q) state.shown = PAGE;
    state.q = text;
    remember(step);
    run();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(function () { asked(false); }, PAUSE);
  }

  function restore() {
    state = fromAddress();
    document.querySelectorAll('form[role="search"] input[name="q"]').forEach(function (box) { box.value = state.q; });
    input.value = state.q;
    return run();
  }

  input.addEventListener("compositionstart", function () { composing = true; });
  input.addEventListener("compositionend", function () { composing = false; later(); });
  input.addEventListener("input", function (event) { if (!composing && !event.isComposing) later(); });
  input.addEventListener("keydown", function (event) {
    // The Enter that confirms a conversion (229 in Safari) is not yet a question.
    if (event.key === "Enter" && (composing || event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (composing) return;
    asked(true);
    // On a phone the keyboard would cover the results.
    if (window.matchMedia("(pointer: coarse)").matches) input.blur();
  });
  window.addEventListener("popstate", restore);
  window.addEventListener("pagehide", function () {
    history.replaceState({ shown: state.shown, top: window.pageYOffset }, "");
  });

  more.type = "button";
  show(more, false);
  show(help, false);
  show(note, false);
  list.parentNode.insertBefore(note, list);
  list.parentNode.insertBefore(more, list.nextSibling);
  list.parentNode.insertBefore(help, more.nextSibling);
  var plain = app.querySelector(".search-fallback");
  if (plain) show(plain, false);
  var top = (history.state || {}).top || 0;
  restore().then(function () { if (top) window.scrollTo(0, top); });
})();
