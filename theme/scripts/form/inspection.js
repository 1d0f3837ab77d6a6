/* What is wrong with what was filled in, found as `hiroba check` finds it and said beside its question.
 *
 * dataOf(state, table)      the profile as an object
 * inspection(state, table)  promise; `table` is assets/form/checking.json
 * .problems()               everything that is wrong now, each with the path of its question on the page
 * .left(question)           somebody left a question: it is looked at
 * .allows(within, onward)   whether nothing within a part of the form has to be put right; what has to is shown
 * .clear(), .table, .checker
 */
import { checker as checkerOf, findingsOf } from "../check/profile.js";
import { patterns } from "../tables.js";
import { complete, echo } from "./echo.js";
import { attribute, part } from "./element.js";
import { errors, questionOf } from "./errors.js";
import { offersFor } from "./offers.js";
import { nested } from "./pairs.js";
import { entriesFilled, isFilled } from "./questions.js";
import { answers } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./errors.js").Problem} Problem */
/** @typedef {import("./wording.js").Table} Table */
/** @typedef {ReturnType<typeof checkerOf>} Checker */
/**
 * @typedef {object} Inspection
 * @property {Table} table
 * @property {Checker} checker
 * @property {() => Problem[]} problems
 * @property {(question: HTMLElement) => void} left
 * @property {(within: HTMLElement, onward?: HTMLElement) => boolean} allows
 * @property {() => void} clear
 */

/**
 * An empty entry on the page is none in the profile: the numbers of the problems count the others.
 * @type {(form: HTMLFormElement, path: import("./errors.js").Path) => import("./errors.js").Path}
 */
const onPage = (form, path) => path.map((step, n) => {
  const entry = typeof step === "number" && entriesFilled(form, path.slice(0, n).join("."))[step];
  return entry ? Number(attribute(entry, "data-entry")) : step;
});

/**
 * The rule book speaks to somebody at a file; where it names keys, the form has words of its own.
 * @type {(table: Table, one: Problem) => Problem}
 */
const worded = (table, one) => {
  const said = table.form[one.rule];
  if (!said) return one;
  const filled = (/** @type {string} */ words) =>
    words.replace(/\{(\w+)\}/g, (_, name) => one.facts[name] === undefined ? "" : String(one.facts[name]));
  return Object.assign({}, one, { message: said[0] ? filled(said[0]) : one.message, advice: filled(said[1]) });
};

/** @type {(state: State, table: Table) => Promise<Checker>} */
const checkerFor = async (state, table) => checkerOf(table, {
  today: state.today, groups: state.names.groups, places: Object.keys(state.names.places), own: state.slug, lang: "ja"
}, await findingsOf(state.kind));

/** @type {(state: State, table: Table) => import("./pairs.js").Data} */
const dataOf = (state, table) => nested(answers(state).fields, table.records[state.kind], table.types);

/** @type {(state: State, table: Table) => Promise<Inspection>} */
const inspection = async (state, table) => {
  const { form, kind } = state;
  const checker = await checkerFor(state, table);
  const understood = (/** @type {string[]} */ path, /** @type {string} */ text) => checker.understood(kind, path, text);

  /** @type {Inspection["problems"]} */
  const problems = () => {
    const filled = dataOf(state, table);
    return checker.record(kind, filled).map(one => worded(table, Object.assign({}, one, {
      path: onPage(form, one.path),
      offers: offersFor(one, { table, kind, data: filled, checker })
    })));
  };

  /** @type {import("./errors.js").Take} */
  const take = (question, text) => {
    const input = /** @type {HTMLInputElement} */ (part("input[type=text], textarea", question));
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    left(question);
    input.focus();
  };

  const shown = errors(form, part("#form-errors"), state.say, take);

  /** @type {Inspection["left"]} */
  const left = question => {
    if (question.closest(".q--slip")) return;
    question.querySelectorAll("input[inputmode=url]").forEach(input => {
      complete(/** @type {HTMLInputElement} */ (input), understood);
    });
    if (!isFilled(question) && !shown.has(question)) return;
    shown.at(question, problems().filter(one => questionOf(form, one.path) === question));
    echo(question, understood, patterns.in_words);
  };

  const goTo = (/** @type {HTMLElement} */ question) => {
    if (state.steps.of(question) !== state.steps.place()) state.steps.go(state.steps.of(question), true);
  };

  /** @type {Inspection["allows"]} */
  const allows = (within, onward) => !shown.show(problems(), within, goTo, onward);

  return { table, checker, problems, left, allows, clear: shown.clear };
};

export { dataOf, inspection };
