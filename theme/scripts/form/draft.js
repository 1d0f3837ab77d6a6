/* The draft on this device, and files that hold one.
 *
 * draft(kind, slug, pairs)  `pairs()` gives what stands in the form
 * .touch(then)      something was changed: it is kept, and `then` is done, as soon as nobody types
 * .keep(), .kept() → {at, fields} or null, .forget()
 * offer(box, kept, resume, fresh)  asks whether to go on with a draft
 * readFile(input) → promise of the pairs in a saved form file, or of null
 */
import { part } from "./element.js";

/**
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {{at: number, fields: Pair[]}} Kept  `at` in milliseconds
 */

// How long nobody has to type, in milliseconds.
const PAUSE = 400;

/**
 * Photos may be more than a browser keeps: the words come first.
 * @type {(name: string, fields: Pair[]) => void}
 */
const store = (name, fields) => {
  const put = (/** @type {Pair[]} */ some) => { localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields: some })); };
  try {
    put(fields);
  } catch (_) {
    try {
      put(fields.filter(pair => pair[0].indexOf("_photo.") !== 0));
    } catch (__) { /* a browser may forbid it */ }
  }
};

/** @type {(name: string) => Kept | null} */
const stored = name => {
  try {
    const found = JSON.parse(localStorage.getItem(name) || "null");
    return found && Array.isArray(found.fields) && found.fields.length ? found : null;
  } catch (_) {
    return null;
  }
};

/**
 * @type {(kind: string, slug: string, pairs: () => Pair[]) => {keep: () => void, kept: () => Kept | null, touch: (then: () => void) => void, forget: () => void}}
 */
const draft = (kind, slug, pairs) => {
  const name = "hiroba.draft." + kind + (slug ? "." + slug : "");
  let isTouched = false;
  let timer = 0;
  const keep = () => { if (isTouched) store(name, pairs()); };
  return {
    keep,
    kept: () => stored(name),
    touch: (/** @type {() => void} */ then) => {
      isTouched = true;
      clearTimeout(timer);
      timer = window.setTimeout(() => { keep(); then(); }, PAUSE);
    },
    forget: () => {
      isTouched = false;
      try { localStorage.removeItem(name); } catch (_) { /* nothing was kept */ }
    }
  };
};

/** @type {(at: number) => string} */
const spoken = at => {
  const day = new Date(at);
  return (day.getMonth() + 1) + "月" + day.getDate() + "日 " + day.getHours() + "時" + ("0" + day.getMinutes()).slice(-2) + "分";
};

/** @type {(box: HTMLElement, kept: Kept, resume: (pairs: Pair[]) => void, fresh: () => void) => void} */
const offer = (box, kept, resume, fresh) => {
  part("p", box).textContent = "この端末に、書きかけの内容があります（" + spoken(kept.at) + "）。";
  box.hidden = false;
  part("[data-resume]", box).addEventListener("click", () => { box.hidden = true; resume(kept.fields); });
  part("[data-fresh]", box).addEventListener("click", () => { box.hidden = true; fresh(); });
};

/** @type {(pair: unknown) => boolean} */
const isPair = pair => {
  return Array.isArray(pair) && pair.length === 2 && typeof pair[0] === "string" && typeof pair[1] === "string";
};

/** @type {(text: string) => Pair[] | null} */
const pairsIn = text => {
  try {
    const saved = JSON.parse(text);
    return String(saved.hiroba) === "1" && Array.isArray(saved.fields) && saved.fields.every(isPair) ? saved.fields : null;
  } catch (_) {
    return null;
  }
};

/** @type {(input: HTMLInputElement) => Promise<Pair[] | null>} */
const readFile = input => {
  const file = (input.files || [])[0];
  input.value = "";
  return new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => { done(pairsIn(String(reader.result))); };
    reader.onerror = () => { done(null); };
    reader.readAsText(file, "utf-8");
  });
};

export { draft, offer, readFile };
