/* What a correction changes: before and after, and the same as pairs that say nothing else.
 *
 * A change is {name, before, after}, both lists of texts; an empty list where there was or will be nothing.
 *
 * changes(before, after)   every change that leads from some pairs to others, in the order of the page
 * onlyChanges(changes)     pairs that say the changes alone; an empty text takes a value away
 * withChanges(before, pairs)  the pairs before with such changes made (generator/intake/changes.py)
 * toldChanges(changes, how)   [{label, before, after}] as people read them; how: {kind, table, names}
 * changeTable(told)        the same as a table
 * fieldAt(table, kind, name)  what the table knows of the field with this name, or null
 */
import { nameOf } from "./data.js";

// A text that is longer is shown only where it differs, sentence by sentence.
const LONG = 90;
const MORE = "……";

function gathered(pairs) {
  const found = new Map();
  pairs.forEach(pair => { found.set(pair[0], (found.get(pair[0]) || []).concat([pair[1]])); });
  return found;
}

function changes(before, after) {
  const old = gathered(before), now = gathered(after);
  const names = Array.from(now.keys()).concat(Array.from(old.keys()).filter(name => !now.has(name)));
  return names.map(name => ({
    name,
    before: old.get(name) || [],
    after: now.get(name) || []
  }))
    .filter(one => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

function onlyChanges(found) {
  return found.reduce((pairs, one) => pairs.concat((one.after.length ? one.after : [""]).map(text => [one.name, text])), []);
}

function withChanges(before, pairs) {
  const told = gathered(pairs.filter(pair => pair[0].charAt(0) !== "_"));
  const kept = before.filter(pair => !told.has(pair[0]));
  return kept.concat(pairs.filter(pair => pair[1] && told.has(pair[0])));
}

// --- In words ----------------------------------------------------------------------------------------------

// [{step, field}] on the way to a value; a number or a term has the field whose entry it is.
function way(table, kind, name) {
  let type = table.records[kind], last = null;
  return name.split(".").map(step => {
    const own = Object.prototype.hasOwnProperty.call(table.types[type].fields, step) ? table.types[type].fields[step] : null;
    if (own) last = own;
    if (own && own.record) type = own.record;
    return { step, field: own, within: last };
  });
}

function fieldAt(table, kind, name) {
  const steps = way(table, kind, name);
  return steps[steps.length - 1].field;
}

function termOf(table, field, id) {
  const vocabulary = field && field.vocabulary && table.vocabularies[field.vocabulary];
  const found = vocabulary && vocabulary.terms.filter(term => term[0] === id)[0];
  return found ? found[1] : id;
}

// 募集2・見出し; the number only where there are several.
function label(name, how, several) {
  const words = [], path = [];
  way(how.table, how.kind, name).forEach(one => {
    path.push(one.step);
    const isNumber = /^\d+$/.test(one.step) && words.length;
    if (one.field) words.push(one.field.label);
    else if (!isNumber) words.push(termOf(how.table, one.within, one.step));
    else if (several.has(path.slice(0, -1).join("."))) words[words.length - 1] += Number(one.step) + 1;
  });
  return words.join("・");
}

// The lists of which more than one entry is spoken of.
function severalIn(names) {
  const seen = new Map();
  names.forEach(name => {
    const found = /^(.*?)\.(\d+)(?:\.|$)/.exec(name);
    if (found) seen.set(found[1], (seen.get(found[1]) || new Set()).add(found[2]));
  });
  return new Set(Array.from(seen.keys()).filter(list => seen.get(list).size > 1 || !seen.get(list).has("0")));
}

function spoken(text, field, how) {
  const last = field || {};
  const choice = (last.choices || []).filter(one => one[0] === text)[0];
  if (choice) return choice[1];
  if (last.vocabulary) return termOf(how.table, last, text);
  if (last.kind === "flag") return { yes: "はい", no: "いいえ" }[text] || text;
  return text;
}

function named(name, text, field, how) {
  const last = name.split(".").filter(step => !/^\d+$/.test(step)).pop();
  const known = last === "place" ? how.names.places : last === "organizer" ? how.names.groups : null;
  return known ? nameOf(known, text) : spoken(text, field, how);
}

function sentences(text) { return text.match(/[^。\n]*(?:[。\n]|$)/g).filter(Boolean); }

// Two long texts where they differ, with a sentence of what stands around it.
function differing(before, after) {
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
}

function toldChanges(found, how) {
  const several = severalIn(found.map(one => one.name));
  return found.filter(one => !/^photos\.\d+\.file$/.test(one.name) || !one.after.length).map(one => {
    const field = fieldAt(how.table, how.kind, one.name);
    function words(texts) { return texts.map(text => named(one.name, text, field, how)).join("、"); }
    const texts = differing(words(one.before), words(one.after));
    return { label: label(one.name, how, several), before: texts[0], after: texts[1] };
  });
}

function cell(row, name, words, className) {
  const made = document.createElement(name);
  made.textContent = words;
  if (className) made.className = className;
  if (name === "th") made.scope = className ? "col" : "row";
  row.appendChild(made);
}

function changeTable(told) {
  const made = document.createElement("table");
  made.className = "changes";
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
}

export { changes, onlyChanges, withChanges, toldChanges, changeTable, fieldAt };
