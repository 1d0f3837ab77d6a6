/* Narrowing down a list that stands in the page: its entries say by what (data-facets), and those that do not fit are
 * hidden.
 *
 * Without this script the links of the list stay: to each month, to each role. With it a panel of choices takes their
 * place, and the address says what is chosen. A list of several pages is brought together as soon as something is.
 *
 *   <div data-narrows="plain-list" data-rest="../events/index-2.html …">…links…</div> <div id="plain-list">…</div>
 */
import { all, element, empty, said, show } from "../page/element.js";
import { addressOf, anyChosen, chosenIn, withChoice } from "./address.js";
import { counts, FACETS, filtered } from "./facets.js";
import { chips, panel } from "./panel.js";
import { keepRoom } from "./view.js";
import { wholeWeek } from "./week.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./facets.js").Chosen} Chosen */

/** @param {HTMLElement[]} entries what they can be narrowed down by: facet → label → their numbers @returns {Facets} */
const facetsOf = (entries) => {
  /** @type {Facets} */
  const facets = {};
  entries.forEach((entry, number) => {
    /** @type {Chosen} */
    const own = JSON.parse(said(entry, "data-facets"));
    FACETS.forEach((facet) => {
      (own[facet] || []).forEach((label) => {
        // A city's word may be called what every object has.
        const labels = facets[facet] || Object.create(null);
        labels[label] = (labels[label] || []).concat([number]);
        facets[facet] = labels;
      });
    });
  });
  return facets.time ? Object.assign(facets, { time: wholeWeek(facets.time) }) : facets;
};

/** @param {string} address @param {string} id @returns {Promise<HTMLElement | null>} the list of that page */
const listAt = async (address, id) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address + ": " + answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
};

/** @param {HTMLElement} list @param {HTMLElement} more the list of a further page: its sections join those that are here */
const join = (list, more) => {
  const pager = list.querySelector(".pager");
  Array.from(more.children).filter((one) => one.tagName === "SECTION").forEach((section) => {
    const [title] = all(section, "h2");
    const [entries] = all(section, "ul");
    const here = document.getElementById(title ? title.id : "");
    const into = here && here.parentElement && here.parentElement.querySelector("ul");
    if (into && entries) Array.from(entries.children).forEach((entry) => { into.appendChild(entry); });
    else list.insertBefore(section, pager ? pager.parentNode : null);
  });
};

class Narrowing {
  /** @param {HTMLElement} box @param {HTMLElement} list */
  constructor(box, list) {
    this.box = box;
    this.list = list;
    this.rest = said(box, "data-rest").split(" ").filter(Boolean);
    this.on = element("ul", "search-on");
    this.status = element("p", "search-status");
    this.status.setAttribute("role", "status");
    this.chosen = chosenIn(new URLSearchParams(location.search));
    /** @type {HTMLElement[]} */
    this.entries = [];
    /** @type {Facets} */
    this.facets = {};
    /** @type {import("./panel.js").Panel | null} */
    this.panel = null;
    /** @type {import("./panel.js").Choose} */
    this.choose = (facet, label, tick) => { this.change(withChoice(this.chosen, facet, label, tick)); };
    const links = box.querySelector("details");
    this.read(Boolean(links && links.open));
  }

  /** @param {boolean} open reads the entries, and puts the panel of their choices in its place */
  read(open) {
    this.entries = all(this.list, "[data-facets]");
    this.facets = facetsOf(this.entries);
    if (!this.entries.length) return;
    const made = panel(null, this.choose, () => { this.clear(); });
    made.fill(this.facets);
    made.box.open = open;
    this.panel = made;
    empty(this.box);
    [made.box, this.on, this.status].forEach((one) => { this.box.appendChild(one); });
  }

  /** A list of several pages becomes one. */
  async whole() {
    if (!this.rest.length) return;
    const lists = await Promise.all(this.rest.map((address) => listAt(address, this.list.id)));
    lists.forEach((more) => { if (more) join(this.list, more); });
    this.rest = [];
    const pager = this.list.querySelector(".pager");
    if (pager && pager.parentElement) show(pager.parentElement, false);
    this.read(Boolean(this.panel && this.panel.box.open));
  }

  /** @param {Chosen} chosen */
  change(chosen) {
    this.chosen = chosen;
    history.pushState(null, "", addressOf(location.pathname, { q: "", chosen, sort: "" }));
    this.run();
  }

  clear() {
    this.change(chosenIn(new URLSearchParams()));
    if (this.panel) this.panel.summary.focus();
  }

  restore() {
    this.chosen = chosenIn(new URLSearchParams(location.search));
    this.run();
  }

  async run() {
    try {
      if (anyChosen(this.chosen)) await this.whole();
      this.render();
    } catch (error) {
      console.error(error);
      keepRoom(false, "told");
      this.status.textContent = "通信できなかったため、しぼりこめませんでした。もう一度お試しください。";
    }
  }

  render() {
    const numbers = this.entries.map((_, number) => number);
    const fitting = new Set(filtered(this.facets, numbers, this.chosen));
    const any = anyChosen(this.chosen);
    keepRoom(any, "told");
    this.entries.forEach((entry, number) => { show(entry, fitting.has(number)); });
    all(this.list, "section").forEach((section) => {
      show(section, !any || section.querySelector("[data-facets]:not([hidden])") !== null);
    });
    if (this.panel) this.panel.update(counts(this.facets, numbers, this.chosen), this.chosen);
    chips(this.on, this.chosen, null, this.choose, () => { if (this.panel) this.panel.summary.focus(); });
    this.status.textContent = any ? fitting.size + "件（しぼりこみ中）" : "";
    if (any && !fitting.size) this.pointElsewhere();
  }

  /** Nothing of this kind fits; perhaps something of another does. */
  pointElsewhere() {
    const link = element("a", "", "ほかの種類からもさがす");
    link.href = addressOf(said(this.box, "data-root") + "search/", { q: "", chosen: this.chosen, sort: "" });
    this.status.textContent = "この条件に合うものは、この一覧にはありません。";
    this.status.appendChild(link);
  }
}

export const start = () => {
  const [box] = all(document, "[data-narrows]");
  const list = box && document.getElementById(said(box, "data-narrows"));
  if (!list) return;
  const narrowing = new Narrowing(box, list);
  if (!narrowing.entries.length) return;
  window.addEventListener("popstate", () => { narrowing.restore(); });
  narrowing.run();
};
