/* What stands in the form as pairs of names and texts.
 *
 * pairs(form, names)   [[name, text], …] of everything filled in, in the order of the page
 * parts(form, names)   {fields, slip} of the same (pairs.js)
 * tick(control)        notes when something was ticked
 */
import { split, tidy, toSlug } from "./pairs.js";

const knownTo = (control, names) => {
  const list = (control.getAttribute("list") || "").replace("known-", "");
  return list && names ? names[list] || {} : null;
};

const value = (control, names) => {
  const text = tidy(control.value);
  const known = knownTo(control, names);
  return known && text ? toSlug(known, text) : text;
};

const isOn = control => {
  if (!control.name || control.disabled || control.type === "file" || control.tagName === "BUTTON") return false;
  // What a profile says without a word is not written.
  if (control.hasAttribute("data-implied")) return false;
  return (control.type !== "checkbox" && control.type !== "radio") || control.checked;
};

const pairs = (form, names) => {
  const found = [];
  Array.from(form.elements).filter(isOn).forEach(control => {
    const pair = [control.name, value(control, names)];
    const twice = pair[0].charAt(0) !== "_" && found.some(one => one[0] === pair[0] && one[1] === pair[1]);
    if (pair[1] && !twice) found.push(pair.concat(Number(control.getAttribute("data-turn") || 0)));
  });
  return inTurn(found);
};

// What is ticked stays in the order in which it was ticked, or stood in the profile; all else in that of the page.
const inTurn = found => {
  const at = {};
  found.forEach((one, n) => { if (!(one[0] in at)) at[one[0]] = n; });
  return found.map((one, n) => [at[one[0]], one[2], n, one])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(one => one[3].slice(0, 2));
};

let turn = 0;

const tick = control => {
  turn += 1;
  control.setAttribute("data-turn", String(turn));
};

const labelled = (form, name) => {
  const control = form.elements[name];
  const question = control && control.closest && control.closest(".q");
  return question ? question.querySelector(".q__label").textContent.replace("必須", "").trim() : name;
};

const parts = (form, names) => split(pairs(form, names), name => labelled(form, name));

export { knownTo, pairs, parts, tick };
