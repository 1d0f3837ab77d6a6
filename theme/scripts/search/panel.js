/* The panel with which results are narrowed down, and the list of what is on. */
import { button, element, empty, show } from "../page/element.js";
import { FACETS } from "./facets.js";
import { inOrder, labelText, LEGENDS } from "./labels.js";
import { GRID, isOutside } from "./week.js";

/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./facets.js").Chosen} Chosen */
/** @typedef {import("./facets.js").Counted} Counted */
/** @typedef {import("./facets.js").Kinds} Kinds */
/** @typedef {(facet: Facet, label: string, on: boolean) => void} Choose called for every tick */
/** @typedef {ReturnType<typeof panel>} Panel */

/** @param {Facet} facet @param {string} label @param {string} text @param {Choose} choose */
const makeChoice = (facet, label, text, choose) => {
  const line = element("label", "search-choice");
  const check = element("input");
  check.type = "checkbox";
  check.name = facet;
  check.value = label;
  check.addEventListener("change", () => { choose(facet, label, check.checked); });
  const count = element("span", "search-count");
  [check, element("span", "", text), count].forEach((one) => { line.appendChild(one); });

  /** @param {number | undefined} number as far as it is known @param {boolean} on */
  const update = (number, on) => {
    // A choice that would leave nothing cannot be ticked, and says so with its 0.
    const useless = number === 0 && !on;
    check.checked = on;
    // What is switched off would lose the focus.
    check.disabled = useless && check !== document.activeElement;
    line.classList.toggle("search-choice--none", useless);
    count.textContent = number === undefined ? "" : number + "件";
  };
  return { label, line, update };
};

/** @param {string[][]} grid @param {(label: string) => ReturnType<typeof makeChoice>} make the parts of the week as a table, days down and times across */
const makeWeek = (grid, make) => {
  const table = element("table", "search-week");
  /** @type {ReturnType<typeof makeChoice>[]} */
  const choices = [];
  grid.forEach((labels) => {
    const row = table.insertRow();
    labels.forEach((label) => {
      const cell = row.insertCell();
      if (!label) return;
      const choice = make(label);
      choices.push(choice);
      cell.appendChild(choice.line);
    });
  });
  return { table, choices };
};

/** @param {Facet} facet @param {Record<string, number[]>} found @param {Kinds | null} kinds @param {Choose} choose */
const makeFacet = (facet, found, kinds, choose) => {
  const box = element("details", "search-facet");
  box.open = facet === "kind";
  const summary = element("summary", "", LEGENDS[facet]);
  const said = element("span", "search-said");
  const set = element("fieldset");
  summary.appendChild(said);
  set.appendChild(element("legend", "hidden", LEGENDS[facet]));
  [summary, set].forEach((one) => { box.appendChild(one); });
  /** @param {string} label */
  const make = (label) => makeChoice(facet, label, labelText(facet, label, kinds), choose);
  const week = makeWeek(facet === "time" && Object.keys(found).length ? GRID : [], make);
  if (week.choices.length) set.appendChild(week.table);
  const others = inOrder(facet, found, kinds).filter((label) => facet !== "time" || isOutside(label)).map(make);
  others.forEach((choice) => { set.appendChild(choice.line); });
  const choices = week.choices.concat(others);

  /** @param {Counted} counted @param {Chosen} chosen how many are on */
  const update = (counted, chosen) => {
    const labels = chosen[facet] || [];
    const numbers = counted[facet] || {};
    choices.forEach((choice) => { choice.update(numbers[choice.label], labels.indexOf(choice.label) >= 0); });
    said.textContent = labels.map((label) => labelText(facet, label, kinds)).join("、");
    show(box, choices.length > 1);
    return labels.length;
  };
  return { box, facet, update };
};

/**
 * A panel of folded facets: `fill(facets)` makes the choices, once; `update(counted, chosen)` writes the numbers.
 *
 * @param {Kinds | null} kinds what each kind is called; null where it cannot be chosen
 * @param {Choose} choose
 * @param {() => void} clear
 */
export const panel = (kinds, choose, clear) => {
  const box = element("details", "search-narrow");
  const note = element("span", "search-chosen");
  const summary = element("summary", "", "しぼりこむ");
  const off = button("search-clear", "条件をすべて外す");
  /** @type {ReturnType<typeof makeFacet>[]} */
  let parts = [];
  summary.appendChild(note);
  off.addEventListener("click", clear);
  [summary, off].forEach((one) => { box.appendChild(one); });
  show(off, false);

  /** @param {import("./facets.js").Facets} facets */
  const fill = (facets) => {
    if (parts.length) return;
    parts = FACETS.filter((facet) => kinds || facet !== "kind")
      .map((facet) => makeFacet(facet, facets[facet] || {}, kinds, choose));
    parts.forEach((part) => { box.insertBefore(part.box, off); });
  };

  /** @param {Counted} counted @param {Chosen} chosen */
  const update = (counted, chosen) => {
    const on = parts.reduce((sum, part) => sum + part.update(counted, chosen), 0);
    note.textContent = on ? "（" + on + "つ選んでいます）" : "";
    show(off, on > 0);
  };
  /** @param {Facet} facet @returns {HTMLDetailsElement | undefined} */
  const boxOf = (facet) => (parts.find((part) => part.facet === facet) || { box: undefined }).box;

  /** @param {Facet} facet @param {() => void} act */
  const whenOpened = (facet, act) => {
    const part = boxOf(facet);
    if (part) part.ontoggle = act;
  };
  return { box, summary, fill, filled: () => parts.length > 0, update, boxOf, whenOpened };
};

/** @param {HTMLElement[]} offs of the chips @param {number} at which of them had the focus @param {() => void} next where it goes when there is none left */
const refocus = (offs, at, next) => {
  if (offs.length) offs[Math.min(at, offs.length - 1)].focus();
  else next();
};

/**
 * What is on, each to be taken off again; then the focus goes to the next, to the one before, or to the panel.
 *
 * @param {HTMLElement} list
 * @param {Chosen} chosen
 * @param {Kinds | null} kinds
 * @param {Choose} choose
 * @param {() => void} next where the focus goes when there is none left
 * @param {{ text: string, off: () => void }[]} [asked] conditions of the question, which come first
 */
export const chips = (list, chosen, kinds, choose, next, asked) => {
  const at = Array.from(list.children).findIndex((item) => item.contains(document.activeElement));
  /** @type {HTMLElement[]} */
  const offs = [];
  empty(list);
  /** @param {string} text @param {() => void} act */
  const add = (text, act) => {
    const item = element("li");
    const off = button("search-chip", text);
    off.appendChild(element("span", "hidden", "を外す"));
    off.addEventListener("click", () => {
      // Not every browser gives the focus to a button that is pressed.
      off.focus({ preventScroll: true });
      act();
    });
    item.appendChild(off);
    list.appendChild(item);
    offs.push(off);
  };
  (asked || []).forEach(({ text, off }) => { add(text, off); });
  FACETS.filter((facet) => kinds || facet !== "kind").forEach((facet) => {
    (chosen[facet] || []).forEach((label) => { add(labelText(facet, label, kinds), () => { choose(facet, label, false); }); });
  });
  show(list, offs.length > 0);
  if (at >= 0) refocus(offs, at, next);
};
