/* How a group hands its work over: generator/models/handover.py. Days are ISO dates or parts of them, or what was typed. */

/**
 * @template T
 * @typedef {{status?: string, day?: T}} Step
 */
/**
 * @template T
 * @template {Step<T>} S
 * @typedef {{status?: string, since?: T, history?: S[]}} Handover
 */

/**
 * The same with its history by day; what is not understood of it comes last.
 * @template T
 * @template {Step<T>} S
 * @template {Handover<T, S>} H
 * @param {H} handover
 * @returns {H}
 */
export const inOrder = handover => {
  /** @param {S} step */
  const day = step => typeof step.day === "string" ? step.day : "~";
  const history = (handover.history || []).map((step, n) => ({ step, n }))
    .sort((a, b) => day(a.step) < day(b.step) ? -1 : day(a.step) > day(b.step) ? 1 : a.n - b.n).map(each => each.step);
  return Object.assign({}, handover, { history });
};

/**
 * What was before the state that holds now; the last step of a history may tell that one once more.
 * @template T
 * @template {Step<T>} S
 * @param {Handover<T, S>} handover
 * @returns {S[]}
 */
export const formerSteps = handover => {
  const steps = handover.history || [];
  const last = steps[steps.length - 1];
  const told = last && last.status === handover.status && (!handover.since || handover.since === last.day);
  return told ? steps.slice(0, -1) : steps;
};

/**
 * From when on the state holds; undefined where nothing tells.
 * @template T
 * @template {Step<T>} S
 * @param {Handover<T, S>} handover
 * @returns {T | undefined}
 */
export const sinceWhen = handover => {
  const steps = handover.history || [];
  const told = formerSteps(handover).length < steps.length;
  return handover.since || (told ? steps[steps.length - 1].day : undefined);
};
