/* Furigana: the readings of words above them, from the site's reading table. Loaded by display.js when it is wanted.
 *
 * Copying and searching in the page find the words as before: a reading is no part of the text that is marked.
 */
import { all, element, said } from "./element.js";
import { folded, KANJI, parts, readingsOf, wordAt } from "./readings.js";

/** @typedef {import("./readings.js").Readings} Readings */

const LEAVE = ["RUBY", "SCRIPT", "STYLE", "TEXTAREA", "OPTION", "SELECT", "NOSCRIPT", "TEMPLATE"];
const OTHERS = "ruby, .kana, .search-kana, .search-name, [lang]:not([lang|=ja])";
/** @type {Promise<Readings> | null} */
let table = null;
/** @type {MutationObserver | null} */
let watcher = null;
// What was wished for last: a table that arrives after furigana were turned off changes nothing.
let wanted = false;

/** @param {string} address @returns {Promise<Readings>} */
const load = (address) => {
  const asked = table || fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then(readingsOf);
  table = asked;
  // What failed is asked for again the next time.
  return asked.catch((error) => {
    table = null;
    throw error;
  });
};

/** @param {string} base @param {string} reading */
const ruby = (base, reading) => {
  const made = element("ruby", "furigana");
  made.appendChild(document.createTextNode(base));
  made.appendChild(element("rp", "", "（"));
  made.appendChild(element("rt", "", reading));
  made.appendChild(element("rp", "", "）"));
  return made;
};

/** @param {Readings} readings @param {string} text */
const annotated = (readings, text) => {
  const made = document.createDocumentFragment();
  const read = folded(text);
  let plain = "";
  const flush = () => {
    if (plain) made.appendChild(document.createTextNode(plain));
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const [word, reading] = wordAt(readings, read, at) || [text[at], ""];
    const written = text.substr(at, word.length);
    (reading ? parts(written, reading) : [[written, ""]]).forEach(([run, above]) => {
      if (above) flush();
      if (above) made.appendChild(ruby(run, above));
      else plain += run;
    });
    at += word.length;
  }
  flush();
  return made;
};

/** @param {Element} one names have their reading above them anyway; words of other languages have none */
const spared = (one) => {
  if (LEAVE.indexOf(one.tagName) >= 0 || one.closest(OTHERS)) return true;
  const name = one.closest("h1, h2, h3, h4");
  const before = name && name.previousElementSibling;
  return Boolean(before && before.classList.contains("kana"));
};

/** @param {Element} parent @param {DocumentFragment} made in a flexible box every piece would become an item of its own */
const boxed = (parent, made) => {
  if (window.getComputedStyle(parent).display.indexOf("flex") < 0) return made;
  const box = element("span");
  box.appendChild(made);
  return box;
};

/** @param {Readings} readings @param {Node} parent */
const annotate = (readings, parent) => {
  const walker = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT, null);
  /** @type {[Element, Node, string][]} */
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const holder = node.parentElement;
    const text = node.nodeValue || "";
    if (holder && KANJI.test(text) && !spared(holder)) found.push([holder, node, text]);
  }
  found.forEach(([holder, node, text]) => { holder.replaceChild(boxed(holder, annotated(readings, text)), node); });
};

/** @param {Readings} readings */
const watch = (readings) => {
  const what = { childList: true, subtree: true };
  const watching = new MutationObserver((changes) => {
    watching.disconnect();
    changes.forEach((change) => {
      change.addedNodes.forEach((node) => {
        const fresh = node instanceof Element && !node.classList.contains("furigana") && document.contains(node);
        if (fresh) annotate(readings, node);
      });
    });
    watching.observe(document.body, what);
  });
  watching.observe(document.body, what);
  watcher = watching;
};

export const off = () => {
  wanted = false;
  if (watcher) watcher.disconnect();
  watcher = null;
  all(document, "ruby.furigana").forEach((made) => {
    const parent = made.parentNode;
    if (!parent || !made.firstChild) return;
    parent.replaceChild(document.createTextNode(made.firstChild.nodeValue || ""), made);
    parent.normalize();
  });
};

/** @param {string} address of the reading table @returns {Promise<void>} */
export const on = async (address) => {
  wanted = true;
  const readings = await load(address);
  if (!wanted || watcher) return;
  annotate(readings, document.body);
  watch(readings);
};

/** @param {Element} page says whether furigana are wished for (data-furigana), now and whenever it changes */
export const follow = (page) => {
  const turn = () => {
    if (page.hasAttribute("data-furigana")) on(said(page, "data-readings"));
    else off();
  };
  new MutationObserver(turn).observe(page, { attributes: true, attributeFilter: ["data-furigana"] });
  turn();
};
