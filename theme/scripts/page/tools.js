/* What one does with a page: keep it on the shortlist, tell somebody, copy its address, print it.
 *
 * The shortlist is a list of {url, title} under "hiroba.kept" on this device and nowhere else. Buttons are hidden until
 * here, so that none is shown that does nothing.
 */
const NAME = "hiroba.kept";
const MOST = 40;

function read() {
  try {
    const kept = JSON.parse(window.localStorage.getItem(NAME) || "[]");
    return Array.isArray(kept) ? kept.filter(one => one && /^(groups|events)\/[^/]+\/$/.test(one.url)) : [];
  } catch (error) {
    return [];
  }
}

// Whether it could be kept: a browser may forbid it.
function write(kept) {
  try {
    window.localStorage.setItem(NAME, JSON.stringify(kept));
    return true;
  } catch (error) {
    return false;
  }
}

function has(url) {
  return read().some(one => one.url === url);
}

// What is in the way of keeping it, or of letting it go; empty if nothing is.
function toggle(url, title) {
  const kept = read();
  const others = kept.filter(one => one.url !== url);
  const isNew = others.length === kept.length;
  if (isNew && kept.length >= MOST) return "検討リストは" + MOST + "件までです。どれかを外すと、入れられます。";
  return write(isNew ? kept.concat([{ url, title }]) : others) ? "" : "この端末では、検討リストを残せない設定になっています。";
}

function all(selector, act) {
  Array.prototype.forEach.call(document.querySelectorAll(selector), act);
}

function say(button, words) {
  const said = button.closest(".tools") && button.closest(".tools").querySelector('[role="status"]');
  if (said) said.textContent = words;
}

function showKept() {
  const kept = read();
  all("[data-kept]", link => {
    link.hidden = !kept.length;
    link.querySelector(".kept__count").textContent = kept.length;
  });
  all("[data-keep]", button => {
    button.setAttribute("aria-pressed", String(has(button.getAttribute("data-keep"))));
  });
}

function bindKeep(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const obstacle = toggle(button.getAttribute("data-keep"), button.getAttribute("data-title"));
    showKept();
    say(button, obstacle);
  });
}

function address() {
  const canonical = document.querySelector('link[rel="canonical"]');
  return canonical && location.protocol === "https:" ? canonical.href : location.href.split("#")[0];
}

function copied(text) {
  if (navigator.clipboard && navigator.clipboard.writeText) return navigator.clipboard.writeText(text);
  return new Promise((done, failed) => {
    const box = document.createElement("textarea");
    box.value = text;
    box.setAttribute("readonly", "");
    box.style.position = "fixed";
    box.style.opacity = "0";
    document.body.appendChild(box);
    box.select();
    const worked = document.execCommand("copy");
    document.body.removeChild(box);
    if (worked) done();
    else failed(new Error("copy"));
  });
}

function bindCopy(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    copied(address()).then(
      () => { say(button, "アドレスを写しました。メールなどに貼りつけられます。"); },
      () => { say(button, "写せませんでした。アドレス：" + address()); }
    );
  });
}

function bindShare(button) {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: document.title, url: address() }).catch(() => { /* thought better of it */ });
  });
}

function bindPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => { window.print(); });
}

all("[data-keep]", bindKeep);
all("[data-copy]", bindCopy);
all("[data-share]", bindShare);
all("[data-print]", bindPrint);
showKept();
window.addEventListener("storage", showKept);

export { read, write, showKept as show };
