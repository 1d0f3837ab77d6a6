/* The draft on this device, and files that hold one.
 *
 * var shelf = shelf(kind, slug)   keep(pairs), kept() → {at, fields} or null, forget()
 * offer(box, draft, resume, fresh)  asks whether to go on with a draft
 * readFile(input) → promise of the pairs in a saved form file, or of null
 */
function shelf(kind, slug) {
  const name = "hiroba.draft." + kind + (slug ? "." + slug : "");

  function put(fields) { localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields })); }

  // Photos may be more than a browser keeps: the words come first.
  function keep(fields) {
    try {
      put(fields);
    } catch (_) {
      try {
        put(fields.filter(pair => pair[0].indexOf("_photo.") !== 0));
      } catch (__) { /* a browser may forbid it */ }
    }
  }

  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(name) || "null");
      return found && Array.isArray(found.fields) && found.fields.length ? found : null;
    } catch (_) {
      return null;
    }
  }

  function forget() {
    try { localStorage.removeItem(name); } catch (_) { /* nothing was kept */ }
  }

  return { keep, kept, forget };
}

function spoken(at) {
  const day = new Date(at);
  return (day.getMonth() + 1) + "月" + day.getDate() + "日 " + day.getHours() + "時" + ("0" + day.getMinutes()).slice(-2) + "分";
}

function offer(box, draft, resume, fresh) {
  box.querySelector("p").textContent = "この端末に、書きかけの内容があります（" + spoken(draft.at) + "）。";
  box.hidden = false;
  box.querySelector("[data-resume]").addEventListener("click", () => { box.hidden = true; resume(draft.fields); });
  box.querySelector("[data-fresh]").addEventListener("click", () => { box.hidden = true; fresh(); });
}

function isPair(pair) {
  return Array.isArray(pair) && pair.length === 2 && typeof pair[0] === "string" && typeof pair[1] === "string";
}

function pairsIn(text) {
  try {
    const saved = JSON.parse(text);
    return String(saved.hiroba) === "1" && Array.isArray(saved.fields) && saved.fields.every(isPair) ? saved.fields : null;
  } catch (_) {
    return null;
  }
}

function readFile(input) {
  const file = input.files[0];
  input.value = "";
  return new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => { done(pairsIn(reader.result)); };
    reader.onerror = () => { done(null); };
    reader.readAsText(file, "utf-8");
  });
}

export { shelf, offer, readFile };
