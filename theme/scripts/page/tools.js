/* What one does with a page: keep it on the shortlist, tell somebody, copy its address, print it.
 *
 * Buttons are hidden until here, so that none is shown that does nothing.
 */
import { all, button, element, said } from "./element.js";
import { has, read, toggle } from "./kept.js";

/** @param {HTMLElement} at @param {string} words */
const say = (at, words) => {
  const tools = at.closest(".tools");
  const status = tools && tools.querySelector('[role="status"]');
  if (status) status.textContent = words;
};

/** Says on the page how many are kept, and whether this one is. */
export const showKept = () => {
  const kept = read();
  document.documentElement.toggleAttribute("data-keeps", kept.length > 0);
  all(document, "[data-kept]").forEach((link) => {
    link.hidden = !kept.length;
    all(link, ".kept__count").forEach((count) => { count.textContent = String(kept.length); });
  });
  all(document, "[data-keep]").forEach((button) => {
    button.setAttribute("aria-pressed", String(has(said(button, "data-keep"))));
  });
};

/** @param {HTMLElement} button */
const bindKeep = (button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const obstacle = toggle(said(button, "data-keep"), said(button, "data-title"));
    showKept();
    say(button, obstacle);
  });
};

/** @param {string} url @param {string} title a line of tools that keeps a page which a script shows, as `_tools.html` does it */
export const keepLine = (url, title) => {
  const line = element("p", "tools");
  const made = button("button button--quiet keep", "");
  const status = element("span", "tools__said");
  made.setAttribute("data-keep", url);
  made.setAttribute("data-title", title);
  made.setAttribute("aria-pressed", String(has(url)));
  status.setAttribute("role", "status");
  [element("span", "keep__off", "検討リストに入れる"), element("span", "keep__on", "検討リストに入れました"), element("span", "hidden", "：" + title)]
    .forEach((one) => { made.appendChild(one); });
  [made, status].forEach((one) => { line.appendChild(one); });
  bindKeep(made);
  return line;
};

const address = () => {
  const canonical = document.querySelector('link[rel="canonical"]');
  const published = canonical instanceof HTMLLinkElement && location.protocol === "https:";
  return published ? canonical.href : location.href.split("#")[0];
};

/** @param {string} text @returns {Promise<void>} */
export const copied = (text) => {
  if (navigator.clipboard && navigator.clipboard.writeText) return navigator.clipboard.writeText(text);
  return new Promise((done, failed) => {
    const box = element("textarea");
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
};

/** @param {HTMLElement} button */
const bindCopy = (button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    copied(address()).then(
      () => { say(button, "アドレスを写しました。メールなどに貼りつけられます。"); },
      () => { say(button, "写せませんでした。アドレス：" + address()); }
    );
  });
};

/** @param {HTMLElement} button */
const bindShare = (button) => {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: document.title, url: address() }).catch(() => { /* thought better of it */ });
  });
};

/** @param {HTMLElement} button */
const bindPrint = (button) => {
  button.hidden = false;
  button.addEventListener("click", () => { window.print(); });
};

export const start = () => {
  all(document, "[data-keep]").forEach(bindKeep);
  all(document, "[data-copy]").forEach(bindCopy);
  all(document, "[data-share]").forEach(bindShare);
  all(document, "[data-print]").forEach(bindPrint);
  showKept();
  window.addEventListener("storage", showKept);
};
