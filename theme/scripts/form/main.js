/* The form: what was filled in, what is wrong with it, how it will look, and where it starts from.
 *
 * Everything it needs is loaded at the start, so that it goes on working where the line breaks off.
 */
import { add, clear, each, fill, more, nameOf, nested, pairs as formPairs, split as formSplit, tick, tidy } from "./data.js";
import { changeTable, changes as formChanges, fieldAt, toldChanges, withChanges } from "./changes.js";
import { copy, done, failed as failures, tool } from "./done.js";
import { count, entriesFilled, isFilled, listenForKana, refresh, removeEntry, showOrHide } from "./questions.js";
import { errors as errorList, questionOf } from "./errors.js";
import { newReceipt, sending } from "./send.js";
import { offer as formOffer, readFile, shelf as formShelf } from "./draft.js";
import { photos, showPhotos } from "./photos.js";
import { saying } from "./status.js";
import { slug as formSlug } from "../japanese/romaji.js";
import { steps } from "./steps.js";
import * as yamlText from "../profile/yaml.js";
import * as carry from "./carry.js";
import * as preview_ from "../profile/preview.js";
import { checker as checkerOf } from "../check/profile.js";

const form = document.getElementById("form");
const kind = form.getAttribute("data-kind");
const base = form.getAttribute("data-root");
const about = document.getElementById("form-center");
var slug = new URLSearchParams(location.search).get(kind) || "";
var shelf = formShelf(kind, slug);
const center = {};
const say = saying(document.getElementById("form-status"));
const STALE = "このあいだに、だれかがこのページを直しています。変わるところをよく確かめてください。";
// What is published of the profile that is corrected, as the form tells it, and its digest.
let origin = null;
let table;
let names;
let checker;
var errors;
let walk;
let timer;
let dirty;
var failed;

["name", "address", "phone", "fax", "email", "hours", "site"].forEach(name => { center[name] = about.getAttribute("data-" + name); });
if (!center.site) center.site = location.href.split(/[?#]/)[0];

function el(name) { return form.elements[name]; }
function named() { return el(form.getAttribute("data-title")); }
function two(number) { return ("0" + number).slice(-2); }

function today() {
  const now = new Date();
  return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
}

function load(path) {
  return fetch(base + path).then(answer => {
    if (!answer.ok) throw new Error(path);
    return answer.json();
  });
}

// --- What was filled in ------------------------------------------------------------------------------------

function all() { return formPairs(form, names); }
function split() { return formSplit(all(), form); }
function data() { return nested(split().fields, table.records[kind], table.types); }

function yaml() {
  return yamlText.dump(table.records[kind], data(), table, "# yaml-language-server: $schema=../schema/" + kind + ".json");
}

function put(pairs) {
  fill(form, pairs, names);
  each(form.querySelectorAll("[data-q] input[inputmode=url], [data-entries] input[inputmode=url]"), completed);
  showPhotos();
  refresh(form);
  look();
}

function renew(pairs) {
  form.reset();
  clear(form);
  put(pairs.filter(pair => pair[0] !== "_kind" && pair[0] !== "_hiroba"));
  dirty = true;
  keep();
}

function keep() { if (dirty) shelf.keep(all()); }

function changed() {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(() => {
    keep();
    look();
  }, 400);
}

// --- What is wrong with it ---------------------------------------------------------------------------------

// An empty entry on the page is none in the profile: the numbers of the problems count the others.
function onPage(path) {
  return path.map((step, n) => {
    const entry = typeof step === "number" && entriesFilled(form, path.slice(0, n).join("."))[step];
    return entry ? Number(entry.getAttribute("data-entry")) : step;
  });
}

// The rule book speaks to somebody at a file; where it names keys, the form has words of its own.
function worded(one) {
  const said = table.form[one.rule];
  if (!said) return one;
  function filled(words) {
    return words.replace(/\{(\w+)\}/g, (_, name) => one.facts[name] === undefined ? "" : String(one.facts[name]));
  }
  return Object.assign({}, one, { message: said[0] ? filled(said[0]) : one.message, advice: filled(said[1]) });
}

function problems() {
  return checker.record(kind, data()).map(one => worded(Object.assign({}, one, { path: onPage(one.path), offers: offers(one) })));
}

// What one tap can put in the place of a day that is not understood: what may be meant, or the words as they stand.
function offers(one) {
  const field = fieldAt(table, kind, one.path.join("."));
  const written = one.level === "error" && field && repeatOf(field) ? tidy(String(one.facts.value || "")) : "";
  const typed = written && textAt(one.path);
  if (!typed) return [];
  const prefix = table.tables.patterns.in_words, meant = String(one.facts.suggestion || "");
  const isGuess = meant && meant.indexOf(prefix) !== 0 && meant !== table.tables.nearest.example;
  return [isGuess && [meant, "「" + meant + "」にする"], [prefix + typed.replace(/\s+/g, " "), "このまま言葉でのせる"]]
    .filter(offer => offer && isRead(one.path, offer[0]))
    .map(offer => ({
    text: offer[0],
    words: offer[1]
  }));
}

function repeatOf(field) {
  const inner = field.record && table.types[field.record];
  return (inner ? inner.fields[inner.shorthand] || {} : field).kind === "repeat";
}

function textAt(path) {
  const found = path.reduce((at, step) => at && at[step], data());
  return typeof found === "string" ? found : "";
}

function isRead(path, text) {
  return !checker.value(kind, path, text, {}).some(one => one.level === "error");
}

function take(question, text) {
  const input = question.querySelector("input[type=text], textarea");
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  leave(question);
  input.focus();
}

function goTo(question) {
  if (walk.of(question) !== walk.place()) walk.go(walk.of(question), true);
}

function next() {
  keep();
  const line = document.createElement("p");
  line.appendChild(tool("あとで直す（次へ進む）", () => { onwards(walk.place() + 1); }));
  if (!errors.show(problems(), walk.now(), goTo, line)) walk.go(walk.place() + 1);
}

function onwards(number) {
  errors.clear();
  walk.go(number);
}

// Every mistake is told before anything is sent.
function ready() {
  keep();
  failed("");
  return !errors.show(problems(), form, goTo);
}

function leave(question) {
  if (question.closest(".q--slip")) return;
  each(question.querySelectorAll("input[inputmode=url]"), completed);
  const filled = isFilled(question);
  if (!filled && !errors.has(question)) return;
  errors.at(question, problems().filter(one => questionOf(form, one.path) === question));
  hint(question);
}

// www.example.org gets the https:// that paper leaves out.
function completed(input) {
  const question = input.closest("[data-q], [data-entries]");
  const path = (question.getAttribute("data-q") || question.getAttribute("data-entries")).split(".");
  const whole = input.value && checker.understood(kind, path, input.value);
  if (whole) input.value = whole;
}

function hint(question) {
  const input = question.querySelector("input[type=text], textarea");
  const said = question.querySelector(".q__said");
  if (!input || !said) return;
  const path = (question.getAttribute("data-q") || question.getAttribute("data-entries")).split(".");
  const words = input.value ? checker.understood(kind, path, input.value) : "";
  // Words that stand as they are were not read, which is said as a doubt.
  const isKept = input.value.trim().indexOf(table.tables.patterns.in_words) === 0;
  said.textContent = words && words !== tidy(input.value) && !isKept ? "「" + words + "」と読みました。" : "";
}

// --- How it will look --------------------------------------------------------------------------------------

// On a wide screen the page stands beside the form, on a telephone in its last step.
const wide = window.matchMedia("(min-width: 75rem)");

function settle() {
  const home = wide.matches ? document.querySelector(".form-layout") : document.getElementById("form-look-here");
  home.appendChild(document.getElementById("form-look"));
  // Folded on a telephone, so that sending stands below what was asked last.
  document.querySelector(".form__look-fold").open = wide.matches;
  look();
}

function look() { if (walk && (wide.matches || walk.isLast())) show(); }

function show() {
  document.getElementById("form-yaml").textContent = yaml();
  preview_.show(document.getElementById("form-preview"), kind, pictured(data()), preview());
  showChanges();
  const wrong = problems().filter(one => one.level === "error");
  for (let n = 0; n < walk.count; n += 1) walk.tell(n, "");
  wrong.forEach(one => {
    const question = questionOf(form, one.path);
    if (question) walk.tell(walk.of(question), "直すところがあります");
  });
}

// Of a correction: what it changes; null for a new profile.
function changes() { return origin ? formChanges(origin.fields, split().fields) : null; }
function told(found) { return found && toldChanges(found, { kind, table, names }); }
function isStale() { return origin && el("_base").value !== origin.base; }

function showChanges() {
  const box = document.getElementById("form-changes");
  const found = told(changes());
  box.hidden = !found;
  if (!found) return;
  box.querySelector("p").textContent = (found.length ? "次の" + found.length + "か所が変わります。" : "まだ、どこも直していません。")
    + (isStale() ? STALE : "");
  const list = box.querySelector("div");
  list.textContent = "";
  if (found.length) list.appendChild(changeTable(found));
}

function preview() {
  return Object.assign({}, table, names, { center, root: base, today: today() });
}

function pictured(parts) {
  const entries = entriesFilled(form, "photos");
  (parts.photos || []).forEach((photo, n) => {
    const address = entries[n] && entries[n].querySelector('[name^="_photo."]').value;
    if (address) photo.src = address;
  });
  return parts;
}

// --- Sending -----------------------------------------------------------------------------------------------

function title() {
  return form.getAttribute("data-label") + "：" + (tidy(named().value) || "（名前はまだありません）");
}

function fresh() {
  shelf.forget();
  dirty = false;
  location.href = location.pathname;
}

function receipt() { return el("_receipt").value || (el("_receipt").value = newReceipt(today())); }

function proposed() {
  return formSlug(tidy(el("kana").value), Object.keys(names.groups), form.getAttribute("data-spare"));
}

function state() {
  return {
    kind, center, say, failed, ready, all, split, yaml, title, receipt,
    proposed, data, asks: function () { return table.issue[kind]; }, done: done(form, center, fresh),
    slug: function () { return el("_slug").value; },
    base: function () { return el("_base").value; },
    changes, told
  };
}

// --- Listening ---------------------------------------------------------------------------------------------

const CLICKS = {
  "data-next": next,
  "data-last": function () { onwards(walk.count - 1); },
  "data-back": function () { onwards(walk.place() - 1); },
  "data-go": function (target) { onwards(Number(target.getAttribute("data-go"))); },
  "data-more": function (target) { more(target.closest("[data-entries]")).focus(); },
  "data-remove": function (target) { removeEntry(target, say, changed); },
  "data-copy-yaml": function () {
    copy(yaml()).then(() => { say("YAML を写しました。"); }, () => { say("写せませんでした。上の文字を選んで写してください。"); });
  },
  "data-add": function (target) {
    const blocks = target.closest("[data-blocks]");
    const full = blocks.querySelector(".entries").children.length >= Number(blocks.getAttribute("data-most"));
    if (full) return say("これ以上はふやせません。");
    add(blocks).querySelector("input:not([type=hidden]), select, textarea").focus();
    return refresh(form);
  }
};

function clicked(event) {
  const target = event.target.closest("button, a[data-go]");
  const name = target && Object.keys(CLICKS).filter(one => target.hasAttribute(one))[0];
  if (!name) return;
  event.preventDefault();
  CLICKS[name](target);
}

function opened(pairs) {
  if (!pairs) return failed("このファイルは、ひろばのフォームから保存したものではないか、こわれています。");
  renew(pairs);
  say("ファイルの内容を入れました。");
  return walk.go(0);
}

// What is said below a question moves all that follows: that waits while somebody presses on something.
let pressed = false;
const waiting = [];

function settled(act) {
  if (pressed) waiting.push(act);
  else act();
}

function listen() {
  form.addEventListener("input", event => {
    const question = event.target.closest("[data-q]");
    if (question) count(question);
    if (question) showOrHide(question);
    changed();
  });
  form.addEventListener("change", event => {
    const question = event.target.closest("[data-q], [data-entries]");
    if (event.target.type === "checkbox") tick(event.target);
    if (event.target.hasAttribute("data-open-file")) readFile(event.target).then(opened);
    else if (question) settled(() => { leave(question); });
  });
  ["pointerdown", "pointerup", "pointercancel"].forEach(name => {
    window.addEventListener(name, () => {
      pressed = name === "pointerdown";
      // After the click that the finger is about to make.
      if (!pressed) setTimeout(() => { waiting.splice(0).forEach(act => { act(); }); });
    }, true);
  });
  form.addEventListener("click", clicked);
  document.getElementById("form-look").addEventListener("click", clicked);
  form.addEventListener("submit", event => { event.preventDefault(); });
  form.addEventListener("keydown", event => {
    // Enter in a line goes on to the next step; it never sends half a form.
    if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT" || event.target.type !== "text") return;
    event.preventDefault();
    if (!walk.isLast()) next();
  });
  window.addEventListener("pagehide", keep);
}

// --- Beginning ---------------------------------------------------------------------------------------------

function tell(words, isNotice) {
  const box = document.getElementById("form-whose");
  box.textContent = words;
  box.classList.toggle("notice", !!isNotice);
  box.hidden = false;
}

function lost() { tell("直す相手が見つかりません。団体やイベントのページの「このページの内容を直す」から開いてください。", true); }

function published() {
  if (!slug) return null;
  if (!/^[a-z0-9-]+$/.test(slug)) return lost();
  return load("edit/data/" + kind + "/" + slug + ".json").then(found => {
    el("_slug").value = slug;
    el("_base").value = found.base;
    put(found.fields);
    origin = { fields: split().fields, base: found.base };
    form.classList.add("form--correcting");
    tell("「" + named().value + "」の、いま公開している内容が入っています。直したいところだけ書きかえてください。");
  }, lost);
}

// #t=… is a link that the staff signed, #d=… a draft that a code on paper carries.
function fromAddress() {
  const token = /[#&]t=([^&]+)/.exec(location.hash);
  const carried = /[#&]d=([^&]+)/.exec(location.hash);
  if (token) el("_token").value = decodeURIComponent(token[1]);
  // Staff who write down what came on paper or by telephone say so.
  const way = new URLSearchParams(location.search).get("way");
  if (/^(paper|fax|phone|counter|email)$/.test(way)) el("_way").value = way;
  if (!carried) return false;
  return carry.unpack(carried[1]).then(pairs => {
    if (!pairs) return tell("読み取ったコードの内容がこわれています。もう一度読み取ってください。", true);
    if (pairs.some(pair => pair[0] === "_changes")) return corrected(pairs);
    renew(pairs);
    tell("用紙のコードから内容を入れました。", true);
    return true;
  });
}

// A code of changes brings these, and of all else what is published.
function corrected(pairs) {
  const about = new Map(pairs);
  if (!origin || about.get("_slug") !== slug || about.get("_kind") !== kind) return lost();
  renew(withChanges(origin.fields, pairs).concat([["_slug", slug], ["_base", about.get("_base") || ""]]));
  tell("用紙のコードから、直すところを" + told(changes()).length + "か所入れました。" + (isStale() ? STALE : ""), true);
  return true;
}

function offerDraft(carried) {
  const draft = carried ? null : shelf.kept();
  if (draft) {
    formOffer(document.getElementById("form-draft"), draft, pairs => {
      renew(pairs);
      say(isStale() ? "続きから書けます。" + STALE : "続きから書けます。");
      walk.go(0);
    }, () => { shelf.forget(); walk.go(0); });
  }
  form.setAttribute("data-ready", "");
}

function known() {
  ["places", "groups"].forEach(name => {
    const list = document.getElementById("known-" + name);
    Object.keys(names[name]).forEach(id => { list.appendChild(new Option(nameOf(names[name], id))); });
  });
}

function begin(loaded) {
  table = loaded[0];
  names = loaded[1];
  checker = checkerOf(table, { today: today(), groups: names.groups, places: Object.keys(names.places), own: slug, lang: "ja" });
  errors = errorList(form, document.getElementById("form-errors"), say, take);
  failed = failures(center);
  clear(form);
  known();
  walk = steps(form, look);
  photos(form, base, say, changed);
  sending(form, state());
  listenForKana(named(), el("kana"));
  listen();
  refresh(form);
  walk.go(0, true);
  settle();
  wide.addListener(settle);
  return published();
}

document.documentElement.classList.add("form-works");
Promise.all([load("assets/form/checking.json"), load("assets/form/names.json")]).then(begin).then(fromAddress).then(offerDraft).catch(error => {
  document.documentElement.classList.remove("form-works");
  tell("フォームの準備ができませんでした。電波のよいところで、ページを開きなおしてください。", true);
  throw error;
});
