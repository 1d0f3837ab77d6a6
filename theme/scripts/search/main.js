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
import * as core from "./engine.js";
import * as narrow from "./facets.js";
import * as parts from "./parts.js";

export function start() {
  const PAGE = 10;
  // Long enough for two quick keys, short enough to seem at once.
  const PAUSE = 40;
  const SORTS = [["", "合う順"], ["kana", "五十音順"], ["date", "日付の新しい順"]];

  const app = document.getElementById("search-app");
  if (!app) return;

  const element = parts.element;
  const empty = parts.empty;
  const show = parts.show;
  const root = app.getAttribute("data-root") || "./";
  const fixed = app.getAttribute("data-kind") ? { kind: [app.getAttribute("data-kind")] } : {};
  const plain = document.getElementById(app.getAttribute("data-list") || "") || app.querySelector(".search-fallback");
  const form = app.querySelector("form");
  const input = form.querySelector('input[name="q"]');
  const status = app.querySelector(".search-status");
  const filters = app.querySelector(".search-filters");
  const list = app.querySelector(".search-results");
  const note = element("p", "search-note");
  const help = element("div", "search-help");
  const more = element("button", "search-more");
  const on = element("ul", "search-on");
  const order = element("p", "search-order");
  const siteTitle = document.title;
  let state = { q: "", chosen: {}, sort: "", shown: PAGE };
  let latest = 0;
  let composing = false;
  let timer = 0;
  let panel = null;

  /* ---- what is loaded, each once and only when it is needed -------------------------------------------- */

  function once(make) {
    let made = null;
    return () => {
      if (!made) made = make().catch(error => { made = null; throw error; });
      return made;
    };
  }

  function json(address) {
    return fetch(address).then(answer => {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer.json();
    });
  }

  const facts = once(() => Promise.all([json(root + "assets/search-table.json"), json(root + "pagefind/documents.json")])
    .then(read => {
      parts.name(read[1].kinds);
      return { table: read[0], facets: read[1], folding: core.makeFolding(read[0]) };
    }));

  const orders = once(() => json(root + "pagefind/orders.json"));

  const engine = once(() => {
    const address = new URL(root + "pagefind/pagefind.js", document.baseURI).href;
    return Promise.all([facts(), import(address)]).then(read => {
      // One thread: a search is a few milliseconds, and a worker would keep every answer in its memory.
      const pagefind = read[1].createInstance({ noWorker: true });
      return core.makeEngine(read[0].table, read[0].facets, core.makeFind(pagefind));
    });
  });

  const cardFiles = {};

  function card(number, perFile) {
    const file = Math.floor(number / perFile);
    if (!cardFiles[file]) cardFiles[file] = json(root + "pagefind/cards/" + file + ".json");
    return cardFiles[file].then(cards => cards[number % perFile]);
  }

  /* ---- the address and the state ------------------------------------------------------------------------ */

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    const chosen = {};
    narrow.FACETS.forEach(facet => { if (!fixed[facet]) chosen[facet] = asked.getAll(facet); });
    const kept = history.state || {};
    return {
      q: (asked.get("q") || "").trim(), chosen, sort: asked.get("sort") || "", shown: kept.shown || PAGE
    };
  }

  function addressOf(asking) {
    const asked = new URLSearchParams();
    if (asking.q) asked.set("q", asking.q);
    narrow.FACETS.forEach(facet => {
      (asking.chosen[facet] || []).forEach(label => { asked.append(facet, label); });
    });
    if (asking.sort) asked.set("sort", asking.sort);
    const text = asked.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  function remember(step) {
    const address = addressOf(state);
    const same = address === location.pathname + location.search;
    history[step && !same ? "pushState" : "replaceState"]({ shown: state.shown }, "", address);
  }

  function anyChosen() {
    return narrow.FACETS.some(facet => (state.chosen[facet] || []).length > 0);
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
    const kept = (state.chosen[facet] || []).filter(one => one !== label);
    const changed = {};
    changed[facet] = chosen ? kept.concat([label]) : kept;
    change({ chosen: Object.assign({}, state.chosen, changed) });
  }

  function clearFilters() {
    change({ chosen: {} });
    filters.querySelector("summary").focus();
  }

  /* ---- results ------------------------------------------------------------------------------------------ */

  function sentence(found, shownCount) {
    const narrowed = anyChosen() ? "（しぼりこみ中）" : "";
    if (idle()) return plain && app.getAttribute("data-list") ? "" : "さがしたいことばを入れてください。";
    if (!state.q) return shownCount + "件" + narrowed;
    if (!found.numbers.length) return "「" + state.q + "」は見つかりませんでした。";
    if (found.near) return "「" + state.q + "」に近い結果　" + shownCount + "件" + narrowed;
    return state.q + "の検索結果　" + shownCount + "件" + narrowed;
  }

  function explanation(found) {
    const left = found.ignored.map(word => "「" + word + "」").join("");
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
    const ready = app.querySelector("template.search-consult");
    const text = app.getAttribute("data-consult");
    if (!ready) return text ? element("p", "search-consult", text) : document.createDocumentFragment();
    const made = document.importNode(ready.content, true);
    const wish = made.querySelector("a[data-wish]");
    if (wish) wish.href = wish.getAttribute("data-wish") + "&body=" + encodeURIComponent("さがしていること：" + state.q + "\n");
    return made;
  }

  function hint(text) {
    return element("li", "", text);
  }

  // Fields and areas in which pages stand that have a little in common with the question.
  function nearby(facets, numbers) {
    const item = element("li", "", "近い分野や地域から：");
    ["field", "area"].forEach(facet => {
      narrow.commonest(facets[facet], numbers, 2).forEach(label => {
        const link = element("a", "search-near", label);
        const chosen = {};
        chosen[facet] = [label];
        link.href = addressOf({ q: "", chosen, sort: "" });
        item.appendChild(link);
      });
    });
    return item.querySelector("a") ? item : null;
  }

  function meant(words) {
    const item = element("li", "", "もしかして：");
    words.forEach(word => {
      const link = element("a", "search-near", word[1]);
      link.href = root + word[3];
      item.appendChild(link);
    });
    return item;
  }

  // Names that are one letter off, or begin alike.
  async function likeNames(folding) {
    const typed = folding.fold(state.q).replace(/\s+/g, "");
    if (typed.length < 3) return [];
    const letter = typed.charCodeAt(0).toString(16).padStart(4, "0");
    const shelf = await json(root + "pagefind/suggest/" + letter + ".json").catch(() => []);
    const seen = {};
    return shelf.filter(entry => {
      const begun = entry[0].slice(0, typed.length);
      const alike = core.oneOff(typed, begun) || core.oneOff(typed, entry[0]) || entry[0].slice(0, 3) === typed.slice(0, 3);
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
    const ways = element("ul", "search-hints");
    if (found.numbers.length) {
      ways.appendChild(hint("しぼりこみをはずすと、" + found.numbers.length + "件あります。"));
    } else if (state.q) {
      const near = await Promise.all([likeNames(ready.folding), engine().then(made => made.hints(state.q))]);
      if (near[0].length) ways.appendChild(meant(near[0]));
      const where = nearby(ready.facets, near[1]);
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
    const wanted = numbers.slice(from, state.shown);
    return Promise.all(wanted.map(number => card(number, ready.facets.cards)))
      .then(cards => {
        if (turn !== latest) return;
        if (from === 0) empty(list);
        cards.forEach(found => { list.appendChild(parts.card(found, marks, ready.folding, root + found.url, state.chosen)); });
        const left = Math.max(0, numbers.length - state.shown);
        more.textContent = "もっと見る（あと" + left + "件）";
        show(more, left > 0);
        more.onclick = () => { showMore(numbers, marks, ready); };
        app.dispatchEvent(new CustomEvent("hiroba:cards", { bubbles: true }));
      });
  }

  function showMore(numbers, marks, ready) {
    const from = state.shown;
    state.shown += PAGE;
    remember(false);
    showCards(latest, numbers, from, marks, ready).then(() => {
      const first = list.children[from];
      if (first) first.querySelector("a").focus();
    });
  }

  function everything(facets) {
    const numbers = facets.weights.map((weight, number) => number);
    return numbers.sort((a, b) => facets.weights[b] - facets.weights[a] || a - b);
  }

  function look(ready) {
    if (state.q) return engine().then(made => made.search(state.q));
    return { numbers: everything(ready.facets), marks: [], near: false, ignored: [], instead: "" };
  }

  async function inOrder(numbers) {
    const known = SORTS.some(sort => sort[0] && sort[0] === state.sort);
    if (!known) return numbers;
    return narrow.sorted(numbers, (await orders())[state.sort]);
  }

  async function render(turn, ready, found) {
    const within = narrow.filtered(ready.facets, found.numbers, fixed);
    const numbers = await inOrder(narrow.filtered(ready.facets, within, state.chosen));
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
    const turn = (latest += 1);
    list.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => {
      if (turn === latest) status.textContent = "さがしています…";
    }, 600);
    try {
      const ready = await facts();
      if (!panel) makePanel(ready.facets);
      const found = await look(ready);
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
    const links = filters.querySelector("details");
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
    const text = input.value.trim();
    if (text === state.q && !step) return;
    if (text !== state.q) state.shown = PAGE;
    state.q = text;
    remember(step);
    run();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => { asked(false); }, PAUSE);
  }

  function restore() {
    state = fromAddress();
    document.querySelectorAll('form[role="search"] input[name="q"]').forEach(box => { box.value = state.q; });
    input.value = state.q;
    return run();
  }

  function makeOrder() {
    const label = element("label", "", "ならび順");
    const select = element("select");
    SORTS.forEach(sort => {
      const option = element("option", "", sort[1]);
      option.value = sort[0];
      select.appendChild(option);
    });
    select.addEventListener("change", () => { change({ sort: select.value }); });
    label.appendChild(select);
    order.appendChild(label);
  }

  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => { composing = false; later(); });
  input.addEventListener("input", event => { if (!composing && !event.isComposing) later(); });
  input.addEventListener("keydown", event => {
    // The Enter that confirms a conversion (229 in Safari) is not yet a question.
    if (event.key === "Enter" && (composing || event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (composing) return;
    asked(true);
    // On a phone the keyboard would cover the results.
    if (window.matchMedia("(pointer: coarse)").matches) input.blur();
  });
  window.addEventListener("popstate", restore);
  window.addEventListener("pagehide", () => {
    history.replaceState({ shown: state.shown, top: window.pageYOffset }, "");
  });

  makeOrder();
  more.type = "button";
  [more, help, note, on, order].forEach(part => { show(part, false); });
  filters.parentNode.insertBefore(on, filters.nextSibling);
  list.parentNode.insertBefore(order, list);
  list.parentNode.insertBefore(note, list);
  list.parentNode.insertBefore(more, list.nextSibling);
  list.parentNode.insertBefore(help, more.nextSibling);
  if (plain && !app.hasAttribute("data-list")) show(plain, false);
  const top = (history.state || {}).top || 0;
  restore().then(() => { if (top) window.scrollTo(0, top); });
}
