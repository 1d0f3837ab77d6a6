/* The form of this page with what every part of it is given: whose it is, where it says things, what comes later. */
import { pairs, parts } from "./answers.js";
import { correction } from "./correction.js";
import { draft } from "./draft.js";
import { attribute, control, part } from "./element.js";
import { failing, saying } from "./notices.js";
import { tidy } from "./pairs.js";
import { steps } from "./steps.js";

/**
 * @typedef {object} State
 * @property {HTMLFormElement} form
 * @property {string} kind  group, event
 * @property {string} root  the way to the root of the site
 * @property {string} slug  of the profile that is corrected; "" for a new one
 * @property {string} today  as 2026-11-29
 * @property {Record<string, string>} center  name, address, phone, fax, email, hours, and the site's address
 * @property {import("./pairs.js").Names} names  those that are taken or can be chosen, by slug
 * @property {(words: string) => void} say
 * @property {(words: string) => void} fail
 * @property {ReturnType<typeof draft>} draft
 * @property {ReturnType<typeof correction>} correction
 * @property {import("./later.js").Later} later  what is loaded when it is needed
 * @property {import("./steps.js").Steps} steps
 * @property {import("./inspection.js").Inspection} [inspection]  once it is loaded
 * @typedef {State & {inspection: import("./inspection.js").Inspection}} Checked  when it is
 */

/** @type {(number: number) => string} */
const two = number => ("0" + number).slice(-2);

/** @type {(now: Date) => string} */
const dayOf = now => now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());

/** @type {(box: HTMLElement) => Record<string, string>} */
const centerOf = box => {
  const center = /** @type {Record<string, string>} */ (Object.assign({}, box.dataset));
  if (!center.site) center.site = location.href.split(/[?#]/)[0];
  return center;
};

/**
 * All of it but `later`, which the page adds.
 * @param {HTMLFormElement} form
 * @param {State["names"]} names
 * @param {(state: State) => void} entered  when another step is shown
 * @returns {State}
 */
const stateOf = (form, names, entered) => {
  const kind = attribute(form, "data-kind");
  const slug = new URLSearchParams(location.search).get(kind) || "";
  const center = centerOf(part("#form-center"));
  const state = /** @type {State} */ (/** @type {unknown} */ ({
    form, kind, slug, center, names,
    root: attribute(form, "data-root"),
    today: dayOf(new Date()),
    say: saying(part("#form-status")),
    fail: failing(part("#form-failed"), center),
    draft: draft(kind, slug, () => pairs(form, names))
  }));
  return Object.assign(state, {
    correction: correction(form, () => answers(state).fields),
    steps: steps(form, () => { entered(state); })
  });
};

/**
 * Everything filled in.
 * @type {(state: State) => import("./pairs.js").Pair[]}
 */
const all = state => pairs(state.form, state.names);

/**
 * What may be public, and what is for the centre alone.
 * @type {(state: State) => ReturnType<typeof parts>}
 */
const answers = state => parts(state.form, state.names);

/** @type {(state: State) => HTMLInputElement} */
const named = state => control(state.form, attribute(state.form, "data-title"));

/** @type {(state: State) => string} */
const title = state =>
  attribute(state.form, "data-label") + "：" + (tidy(named(state).value) || "（名前はまだありません）");

export { all, answers, named, stateOf, title };
