/* What a correction changes: before and after, and the same as pairs that say nothing else.
 *
 * A change is {name, before, after}, both lists of texts; an empty list where there was or will be nothing.
 *
 * HirobaForm.changes(before, after)   every change that leads from some pairs to others, in the order of the page
 * HirobaForm.onlyChanges(changes)     pairs that say the changes alone; an empty text takes a value away
 * HirobaForm.withChanges(before, pairs)  the pairs before with such changes made (generator/intake/changes.py)
 * HirobaForm.toldChanges(changes, how)   [{label, before, after}] as people read them; how: {kind, table, names}
 * HirobaForm.changeTable(told)        the same as a table
 * HirobaForm.fieldAt(table, kind, name)  what the table knows of the field with this name, or null
 */
(function (root) {
  "use strict";

  var H = root.HirobaForm;
  // A text that is longer is shown only where it differs, sentence by sentence.
  var LONG = 90;
  var MORE = "……";

  function gathered(pairs) {
    var found = new Map();
    pairs.forEach(function (pair) { found.set(pair[0], (found.get(pair[0]) || []).concat([pair[1]])); });
    return found;
  }

  function changes(before, after) {
    var old = gathered(before), now = gathered(after);
    var names = Array.from(now.keys()).concat(Array.from(old.keys()).filter(function (name) { return !now.has(name); }));
    return names.map(function (name) { return { name: name, before: old.get(name) || [], after: now.get(name) || [] }; })
      .filter(function (one) { return JSON.stringify(one.before) !== JSON.stringify(one.after); });
  }

  function onlyChanges(found) {
    return found.reduce(function (pairs, one) {
      return pairs.concat((one.after.length ? one.after : [""]).map(function (text) { return [one.name, text]; }));
    }, []);
  }

  function withChanges(before, pairs) {
    var told = gathered(pairs.filter(function (pair) { return pair[0].charAt(0) !== "_"; }));
    var kept = before.filter(function (pair) { return !told.has(pair[0]); });
    return kept.concat(pairs.filter(function (pair) { return pair[1] && told.has(pair[0]); }));
  }

  // --- In words ----------------------------------------------------------------------------------------------

  // [{step, field}] on the way to a value; a number or a term has the field whose entry it is.
  function way(table, kind, name) {
    var type = table.records[kind], last = null;
    return name.split(".").map(function (step) {
      var own = Object.prototype.hasOwnProperty.call(table.types[type].fields, step) ? table.types[type].fields[step] : null;
      if (own) last = own;
      if (own && own.record) type = own.record;
      return { step: step, field: own, within: last };
    });
  }

  function fieldAt(table, kind, name) {
    var steps = way(table, kind, name);
    return steps[steps.length - 1].field;
  }

  function termOf(table, field, id) {
    var vocabulary = field && field.vocabulary && table.vocabularies[field.vocabulary];
    var found = vocabulary && vocabulary.terms.filter(function (term) { return term[0] === id; })[0];
    return found ? found[1] : id;
  }

  // 募集2・見出し; the number only where there are several.
  function label(name, how, several) {
    var words = [], path = [];
    way(how.table, how.kind, name).forEach(function (one) {
      path.push(one.step);
      var isNumber = /^\d+$/.test(one.step) && words.length;
      if (one.field) words.push(one.field.label);
      else if (!isNumber) words.push(termOf(how.table, one.within, one.step));
      else if (several.has(path.slice(0, -1).join("."))) words[words.length - 1] += Number(one.step) + 1;
    });
    return words.join("・");
  }

  // The lists of which more than one entry is spoken of.
  function severalIn(names) {
    var seen = new Map();
    names.forEach(function (name) {
      var found = /^(.*?)\.(\d+)(?:\.|$)/.exec(name);
      if (found) seen.set(found[1], (seen.get(found[1]) || new Set()).add(found[2]));
    });
    return new Set(Array.from(seen.keys()).filter(function (list) { return seen.get(list).size > 1 || !seen.get(list).has("0"); }));
  }

  function spoken(text, field, how) {
    var last = field || {};
    var choice = (last.choices || []).filter(function (one) { return one[0] === text; })[0];
    if (choice) return choice[1];
    if (last.vocabulary) return termOf(how.table, last, text);
    if (last.kind === "flag") return { yes: "はい", no: "いいえ" }[text] || text;
    return text;
  }

  function named(name, text, field, how) {
    var last = name.split(".").filter(function (step) { return !/^\d+$/.test(step); }).pop();
    var known = last === "place" ? how.names.places : last === "organizer" ? how.names.groups : null;
    return known ? H.nameOf(known, text) : spoken(text, field, how);
  }

  function sentences(text) { return text.match(/[^。\n]*(?:[。\n]|$)/g).filter(Boolean); }

  // Two long texts where they differ, with a sentence of what stands around it.
  function differing(before, after) {
    if (!before || !after || Math.max(before.length, after.length) <= LONG) return [before, after];
    var old = sentences(before), now = sentences(after), head = 0, tail = 0;
    var least = Math.min(old.length, now.length);
    while (head < least && old[head] === now[head]) head += 1;
    while (tail < least - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
    return [old, now].map(function (all) {
      var from = Math.max(0, head - 1), to = Math.min(all.length, all.length - tail + 1);
      return ((from ? MORE : "") + all.slice(from, to).join("").trim() + (to < all.length ? MORE : "")).trim();
    });
  }

  function toldChanges(found, how) {
    var several = severalIn(found.map(function (one) { return one.name; }));
    return found.filter(function (one) { return !/^photos\.\d+\.file$/.test(one.name) || !one.after.length; }).map(function (one) {
      var field = fieldAt(how.table, how.kind, one.name);
      function words(texts) { return texts.map(function (text) { return named(one.name, text, field, how); }).join("、"); }
      var texts = differing(words(one.before), words(one.after));
      return { label: label(one.name, how, several), before: texts[0], after: texts[1] };
    });
  }

  function cell(row, name, words, className) {
    var made = document.createElement(name);
    made.textContent = words;
    if (className) made.className = className;
    if (name === "th") made.scope = className ? "col" : "row";
    row.appendChild(made);
  }

  function changeTable(told) {
    var made = document.createElement("table");
    made.className = "changes";
    var head = made.createTHead().insertRow();
    ["項目", "いま", "これから"].forEach(function (words) { cell(head, "th", words, "changes__head"); });
    var body = made.createTBody();
    told.forEach(function (one) {
      var row = body.insertRow();
      cell(row, "th", one.label, "");
      cell(row, "td", one.before || "（なし）", "changes__before");
      cell(row, "td", one.after || "（消す）", "changes__after");
    });
    return made;
  }

  H.changes = changes;
  H.onlyChanges = onlyChanges;
  H.withChanges = withChanges;
  H.toldChanges = toldChanges;
  H.changeTable = changeTable;
  H.fieldAt = fieldAt;
})(window);
