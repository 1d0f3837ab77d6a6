/* Suggestions while somebody types into a search box: names, fields, areas, places, coming events.
 *
 * The box becomes a combobox (ARIA Authoring Practices): arrows choose, Enter opens, Escape closes and the
 * arrow down opens again. Nothing is loaded before somebody types; without this script the box is the plain form it was.
 */
import { all, element, empty, part, said } from "../page/element.js";
import { each } from "./loading.js";
import { flat } from "./sets.js";
import { picked, shelf } from "./shelves.js";
import { startOf } from "./start.js";
import { soon, typing } from "./typing.js";

/** @typedef {import("./shelves.js").Entry} Entry */
/** @typedef {{ form: HTMLElement, input: HTMLInputElement, list: HTMLElement, status: HTMLElement, root: string }} Box */

const MOST = 7;
const PAUSE = 60;
const VOWELS = ["a", "i", "u", "e", "o"];
const LATIN = /^[a-z\u00c0-\u017f'’-]{2,}$/i;

// The folding of words comes with the first key, unless the page has it anyway; editions hardly differ in it.
const folding = each(async (root) => {
  const [{ makeFolding }, table] = await Promise.all([import("./fold.js"), startOf(root)]);
  return makeFolding(table);
});

/** @param {string} root @param {string} begun folded @returns {Promise<Entry[]>} the entries that begin so, each page once, exact ones first */
const beginning = async (root, begun) => {
  if (!begun) return [];
  const entries = (await shelf(root, begun)).filter(([begins]) => begins.indexOf(begun) === 0);
  const exact = entries.filter(([begins]) => begins === begun);
  return picked(exact.concat(entries), () => true, MOST);
};

/** @param {string} latin perhaps not yet typed to the end of a syllable @returns {Promise<string[]>} the kana that it is or becomes: shuw is しゅわ, しゅうぉ … */
const kanaBegun = async (latin) => {
  const { kanaOf } = await import("./romaji.js");
  const whole = kanaOf(latin);
  return whole ? [whole] : VOWELS.map((vowel) => kanaOf(latin + vowel)).filter(Boolean);
};

/** @param {string} root @param {string} typed what begins as it does; of Latin letters that begin nothing, as their kana do */
const offered = async (root, typed) => {
  const { fold } = await folding(root);
  const narrow = typed.normalize("NFKC").replace(/[\s・]+/g, "");
  const found = await beginning(root, fold(narrow));
  if (found.length || !LATIN.test(narrow)) return found;
  const kana = await kanaBegun(narrow);
  return picked(flat(await Promise.all(kana.map((begun) => beginning(root, fold(begun))))), () => true, MOST);
};

/** @param {HTMLElement} form @param {number} number @returns {Box} */
const boxOf = (form, number) => {
  const input = part(form, 'input[name="q"]', HTMLInputElement);
  const list = element("ul", "suggest");
  const status = element("span", "hidden");
  list.id = "suggest-" + number;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "候補");
  status.setAttribute("role", "status");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  form.classList.add("site-search--suggests");
  [list, status].forEach((one) => { form.appendChild(one); });
  return { form, input, list, status, root: said(form, "data-search-root") };
};

/** @param {Box} box @param {Entry} entry @param {number} at */
const option = (box, entry, at) => {
  const item = element("li");
  item.id = box.list.id + "-" + at;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.appendChild(document.createTextNode(entry[1]));
  item.appendChild(element("span", "suggest__what", entry[2]));
  item.addEventListener("mousedown", (event) => { event.preventDefault(); });
  item.addEventListener("click", () => { location.href = box.root + entry[3]; });
  return item;
};

/** @param {Box} box @param {Entry[]} entries none closes the list */
const fill = (box, entries) => {
  const { input, list, status } = box;
  empty(list);
  entries.forEach((entry, at) => { list.appendChild(option(box, entry, at)); });
  list.hidden = !entries.length;
  input.setAttribute("aria-expanded", entries.length ? "true" : "false");
  input.removeAttribute("aria-activedescendant");
  status.textContent = entries.length ? "候補が" + entries.length + "件あります。" : "";
};

/** @param {Box} box */
const active = ({ list }) => Array.from(list.children).findIndex((item) => said(item, "aria-selected") === "true");

/** @param {Box} box @param {number} step */
const go = (box, step) => {
  const items = box.list.children;
  const before = active(box);
  // One place more than there are options: the typed words themselves.
  const now = (before + 1 + step + items.length + 1) % (items.length + 1) - 1;
  if (before >= 0) items[before].setAttribute("aria-selected", "false");
  if (now < 0) {
    box.input.removeAttribute("aria-activedescendant");
    return;
  }
  items[now].setAttribute("aria-selected", "true");
  items[now].scrollIntoView({ block: "nearest" });
  box.input.setAttribute("aria-activedescendant", items[now].id);
};

/** @param {Box} box @param {KeyboardEvent} event @param {() => void} close @param {() => void} open */
const press = (box, event, close, open) => {
  if (box.list.hidden) {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    open();
    return;
  }
  const chosen = active(box);
  const keys = new Map([
    ["Escape", close],
    ["ArrowDown", () => { go(box, 1); }],
    ["ArrowUp", () => { go(box, -1); }]
  ]);
  if (chosen >= 0) keys.set("Enter", () => { part(box.list, "[aria-selected=true]", HTMLElement).click(); });
  const act = keys.get(event.key);
  if (!act) return;
  event.preventDefault();
  act();
};

/** @param {HTMLElement} form @param {number} number */
const combobox = (form, number) => {
  const box = boxOf(form, number);
  let turn = 0;

  const look = async () => {
    turn += 1;
    const mine = turn;
    const typed = box.input.value.trim();
    // A suggestion that cannot be fetched is none; the form is there.
    const entries = typed ? await offered(box.root, typed).catch(() => []) : [];
    if (mine === turn) fill(box, entries);
  };

  const pause = soon(look, PAUSE);
  const close = () => {
    turn += 1;
    pause.cancel();
    fill(box, []);
  };
  const open = async () => {
    pause.cancel();
    await look();
    go(box, 1);
  };

  const { converts } = typing(box.input, pause.later);
  box.input.addEventListener("blur", close);
  box.input.addEventListener("keydown", (event) => {
    if (!converts(event)) press(box, event, close, open);
    else if (event.key === "Enter") event.preventDefault();
  });
};

export const start = () => { all(document, "form[data-search-root]:not([data-live])").forEach(combobox); };
