/* The shortlist: what is kept on this device, read from the pages themselves, side by side and in one week.
 *
 * Needs tools.js, which is there once the page is read. A page that is gone is said to be gone. All text goes in as text.
 */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";

  var box = document.getElementById("shortlist");
  var kept = window.HirobaKept;
  if (!box || !kept) return;

  var root = box.getAttribute("data-root");
  var status = box.querySelector(".shortlist-status");
  var DAYS = ["月", "火", "水", "木", "金", "土", "日"];
  var PARTS = [["morning", "午前"], ["afternoon", "午後"], ["evening", "夜"]];
  var FACTS = ["いつ・どこで", "いつ", "場所", "費用", "参加費", "対象"];
  var LONGEST_MAIL = 1800;

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function words(parent, selector) {
    var found = parent.querySelector(selector);
    return found ? found.textContent.replace(/\s+/g, " ").trim() : "";
  }

  function empty(parent) {
    while (parent.firstChild) parent.removeChild(parent.firstChild);
  }

  /* ---- a page as what matters of it -------------------------------------------------------------------- */

  function facts(page) {
    return Array.prototype.map.call(page.querySelectorAll(".facts tr"), function (row) {
      var lines = Array.prototype.map.call(row.querySelectorAll(".fact-line"), function (line) {
        return Array.prototype.map.call(line.childNodes, function (part) { return part.textContent.trim(); })
          .filter(Boolean).join("　");
      });
      return [row.querySelector("th").textContent.trim(), lines];
    }).filter(function (fact) { return FACTS.indexOf(fact[0]) >= 0; });
  }

  // The year of a day (2026-12-05) that does not lie within the coming eleven months.
  function yearOf(day) {
    var far = new Date();
    far.setMonth(far.getMonth() + 11);
    return new Date(day + "T00:00:00") < far ? "" : Number(day.slice(0, 4)) + "年";
  }

  // Cells of the week: [weekday, part, note]; a part of "any" is shown in all three.
  function cells(article) {
    var weekly = (article.getAttribute("data-week") || "").split(" ").filter(Boolean).map(function (mark) {
      var at = mark.split("-");
      return [Number(at[0]), at[1], ""];
    });
    var dated = (article.getAttribute("data-dates") || "").split(" ").filter(Boolean).map(function (mark) {
      var at = mark.split("/");
      var day = at[0].split("-").map(Number);
      return [(new Date(day[0], day[1] - 1, day[2]).getDay() + 6) % 7, at[1], yearOf(at[0]) + day[1] + "月" + day[2] + "日"];
    });
    return weekly.concat(dated);
  }

  function understood(one, html) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var article = page.querySelector("article");
    if (!article) return { url: one.url, title: one.title, gone: true };
    var when = words(page, ".event-when");
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
    return fetch(root + one.url).then(function (answer) {
      if (answer.status === 404) return { url: one.url, title: one.title, gone: true };
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text().then(function (html) { return understood(one, html); });
    }).catch(function () { return { url: one.url, title: one.title, failed: true }; });
  }

  /* ---- showing ------------------------------------------------------------------------------------------ */

  function pairs(list) {
    var made = element("dl", "pairs");
    list.forEach(function (pair) {
      made.appendChild(element("dt", "", pair[0]));
      var told = element("dd");
      pair[1].forEach(function (line) { told.appendChild(element("div", "", line)); });
      made.appendChild(told);
    });
    return made;
  }

  function card(entry) {
    var item = element("li", "card shortlist-card");
    var name = element("h3", "card__name");
    var link = element("a", "", entry.title);
    link.href = root + entry.url;
    if (entry.kana) item.appendChild(element("p", "kana", entry.kana));
    name.appendChild(entry.gone ? document.createTextNode(entry.title) : link);
    item.appendChild(name);
    if (entry.gone) item.appendChild(element("p", "", "このページは、いまはありません。活動を終えたか、名前が変わったのかもしれません。"));
    if (entry.failed) item.appendChild(element("p", "", "通信できなかったため、くわしいことを読めませんでした。"));
    if (entry.notice) item.appendChild(element("p", "notice", entry.notice));
    if (entry.facts) item.appendChild(pairs(entry.fax ? entry.facts.concat([["ファクス", [entry.fax]]]) : entry.facts));
    if (entry.phone) {
      var phone = element("a", "phone big-phone", entry.phone);
      phone.href = "tel:" + entry.phone.replace(/[^0-9+]/g, "");
      item.appendChild(phone);
    }
    var off = element("button", "button button--quiet", "外す");
    off.type = "button";
    off.appendChild(element("span", "hidden", "：" + entry.title));
    off.addEventListener("click", function () { remove(entry); });
    item.appendChild(off);
    return item;
  }

  function inCell(entries, day, part) {
    var found = [];
    entries.forEach(function (entry) {
      (entry.cells || []).forEach(function (cell) {
        var fits = cell[0] === day && (cell[1] === part || cell[1] === "any");
        var text = entry.title + (cell[2] ? "（" + cell[2] + "）" : "");
        if (fits && found.indexOf(text) < 0) found.push(text);
      });
    });
    return found;
  }

  function week(entries) {
    var table = element("table", "shortlist-table");
    var head = table.createTHead().insertRow();
    var clashes = [];
    head.appendChild(element("td"));
    PARTS.forEach(function (part) {
      var cell = element("th", "", part[1]);
      cell.scope = "col";
      head.appendChild(cell);
    });
    var body = table.createTBody();
    DAYS.forEach(function (name, day) {
      var row = body.insertRow();
      var label = element("th", "", name);
      label.scope = "row";
      row.appendChild(label);
      PARTS.forEach(function (part) {
        var cell = row.insertCell();
        var found = inCell(entries, day, part[0]);
        found.forEach(function (text) { cell.appendChild(element("p", "", text)); });
        if (found.length > 1) clashes.push(name + "曜の" + part[1]);
      });
    });
    return { table: table, clashes: clashes };
  }

  function mail(entries) {
    var lines = entries.map(function (entry) {
      var told = (entry.facts || []).map(function (fact) { return fact[0] + "：" + fact[1].join("\r\n　　"); });
      if (entry.phone) told.push("電話：" + entry.phone);
      return ["■ " + entry.title].concat(told, [new URL(root + entry.url, location.href).href]).join("\r\n");
    });
    var text = lines.join("\r\n\r\n").slice(0, LONGEST_MAIL);
    return "mailto:?subject=" + encodeURIComponent("検討リスト") + "&body=" + encodeURIComponent(text);
  }

  function show(entries) {
    var some = entries.length > 0;
    var list = box.querySelector(".shortlist-cards ul");
    var place = box.querySelector(".shortlist-week .table-wrap");
    var planned = week(entries);
    empty(list);
    empty(place);
    entries.forEach(function (entry) { list.appendChild(card(entry)); });
    place.appendChild(planned.table);
    box.querySelector(".shortlist-clash").textContent =
      planned.clashes.length ? "同じ時間帯に重なるもの：" + planned.clashes.join("、") + "。日にちや時刻は、それぞれのページで確かめてください。" : "";
    box.querySelector(".shortlist-empty").hidden = some;
    box.querySelector(".tools").hidden = !some;
    box.querySelector(".shortlist-cards").hidden = !some;
    box.querySelector(".shortlist-week").hidden = !entries.some(function (entry) { return (entry.cells || []).length; });
    box.querySelector("[data-mail]").href = mail(entries);
  }

  function refresh() {
    return Promise.all(kept.read().map(load)).then(show);
  }

  function undoable(text, before) {
    empty(status);
    status.appendChild(document.createTextNode(text));
    var undo = element("button", "button button--quiet", "元に戻す");
    undo.type = "button";
    undo.addEventListener("click", function () {
      kept.write(before);
      kept.show();
      status.textContent = "元に戻しました。";
      refresh();
    });
    status.appendChild(undo);
    undo.focus();
  }

  function keepOnly(some, text) {
    var before = kept.read();
    kept.write(some);
    kept.show();
    refresh().then(function () { undoable(text, before); });
  }

  function remove(entry) {
    keepOnly(kept.read().filter(function (one) { return one.url !== entry.url; }), "「" + entry.title + "」を外しました。");
  }

  box.querySelector("[data-clear]").addEventListener("click", function () { keepOnly([], "すべて外しました。"); });
  refresh();
});
