/* What stands in the form as pairs of names and texts, as data, and back (generator/intake/flat.py says the same).
 *
 * HirobaForm.pairs(form, names)     [[name, text], …] of everything filled in, in the order of the page
 * HirobaForm.split(pairs)           {fields, slip}: what may be public, and what is for the centre alone
 * HirobaForm.nested(pairs, type, types)  the fields as objects and lists, as a profile has them
 * HirobaForm.fill(form, pairs, names)    puts pairs into the form, adding entries where there are several
 * HirobaForm.add(blocks), HirobaForm.more(entries)  one entry more
 */
(function (root) {
  "use strict";

  var REACHABLE = ["via", "phone", "fax", "email", "form", "website", "social"];

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function tidy(text) { return text.replace(/\r\n?/g, "\n").trim(); }

  // 清瀬けやきホール ↔ keyaki-hall: people see names, profiles refer to files.
  function toSlug(known, text) {
    return Object.keys(known).filter(function (slug) { return nameOf(known, slug) === text; })[0] || text;
  }

  function nameOf(known, slug) {
    var name = Object.prototype.hasOwnProperty.call(known, slug) ? known[slug] : slug;
    return Array.isArray(name) ? name[0] : name;
  }

  function knownTo(control, names) {
    var list = (control.getAttribute("list") || "").replace("known-", "");
    return list && names ? names[list] || {} : null;
  }

  function value(control, names) {
    var text = tidy(control.value);
    var known = knownTo(control, names);
    return known && text ? toSlug(known, text) : text;
  }

  function isOn(control) {
    if (!control.name || control.disabled || control.type === "file" || control.tagName === "BUTTON") return false;
    // What a profile says without a word is not written.
    if (control.hasAttribute("data-implied")) return false;
    return (control.type !== "checkbox" && control.type !== "radio") || control.checked;
  }

  function pairs(form, names) {
    var found = [];
    each(form.elements, function (control) {
      if (!isOn(control)) return;
      var pair = [control.name, value(control, names)];
      var twice = pair[0].charAt(0) !== "_" && found.some(function (one) { return one[0] === pair[0] && one[1] === pair[1]; });
      if (pair[1] && !twice) found.push(pair.concat(Number(control.getAttribute("data-turn") || 0)));
    });
    return inTurn(found);
  }

  // What is ticked stays in the order in which it was ticked, or stood in the profile; all else in that of the page.
  function inTurn(found) {
    var at = {};
    found.forEach(function (one, n) { if (!(one[0] in at)) at[one[0]] = n; });
    return found.map(function (one, n) { return [at[one[0]], one[2], n, one]; })
      .sort(function (a, b) { return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]; })
      .map(function (one) { return one[3].slice(0, 2); });
  }

  var turn = 0;

  function tick(control) {
    turn += 1;
    control.setAttribute("data-turn", String(turn));
  }

  function labelled(form, name) {
    var control = form && form.elements[name];
    var q = control && control.closest && control.closest(".q");
    return q ? q.querySelector(".q__label").textContent.replace("必須", "").trim() : name;
  }

  // What is private leaves the fields here, before anything is sent, shown as YAML or put into a draft of a profile.
  function split(all, form) {
    var shows = {};
    all.forEach(function (pair) { if (pair[0].indexOf("_show.") === 0) shows[pair[0].slice(6)] = pair[1]; });
    var slip = all.filter(function (pair) { return pair[0].indexOf("_slip.") === 0; })
      .map(function (pair) { return [labelled(form, pair[0]), pair[1]]; });
    var fields = [];
    all.forEach(function (pair) {
      if (pair[0].charAt(0) === "_") return;
      if (shows[pair[0]] === "private") slip.push([labelled(form, pair[0]) + "（非公開）", pair[1]]);
      else fields.push(pair);
    });
    return { fields: fields.concat(implied(all, fields, shows), pictures(all)), slip: slip };
  }

  // A new picture has no file yet; until it gets one it bears its number.
  function pictures(all) {
    return all.filter(function (pair) { return pair[0].indexOf("_photo.") === 0; }).map(function (pair) {
      var number = pair[0].slice(7);
      return ["photos." + number + ".file", "photos/" + number + ".jpg"];
    });
  }

  // What follows from the choices: which details are meant to be public, and that the centre passes messages on.
  function implied(all, fields, shows) {
    function has(name) { return fields.some(function (pair) { return pair[0] === name || pair[0].indexOf(name + ".") === 0; }); }
    var more = Object.keys(shows).filter(function (name) { return shows[name] === "personal" && has(name); })
      .map(function (name) { return [name.split(".")[0] + ".public", name.split(".")[1]]; });
    var hidden = all.some(function (pair) { return pair[0].indexOf("contact.") === 0 && shows[pair[0]] === "private"; });
    var reachable = REACHABLE.some(function (item) { return has("contact." + item); });
    return hidden && !reachable ? more.concat([["contact.via", "center"]]) : more;
  }

  function nested(fields, type, types) {
    var tree = {};
    fields.forEach(function (pair) { put(tree, type, pair[0].split("."), pair[1], types); });
    return closed(tree);
  }

  function put(tree, type, path, text, types) {
    var field = types[type].fields[path[0]];
    if (!field || !text) return;
    var name = path[0];
    var rest = path.slice(1);
    if (!field.record) {
      if (!field.many) tree[name] = text;
      else tree[name] = (tree[name] || []).concat([text]);
      return;
    }
    if (field.many || field.keyed) {
      tree = tree[name] || (tree[name] = field.many ? { numbered: true } : {});
      name = rest[0];
      rest = rest.slice(1);
    }
    if (!rest.length) tree[name] = text;
    else put(tree[name] || (tree[name] = {}), field.record, rest, text, types);
  }

  function closed(value) {
    if (typeof value !== "object" || Array.isArray(value)) return value;
    var names = Object.keys(value).filter(function (name) { return name !== "numbered"; });
    if (value.numbered === true) {
      return names.sort(function (a, b) { return a - b; }).map(function (name) { return closed(value[name]); });
    }
    var out = {};
    names.forEach(function (name) { out[name] = closed(value[name]); });
    return out;
  }

  // --- Entries -----------------------------------------------------------------------------------------------

  function numbered(entry, number) {
    each(entry.querySelectorAll("[id], [name], [for], [aria-describedby], [data-q], [data-entries], [data-blocks], [data-for]"), function (one) {
      ["id", "name", "for", "aria-describedby", "data-q", "data-entries", "data-blocks", "data-for"].forEach(function (attribute) {
        var text = one.getAttribute(attribute);
        if (text) one.setAttribute(attribute, text.replace(/#/g, number));
      });
    });
    entry.setAttribute("data-entry", number);
    return entry;
  }

  function entriesOf(blocks) { return blocks.querySelector(".entries"); }

  function add(blocks, number) {
    var entries = entriesOf(blocks);
    var taken = Array.prototype.map.call(entries.children, function (one) { return Number(one.getAttribute("data-entry")); });
    var next = number === undefined ? Math.max.apply(null, [-1].concat(taken)) + 1 : number;
    var same = entries.querySelector('[data-entry="' + next + '"]');
    if (same) return same;
    var template = Array.prototype.filter.call(blocks.children, function (one) { return one.tagName === "TEMPLATE"; })[0];
    var entry = numbered(template.content.firstElementChild.cloneNode(true), String(next));
    entries.appendChild(entry);
    return entry;
  }

  function more(group) {
    var lines = group.querySelectorAll(".entry-line");
    var line = lines[0].cloneNode(true);
    var input = line.querySelector("input");
    input.value = "";
    input.removeAttribute("id");
    entriesOf(group).appendChild(line);
    return input;
  }

  function clear(form) {
    each(form.querySelectorAll("[data-blocks]"), function (blocks) {
      if (!blocks.hasAttribute("data-start")) entriesOf(blocks).textContent = "";
    });
  }

  // --- Filling -----------------------------------------------------------------------------------------------

  function blocksFor(form, name) {
    var steps = name.split(".");
    return steps.map(function (step, n) { return /^\d+$/.test(step) ? [steps.slice(0, n).join("."), Number(step)] : null; })
      .filter(Boolean);
  }

  function fill(form, given, names) {
    given.forEach(function (pair) {
      blocksFor(form, pair[0].replace(/^_photo\./, "photos.").replace(/^_show\./, "")).forEach(function (place) {
        var blocks = form.querySelector('[data-blocks="' + place[0] + '"]');
        if (blocks) add(blocks, place[1]);
      });
    });
    var used = {};
    given.forEach(function (pair) {
      var number = used[pair[0]] = (used[pair[0]] || 0) + 1;
      set(form, pair[0], pair[1], number, names);
    });
    each(form.querySelectorAll("[data-language]"), function (language) {
      language.open = Array.prototype.some.call(language.querySelectorAll("input, textarea"), function (one) { return one.value; });
    });
  }

  function set(form, name, text, number, names) {
    var public_ = /^(contact|booking)\.public$/.exec(name);
    if (public_) return set(form, "_show." + public_[1] + "." + text, "personal", 1, names);
    var controls = Array.prototype.filter.call(form.elements, function (one) { return one.name === name; });
    var ticks = controls.filter(function (one) { return (one.type === "checkbox" || one.type === "radio") && one.value === text; });
    var select = controls.filter(function (one) { return one.tagName === "SELECT"; })[0];
    if (select && number === 1) return void choose(select, text);
    if (ticks.length) {
      ticks[0].checked = true;
      if (ticks[0].type === "checkbox") tick(ticks[0]);
      return;
    }
    var group = form.querySelector('[data-entries="' + name + '"]');
    var control = controls[number - 1] || (group && more(group)) || controls[0];
    if (!control || control.type === "checkbox" || control.type === "radio") return;
    var known = knownTo(control, names);
    control.value = known ? nameOf(known, text) : text;
  }

  // A word that is not on the list stays: the check says what is wrong with it.
  function choose(select, text) {
    var there = Array.prototype.some.call(select.options, function (one) { return one.value === text; });
    if (!there) select.add(new Option(text, text));
    select.value = text;
  }

  root.HirobaForm = {
    tick: tick, pairs: pairs, split: split, nested: nested, fill: fill, add: add, more: more, clear: clear,
    each: each, labelled: labelled, nameOf: nameOf, tidy: tidy
  };
})(window);
