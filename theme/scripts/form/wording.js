/* Changes as people read them: what a field is called, what a term means, and long texts only where they differ.
 *
 * toldChanges(changes, how)   [{label, before, after}]; how: {kind, table, names}
 * changeTable(told)           the same as a table
 * fieldAt(table, kind, name)  what the table knows of the field with this name, or null
 */
import { element } from "./element.js";
import { nameOf } from "./pairs.js";

/**
 * @typedef {import("./pairs.js").Field} Field
 * @typedef {import("../models/base.js").City} Table  assets/form/checking.json
 * @typedef {{kind: string, table: Table, names: import("./pairs.js").Names}} How
 * @typedef {{step: string, field: Field | null, within: Field | null}} Step
 * @typedef {{label: string, before: string, after: string}} Told
 */

// A text that is longer is shown only where it differs, sentence by sentence.
const LONG = 90;
const MORE = "……";

/**
 * [{step, field}] on the way to a value; a number or a term has the field whose entry it is.
 * @type {(table: Table, kind: string, name: string) => Step[]}
 */
const way = (table, kind, name) => {
  let type = table.records[kind];
  /** @type {Field | null} */
  let last = null;
  return name.split(".").map(step => {
    const own = Object.prototype.hasOwnProperty.call(table.types[type].fields, step) ? table.types[type].fields[step] : null;
    if (own) last = own;
    if (own && own.record) type = own.record;
    return { step, field: own, within: last };
  });
};

/** @type {(table: Table, kind: string, name: string) => Field | null} */
const fieldAt = (table, kind, name) => {
  const steps = way(table, kind, name);
  return steps[steps.length - 1].field;
};

/** @type {(table: Table, field: Field | null, id: string) => string} */
const termOf = (table, field, id) => {
  const vocabulary = field && field.vocabulary && table.vocabularies[field.vocabulary];
  const found = vocabulary && vocabulary.terms.find(term => term[0] === id);
  return found ? found[1] : id;
};

/**
 * 募集2・見出し; the number only where there are several.
 * @type {(name: string, how: How, several: Set<string>) => string}
 */
const label = (name, how, several) => {
  /** @type {string[]} */
  const words = [];
  /** @type {string[]} */
  const path = [];
  way(how.table, how.kind, name).forEach(one => {
    path.push(one.step);
    const isNumber = /^\d+$/.test(one.step) && words.length;
    if (one.field) words.push(one.field.label);
    else if (!isNumber) words.push(termOf(how.table, one.within, one.step));
    else if (several.has(path.slice(0, -1).join("."))) words[words.length - 1] += String(Number(one.step) + 1);
  });
  return words.join("・");
};

/**
 * The lists of which more than one entry is spoken of.
 * @type {(names: string[]) => Set<string>}
 */
const severalIn = names => {
  /** @type {Map<string, Set<string>>} */
  const seen = new Map();
  names.forEach(name => {
    const found = /^(.*?)\.(\d+)(?:\.|$)/.exec(name);
    if (found) seen.set(found[1], (seen.get(found[1]) || new Set()).add(found[2]));
  });
  return new Set(Array.from(seen).filter(one => one[1].size > 1 || !one[1].has("0")).map(one => one[0]));
};

/** @type {(text: string, field: Field | null, how: How) => string} */
const spoken = (text, field, how) => {
  const choice = field && (field.choices || []).find(one => one[0] === text);
  if (choice) return choice[1];
  if (field && field.vocabulary) return termOf(how.table, field, text);
  if (field && field.kind === "flag") return text === "yes" ? "はい" : text === "no" ? "いいえ" : text;
  return text;
};

/** @type {(name: string, text: string, field: Field | null, how: How) => string} */
const named = (name, text, field, how) => {
  const last = name.split(".").filter(step => !/^\d+$/.test(step)).pop();
  const known = last === "place" ? how.names.places : last === "organizer" ? how.names.groups : null;
  return known ? nameOf(known, text) : spoken(text, field, how);
};

/** @type {(text: string) => string[]} */
const sentences = text => (text.match(/[^。\n]*(?:[。\n]|$)/g) || []).filter(Boolean);

/**
 * Two long texts where they differ, with a sentence of what stands around it.
 * @type {(before: string, after: string) => string[]}
 */
const differing = (before, after) => {
  if (!before || !after || Math.max(before.length, after.length) <= LONG) return [before, after];
  const old = sentences(before);
  const now = sentences(after);
  let head = 0;
  let tail = 0;
  const least = Math.min(old.length, now.length);
  while (head < least && old[head] === now[head]) head += 1;
  while (tail < least - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return [old, now].map(all => {
    const from = Math.max(0, head - 1), to = Math.min(all.length, all.length - tail + 1);
    return ((from ? MORE : "") + all.slice(from, to).join("").trim() + (to < all.length ? MORE : "")).trim();
  });
};

/** @type {(found: import("./changes.js").Change[], how: How) => Told[]} */
const toldChanges = (found, how) => {
  const several = severalIn(found.map(one => one.name));
  return found.filter(one => !/^photos\.\d+\.file$/.test(one.name) || !one.after.length).map(one => {
    const field = fieldAt(how.table, how.kind, one.name);
    const words = (/** @type {string[]} */ texts) => texts.map(text => named(one.name, text, field, how)).join("、");
    const texts = differing(words(one.before), words(one.after));
    return { label: label(one.name, how, several), before: texts[0], after: texts[1] };
  });
};

/** @type {(row: HTMLTableRowElement, name: string, words: string, className: string) => void} */
const cell = (row, name, words, className) => {
  const made = element(name, words, className);
  if (name === "th") made.setAttribute("scope", className ? "col" : "row");
  row.appendChild(made);
};

/** @type {(told: Told[]) => HTMLTableElement} */
const changeTable = told => {
  const made = /** @type {HTMLTableElement} */ (element("table", "", "changes"));
  const head = made.createTHead().insertRow();
  ["項目", "いま", "これから"].forEach(words => { cell(head, "th", words, "changes__head"); });
  const body = made.createTBody();
  told.forEach(one => {
    const row = body.insertRow();
    cell(row, "th", one.label, "");
    cell(row, "td", one.before || "（なし）", "changes__before");
    cell(row, "td", one.after || "（消す）", "changes__after");
  });
  return made;
};

export { changeTable, fieldAt, toldChanges };
