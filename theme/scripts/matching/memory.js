/* The answers on this device and nowhere else: in its storage, and in the history of this tab.
 *
 * Only what somebody here answers is kept, not what a link that was sent says. What was cleared does not come back by
 * going back: each step of the history belongs to a `life`, and clearing begins another.
 */

/** @typedef {{ life: number, inside?: boolean, editing?: boolean, shown?: number, top?: number }} Step of the history */

const NAME = "hiroba.match";
const LIFE = "hiroba.match.life";

/** @template T @param {() => T} act @param {T} otherwise where a browser keeps nothing */
const allowed = (act, otherwise) => {
  try {
    return act();
  } catch (_) {
    return otherwise;
  }
};

/** @returns {string} the line that was kept; "" if none is */
export const kept = () => allowed(() => localStorage.getItem(NAME) || "", "");

/** @param {string} line */
export const keep = (line) => {
  allowed(() => {
    if (line) localStorage.setItem(NAME, line);
    else localStorage.removeItem(NAME);
  }, undefined);
};

// Where a browser keeps nothing, this page and the steps of its history know as much.
let own = 0;

const life = () => {
  const { life: here } = Object.assign({ life: 0 }, history.state);
  own = allowed(() => Number(sessionStorage.getItem(LIFE)) || 0, Math.max(own, here));
  return own;
};

/** Forgets the answers, and that the history of this tab had any. */
export const forget = () => {
  keep("");
  own = life() + 1;
  allowed(() => { sessionStorage.setItem(LIFE, String(own)); }, undefined);
};

/** @returns {Step} the step of the history that this is */
export const step = () => Object.assign({ life: life() }, history.state);

/** Whether the step that one came back to has been cleared meanwhile. */
export const isPast = () => step().life !== life();

/** @param {Partial<Step>} [changes] @returns {Step} a step of the present life */
export const present = (changes) => Object.assign({ life: life() }, changes);

/** @param {Partial<Step>} changes kept with this step of the history, for who comes back to it */
export const stay = (changes) => { history.replaceState(Object.assign(step(), changes), ""); };
