/* Answers put into the form: entries added where there are several, and pairs set into their controls.
 *
 * fill(form, pairs, names)    puts pairs in
 * add(blocks), more(entries)  one entry more
 * clear(form)                 takes the entries away that nobody asked for
 */
import { knownTo, tick } from "./answers.js";
import { nameOf } from "./pairs.js";

// What bears the number of its entry.
const NUMBERED = ["id", "name", "for", "aria-describedby", "data-q", "data-entries", "data-blocks", "data-for"];

const numbered = (entry, number) => {
  entry.querySelectorAll(NUMBERED.map(name => "[" + name + "]").join()).forEach(one => {
    NUMBERED.forEach(attribute => {
      const text = one.getAttribute(attribute);
      if (text) one.setAttribute(attribute, text.replace(/#/g, number));
    });
  });
  entry.setAttribute("data-entry", number);
  return entry;
};

const entriesOf = blocks => blocks.querySelector(".entries");

const add = (blocks, number) => {
  const entries = entriesOf(blocks);
  const taken = Array.from(entries.children, one => Number(one.getAttribute("data-entry")));
  const next = number === undefined ? Math.max.apply(null, [-1].concat(taken)) + 1 : number;
  const same = entries.querySelector('[data-entry="' + next + '"]');
  if (same) return same;
  const template = Array.from(blocks.children).find(one => one.tagName === "TEMPLATE");
  const entry = numbered(template.content.firstElementChild.cloneNode(true), String(next));
  entries.appendChild(entry);
  return entry;
};

const more = group => {
  const lines = group.querySelectorAll(".entry-line");
  const line = lines[0].cloneNode(true);
  const input = line.querySelector("input");
  input.value = "";
  input.removeAttribute("id");
  entriesOf(group).appendChild(line);
  return input;
};

const clear = form => {
  form.querySelectorAll("[data-blocks]").forEach(blocks => {
    if (!blocks.hasAttribute("data-start")) entriesOf(blocks).textContent = "";
  });
};

// --- Filling -----------------------------------------------------------------------------------------------

const blocksFor = name => {
  const steps = name.split(".");
  return steps.map((step, n) => /^\d+$/.test(step) ? [steps.slice(0, n).join("."), Number(step)] : null)
    .filter(Boolean);
};

const fill = (form, given, names) => {
  given.forEach(pair => {
    blocksFor(pair[0].replace(/^_photo\./, "photos.").replace(/^_show\./, "")).forEach(place => {
      const blocks = having(form, "data-blocks", place[0]);
      if (blocks) add(blocks, place[1]);
    });
  });
  const used = new Map();
  given.forEach(pair => {
    used.set(pair[0], (used.get(pair[0]) || 0) + 1);
    set(form, pair[0], pair[1], used.get(pair[0]), names);
  });
  form.querySelectorAll("[data-language]").forEach(language => {
    language.open = Array.from(language.querySelectorAll("input, textarea")).some(one => one.value);
  });
};

const set = (form, name, text, number, names) => {
  const shown = /^(contact|booking)\.public$/.exec(name);
  if (shown) return set(form, "_show." + shown[1] + "." + text, "personal", 1, names);
  const controls = Array.from(form.elements).filter(one => one.name === name);
  const ticks = controls.filter(one => (one.type === "checkbox" || one.type === "radio") && one.value === text);
  const select = controls.find(one => one.tagName === "SELECT");
  if (select && number === 1) return void choose(select, text);
  if (ticks.length) {
    ticks[0].checked = true;
    if (ticks[0].type === "checkbox") tick(ticks[0]);
    return;
  }
  const group = having(form, "data-entries", name);
  const control = controls[number - 1] || (group && more(group)) || controls[0];
  if (!control || control.type === "checkbox" || control.type === "radio") return;
  const known = knownTo(control, names);
  control.value = known ? nameOf(known, text) : text;
};

// A word that is not on the list stays: the check says what is wrong with it.
const choose = (select, text) => {
  const there = Array.from(select.options).some(one => one.value === text);
  if (!there) select.add(new Option(text, text));
  select.value = text;
};

// A name may come from anywhere, so it never becomes part of a selector.
const having = (form, attribute, name) =>
  Array.from(form.querySelectorAll("[" + attribute + "]")).find(one => one.getAttribute(attribute) === name);

export { add, clear, fill, more };
