/* What stands in the form as pairs of names and texts.
 *
 * pairs(form, names)   [[name, text], …] of everything filled in, in the order of the page
 * parts(form, names)   {fields, slip} of the same (pairs.js)
 * tick(control)        notes when something was ticked
 */
import { attribute, control, controls, part } from "./element.js";
import { split, tidy, toSlug } from "./pairs.js";

/**
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("./pairs.js").Names} Names
 * @typedef {{name: string, text: string, turn: number}} Turn  with the number of the tick
 */

/** @type {(one: Element, names: Names | null) => import("./pairs.js").Known | null} */
const knownTo = (one, names) => {
  const list = attribute(one, "list").replace("known-", "");
  if (!list || !names) return null;
  return list === "groups" ? names.groups : names.places;
};

/** @type {(one: HTMLInputElement, names: Names | null) => string} */
const value = (one, names) => {
  const text = tidy(one.value);
  const known = knownTo(one, names);
  return known && text ? toSlug(known, text) : text;
};

/** @type {(one: HTMLInputElement) => boolean} */
const isOn = one => {
  if (!one.name || one.disabled || one.type === "file" || one.tagName === "BUTTON") return false;
  // What a profile says without a word is not written.
  if (one.hasAttribute("data-implied")) return false;
  return (one.type !== "checkbox" && one.type !== "radio") || one.checked;
};

/** @type {(form: HTMLFormElement, names: Names | null) => Pair[]} */
const pairs = (form, names) => {
  /** @type {Turn[]} */
  const found = [];
  controls(form).filter(isOn).forEach(one => {
    const name = one.name, text = value(one, names);
    const twice = name.charAt(0) !== "_" && found.some(other => other.name === name && other.text === text);
    if (text && !twice) found.push({ name, text, turn: Number(attribute(one, "data-turn")) });
  });
  return inTurn(found);
};

/**
 * What is ticked stays in the order in which it was ticked, or stood in the profile; all else in that of the page.
 * @type {(found: Turn[]) => Pair[]}
 */
const inTurn = found => {
  /** @type {Map<string, number>} */
  const first = new Map();
  found.forEach((one, n) => { if (!first.has(one.name)) first.set(one.name, n); });
  return found.map((one, n) => ({ one, at: [Number(first.get(one.name)), one.turn, n] }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.at[2] - b.at[2])
    .map(each => [each.one.name, each.one.text]);
};

let turn = 0;

/** @type {(one: Element) => void} */
const tick = one => {
  turn += 1;
  one.setAttribute("data-turn", String(turn));
};

/** @type {(form: HTMLFormElement, name: string) => string} */
const labelled = (form, name) => {
  const one = control(form, name);
  const question = one && one.closest && one.closest(".q");
  return question ? String(part(".q__label", question).textContent).replace("必須", "").trim() : name;
};

/** @type {(form: HTMLFormElement, names: Names | null) => {fields: Pair[], slip: Pair[]}} */
const parts = (form, names) => split(pairs(form, names), name => labelled(form, name));

export { knownTo, pairs, parts, tick };
