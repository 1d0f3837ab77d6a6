/* Narrowing down a list that stands in the page: its entries say by what (data-facets), and those that do not fit are
 * hidden.
 *
 * Without this script the links of the list stay: to each month, to each role. With it a panel of choices takes their
 * place, and the address says what is chosen. Of a list of several pages (data-entries, further.js) what fits is brought
 * together, some at a time; from a further page (data-first) a choice leads to the first. A question in the address (?q=)
 * leads to the search, narrowed down to the kind of the list (data-kind).
 *
 *   <div data-narrows="plain-list" data-root="../" data-rest="../events/index-2.html …"
 *     data-entries="../events/entries.json">…links…</div> <div id="plain-list">…</div>
 */
import { all, button, element, empty, said, show } from "../page/element.js";
import { addressOf, anyChosen, askedIn, chosenIn, withChoice } from "./address.js";
import { counts, FACETS, filtered } from "./facets.js";
import { further } from "./further.js";
import { chips, panel } from "./panel.js";
import { keepRoom } from "./view.js";
import { wholeWeek } from "./week.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./facets.js").Chosen} Chosen */
/** @typedef {{ count: number, facets: Facets }} Known */

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

// So many of a list of several pages are shown at once.
const PAGE = 20;

class Narrowing {
  /** @param {HTMLElement} box @param {HTMLElement} list */
  constructor(box, list) {
    const rest = said(box, "data-rest").split(" ").filter(Boolean);
    this.box = box;
    this.list = list;
    this.on = element("ul", "search-on");
    this.status = element("p", "search-status");
    this.status.setAttribute("role", "status");
    this.chosen = chosenIn(new URLSearchParams(location.search));
    this.entries = all(list, "[data-facets]");
    this.further = said(box, "data-entries") ? further(list, rest, said(box, "data-entries")) : null;
    this.found = element("ul", (list.querySelector("ul") || list).className);
    this.more = button("search-more", "");
    this.gathered = element("div", "narrowed");
    /** @type {Known | null} */
    this.facts = null;
    this.latest = 0;
    this.shown = PAGE;
    /** @type {import("./panel.js").Choose} */
    this.choose = (facet, label, tick) => { this.change(withChoice(this.chosen, facet, label, tick)); };
    this.panel = panel(null, this.choose, () => { this.clear(); });
    if (this.entries.length) this.place();
  }

  /** Puts the panel in the place of the plain links. */
  place() {
    const links = this.box.querySelector("details");
    this.panel.box.open = Boolean(links && links.open);
    this.panel.box.addEventListener("toggle", () => { this.run(); });
    empty(this.box);
    [this.panel.box, this.on, this.status].forEach((one) => { this.box.appendChild(one); });
    [this.found, this.more].forEach((one) => { this.gathered.appendChild(one); });
    show(this.gathered, false);
    this.list.insertAdjacentElement("afterend", this.gathered);
  }

  /** @param {Chosen} chosen */
  change(chosen) {
    const first = said(this.box, "data-first");
    const address = addressOf(first || location.pathname, { q: "", chosen, sort: "" });
    // A further page of a list knows only itself: the first one narrows down the whole.
    if (first) {
      location.href = address;
      return;
    }
    this.leave();
    this.chosen = chosen;
    this.shown = PAGE;
    history.pushState(null, "", address);
    this.run();
  }

  /** Keeps with this step of the history how it is left. */
  leave() {
    history.replaceState({ shown: this.shown, top: window.pageYOffset }, "");
  }

  clear() {
    this.change(chosenIn(new URLSearchParams()));
    this.panel.summary.focus();
  }

  async restore() {
    const { shown, top } = history.state || {};
    this.chosen = chosenIn(new URLSearchParams(location.search));
    this.shown = shown || PAGE;
    await this.run();
    if (this.further && top !== undefined) window.scrollTo(0, top);
  }

  /** What there is to narrow down; of a list of several pages only when it is needed. @returns {Promise<Known | null>} */
  async known() {
    const isNeeded = this.panel.box.open || anyChosen(this.chosen);
    if (!this.facts && this.further && isNeeded) this.facts = await this.further.known();
    if (!this.facts && !this.further) this.facts = { count: this.entries.length, facets: facetsOf(this.entries) };
    return this.facts;
  }

  async run() {
    this.latest += 1;
    const turn = this.latest;
    const current = () => turn === this.latest;
    try {
      const known = await this.known();
      if (known && current()) await this.render(known, current);
    } catch (error) {
      console.error(error);
      if (!current()) return;
      keepRoom(false, "told");
      this.status.textContent = "通信できなかったため、しぼりこめませんでした。もう一度お試しください。";
    }
  }

  /** @param {Known} known @param {() => boolean} current */
  async render({ count, facets }, current) {
    const numbers = Array.from({ length: count }, (_, number) => number);
    const fitting = filtered(facets, numbers, this.chosen);
    const any = anyChosen(this.chosen);
    this.panel.fill(facets);
    this.panel.update(counts(facets, numbers, this.chosen), this.chosen);
    chips(this.on, this.chosen, null, this.choose, () => { this.panel.summary.focus(); });
    this.tell(any, fitting.length);
    if (this.further) await this.gather(any ? fitting : [], 0, any, current);
    else this.hide(new Set(fitting), any);
    if (current()) keepRoom(any, "told");
  }

  /** @param {boolean} any @param {number} count of what fits */
  tell(any, count) {
    this.status.textContent = any ? count + "件（しぼりこみ中）" : "";
    if (!any || count) return;
    // Nothing of this kind fits; perhaps something of another does.
    const link = element("a", "", "ほかの種類からもさがす");
    link.href = addressOf(said(this.box, "data-root") + "search/", { q: "", chosen: this.chosen, sort: "" });
    this.status.textContent = "この条件に合うものは、この一覧にはありません。";
    this.status.appendChild(link);
  }

  /** @param {Set<number>} fitting of a list that stands whole in the page @param {boolean} any */
  hide(fitting, any) {
    this.entries.forEach((entry, number) => { show(entry, fitting.has(number)); });
    all(this.list, "section").forEach((section) => {
      show(section, !any || section.querySelector("[data-facets]:not([hidden])") !== null);
    });
  }

  /** @param {number[]} fitting of a list of several pages @param {number} from @param {boolean} any @param {() => boolean} current */
  async gather(fitting, from, any, current) {
    const those = this.further;
    if (!those) return;
    const copies = await Promise.all(fitting.slice(from, this.shown).map((number) => those.entry(number)));
    if (!current()) return;
    if (!from) empty(this.found);
    copies.forEach((copy) => { this.found.appendChild(copy); });
    const left = fitting.length - from - copies.length;
    this.more.textContent = "もっと見る（あと" + left + "件）";
    this.more.onclick = async () => {
      const first = this.shown;
      this.shown += PAGE;
      await this.gather(fitting, first, any, current);
      const next = this.found.children[first];
      const link = next && next.querySelector("a");
      if (link) link.focus();
    };
    show(this.list, !any);
    show(this.gathered, any);
    show(this.more, left > 0);
  }
}

/** @param {HTMLElement} box @returns {string} where what is asked in the address of a list is answered; "" where nothing is */
const answered = (box) => {
  const { q, chosen, sort } = askedIn(location.search);
  const kind = said(box, "data-kind");
  return q && addressOf(said(box, "data-root") + "search/", { q, chosen: kind ? withChoice(chosen, "kind", kind, true) : chosen, sort });
};

export const start = () => {
  const [box] = all(document, "[data-narrows]");
  const search = box ? answered(box) : "";
  if (search) {
    location.replace(search);
    return;
  }
  const list = box && document.getElementById(said(box, "data-narrows"));
  if (!list) return;
  const narrowing = new Narrowing(box, list);
  if (!narrowing.entries.length) return;
  if (said(box, "data-first") && anyChosen(narrowing.chosen)) location.replace(said(box, "data-first") + location.search);
  window.addEventListener("popstate", () => { narrowing.restore(); });
  window.addEventListener("pagehide", () => { narrowing.leave(); });
  narrowing.restore();
};
