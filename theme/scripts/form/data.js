/* What stands in the form as pairs of names and texts, as data, and back (generator/intake/flat.py says the same).
 *
 * pairs(form, names)     [[name, text], …] of everything filled in, in the order of the page
 * split(pairs)           {fields, slip}: what may be public, and what is for the centre alone
 * nested(pairs, type, types)  the fields as objects and lists, as a profile has them
 * fill(form, pairs, names)    puts pairs into the form, adding entries where there are several
 * add(blocks), more(entries)  one entry more
 */
const REACHABLE = ["via", "phone", "fax", "email", "form", "website", "social"];

function each(list, act) { Array.prototype.forEach.call(list, act); }

function tidy(text) { return text.replace(/\r\n?/g, "\n").trim(); }

// 市民ホール ↔ shimin-hall: people see names, profiles refer to files.
function toSlug(known, text) {
  return Object.keys(known).filter(slug => nameOf(known, slug) === text)[0] || text;
}

function nameOf(known, slug) {
  const name = Object.prototype.hasOwnProperty.call(known, slug) ? known[slug] : slug;
  return Array.isArray(name) ? name[0] : name;
}

function knownTo(control, names) {
  const list = (control.getAttribute("list") || "").replace("known-", "");
  return list && names ? names[list] || {} : null;
}

function value(control, names) {
  const text = tidy(control.value);
  const known = knownTo(control, names);
  return known && text ? toSlug(known, text) : text;
}

function isOn(control) {
  if (!control.name || control.disabled || control.type === "file" || control.tagName === "BUTTON") return false;
  // What a profile says without a word is not written.
  if (control.hasAttribute("data-implied")) return false;
  return (control.type !== "checkbox" && control.type !== "radio") || control.checked;
}

function pairs(form, names) {
  const found = [];
  each(form.elements, control => {
    if (!isOn(control)) return;
    const pair = [control.name, value(control, names)];
    const twice = pair[0].charAt(0) !== "_" && found.some(one => one[0] === pair[0] && one[1] === pair[1]);
    if (pair[1] && !twice) found.push(pair.concat(Number(control.getAttribute("data-turn") || 0)));
  });
  return inTurn(found);
}

// What is ticked stays in the order in which it was ticked, or stood in the profile; all else in that of the page.
function inTurn(found) {
  const at = {};
  found.forEach((one, n) => { if (!(one[0] in at)) at[one[0]] = n; });
  return found.map((one, n) => [at[one[0]], one[2], n, one])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(one => one[3].slice(0, 2));
}

let turn = 0;

function tick(control) {
  turn += 1;
  control.setAttribute("data-turn", String(turn));
}

function labelled(form, name) {
  const control = form && form.elements[name];
  const q = control && control.closest && control.closest(".q");
  return q ? q.querySelector(".q__label").textContent.replace("必須", "").trim() : name;
}

// What is private leaves the fields here, before anything is sent, shown as YAML or put into a draft of a profile.
function split(all, form) {
  const shows = {};
  all.forEach(pair => { if (pair[0].indexOf("_show.") === 0) shows[pair[0].slice(6)] = pair[1]; });
  const slip = all.filter(pair => pair[0].indexOf("_slip.") === 0)
    .map(pair => [labelled(form, pair[0]), pair[1]]);
  const fields = [];
  all.forEach(pair => {
    if (pair[0].charAt(0) === "_") return;
    if (shows[pair[0]] === "private") slip.push([labelled(form, pair[0]) + "（非公開）", pair[1]]);
    else fields.push(pair);
  });
  return { fields: fields.concat(implied(all, fields, shows), pictures(all)), slip };
}

// A new picture has no file yet; until it gets one it bears its number.
function pictures(all) {
  return all.filter(pair => pair[0].indexOf("_photo.") === 0).map(pair => {
    const number = pair[0].slice(7);
    return ["photos." + number + ".file", "photos/" + number + ".jpg"];
  });
}

// What follows from the choices: which details are meant to be public, and that the centre passes messages on.
function implied(all, fields, shows) {
  function has(name) { return fields.some(pair => pair[0] === name || pair[0].indexOf(name + ".") === 0); }
  const more = Object.keys(shows).filter(name => shows[name] === "personal" && has(name))
    .map(name => [name.split(".")[0] + ".public", name.split(".")[1]]);
  const hidden = all.some(pair => pair[0].indexOf("contact.") === 0 && shows[pair[0]] === "private");
  const reachable = REACHABLE.some(item => has("contact." + item));
  return hidden && !reachable ? more.concat([["contact.via", "center"]]) : more;
}

function nested(fields, type, types) {
  const tree = {};
  fields.forEach(pair => { put(tree, type, pair[0].split("."), pair[1], types); });
  return closed(tree);
}

function put(tree, type, path, text, types) {
  const field = types[type].fields[path[0]];
  if (!field || !text) return;
  let name = path[0];
  let rest = path.slice(1);
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
  const names = Object.keys(value).filter(name => name !== "numbered");
  if (value.numbered === true) {
    return names.sort((a, b) => a - b).map(name => closed(value[name]));
  }
  const out = {};
  names.forEach(name => { out[name] = closed(value[name]); });
  return out;
}

// --- Entries -----------------------------------------------------------------------------------------------

function numbered(entry, number) {
  each(entry.querySelectorAll("[id], [name], [for], [aria-describedby], [data-q], [data-entries], [data-blocks], [data-for]"), one => {
    ["id", "name", "for", "aria-describedby", "data-q", "data-entries", "data-blocks", "data-for"].forEach(attribute => {
      const text = one.getAttribute(attribute);
      if (text) one.setAttribute(attribute, text.replace(/#/g, number));
    });
  });
  entry.setAttribute("data-entry", number);
  return entry;
}

function entriesOf(blocks) { return blocks.querySelector(".entries"); }

function add(blocks, number) {
  const entries = entriesOf(blocks);
  const taken = Array.prototype.map.call(entries.children, one => Number(one.getAttribute("data-entry")));
  const next = number === undefined ? Math.max.apply(null, [-1].concat(taken)) + 1 : number;
  const same = entries.querySelector('[data-entry="' + next + '"]');
  if (same) return same;
  const template = Array.prototype.filter.call(blocks.children, one => one.tagName === "TEMPLATE")[0];
  const entry = numbered(template.content.firstElementChild.cloneNode(true), String(next));
  entries.appendChild(entry);
  return entry;
}

function more(group) {
  const lines = group.querySelectorAll(".entry-line");
  const line = lines[0].cloneNode(true);
  const input = line.querySelector("input");
  input.value = "";
  input.removeAttribute("id");
  entriesOf(group).appendChild(line);
  return input;
}

function clear(form) {
  each(form.querySelectorAll("[data-blocks]"), blocks => {
    if (!blocks.hasAttribute("data-start")) entriesOf(blocks).textContent = "";
  });
}

// --- Filling -----------------------------------------------------------------------------------------------

function blocksFor(form, name) {
  const steps = name.split(".");
  return steps.map((step, n) => /^\d+$/.test(step) ? [steps.slice(0, n).join("."), Number(step)] : null)
    .filter(Boolean);
}

function fill(form, given, names) {
  given.forEach(pair => {
    blocksFor(form, pair[0].replace(/^_photo\./, "photos.").replace(/^_show\./, "")).forEach(place => {
      const blocks = form.querySelector('[data-blocks="' + place[0] + '"]');
      if (blocks) add(blocks, place[1]);
    });
  });
  const used = {};
  given.forEach(pair => {
    const number = used[pair[0]] = (used[pair[0]] || 0) + 1;
    set(form, pair[0], pair[1], number, names);
  });
  each(form.querySelectorAll("[data-language]"), language => {
    language.open = Array.prototype.some.call(language.querySelectorAll("input, textarea"), one => one.value);
  });
}

function set(form, name, text, number, names) {
  const public_ = /^(contact|booking)\.public$/.exec(name);
  if (public_) return set(form, "_show." + public_[1] + "." + text, "personal", 1, names);
  const controls = Array.prototype.filter.call(form.elements, one => one.name === name);
  const ticks = controls.filter(one => (one.type === "checkbox" || one.type === "radio") && one.value === text);
  const select = controls.filter(one => one.tagName === "SELECT")[0];
  if (select && number === 1) return void choose(select, text);
  if (ticks.length) {
    ticks[0].checked = true;
    if (ticks[0].type === "checkbox") tick(ticks[0]);
    return;
  }
  const group = form.querySelector('[data-entries="' + name + '"]');
  const control = controls[number - 1] || (group && more(group)) || controls[0];
  if (!control || control.type === "checkbox" || control.type === "radio") return;
  const known = knownTo(control, names);
  control.value = known ? nameOf(known, text) : text;
}

// A word that is not on the list stays: the check says what is wrong with it.
function choose(select, text) {
  const there = Array.prototype.some.call(select.options, one => one.value === text);
  if (!there) select.add(new Option(text, text));
  select.value = text;
}

export { tick, pairs, split, nested, fill, add, more, clear, each, labelled, nameOf, tidy };
