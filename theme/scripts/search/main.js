/* Searching and narrowing down, on the search page and above the list of groups.
 *
 * Without this script (or on a browser too old to read it) the form still leads to /search/?q=…, and the plain list
 * stays. With data-kind only records of that kind are shown; with data-list the results take the place of the element
 * of that id as soon as something is asked or chosen.
 */
import { all, empty, said, show } from "../page/element.js";
import { addressOf, anyChosen, askedIn } from "./address.js";
import { alsoChosen, cleared, conditionText, everything, nothingFits, noteOf, takenOff, ticked, unasked } from "./asked.js";
import { bind } from "./bound.js";
import { card } from "./card.js";
import { makeChoices } from "./choices.js";
import { today } from "./dates.js";
import { elsewhere } from "./elsewhere.js";
import { filesOf } from "./files.js";
import { showFailure, showHelp } from "./help.js";
import { showLent } from "./lent.js";
import { narrowed } from "./narrowed.js";
import { chips } from "./panel.js";
import { shown } from "./question.js";
import { sentence } from "./sentences.js";
import { speaking } from "./speaking.js";
import { steps } from "./steps.js";
import { keepRoom, viewOf } from "./view.js";

/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./files.js").Ready} Ready */
/** @typedef {import("./conditioned.js").Answer} Answer */
/** @typedef {import("./address.js").Asking & { shown: number }} State */

const PAGE = 10;
const SLOW = 600;

class Search {
  /** @param {HTMLElement} app */
  constructor(app) {
    const kind = said(app, "data-kind");
    this.view = viewOf(app);
    this.files = filesOf(this.view.root);
    this.steps = steps(this.view.input, () => this.state.shown);
    this.speaking = speaking(this.view.status);
    this.kind = kind;
    /** @type {Facet | ""} */
    this.fixed = kind ? "kind" : "";
    /** @type {State} */
    this.state = { q: "", chosen: {}, sort: "", shown: PAGE };
    /** @type {import("./conditions.js").Condition[]} of the question that is shown */
    this.conditions = [];
    this.latest = 0;
    this.typed = false;
    /** @type {import("./panel.js").Choose} */
    this.choose = (...tick) => { this.change(ticked(this.state, this.conditions, ...tick)); };
    this.choices = this.choicesFrom(this.files);
  }

  /** @param {import("./files.js").Files} files */
  choicesFrom(files) {
    return makeChoices(this.view, files, this.choose, () => { this.change(cleared(this.state, this.conditions)); }, () => { this.run(); });
  }

  /** @param {Ready} ready what each kind is called; null where it cannot be chosen */
  kinds({ town }) {
    return this.fixed ? null : town.kinds;
  }

  idle() {
    return !this.state.q && !anyChosen(this.state.chosen);
  }

  /* ---- the address --------------------------------------------------------------------------------------- */

  /** @param {boolean} typed and so perhaps not yet the whole question */
  remember(typed) {
    this.typed = typed;
    this.steps.take(addressOf(location.pathname, this.state), typed);
  }

  async restore() {
    const { shown, top } = this.steps.kept();
    this.typed = false;
    this.steps.settle();
    this.state = Object.assign(askedIn(location.search, this.fixed), { shown: shown || PAGE });
    all(document, 'form[role="search"] input[name="q"]').forEach((box) => {
      if (box instanceof HTMLInputElement) box.value = this.state.q;
    });
    this.view.input.value = this.state.q;
    if (await this.run() && top !== undefined) window.scrollTo(0, top);
  }

  /** @param {Partial<State>} changes */
  change(changes) {
    this.state = Object.assign({}, this.state, { shown: PAGE }, changes);
    if (changes.q !== undefined) this.view.input.value = changes.q;
    this.remember(false);
    return this.run();
  }

  /** @param {boolean} typed and not sent */
  asked(typed) {
    const q = this.view.input.value.trim();
    if (q === this.state.q && typed) return;
    this.state = Object.assign({}, this.state, { q }, q === this.state.q ? {} : { shown: PAGE, plain: false });
    this.remember(typed);
    this.run();
  }

  /* ---- results ------------------------------------------------------------------------------------------- */

  /**
   * Shows what is asked and chosen; whether that was still wanted when it came.
   *
   * @param {boolean} [again] with the files of a newer edition
   * @returns {Promise<boolean>}
   */
  async run(again) {
    this.latest += 1;
    const turn = this.latest;
    const current = () => turn === this.latest;
    const { list } = this.view;
    list.setAttribute("aria-busy", "true");
    keepRoom(!this.idle(), "new");
    const slow = window.setTimeout(() => { if (current()) this.speaking.tell("さがしています…", this.typed); }, SLOW);
    try {
      const ready = await this.files.ready();
      this.choices.make(this.kinds(ready), !this.idle());
      const { q, plain } = this.state;
      const asking = { today: today(), plain: Boolean(plain) };
      const found = q ? await (await this.files.engine()).search(q, asking) : everything(ready);
      // The number is known from here on, however long the cards take: the note must not come after it.
      window.clearTimeout(slow);
      if (current()) await this.render(ready, found, current);
    } catch (error) {
      window.clearTimeout(slow);
      const newer = !again && current() && await this.files.outdated(error);
      if (!current()) return false;
      if (!newer) this.giveUp(error);
      else {
        // What was found of another edition has other numbers.
        this.files = filesOf(this.view.root);
        this.choices = this.choicesFrom(this.files);
        return this.run(true);
      }
    } finally {
      window.clearTimeout(slow);
      if (current()) list.removeAttribute("aria-busy");
    }
    return current();
  }

  /** @param {unknown} error */
  giveUp(error) {
    console.error(error);
    this.speaking.tell("いまは検索を使えません。お手数ですが、一覧からおさがしください。", false);
    showFailure(this.view, this.state.q, () => { this.run(); });
    keepRoom(false, "told");
  }

  /** @param {Ready} ready @param {Answer} found @param {() => boolean} current */
  async render(ready, found, current) {
    const { chosen } = this.state;
    const within = found.numbers.filter((number) => !this.kind || ready.town.kindOf(number) === this.kind);
    const whole = alsoChosen(chosen, found.conditions);
    const numbers = await narrowed(this.files, ready.town, within, this.state, whole);
    if (!current()) return;
    const conditions = found.conditions.map((one) =>
      ({ text: conditionText(one, ready.town.kinds, today()), off: () => { this.change(takenOff(this.state, one)); } }));
    this.conditions = found.conditions;
    chips(this.view.on, unasked(chosen, found.conditions), this.kinds(ready), this.choose, this.choices.focus, conditions);
    const nothing = nothingFits(found, ready.town.kinds, today());
    const note = noteOf(found, this.state, numbers.length, ready.start.days, today());
    const others = this.kind && this.state.q && !within.length ? elsewhere(ready.town, found.numbers) : [];
    this.tell(note, { numbers: within, near: found.near }, numbers.length, { here: ready.town.kinds[this.kind], others, nothing });
    showLent(this.view, this.state.q, current);
    const idle = this.idle();
    const helpless = numbers.length > 0 || idle;
    if (helpless) {
      empty(this.view.help);
      show(this.view.help, false);
    }
    await Promise.all([
      helpless ? null : showHelp(this.view, this.files, ready, { q: this.state.q, within: within.length, others, conditions: nothing !== "" }, current),
      this.showCards(idle ? [] : numbers, 0, { ready, marks: found.marks, chosen: whole }, current)
    ]);
    // What one can narrow down by comes behind what one looked for.
    await this.choices.count(within, chosen, whole);
  }

  /**
   * @param {string} words of the note
   * @param {{ numbers: number[], near: boolean }} found before it was narrowed down
   * @param {number} count
   * @param {import("./sentences.js").Around} around
   */
  tell(words, found, count, around) {
    const { note, order, plain, select, title } = this.view;
    const { q, chosen, sort } = this.state;
    const invitation = plain ? "" : "さがしたいことばを入れてください。";
    this.speaking.tell(this.idle() ? invitation : sentence(q, found, count, anyChosen(chosen), around), this.typed);
    note.textContent = words;
    show(note, words !== "");
    show(order, !this.idle() && count > 1);
    select.value = sort;
    if (plain) show(plain, this.idle());
    keepRoom(!this.idle(), "told");
    document.title = q ? shown(q) + "の検索結果 - " + title : title;
  }

  /**
   * @param {number[]} numbers
   * @param {number} from
   * @param {{ ready: Ready, marks: string[], chosen: import("./facets.js").Chosen }} asked
   * @param {() => boolean} current
   */
  async showCards(numbers, from, asked, current) {
    const { app, list, more, root } = this.view;
    const wanted = numbers.slice(from, this.state.shown);
    const cards = await Promise.all(wanted.map((number) => this.files.card(String(number))));
    if (!current()) return;
    if (from === 0) empty(list);
    cards.forEach((found) => {
      list.appendChild(card(found, root, asked.ready, asked.marks, asked.chosen));
    });
    const left = Math.max(0, numbers.length - this.state.shown);
    more.textContent = "もっと見る（あと" + left + "件）";
    show(more, left > 0);
    more.onclick = async () => {
      const first = this.state.shown;
      this.state = Object.assign({}, this.state, { shown: first + PAGE });
      this.remember(false);
      await this.showCards(numbers, first, asked, current).catch(() => this.run());
      const link = list.children[first] && list.children[first].querySelector("a");
      if (link) link.focus();
    };
    app.dispatchEvent(new CustomEvent("hiroba:cards", { bubbles: true }));
  }
}

export const start = () => {
  const app = document.getElementById("search-app");
  if (!app) return;
  const search = new Search(app);
  bind(search.view, {
    ask: (typed) => { search.asked(typed); },
    sort: (order) => { search.change({ sort: order }); },
    goBack: () => { search.restore(); }
  });
  search.restore();
};
