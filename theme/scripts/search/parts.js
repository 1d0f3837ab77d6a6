/* The pieces that the search page is made of: a result's card, and the panel with which results are narrowed down.
 *
 * All text goes in as text, never as HTML. Needs search-core.js and search-facets.js before it.
 */
import * as core from "./engine.js";
import { FACETS } from "./facets.js";

const PASSAGE = 90;
const LEGENDS = {
  kind: "種類", type: "イベントの種類", month: "月", field: "活動分野", area: "地域", time: "曜日と時間", day: "曜日", fee: "参加費",
  audience: "対象", role: "募集している役割"
};
// What each kind of page is called, in the order of the choices; the index brings it along.
let kinds = {};
const DAYS = "月火水木金土日";
const ORDERS = {
  day: DAYS.split(""),
  time: [].concat.apply([], ["平日", "土曜", "日曜"].map(day => ["午前", "午後", "夜"].map(part => day + "の" + part)))
};

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function empty(parent) {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
}

function show(part, visible) {
  part.hidden = !visible;
}

function marked(parent, pieces) {
  pieces.forEach(piece => {
    parent.appendChild(piece.mark ? element("mark", "", piece.text) : document.createTextNode(piece.text));
  });
  return parent;
}

/* ---- a result ---------------------------------------------------------------------------------------- */

// What was narrowed down to is what a card shows: of several meetings or days the first that fits.
function lineOf(found, chosen) {
  function fits(labels, facet) {
    const asked = (chosen || {})[facet] || [];
    return !asked.length || asked.some(label => labels.indexOf(label) >= 0);
  }
  const fitting = (found.turns || []).filter(turn => fits(turn[1], "day") && fits(turn[2], "time"));
  return fitting.length ? fitting[0][0] : found.line;
}

function card(found, marks, folding, address, chosen) {
  const item = element("li", "search-card");
  item.appendChild(kicker(found));
  if (found.kana) item.appendChild(element("p", "search-kana", found.kana));
  const name = element("h2", "search-name");
  const link = element("a");
  link.href = address;
  name.appendChild(marked(link, core.highlighted(folding, found.title, marks)));
  item.appendChild(name);
  if (found.lead) {
    item.appendChild(marked(element("p", "search-lead"), core.highlighted(folding, found.lead, marks)));
  }
  const passage = core.passage(folding, unsaid(found), marks, PASSAGE);
  if (passage.length) item.appendChild(marked(element("p", "search-passage"), passage));
  const line = lineOf(found, chosen);
  if (line) item.appendChild(element("p", "search-line", line));
  if (found.badges) item.appendChild(badges(found.badges));
  return item;
}

function kicker(found) {
  const line = element("p", "search-kind");
  line.appendChild(element("span", "", kinds[found.kind] || found.kind));
  if (found.fields) line.appendChild(element("span", "", found.fields[0]));
  if (found.areas) line.appendChild(element("span", "", found.areas[0] + (found.areas.length > 1 ? "ほか" : "")));
  return line;
}

function badges(words) {
  const list = element("ul", "search-badges");
  words.forEach(word => { list.appendChild(element("li", "", word)); });
  return list;
}

// The body without the lines that the card shows anyway.
function unsaid(found) {
  const said = [found.title, found.kana, found.lead, found.line].concat(found.badges || [], found.fields || [],
    found.areas || []);
  return (found.body || "").split("\n")
    .filter(line => said.indexOf(line.trim()) < 0).join("\n");
}

/* ---- narrowing down ---------------------------------------------------------------------------------- */

function name(words) { kinds = words; }

function labelText(facet, label) {
  if (facet === "kind") return kinds[label] || label;
  return facet === "day" && DAYS.indexOf(label) >= 0 ? label + "曜" : label;
}

function inOrder(facet, found) {
  const order = facet === "kind" ? Object.keys(kinds) : ORDERS[facet];
  if (facet === "month") return Object.keys(found);
  return Object.keys(found).sort((a, b) => {
    if (order) return (order.indexOf(a) + 99) % 99 - (order.indexOf(b) + 99) % 99;
    return found[b].length - found[a].length || (a < b ? -1 : 1);
  });
}

// A panel of folded facets; `choose(facet, label, on)` is called for every tick. Its `update(counted, chosen)`
// writes the numbers; a choice that would leave nothing cannot be ticked, and says so with its 0.
function panel(facets, fixed, choose, clear) {
  const box = element("details", "search-narrow");
  box.open = !fixed && window.matchMedia("(min-width: 60rem)").matches;
  const chosenNote = element("span", "search-chosen");
  const summary = element("summary", "", "しぼりこむ");
  summary.appendChild(chosenNote);
  box.appendChild(summary);
  const parts = FACETS.filter(facet => fixed !== facet).map(facet => {
    const part = makeFacet(facet, facets[facet] || {}, choose);
    box.appendChild(part.box);
    return part;
  });
  const off = element("button", "search-clear", "条件をすべて外す");
  off.type = "button";
  off.addEventListener("click", clear);
  box.appendChild(off);

  function update(counted, chosen) {
    const on = parts.reduce((sum, part) => sum + part.update(counted, chosen), 0);
    chosenNote.textContent = on ? "（" + on + "つ選んでいます）" : "";
    show(off, on > 0);
  }
  return { box, update };
}

function makeFacet(facet, found, choose) {
  const box = element("details", "search-facet");
  box.open = facet === "kind";
  const summary = element("summary", "", LEGENDS[facet]);
  const said = element("span", "search-said");
  summary.appendChild(said);
  box.appendChild(summary);
  const set = element("fieldset");
  set.appendChild(element("legend", "hidden", LEGENDS[facet]));
  box.appendChild(set);
  const choices = inOrder(facet, found).map(label => {
    const choice = makeChoice(facet, label, choose);
    set.appendChild(choice.line);
    return choice;
  });

  function update(counted, chosen) {
    const labels = chosen[facet] || [];
    choices.forEach(choice => {
      const on = labels.indexOf(choice.label) >= 0;
      const number = counted[facet][choice.label];
      choice.check.checked = on;
      choice.check.disabled = number === 0 && !on;
      choice.line.classList.toggle("search-choice--none", number === 0 && !on);
      choice.count.textContent = number + "件";
    });
    said.textContent = labels.map(label => labelText(facet, label)).join("、");
    show(box, choices.length > 1);
    return labels.length;
  }
  return { box, update };
}

function makeChoice(facet, label, choose) {
  const line = element("label", "search-choice");
  const check = element("input");
  check.type = "checkbox";
  check.addEventListener("change", () => { choose(facet, label, check.checked); });
  const count = element("span", "search-count");
  line.appendChild(check);
  line.appendChild(element("span", "", labelText(facet, label)));
  line.appendChild(count);
  return { label, line, check, count };
}

// What is on, each with a button that takes it off again.
function chips(list, chosen, fixed, choose) {
  empty(list);
  FACETS.filter(facet => facet !== fixed).forEach(facet => {
    (chosen[facet] || []).forEach(label => {
      const item = element("li");
      const button = element("button", "search-chip", labelText(facet, label));
      button.type = "button";
      button.appendChild(element("span", "hidden", "を外す"));
      button.addEventListener("click", () => { choose(facet, label, false); });
      item.appendChild(button);
      list.appendChild(item);
    });
  });
  show(list, list.firstChild !== null);
}

export { element, empty, show, card, panel, chips, labelText, name };
