/* How a group's handing over of its work is told (generator/wording/succession.py). */
import { iso } from "../japanese/calendar.js";
import { isLater, showPartialDate } from "../japanese/dates.js";
import { formerSteps, inOrder, sinceWhen } from "../models/handover.js";
import { said } from "../reading/typed.js";
import { wording_succession as shared } from "../tables.js";

/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("../reading/typed.js").Answer<string>} PartialDay */
/**
 * @typedef {{status?: string, day?: PartialDay, note?: string}} Step
 * @typedef {{status?: string, since?: PartialDay, needs?: string, hands_over?: string, help_for?: string, note?: string,
 *   history?: Step[]}} Handover
 * @typedef {{state: string, note: string, rows: [label: string, words: string][], history: string[], open: boolean}} HandoverView
 */

const STATES = /** @type {Record<string, string>} */ (shared.states);
const LASTING = /** @type {string[]} */ (shared.lasting);
const ROWS = /** @type {[name: "needs" | "hands_over" | "help_for", label: string][]} */ (Object.entries(shared.rows));

/** The label over how it went so far. */
export const HISTORY = shared.history;

/** @type {(status: string, since: PartialDay | undefined, directory: Town) => string} */
const stateWords = (status, since, directory) => {
  const day = said(since, showPartialDate);
  const isAhead = typeof since === "string" && isLater(since, iso(directory.today));
  const ends = LASTING.includes(status) && !isAhead ? "から" : "";
  const state = STATES[status] || directory.choice("Handover", "status", status);
  return state + (day && "（" + day + ends + "）");
};

/** @type {(step: Step, directory: Town) => string} */
const stepWords = (step, directory) => [
  said(step.day, showPartialDate), step.status && directory.choice("Handover", "status", step.status), step.note
].filter(Boolean).join("　");

/** @type {(handover: Handover, directory: Town) => string[]} the step that holds now stands above, unless it has a note */
const historyLines = (handover, directory) => {
  const former = formerSteps(handover).length;
  return (handover.history || []).filter((step, n) => n < former || step.note).map(step => stepWords(step, directory));
};

/**
 * What a group says of handing over its work; null where there is nothing to say. While it is filled in the state may be missing.
 * @param {Handover | undefined} given
 * @param {Town} directory
 * @returns {HandoverView | null}
 */
export const handoverView = (given, directory) => {
  if (!given) return null;
  const handover = inOrder(given);
  const { status, note } = handover;
  const since = sinceWhen(handover);
  const view = {
    state: status ? stateWords(status, since, directory) : "",
    note: note || "",
    rows: ROWS.map(row => /** @type {[string, string]} */ ([row[1], handover[row[0]] || ""])).filter(row => row[1]),
    history: historyLines(handover, directory),
    open: status === "looking" || status === "talking"
  };
  const silent = !(since || view.note || view.rows.length || view.history.length);
  return (status === "not-needed" || !status) && silent ? null : view;
};
