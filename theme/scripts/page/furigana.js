/* Furigana: the readings of words above them, from the site's reading table. Loaded by display.js when it is wanted.
 *
 * Words are taken as long as they come; a lone kanji gets its reading only where it stands alone (川を, not 川岸).
 * Copying and searching in the page find the words as before: a reading is no part of the text that is marked.
 */
const KANJI = /[\u3005\u3400-\u9fff]/;
const LEAVE = { RUBY: 1, SCRIPT: 1, STYLE: 1, TEXTAREA: 1, OPTION: 1, SELECT: 1, NOSCRIPT: 1, TEMPLATE: 1 };
// How many letters beside a word decide how it is read.
const BESIDE = 12;
let words = null;
let longest = 1;
// First letter → what is read by what stands beside it, longest word first.
const contexts = new Map();
let watcher = null;

function load(address) {
  if (words) return Promise.resolve();
  return fetch(address).then(answer => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then(read => {
    words = new Map(Object.entries(read.words));
    words.forEach((reading, word) => { longest = Math.max(longest, word.length); });
    read.contexts.forEach(learn);
    contexts.forEach(list => { list.sort((a, b) => b.word.length - a.word.length || a.place - b.place); });
  });
}

function learn(context, place) {
  const word = context[0];
  if (!contexts.has(word[0])) contexts.set(word[0], []);
  contexts.get(word[0]).push({
    word,
    reading: context[1],
    before: context[2] && new RegExp(context[2]),
    after: context[3] && new RegExp("^(?:" + context[3] + ")"),
    place
  });
}

// The longest word that begins here, as [word, reading]; of two as long, the one that what stands beside it decides.
function wordAt(text, at) {
  const beside = contextAt(text, at);
  for (let size = Math.min(longest, text.length - at); size > (beside ? beside[0].length : 0); size -= 1) {
    const word = text.substr(at, size);
    if (words.has(word) && (size > 1 || alone(text, at))) return [word, words.get(word)];
  }
  return beside;
}

function contextAt(text, at) {
  if (/[0-9][.,]?$/.test(text.slice(Math.max(0, at - 2), at)) && /[0-9]/.test(text[at])) return null;
  const before = (at > BESIDE ? "…" : "") + text.slice(Math.max(0, at - BESIDE), at);
  const found = (contexts.get(text[at]) || []).filter(context => {
    if (!text.startsWith(context.word, at) || (context.before && !context.before.test(before))) return false;
    const end = at + context.word.length;
    const after = text.slice(end, end + BESIDE) + (text.length > end + BESIDE ? "…" : "");
    return !context.after || context.after.test(after);
  })[0];
  return found ? [found.word, found.reading] : null;
}

// Digits in one width; every letter keeps its place.
function folded(text) {
  return text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function alone(text, at) {
  return !KANJI.test(text[at - 1] || "") && !KANJI.test(text[at + 1] || "");
}

// 読み聞かせ, よみきかせ → [読, よ] み [聞, き] かせ: kana of a word stands for itself in its reading.
function parts(word, reading) {
  const runs = word.match(/[\u3005\u3400-\u9fff]+|[^\u3005\u3400-\u9fff]+/g);
  const pattern = runs.map(run => KANJI.test(run) ? "(.+?)" : "(" + hiragana(run) + ")").join("");
  const found = new RegExp("^" + pattern + "$").exec(reading);
  if (!found) return [[word, reading]];
  return runs.map((run, i) => [run, KANJI.test(run) ? found[i + 1] : ""]);
}

function hiragana(text) {
  return text.replace(/[ァ-ヶ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function ruby(base, reading) {
  const made = document.createElement("ruby");
  made.className = "furigana";
  made.appendChild(document.createTextNode(base));
  ["rp", "rt", "rp"].forEach((name, i) => {
    const part = document.createElement(name);
    part.textContent = ["（", reading, "）"][i];
    made.appendChild(part);
  });
  return made;
}

function annotated(text) {
  const made = document.createDocumentFragment();
  let plain = "";
  function flush() {
    if (plain) made.appendChild(document.createTextNode(plain));
    plain = "";
  }
  const read = folded(text);
  for (let at = 0; at < text.length; ) {
    const found = KANJI.test(read[at]) || contexts.has(read[at]) || words.has(read.substr(at, 2)) ? wordAt(read, at) : null;
    if (!found) {
      plain += text[at];
      at += 1;
      continue;
    }
    parts(text.substr(at, found[0].length), found[1]).forEach(part => {
      if (!part[1]) {
        plain += part[0];
        return;
      }
      flush();
      made.appendChild(ruby(part[0], part[1]));
    });
    at += found[0].length;
  }
  flush();
  return made;
}

function annotate(parent) {
  const walker = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT, null);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (KANJI.test(node.nodeValue) && !spared(node.parentElement)) found.push(node);
  }
  found.forEach(text => { text.parentNode.replaceChild(boxed(text.parentElement, annotated(text.nodeValue)), text); });
}

// Names have their reading above them anyway; words of other languages have none.
function spared(element) {
  if (LEAVE[element.tagName] || element.closest("ruby, .kana, .search-kana, .search-name, [lang]:not([lang|=ja])")) return true;
  const name = element.closest("h1, h2, h3, h4");
  const before = name && name.previousElementSibling;
  return Boolean(before) && before.classList.contains("kana");
}

// In a flexible box every piece would become an item of its own.
function boxed(parent, made) {
  if (window.getComputedStyle(parent).display.indexOf("flex") < 0) return made;
  const box = document.createElement("span");
  box.appendChild(made);
  return box;
}

function watch() {
  watcher = new MutationObserver(changes => {
    watcher.disconnect();
    changes.forEach(change => {
      Array.prototype.forEach.call(change.addedNodes, node => {
        if (node.nodeType === 1 && !node.classList.contains("furigana") && document.contains(node)) annotate(node);
      });
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  watcher.observe(document.body, { childList: true, subtree: true });
}

function off() {
  if (watcher) watcher.disconnect();
  watcher = null;
  Array.prototype.forEach.call(document.querySelectorAll("ruby.furigana"), made => {
    const parent = made.parentNode;
    parent.replaceChild(document.createTextNode(made.firstChild.nodeValue), made);
    parent.normalize();
  });
}

function on(address) {
  return load(address).then(() => {
    if (watcher) return;
    annotate(document.body);
    watch();
  });
}

// As the page says whether furigana are wished for (data-furigana), now and whenever it changes.
const follow = (page) => {
  const turn = () => (page.hasAttribute("data-furigana") ? on(page.getAttribute("data-readings")) : off());
  new MutationObserver(turn).observe(page, { attributes: true, attributeFilter: ["data-furigana"] });
  turn();
};

export { follow, on, off };
