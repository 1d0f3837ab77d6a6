/* Searching and narrowing down, on the search page and above the list of groups. Needs search-core.js, search-facets.js
 * and search-parts.js before it.
 *
 * Without this script (or on a browser too old to read it) the form still leads to /search/?q=…, and the plain list
 * stays. With data-kind only records of that kind are shown; with data-list the results take the place of the element
 * of that id as soon as something is asked or chosen.
 *
 *   <div id="search-app" data-root="../" data-kind="group" data-list="plain-list" data-index="no" data-consult="…">
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
  // Long enough for two quick keys, short enough to seem at once.
  var PAUSE = 40;
  var SORTS = [["", "合う順"], ["kana", "五十音順"], ["date", "日付の新しい順"]];

  var app = document.getElementById("search-app");
  var core = window.HirobaSearch;
  var narrow = window.HirobaFacets;
  var parts = window.HirobaParts;
  if (!app || !core || !narrow || !parts) return;

  var element = parts.element;
  var empty = parts.empty;
  var show = parts.show;
  var root = app.getAttribute("data-root") || "./";
  var fixed = app.getAttribute("data-kind") ? { kind: [app.getAttribute("data-kind")] } : {};
  var plain = document.getElementById(app.getAttribute("data-list") || "") || app.querySelector(".search-fallback");
  var form = app.querySelector("form");
  var input = form.querySelector('input[name="q"]');
  var status = app.querySelector(".search-status");
  var filters = app.querySelector(".search-filters");
  var list = app.querySelector(".search-results");
  var note = element("p", "search-note");
  var help = element("div", "search-help");
  var more = element("button", "search-more");
  var on = element("ul", "search-on");
  var order = element("p", "search-order");
  var siteTitle = document.title;
  var state = { q: "", chosen: {}, sort: "", shown: PAGE };
  var latest = 0;
  var composing = false;
  var timer = 0;
  var panel = null;

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

  var orders = once(function () { return json(root + "pagefind/orders.json"); });

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
    narrow.FACETS.forEach(function (facet) { if (!fixed[facet]) chosen[facet] = asked.getAll(facet); });
    var kept = history.state || {};
    return {
      q: (asked.get("q") || "").trim(), chosen: chosen, sort: asked.get("sort") || "", shown: kept.shown || PAGE
    };
  }

  function addressOf(asking) {
    var asked = new URLSearchParams();
    if (asking.q) asked.set("q", asking.q);
    narrow.FACETS.forEach(function (facet) {
      (asking.chosen[facet] || []).forEach(function (label) { asked.append(facet, label); });
    });
    if (asking.sort) asked.set("sort", asking.sort);
    var text = asked.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  function remember(step) {
    var address = addressOf(state);
    var same = address === location.pathname + location.search;
    history[step && !same ? "pushState" : "replaceState"]({ shown: state.shown }, "", address);
  }

  function anyChosen() {
    return narrow.FACETS.some(function (facet) { return (state.chosen[facet] || []).length > 0; });
  }

  function idle() {
    return !state.q && !anyChosen();
  }

  function change(changes) {
    state = Object.assign({}, state, { shown: PAGE }, changes);
    remember(true);
    return run();
  }

  function choose(facet, label, chosen) {
    var kept = (state.chosen[facet] || []).filter(function (one) { return one !== label; });
    var changed = {};
    changed[facet] = chosen ? kept.concat([label]) : kept;
    change({ chosen: Object.assign({}, state.chosen, changed) });
  }

  function clearFilters() {
    change({ chosen: {} });
    filters.querySelector("summary").focus();
  }

  /* ---- results ------------------------------------------------------------------------------------------ */

  function sentence(found, shownCount) {
    var narrowed = anyChosen() ? "（しぼりこみ中）" : "";
    if (idle()) return plain && app.getAttribute("data-list") ? "" : "さがしたいことばを入れてください。";
    if (!state.q) return shownCount + "件" + narrowed;
    if (!found.numbers.length) return "「" + state.q + "」は見つかりませんでした。";
    if (found.near) return "「" + state.q + "」に近い結果　" + shownCount + "件" + narrowed;
    return state.q + "の検索結果　" + shownCount + "件" + narrowed;
  }

  function explanation(found) {
    var left = found.ignored.map(function (word) { return "「" + word + "」"; }).join("");
    if (found.instead) {
      return "「" + state.q + "」は見つからなかったので、" + (left ? left + "をのぞいて" : "") + "「" + found.instead +
        "」でさがしました。";
    }
    if (!found.near) return "";
    if (!left) return "ぴったり合うものがなかったので、ことばの近いものを出しています。";
    return "すべてのことばに合うものがなかったので、" + left + "をのぞいてさがしました。";
  }

  /* ---- when nothing is found ---------------------------------------------------------------------------- */

  function consult() {
    var ready = app.querySelector("template.search-consult");
    var text = app.getAttribute("data-consult");
    if (!ready) return text ? element("p", "search-consult", text) : document.createDocumentFragment();
    var made = document.importNode(ready.content, true);
    var wish = made.querySelector("a[data-wish]");
    if (wish) wish.href = wish.getAttribute("data-wish") + "&body=" + encodeURIComponent("さがしていること：" + state.q + "\n");
    return made;
  }

  function hint(text) {
    return element("li", "", text);
  }

  // Fields and areas in which pages stand that have a little in common with the question.
  function nearby(facets, numbers) {
    var item = element("li", "", "近い分野や地域から：");
    ["field", "area"].forEach(function (facet) {
      narrow.commonest(facets[facet], numbers, 2).forEach(function (label) {
        var link = element("a", "search-near", label);
        var chosen = {};
        chosen[facet] = [label];
        link.href = addressOf({ q: "", chosen: chosen, sort: "" });
        item.appendChild(link);
      });
    });
    return item.querySelector("a") ? item : null;
  }

  function meant(words) {
    var item = element("li", "", "もしかして：");
    words.forEach(function (word) {
      var link = element("a", "search-near", word[1]);
      link.href = root + word[3];
      item.appendChild(link);
    });
    return item;
  }

  // Names that are one letter off, or begin alike.
  async function likeNames(folding) {
    var typed = folding.fold(state.q).replace(/\s+/g, "");
    if (typed.length < 3) return [];
    var letter = typed.charCodeAt(0).toString(16).padStart(4, "0");
    var shelf = await json(root + "pagefind/suggest/" + letter + ".json").catch(function () { return []; });
    var seen = {};
    return shelf.filter(function (entry) {
      var begun = entry[0].slice(0, typed.length);
      var alike = core.oneOff(typed, begun) || core.oneOff(typed, entry[0]) || entry[0].slice(0, 3) === typed.slice(0, 3);
      if (!alike || seen[entry[3]]) return false;
      seen[entry[3]] = true;
      return true;
    }).slice(0, 4);
  }

  async function showHelp(turn, ready, found, count) {
    if (count || idle()) {
      empty(help);
      return show(help, false);
    }
    var ways = element("ul", "search-hints");
    if (found.numbers.length) {
      ways.appendChild(hint("しぼりこみをはずすと、" + found.numbers.length + "件あります。"));
    } else if (state.q) {
      var near = await Promise.all([likeNames(ready.folding), engine().then(function (made) { return made.hints(state.q); })]);
      if (near[0].length) ways.appendChild(meant(near[0]));
      var where = nearby(ready.facets, near[1]);
      if (where) ways.appendChild(where);
      ways.appendChild(hint("ことばを短くしてみてください（例：「手話サークル」→「手話」）。"));
      ways.appendChild(hint("ほかの言い方や、ひらがなでもためしてみてください。"));
    }
    if (turn !== latest) return;
    empty(help);
    help.appendChild(element("h2", "", found.numbers.length ? "しぼりこみに合うものがありません" : "さがし方のヒント"));
    help.appendChild(ways);
    help.appendChild(consult());
    show(help, true);
  }

  /* ---- showing ------------------------------------------------------------------------------------------ */

  function showCards(turn, numbers, from, marks, ready) {
    var wanted = numbers.slice(from, state.shown);
    return Promise.all(wanted.map(function (number) { return card(number, ready.facets.cards); }))
      .then(function (cards) {
        if (turn !== latest) return;
        if (from === 0) empty(list);
        cards.forEach(function (found) { list.appendChild(parts.card(found, marks, ready.folding, root + found.url, state.chosen)); });
        var left = Math.max(0, numbers.length - state.shown);
        more.textContent = "もっと見る（あと" + left + "件）";
        show(more, left > 0);
        more.onclick = function () { showMore(numbers, marks, ready); };
        app.dispatchEvent(new CustomEvent("hiroba:cards", { bubbles: true }));
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

  async function inOrder(numbers) {
    var known = SORTS.some(function (sort) { return sort[0] && sort[0] === state.sort; });
    if (!known) return numbers;
    return narrow.sorted(numbers, (await orders())[state.sort]);
  }

  async function render(turn, ready, found) {
    var within = narrow.filtered(ready.facets, found.numbers, fixed);
    var numbers = await inOrder(narrow.filtered(ready.facets, within, state.chosen));
    if (turn !== latest) return;
    panel.update(narrow.counts(ready.facets, within, state.chosen), state.chosen);
    parts.chips(on, state.chosen, fixed.kind ? "kind" : "", choose);
    status.textContent = sentence({ numbers: within, near: found.near }, numbers.length);
    note.textContent = numbers.length ? explanation(found) : "";
    show(note, note.textContent !== "");
    show(order, !idle() && numbers.length > 1);
    order.querySelector("select").value = state.sort;
    if (plain) show(plain, idle() && app.hasAttribute("data-list"));
    document.title = state.q ? state.q + "の検索結果 - " + siteTitle : siteTitle;
    await Promise.all([
      showHelp(turn, ready, { numbers: within }, numbers.length),
      showCards(turn, idle() ? [] : numbers, 0, found.marks, ready)
    ]);
  }

  async function run() {
    var turn = (latest += 1);
    list.setAttribute("aria-busy", "true");
    var slow = setTimeout(function () {
      if (turn === latest) status.textContent = "さがしています…";
    }, 600);
    try {
      var ready = await facts();
      if (!panel) makePanel(ready.facets);
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

  function makePanel(facets) {
    panel = parts.panel(facets, fixed.kind ? "kind" : "", choose, clearFilters);
    var links = filters.querySelector("details");
    panel.box.open = panel.box.open || Boolean(links && links.open);
    empty(filters);
    filters.appendChild(panel.box);
  }

  function giveUp(error) {
    console.error(error);
    status.textContent = "いまは検索を使えません。お手数ですが、一覧からおさがしください。";
    if (plain) show(plain, true);
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

  function makeOrder() {
    var label = element("label", "", "ならび順");
    var select = element("select");
    SORTS.forEach(function (sort) {
      var option = element("option", "", sort[1]);
      option.value = sort[0];
      select.appendChild(option);
    });
    select.addEventListener("change", function () { change({ sort: select.value }); });
    label.appendChild(select);
    order.appendChild(label);
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

  makeOrder();
  more.type = "button";
  [more, help, note, on, order].forEach(function (part) { show(part, false); });
  filters.parentNode.insertBefore(on, filters.nextSibling);
  list.parentNode.insertBefore(order, list);
  list.parentNode.insertBefore(note, list);
  list.parentNode.insertBefore(more, list.nextSibling);
  list.parentNode.insertBefore(help, more.nextSibling);
  if (plain && !app.hasAttribute("data-list")) show(plain, false);
  var top = (history.state || {}).top || 0;
  restore().then(function () { if (top) window.scrollTo(0, top); });
})();
