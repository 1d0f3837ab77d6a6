/* The shortlist: what is kept on this device, read from the pages themselves, side by side and in one week.
 *
 * Needs tools.js, which is there once the page is read. A page that is gone is said to be gone. All text goes in as text.
 */
import * as kept from "./tools.js";

export function start() {
  const box = document.getElementById("shortlist");
  if (!box) return;

  const root = box.getAttribute("data-root");
  const status = box.querySelector(".shortlist-status");
  const DAYS = ["月", "火", "水", "木", "金", "土", "日"];
  const PARTS = [["morning", "午前"], ["afternoon", "午後"], ["evening", "夜"]];
  const FACTS = ["いつ・どこで", "いつ", "場所", "費用", "参加費", "対象"];
  const LONGEST_MAIL = 1800;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function words(parent, selector) {
    const found = parent.querySelector(selector);
    return found ? found.textContent.replace(/\s+/g, " ").trim() : "";
  }

  function empty(parent) {
    while (parent.firstChild) parent.removeChild(parent.firstChild);
  }

  /* ---- a page as what matters of it -------------------------------------------------------------------- */

  function facts(page) {
    return Array.prototype.map.call(page.querySelectorAll(".facts tr"), row => {
      const lines = Array.prototype.map.call(row.querySelectorAll(".fact-line"), line => Array.prototype.map.call(line.childNodes, part => part.textContent.trim())
        .filter(Boolean).join("　"));
      return [row.querySelector("th").textContent.trim(), lines];
    }).filter(fact => FACTS.indexOf(fact[0]) >= 0);
  }

  // The year of a day (2026-12-05) that does not lie within the coming eleven months.
  function yearOf(day) {
    const far = new Date();
    far.setMonth(far.getMonth() + 11);
    return new Date(day + "T00:00:00") < far ? "" : Number(day.slice(0, 4)) + "年";
  }

  // Cells of the week: [weekday, part, note]; a part of "any" is shown in all three.
  function cells(article) {
    const weekly = (article.getAttribute("data-week") || "").split(" ").filter(Boolean).map(mark => {
      const at = mark.split("-");
      return [Number(at[0]), at[1], ""];
    });
    const dated = (article.getAttribute("data-dates") || "").split(" ").filter(Boolean).map(mark => {
      const at = mark.split("/");
      const day = at[0].split("-").map(Number);
      return [(new Date(day[0], day[1] - 1, day[2]).getDay() + 6) % 7, at[1], yearOf(at[0]) + day[1] + "月" + day[2] + "日"];
    });
    return weekly.concat(dated);
  }

  function understood(one, html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const article = page.querySelector("article");
    if (!article) return { url: one.url, title: one.title, gone: true };
    const when = words(page, ".event-when");
    return {
      url: one.url,
      title: one.title,
      kana: words(page, ".record__head .kana"),
      notice: words(page, ".notice"),
      facts: (when ? [["いつ", [when]]] : []).concat(facts(page)),
      phone: words(page, '.join a[href^="tel:"]'),
      fax: words(page, ".join span.phone"),
      cells: cells(article)
    };
  }

  function load(one) {
    return fetch(root + one.url).then(answer => {
      if (answer.status === 404) return { url: one.url, title: one.title, gone: true };
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text().then(html => understood(one, html));
    }).catch(() => ({
      url: one.url,
      title: one.title,
      failed: true
    }));
  }

  /* ---- showing ------------------------------------------------------------------------------------------ */

  function pairs(list) {
    const made = element("dl", "pairs");
    list.forEach(pair => {
      made.appendChild(element("dt", "", pair[0]));
      const told = element("dd");
      pair[1].forEach(line => { told.appendChild(element("div", "", line)); });
      made.appendChild(told);
    });
    return made;
  }

  function card(entry) {
    const item = element("li", "card shortlist-card");
    const name = element("h3", "card__name");
    const link = element("a", "", entry.title);
    link.href = root + entry.url;
    if (entry.kana) item.appendChild(element("p", "kana", entry.kana));
    name.appendChild(entry.gone ? document.createTextNode(entry.title) : link);
    item.appendChild(name);
    if (entry.gone) item.appendChild(element("p", "", "このページは、いまはありません。活動を終えたか、名前が変わったのかもしれません。"));
    if (entry.failed) item.appendChild(element("p", "", "通信できなかったため、くわしいことを読めませんでした。"));
    if (entry.notice) item.appendChild(element("p", "notice", entry.notice));
    if (entry.facts) item.appendChild(pairs(entry.fax ? entry.facts.concat([["ファクス", [entry.fax]]]) : entry.facts));
    if (entry.phone) {
      const phone = element("a", "phone big-phone", entry.phone);
      phone.href = "tel:" + entry.phone.replace(/[^0-9+]/g, "");
      item.appendChild(phone);
    }
    const off = element("button", "button button--quiet", "外す");
    off.type = "button";
    off.appendChild(element("span", "hidden", "：" + entry.title));
    off.addEventListener("click", () => { remove(entry); });
    item.appendChild(off);
    return item;
  }

  function inCell(entries, day, part) {
    const found = [];
    entries.forEach(entry => {
      (entry.cells || []).forEach(cell => {
        const fits = cell[0] === day && (cell[1] === part || cell[1] === "any");
        const text = entry.title + (cell[2] ? "（" + cell[2] + "）" : "");
        if (fits && found.indexOf(text) < 0) found.push(text);
      });
    });
    return found;
  }

  function week(entries) {
    const table = element("table", "shortlist-table");
    const head = table.createTHead().insertRow();
    const clashes = [];
    head.appendChild(element("td"));
    PARTS.forEach(part => {
      const cell = element("th", "", part[1]);
      cell.scope = "col";
      head.appendChild(cell);
    });
    const body = table.createTBody();
    DAYS.forEach((name, day) => {
      const row = body.insertRow();
      const label = element("th", "", name);
      label.scope = "row";
      row.appendChild(label);
      PARTS.forEach(part => {
        const cell = row.insertCell();
        const found = inCell(entries, day, part[0]);
        found.forEach(text => { cell.appendChild(element("p", "", text)); });
        if (found.length > 1) clashes.push(name + "曜の" + part[1]);
      });
    });
    return { table, clashes };
  }

  function mail(entries) {
    const lines = entries.map(entry => {
      const told = (entry.facts || []).map(fact => fact[0] + "：" + fact[1].join("\r\n　　"));
      if (entry.phone) told.push("電話：" + entry.phone);
      return ["■ " + entry.title].concat(told, [new URL(root + entry.url, location.href).href]).join("\r\n");
    });
    const text = lines.join("\r\n\r\n").slice(0, LONGEST_MAIL);
    return "mailto:?subject=" + encodeURIComponent("検討リスト") + "&body=" + encodeURIComponent(text);
  }

  function show(entries) {
    const some = entries.length > 0;
    const list = box.querySelector(".shortlist-cards ul");
    const place = box.querySelector(".shortlist-week .table-wrap");
    const planned = week(entries);
    empty(list);
    empty(place);
    entries.forEach(entry => { list.appendChild(card(entry)); });
    place.appendChild(planned.table);
    box.querySelector(".shortlist-clash").textContent =
      planned.clashes.length ? "同じ時間帯に重なるもの：" + planned.clashes.join("、") + "。日にちや時刻は、それぞれのページで確かめてください。" : "";
    box.querySelector(".shortlist-empty").hidden = some;
    box.querySelector(".tools").hidden = !some;
    box.querySelector(".shortlist-cards").hidden = !some;
    box.querySelector(".shortlist-week").hidden = !entries.some(entry => (entry.cells || []).length);
    box.querySelector("[data-mail]").href = mail(entries);
  }

  function refresh() {
    return Promise.all(kept.read().map(load)).then(show);
  }

  function undoable(text, before) {
    empty(status);
    status.appendChild(document.createTextNode(text));
    const undo = element("button", "button button--quiet", "元に戻す");
    undo.type = "button";
    undo.addEventListener("click", () => {
      kept.write(before);
      kept.show();
      status.textContent = "元に戻しました。";
      refresh();
    });
    status.appendChild(undo);
    undo.focus();
  }

  function keepOnly(some, text) {
    const before = kept.read();
    kept.write(some);
    kept.show();
    refresh().then(() => { undoable(text, before); });
  }

  function remove(entry) {
    keepOnly(kept.read().filter(one => one.url !== entry.url), "「" + entry.title + "」を外しました。");
  }

  box.querySelector("[data-clear]").addEventListener("click", () => { keepOnly([], "すべて外しました。"); });
  refresh();
}
