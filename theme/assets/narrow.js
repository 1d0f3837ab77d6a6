/* Narrowing down a list that stands in the page: its entries say by what (data-facets), and those that do not fit are
 * hidden. Needs search-facets.js and search-parts.js before it.
 *
 * Without this script the links of the list stay: to each month, to each role. With it a panel of choices takes their
 * place, and the address says what is chosen. A list of several pages is brought together as soon as something is.
 *
 *   <div data-narrows="plain-list" data-rest="../events/index-2.html …">…links…</div> <div id="plain-list">…</div>
 */
(function () {
  "use strict";

  var box = document.querySelector("[data-narrows]");
  var list = box && document.getElementById(box.getAttribute("data-narrows"));
  var narrow = window.HirobaFacets;
  var parts = window.HirobaParts;
  if (!list || !narrow || !parts) return;

  var rest = box.getAttribute("data-rest").split(" ").filter(Boolean);
  var on = parts.element("ul", "search-on");
  var said = parts.element("p", "search-status");
  var pager = list.querySelector(".pager");
  var chosen = fromAddress();
  var entries = [];
  var facets = {};
  var panel = null;

  function fromAddress() {
    var asked = new URLSearchParams(location.search);
    var found = {};
    narrow.FACETS.forEach(function (facet) { found[facet] = asked.getAll(facet); });
    return found;
  }

  function remember() {
    var asked = new URLSearchParams();
    narrow.FACETS.forEach(function (facet) {
      chosen[facet].forEach(function (label) { asked.append(facet, label); });
    });
    var text = asked.toString();
    history.pushState(null, "", location.pathname + (text ? "?" + text : ""));
  }

  function anyChosen() {
    return narrow.FACETS.some(function (facet) { return chosen[facet].length > 0; });
  }

  // What the entries can be narrowed down by, as search-facets.js takes it: facet → label → numbers of the entries.
  function read() {
    entries = [].slice.call(list.querySelectorAll("[data-facets]"));
    facets = {};
    entries.forEach(function (entry, number) {
      var own = JSON.parse(entry.getAttribute("data-facets"));
      Object.keys(own).forEach(function (facet) {
        var labels = (facets[facet] = facets[facet] || {});
        own[facet].forEach(function (label) { (labels[label] = labels[label] || []).push(number); });
      });
    });
    panel = parts.panel(facets, "kind", choose, clear);
  }

  /* ---- a list of several pages ---------------------------------------------------------------------------- */

  function page(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer.text();
    }).then(function (html) {
      return new DOMParser().parseFromString(html, "text/html").getElementById(list.id);
    });
  }

  function join(more) {
    [].slice.call(more.children).filter(function (part) { return part.tagName === "SECTION"; }).forEach(function (part) {
      var heading = document.getElementById(part.querySelector("h2").id);
      var here = heading && heading.parentNode.querySelector("ul");
      if (!here) return list.insertBefore(part, pager ? pager.parentNode : null);
      [].slice.call(part.querySelector("ul").children).forEach(function (entry) { here.appendChild(entry); });
    });
  }

  function whole() {
    if (!rest.length) return Promise.resolve();
    return Promise.all(rest.map(page)).then(function (pages) {
      pages.forEach(join);
      rest = [];
      if (pager) parts.show(pager.parentNode, false);
      var open = panel.box.open;
      read();
      panel.box.open = open;
      place();
    });
  }

  /* ---- showing -------------------------------------------------------------------------------------------- */

  function choose(facet, label, tick) {
    var kept = chosen[facet].filter(function (one) { return one !== label; });
    chosen[facet] = tick ? kept.concat([label]) : kept;
    remember();
    run();
  }

  function clear() {
    narrow.FACETS.forEach(function (facet) { chosen[facet] = []; });
    remember();
    run();
    panel.box.querySelector("summary").focus();
  }

  function run() {
    (anyChosen() ? whole() : Promise.resolve()).then(render).catch(function (error) {
      console.error(error);
      said.textContent = "通信できなかったため、しぼりこめませんでした。もう一度お試しください。";
    });
  }

  function render() {
    var numbers = entries.map(function (entry, number) { return number; });
    var fitting = new Set(narrow.filtered(facets, numbers, chosen));
    entries.forEach(function (entry, number) { parts.show(entry, fitting.has(number)); });
    [].forEach.call(list.querySelectorAll("section"), function (section) {
      parts.show(section, section.querySelector("[data-facets]:not([hidden])") !== null || !anyChosen());
    });
    panel.update(narrow.counts(facets, numbers, chosen), chosen);
    parts.chips(on, chosen, "kind", choose);
    said.textContent = anyChosen() ? fitting.size + "件（しぼりこみ中）" : "";
  }

  function place() {
    parts.empty(box);
    [panel.box, on, said].forEach(function (part) { box.appendChild(part); });
  }

  read();
  if (!entries.length) return;
  panel.box.open = Boolean(box.querySelector("details[open]"));
  said.setAttribute("role", "status");
  place();
  window.addEventListener("popstate", function () { chosen = fromAddress(); run(); });
  run();
})();
