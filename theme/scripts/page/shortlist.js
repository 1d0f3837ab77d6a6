/* The shortlist: what is kept on this device, read from the pages themselves, side by side and in one week.
 *
 * A page that is gone is said to be gone.
 */
import { button, element, empty, part, said, show } from "./element.js";
import { load } from "./entries.js";
import * as kept from "./kept.js";
import { showKept } from "./tools.js";
import { week } from "./week.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./entries.js").Fact} Fact */

const LONGEST_MAIL = 1800;

/** @param {Fact[]} list */
const pairs = (list) => {
  const made = element("dl", "pairs");
  list.forEach(([name, lines]) => {
    made.appendChild(element("dt", "", name));
    const told = element("dd");
    lines.forEach((line) => { told.appendChild(element("div", "", line)); });
    made.appendChild(told);
  });
  return made;
};

/** @param {string} text @param {string} address @param {string} [className] */
const link = (text, address, className) => {
  const made = element("a", className, text);
  made.href = address;
  return made;
};

/** @param {Entry} entry @returns {Fact[]} */
const factsOf = (entry) => (entry.facts || []).concat(entry.facts && entry.fax ? [["ファクス", [entry.fax]]] : []);

/** @param {Entry} entry @param {string} root @param {(entry: Entry) => void} remove */
const card = (entry, root, remove) => {
  const item = element("li", "card shortlist-card");
  const name = element("h3", "card__name");
  name.appendChild(entry.gone ? document.createTextNode(entry.title) : link(entry.title, root + entry.url));
  if (entry.kana) item.appendChild(element("p", "kana", entry.kana));
  item.appendChild(name);
  if (entry.gone) item.appendChild(element("p", "", "このページは、いまはありません。活動を終えたか、名前が変わったのかもしれません。"));
  if (entry.failed) item.appendChild(element("p", "", "通信できなかったため、くわしいことを読めませんでした。"));
  if (entry.notice) item.appendChild(element("p", "notice", entry.notice));
  if (entry.facts) item.appendChild(pairs(factsOf(entry)));
  if (entry.phone) item.appendChild(link(entry.phone, "tel:" + entry.phone.replace(/[^0-9+]/g, ""), "phone big-phone"));
  const off = button("button button--quiet", "外す");
  off.appendChild(element("span", "hidden", "：" + entry.title));
  off.addEventListener("click", () => { remove(entry); });
  item.appendChild(off);
  return item;
};

/** @param {Entry[]} entries @param {string} root the address that opens a mail with them */
const mail = (entries, root) => {
  const lines = entries.map((entry) => {
    const told = (entry.facts || []).map(([name, those]) => name + "：" + those.join("\r\n　　"));
    if (entry.phone) told.push("電話：" + entry.phone);
    return ["■ " + entry.title].concat(told, [new URL(root + entry.url, location.href).href]).join("\r\n");
  });
  const text = lines.join("\r\n\r\n").slice(0, LONGEST_MAIL);
  return "mailto:?subject=" + encodeURIComponent("検討リスト") + "&body=" + encodeURIComponent(text);
};

/** @param {string[]} clashes */
const warning = (clashes) => (clashes.length
  ? "同じ時間帯に重なるもの：" + clashes.join("、") + "。日にちや時刻は、それぞれのページで確かめてください。"
  : "");

/** @param {HTMLElement} box */
const listIn = (box) => {
  const root = said(box, "data-root");

  const refresh = async () => {
    const entries = await load(root, kept.read());
    const list = part(box, ".shortlist-cards ul", HTMLElement);
    const place = part(box, ".shortlist-week .table-wrap", HTMLElement);
    const planned = week(entries);
    [list, place].forEach(empty);
    entries.forEach((entry) => { list.appendChild(card(entry, root, remove)); });
    place.appendChild(planned.table);
    part(box, ".shortlist-clash", HTMLElement).textContent = warning(planned.clashes);
    show(part(box, ".shortlist-empty", HTMLElement), !entries.length);
    [".tools", ".shortlist-cards"].forEach((each) => { show(part(box, each, HTMLElement), entries.length > 0); });
    show(part(box, ".shortlist-week", HTMLElement), entries.some((entry) => (entry.cells || []).length > 0));
    part(box, "[data-mail]", HTMLAnchorElement).href = mail(entries, root);
  };

  /** @param {kept.Kept[]} list */
  const keep = (list) => {
    kept.write(list);
    showKept();
    return refresh();
  };

  /** @param {kept.Kept[]} some @param {string} text what was done, with a way back */
  const keepOnly = async (some, text) => {
    const before = kept.read();
    await keep(some);
    const status = part(box, ".shortlist-status", HTMLElement);
    const undo = button("button button--quiet", "元に戻す");
    status.textContent = text;
    status.appendChild(undo);
    undo.addEventListener("click", () => {
      status.textContent = "元に戻しました。";
      keep(before);
    });
    undo.focus();
  };

  /** @param {Entry} entry */
  const remove = (entry) => {
    keepOnly(kept.read().filter((one) => one.url !== entry.url), "「" + entry.title + "」を外しました。");
  };

  return { refresh, keepOnly };
};

export const start = () => {
  const box = document.getElementById("shortlist");
  if (!box) return;
  const list = listIn(box);
  part(box, "[data-clear]", HTMLElement).addEventListener("click", () => { list.keepOnly([], "すべて外しました。"); });
  list.refresh();
};
