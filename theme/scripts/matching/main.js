/* わたしにできること: five questions, one at a time, and what goes with the answers.
 *
 * Where one is stands behind the # of the address, what one answered behind its ?: an address with answers and no
 * question shows what was found. Going back to a question keeps every answer that was given since.
 */
import { part, said, show } from "../page/element.js";
import { bind } from "./bound.js";
import { forget, isPast, keep, kept, present, step } from "./memory.js";
import { questionsIn } from "./questions.js";
import { Results } from "./results.js";
import { isEmpty, parseSheet, showSheet, tellsMore, without } from "./sheet.js";
import { typedIn } from "./typed.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */

const RESULTS = "results";
const LOST = "アドレスにあった答えは、いまの選択肢の中にありません。ここから選んでください。";
const PARTLY = "アドレスにあった答えのうち、いまの選択肢の中にないものは、使っていません。";

class Match {
  /** @param {HTMLElement} app */
  constructor(app) {
    this.form = part(app, "form", HTMLFormElement);
    this.questions = questionsIn(this.form);
    this.keys = this.questions.keys;
    this.app = app;
    this.status = part(app, ".match__status", HTMLElement);
    this.lost = part(app, ".match__lost", HTMLElement);
    this.before = part(app, ".match__before", HTMLElement);
    this.back = part(app, "[data-back]", HTMLButtonElement);
    this.next = part(app, "[data-next]", HTMLButtonElement);
    this.sooner = part(app, ".match__early", HTMLElement);
    /** @type {Sheet} */
    this.sheet = parseSheet("", this.questions.known);
    this.at = this.keys[0];
    this.results = new Results(app, this.questions, {
      off: (key, value) => { this.answer(without(this.sheet, key, value)); },
      change: (key) => { this.go(key, true); },
      clear: () => { this.clear(); }
    });
    this.typed = typedIn(app, said(app, "data-root"), {
      read: (act) => this.results.files.read(act), questions: this.questions,
      add: (values) => { this.tick(this.sheet.do.concat(values)); },
      off: (value) => { this.tick(without(this.sheet, "do", value).do); }
    });
  }

  /* ---- the address --------------------------------------------------------------------------------------- */

  /** @param {string} at */
  address(at) {
    const line = showSheet(this.sheet);
    const isPlain = at === RESULTS && line;
    return location.pathname + (line ? "?" + line : "") + (isPlain ? "" : "#" + at);
  }

  /** Shows what the address says. @param {boolean} back from a later step */
  arrive(back) {
    if (isPast()) {
      history.replaceState(present(), "", location.pathname);
      this.sheet = parseSheet("", this.questions.known);
    }
    const hash = location.hash.slice(1);
    const said = parseSheet(location.search, this.questions.known);
    const isQuestion = this.keys.indexOf(hash) >= 0;
    if (!back || !isQuestion || isEmpty(this.sheet)) this.sheet = said;
    this.lost.textContent = isEmpty(said) ? LOST : PARTLY;
    show(this.lost, !back && tellsMore(location.search, said));
    this.at = isQuestion ? hash : hash === RESULTS || !isEmpty(said) ? RESULTS : this.keys[0];
    history.replaceState(step(), "", hash || this.at === RESULTS ? this.address(this.at) : location.pathname);
    this.questions.tick(this.sheet);
    this.show(back);
  }

  /** @param {string} at a question, or the results @param {boolean} [editing] whether one answer is changed from there */
  go(at, editing) {
    this.at = at;
    history.pushState(present({ inside: true, editing: Boolean(editing) }), "", this.address(at));
    this.show(true);
  }

  /* ---- what people do ------------------------------------------------------------------------------------ */

  /** What was ticked is an answer at once. */
  ticked() {
    this.sheet = this.questions.ticked();
    keep(showSheet(this.sheet));
    show(this.before, false);
    history.replaceState(step(), "", this.address(this.at));
    this.questions.count();
    this.walk();
  }

  /** @param {string[]} values of the first question */
  tick(values) {
    this.questions.tick(Object.assign({}, this.sheet, { do: values }));
    this.ticked();
  }

  /** @param {Sheet} sheet */
  answer(sheet) {
    this.sheet = sheet;
    show(this.lost, false);
    keep(showSheet(sheet));
    this.questions.tick(sheet);
    history.pushState(present({ inside: true }), "", this.address(RESULTS));
    this.results.show(sheet, "changed");
  }

  /** What still stands in the box is an answer as well; what it was taken for is seen before one goes on. */
  async leaves() {
    return this.at !== "do" || this.typed.leave();
  }

  async early() {
    if (await this.leaves()) this.go(RESULTS);
  }

  async onward() {
    if (!await this.leaves()) return;
    const last = this.at === this.keys[this.keys.length - 1] || step().editing;
    this.go(last ? RESULTS : this.keys[this.keys.indexOf(this.at) + 1]);
  }

  backward() {
    const at = this.keys.indexOf(this.at);
    if (step().inside) history.back();
    else if (at > 0) this.go(this.keys[at - 1]);
  }

  clear() {
    forget();
    this.sheet = parseSheet("", this.questions.known);
    this.questions.tick(this.sheet);
    this.typed.forget();
    this.at = this.keys[0];
    history.pushState(present(), "", location.pathname);
    this.show(true);
    this.status.textContent = "答えを消しました。";
  }

  resume() {
    this.sheet = parseSheet(kept(), this.questions.known);
    this.questions.tick(this.sheet);
    this.go(RESULTS);
  }

  /* ---- what is shown ------------------------------------------------------------------------------------- */

  /** @param {boolean} moved by somebody who is here, so that the focus follows */
  show(moved) {
    const asks = this.at !== RESULTS;
    this.app.setAttribute("data-at", this.at);
    if (moved) show(this.lost, false);
    show(this.form, asks);
    show(this.before, asks && this.at === this.keys[0] && isEmpty(this.sheet) && kept() !== "");
    if (!asks) {
      this.results.show(this.sheet, moved ? "moved" : "come");
      return;
    }
    document.documentElement.removeAttribute("data-asks");
    this.results.hide();
    const section = this.questions.show(this.at);
    this.walk();
    if (!moved) return;
    window.scrollTo(0, 0);
    part(section, "h2", HTMLElement).focus({ preventScroll: true });
    this.status.textContent = this.questions.progress(this.at);
  }

  /** The buttons say what they do here: go on, skip, see what was found. */
  walk() {
    const { editing, inside } = step();
    const last = this.at === this.keys[this.keys.length - 1] || editing;
    const answered = this.sheet[this.at].length > 0;
    this.next.textContent = last ? "結果を見る" : answered ? "次へ ›" : "とばして次へ ›";
    this.next.classList.toggle("button--quiet", !last && !answered);
    show(this.back, !editing && (this.at !== this.keys[0] || Boolean(inside)));
    show(this.sooner, !last && !isEmpty(this.sheet));
  }
}

export const start = () => {
  const app = document.getElementById("match");
  if (!app) return;
  const match = new Match(app);
  bind(app, {
    ticked: () => { match.ticked(); },
    onward: () => { match.onward(); },
    backward: () => { match.backward(); },
    early: () => { match.early(); },
    resume: () => { match.resume(); },
    clear: () => { match.clear(); },
    arrive: () => { match.arrive(true); }
  });
  match.arrive(false);
};
