/* Answers put into the form: entries added where there are several, and pairs set into their controls.
 *
 * fill(form, pairs, names)    puts pairs in
 * add(blocks), more(entries)  one entry more
 * clear(form)                 takes the entries away that nobody asked for
 */
import { knownTo, tick } from "./answers.js";
import { attribute, controls, part } from "./element.js";
import { nameOf } from "./pairs.js";

// What bears the number of its entry.
const NUMBERED = ["id", "name", "for", "aria-describedby", "data-q", "data-entries", "data-blocks", "data-for"];

/** @type {(entry: HTMLElement, number: string) => HTMLElement} */
const numbered = (entry, number) => {
  entry.querySelectorAll(NUMBERED.map(name => "[" + name + "]").join()).forEach(one => {
    NUMBERED.forEach(name => {
      const text = attribute(one, name);
      if (text) one.setAttribute(name, text.replace(/#/g, number));
    });
  });
  entry.setAttribute("data-entry", number);
  return entry;
};

/** @type {(blocks: Element) => HTMLElement} */
const entriesOf = blocks => part(".entries", blocks);

/** @type {(blocks: Element, number?: number) => HTMLElement} */
const add = (blocks, number) => {
  const entries = entriesOf(blocks);
  const taken = Array.from(entries.children, one => Number(attribute(one, "data-entry")));
  const next = number === undefined ? Math.max.apply(null, [-1].concat(taken)) + 1 : number;
  const same = entries.querySelector('[data-entry="' + next + '"]');
  if (same) return /** @type {HTMLElement} */ (same);
  // Its own, not that of a list within an entry.
  const own = Array.from(blocks.children).find(one => one.tagName === "TEMPLATE");
  const template = /** @type {HTMLTemplateElement} */ (own);
  const entry = numbered(/** @type {HTMLElement} */ (part("*", template.content).cloneNode(true)), String(next));
  entries.appendChild(entry);
  return entry;
};

/** @type {(group: Element) => HTMLInputElement} */
const more = group => {
  const line = /** @type {HTMLElement} */ (part(".entry-line", group).cloneNode(true));
  const input = /** @type {HTMLInputElement} */ (part("input", line));
  input.value = "";
  input.removeAttribute("id");
  entriesOf(group).appendChild(line);
  return input;
};

/** @type {(form: HTMLFormElement) => void} */
const clear = form => {
  form.querySelectorAll("[data-blocks]").forEach(blocks => {
    if (!blocks.hasAttribute("data-start")) entriesOf(blocks).textContent = "";
  });
};

/**
 * The lists on the way to a name, each with the number of its entry.
 * @type {(name: string) => {list: string, number: number}[]}
 */
const blocksFor = name => {
  const steps = name.split(".");
  return steps.map((step, n) => ({ list: steps.slice(0, n).join("."), number: Number(step), isNumber: /^\d+$/.test(step) }))
    .filter(place => place.isNumber);
};

/** @type {(form: HTMLFormElement, given: import("./pairs.js").Pair[], names: import("./pairs.js").Names) => void} */
const fill = (form, given, names) => {
  given.forEach(pair => {
    blocksFor(pair[0].replace(/^_photo\./, "photos.").replace(/^_show\./, "")).forEach(place => {
      const blocks = having(form, "data-blocks", place.list);
      if (blocks) add(blocks, place.number);
    });
  });
  const used = new Map();
  given.forEach(pair => {
    used.set(pair[0], (used.get(pair[0]) || 0) + 1);
    set(form, pair[0], pair[1], used.get(pair[0]), names);
  });
  form.querySelectorAll("[data-language]").forEach(language => {
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (language.querySelectorAll("input, textarea"));
    language.toggleAttribute("open", Array.from(fields).some(one => one.value));
  });
};

/**
 * @type {(form: HTMLFormElement, name: string, text: string, number: number, names: import("./pairs.js").Names) => void}
 */
const set = (form, name, text, number, names) => {
  const shown = /^(contact|booking)\.public$/.exec(name);
  if (shown) return set(form, "_show." + shown[1] + "." + text, "personal", 1, names);
  const found = controls(form).filter(one => one.name === name);
  const ticks = found.filter(one => (one.type === "checkbox" || one.type === "radio") && one.value === text);
  const select = found.find(one => one.tagName === "SELECT");
  if (select && number === 1) return choose(/** @type {any} */ (select), text);
  if (ticks.length) {
    ticks[0].checked = true;
    if (ticks[0].type === "checkbox") tick(ticks[0]);
    return;
  }
  const group = having(form, "data-entries", name);
  const one = found[number - 1] || (group && more(group)) || found[0];
  if (!one || one.type === "checkbox" || one.type === "radio") return;
  const known = knownTo(one, names);
  one.value = known ? nameOf(known, text) : text;
};

/**
 * A word that is not on the list stays: the check says what is wrong with it.
 * @type {(select: HTMLSelectElement, text: string) => void}
 */
const choose = (select, text) => {
  const there = Array.from(select.options).some(one => one.value === text);
  if (!there) select.add(new Option(text, text));
  select.value = text;
};

/**
 * A name may come from anywhere, so it never becomes part of a selector.
 * @type {(form: HTMLFormElement, name: string, value: string) => Element | undefined}
 */
const having = (form, name, value) =>
  Array.from(form.querySelectorAll("[" + name + "]")).find(one => one.getAttribute(name) === value);

export { add, clear, fill, more };
