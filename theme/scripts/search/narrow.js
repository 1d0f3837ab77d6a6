/* Narrowing down a list that stands in the page: its entries say by what (data-facets), and those that do not fit are
 * hidden. Needs search-facets.js and search-parts.js before it.
 *
 * Without this script the links of the list stay: to each month, to each role. With it a panel of choices takes their
 * place, and the address says what is chosen. A list of several pages is brought together as soon as something is.
 *
 *   <div data-narrows="plain-list" data-rest="../events/index-2.html …">…links…</div> <div id="plain-list">…</div>
 */
import * as narrow from "./facets.js";
import * as parts from "./parts.js";

export function start() {
  const box = document.querySelector("[data-narrows]");
  const list = box && document.getElementById(box.getAttribute("data-narrows"));
  if (!list) return;

  let rest = box.getAttribute("data-rest").split(" ").filter(Boolean);
  const on = parts.element("ul", "search-on");
  const said = parts.element("p", "search-status");
  const pager = list.querySelector(".pager");
  let chosen = fromAddress();
  let entries = [];
  let facets = {};
  let panel = null;

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    const found = {};
    narrow.FACETS.forEach(facet => { found[facet] = asked.getAll(facet); });
    return found;
  }

  function remember() {
    const asked = new URLSearchParams();
    narrow.FACETS.forEach(facet => {
      chosen[facet].forEach(label => { asked.append(facet, label); });
    });
    const text = asked.toString();
    history.pushState(null, "", location.pathname + (text ? "?" + text : ""));
  }

  function anyChosen() {
    return narrow.FACETS.some(facet => chosen[facet].length > 0);
  }

  // What the entries can be narrowed down by, as search-facets.js takes it: facet → label → numbers of the entries.
  function read() {
    entries = [].slice.call(list.querySelectorAll("[data-facets]"));
    facets = {};
    entries.forEach((entry, number) => {
      const own = JSON.parse(entry.getAttribute("data-facets"));
      Object.keys(own).forEach(facet => {
        const labels = (facets[facet] = facets[facet] || {});
        own[facet].forEach(label => { (labels[label] = labels[label] || []).push(number); });
      });
    });
    panel = parts.panel(facets, "kind", choose, clear);
  }

  /* ---- a list of several pages ---------------------------------------------------------------------------- */

  function page(address) {
    return fetch(address).then(answer => {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer.text();
    }).then(html => new DOMParser().parseFromString(html, "text/html").getElementById(list.id));
  }

  function join(more) {
    [].slice.call(more.children).filter(part => part.tagName === "SECTION").forEach(part => {
      const heading = document.getElementById(part.querySelector("h2").id);
      const here = heading && heading.parentNode.querySelector("ul");
      if (!here) return list.insertBefore(part, pager ? pager.parentNode : null);
      [].slice.call(part.querySelector("ul").children).forEach(entry => { here.appendChild(entry); });
    });
  }

  function whole() {
    if (!rest.length) return Promise.resolve();
    return Promise.all(rest.map(page)).then(pages => {
      pages.forEach(join);
      rest = [];
      if (pager) parts.show(pager.parentNode, false);
      const open = panel.box.open;
      read();
      panel.box.open = open;
      place();
    });
  }

  /* ---- showing -------------------------------------------------------------------------------------------- */

  function choose(facet, label, tick) {
    const kept = chosen[facet].filter(one => one !== label);
    chosen[facet] = tick ? kept.concat([label]) : kept;
    remember();
    run();
  }

  function clear() {
    narrow.FACETS.forEach(facet => { chosen[facet] = []; });
    remember();
    run();
    panel.box.querySelector("summary").focus();
  }

  function run() {
    (anyChosen() ? whole() : Promise.resolve()).then(render).catch(error => {
      console.error(error);
      said.textContent = "通信できなかったため、しぼりこめませんでした。もう一度お試しください。";
    });
  }

  function render() {
    const numbers = entries.map((entry, number) => number);
    const fitting = new Set(narrow.filtered(facets, numbers, chosen));
    entries.forEach((entry, number) => { parts.show(entry, fitting.has(number)); });
    [].forEach.call(list.querySelectorAll("section"), section => {
      parts.show(section, section.querySelector("[data-facets]:not([hidden])") !== null || !anyChosen());
    });
    panel.update(narrow.counts(facets, numbers, chosen), chosen);
    parts.chips(on, chosen, "kind", choose);
    said.textContent = anyChosen() ? fitting.size + "件（しぼりこみ中）" : "";
  }

  function place() {
    parts.empty(box);
    [panel.box, on, said].forEach(part => { box.appendChild(part); });
  }

  read();
  if (!entries.length) return;
  panel.box.open = Boolean(box.querySelector("details[open]"));
  said.setAttribute("role", "status");
  place();
  window.addEventListener("popstate", () => { chosen = fromAddress(); run(); });
  run();
}
