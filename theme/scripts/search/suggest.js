/* Suggestions while somebody types into a search box: names, fields, areas, places, coming events.
 *
 * The box becomes a combobox (ARIA Authoring Practices): arrows choose, Enter opens, Escape closes. Nothing is loaded
 * before somebody types; without this script the box is the plain form it was.
 */
export function start() {
  const MOST = 7;
  const PAUSE = 60;
  const tables = {};
  const shelves = {};

  function json(address) {
    return fetch(address).then(answer => answer.ok ? answer.json() : []);
  }

  function once(kept, key, make) {
    if (!kept[key]) kept[key] = make().catch(() => { delete kept[key]; return []; });
    return kept[key];
  }

  // The script that folds words comes with the first key, unless the page has it anyway.
  const core = () => import("./engine.js");

  function folding(root) {
    return once(tables, root, () => Promise.all([core(), json(root + "assets/search-table.json")]).then(read => read[0].makeFolding(read[1])));
  }

  // The entries that begin as `typed` does: [beginning, text, what, address], each page once, exact ones first.
  async function offered(root, typed) {
    const fold = await folding(root);
    const begun = fold.fold ? fold.fold(typed).replace(/[\s・]+/g, "") : "";
    if (!begun) return [];
    const letter = begun.charCodeAt(0).toString(16).padStart(4, "0");
    const shelf = await once(shelves, root + letter, () => json(root + "pagefind/suggest/" + letter + ".json"));
    const seen = {};
    return shelf.filter(entry => {
      const fits = entry[0].indexOf(begun) === 0 && !seen[entry[3]];
      if (fits) seen[entry[3]] = true;
      return fits;
    }).slice(0, MOST);
  }

  function combobox(form, number) {
    const input = form.querySelector('input[name="q"]');
    const root = form.getAttribute("data-search-root");
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let composing = false;
    let timer = 0;
    let turn = 0;
    let active = -1;

    list.className = "suggest";
    list.id = "suggest-" + number;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "候補");
    status.className = "hidden";
    status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    form.classList.add("site-search--suggests");
    form.appendChild(list);
    form.appendChild(status);

    function close() {
      turn += 1;
      clearTimeout(timer);
      list.hidden = true;
      active = -1;
      status.textContent = "";
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function option(entry, at) {
      const item = document.createElement("li");
      const what = document.createElement("span");
      item.id = list.id + "-" + at;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.appendChild(document.createTextNode(entry[1]));
      what.className = "suggest__what";
      what.textContent = entry[2];
      item.appendChild(what);
      item.addEventListener("mousedown", event => { event.preventDefault(); });
      item.addEventListener("click", () => { location.href = root + entry[3]; });
      return item;
    }

    function open(entries) {
      while (list.firstChild) list.removeChild(list.firstChild);
      entries.forEach((entry, at) => { list.appendChild(option(entry, at)); });
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = !entries.length;
      input.setAttribute("aria-expanded", entries.length ? "true" : "false");
      status.textContent = entries.length ? "候補が" + entries.length + "件あります。" : "";
    }

    async function look() {
      const mine = (turn += 1);
      const typed = input.value.trim();
      const entries = typed ? await offered(root, typed) : [];
      if (mine === turn) open(entries);
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    }

    function go(step) {
      const items = list.children;
      if (active >= 0) items[active].setAttribute("aria-selected", "false");
      // One place more than there are options: the typed words themselves.
      active = (active + 1 + step + items.length + 1) % (items.length + 1) - 1;
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      items[active].setAttribute("aria-selected", "true");
      items[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", items[active].id);
    }

    input.addEventListener("compositionstart", () => { composing = true; });
    input.addEventListener("compositionend", () => { composing = false; later(); });
    input.addEventListener("input", event => { if (!composing && !event.isComposing) later(); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", event => {
      // Keys that choose among conversions, and the Enter that confirms one (229 in Safari), are not ours.
      if (composing || event.isComposing || event.keyCode === 229) {
        if (event.key === "Enter") event.preventDefault();
        return;
      }
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); go(1); }
      if (event.key === "ArrowUp") { event.preventDefault(); go(-1); }
      if (event.key === "Enter" && active >= 0) { event.preventDefault(); list.children[active].click(); }
    });
  }

  document.querySelectorAll("form[data-search-root]:not([data-live])").forEach(combobox);
}
