/* The pieces that the search page is made of: a result's card, and the panel with which results are narrowed down.
 *
 * All text goes in as text, never as HTML. Needs search-core.js and search-facets.js before it.
 */
(function (root) {
  "use strict";

  var core = root.HirobaSearch;
  var FACETS = root.HirobaFacets.FACETS;
  var PASSAGE = 90;
  var LEGENDS = {
    kind: "種類", type: "イベントの種類", month: "月", field: "活動分野", area: "地域", time: "曜日と時間", day: "曜日", fee: "参加費",
    audience: "対象", role: "募集している役割"
  };
  var KINDS = { group: "団体", event: "イベント", place: "施設", page: "案内" };
  var DAYS = "月火水木金土日";
  var ORDERS = {
    kind: Object.keys(KINDS),
    day: DAYS.split(""),
    time: [].concat.apply([], ["平日", "土曜", "日曜"].map(function (day) {
      return ["午前", "午後", "夜"].map(function (part) { return day + "の" + part; });
    }))
  };

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function empty(parent) {
    while (parent.firstChild) parent.removeChild(parent.firstChild);
  }

  function show(part, visible) {
    part.hidden = !visible;
  }

  function marked(parent, pieces) {
    pieces.forEach(function (piece) {
      parent.appendChild(piece.mark ? element("mark", "", piece.text) : document.createTextNode(piece.text));
    });
    return parent;
  }

  /* ---- a result ---------------------------------------------------------------------------------------- */

  // What was narrowed down to is what a card shows: of several meetings or days the first that fits.
  function lineOf(found, chosen) {
    function fits(labels, facet) {
      var asked = (chosen || {})[facet] || [];
      return !asked.length || asked.some(function (label) { return labels.indexOf(label) >= 0; });
    }
    var fitting = (found.turns || []).filter(function (turn) { return fits(turn[1], "day") && fits(turn[2], "time"); });
    return fitting.length ? fitting[0][0] : found.line;
  }

  function card(found, marks, folding, address, chosen) {
    var item = element("li", "search-card");
    item.appendChild(kicker(found));
    if (found.kana) item.appendChild(element("p", "search-kana", found.kana));
    var name = element("h2", "search-name");
    var link = element("a");
    link.href = address;
    name.appendChild(marked(link, core.highlighted(folding, found.title, marks)));
    item.appendChild(name);
    if (found.lead) {
      item.appendChild(marked(element("p", "search-lead"), core.highlighted(folding, found.lead, marks)));
    }
    var passage = core.passage(folding, unsaid(found), marks, PASSAGE);
    if (passage.length) item.appendChild(marked(element("p", "search-passage"), passage));
    var line = lineOf(found, chosen);
    if (line) item.appendChild(element("p", "search-line", line));
    if (found.badges) item.appendChild(badges(found.badges));
    return item;
  }

  function kicker(found) {
    var line = element("p", "search-kind");
    line.appendChild(element("span", "", KINDS[found.kind] || found.kind));
    if (found.fields) line.appendChild(element("span", "", found.fields[0]));
    if (found.areas) line.appendChild(element("span", "", found.areas[0] + (found.areas.length > 1 ? "ほか" : "")));
    return line;
  }

  function badges(words) {
    var list = element("ul", "search-badges");
    words.forEach(function (word) { list.appendChild(element("li", "", word)); });
    return list;
  }

  // The body without the lines that the card shows anyway.
  function unsaid(found) {
    var said = [found.title, found.kana, found.lead, found.line].concat(found.badges || [], found.fields || [],
      found.areas || []);
    return (found.body || "").split("\n")
      .filter(function (line) { return said.indexOf(line.trim()) < 0; }).join("\n");
  }

  /* ---- narrowing down ---------------------------------------------------------------------------------- */

  function labelText(facet, label) {
    if (facet === "kind") return KINDS[label] || label;
    return facet === "day" && DAYS.indexOf(label) >= 0 ? label + "曜" : label;
  }

  function inOrder(facet, found) {
    var order = ORDERS[facet];
    if (facet === "month") return Object.keys(found);
    return Object.keys(found).sort(function (a, b) {
      if (order) return (order.indexOf(a) + 99) % 99 - (order.indexOf(b) + 99) % 99;
      return found[b].length - found[a].length || (a < b ? -1 : 1);
    });
  }

  // A panel of folded facets; `choose(facet, label, on)` is called for every tick. Its `update(counted, chosen)`
  // writes the numbers; a choice that would leave nothing cannot be ticked, and says so with its 0.
  function panel(facets, fixed, choose, clear) {
    var box = element("details", "search-narrow");
    box.open = !fixed && root.matchMedia("(min-width: 60rem)").matches;
    var chosenNote = element("span", "search-chosen");
    var summary = element("summary", "", "しぼりこむ");
    summary.appendChild(chosenNote);
    box.appendChild(summary);
    var parts = FACETS.filter(function (facet) { return fixed !== facet; }).map(function (facet) {
      var part = makeFacet(facet, facets[facet] || {}, choose);
      box.appendChild(part.box);
      return part;
    });
    var off = element("button", "search-clear", "条件をすべて外す");
    off.type = "button";
    off.addEventListener("click", clear);
    box.appendChild(off);

    function update(counted, chosen) {
      var on = parts.reduce(function (sum, part) { return sum + part.update(counted, chosen); }, 0);
      chosenNote.textContent = on ? "（" + on + "つ選んでいます）" : "";
      show(off, on > 0);
    }
    return { box: box, update: update };
  }

  function makeFacet(facet, found, choose) {
    var box = element("details", "search-facet");
    box.open = facet === "kind";
    var summary = element("summary", "", LEGENDS[facet]);
    var said = element("span", "search-said");
    summary.appendChild(said);
    box.appendChild(summary);
    var set = element("fieldset");
    set.appendChild(element("legend", "hidden", LEGENDS[facet]));
    box.appendChild(set);
    var choices = inOrder(facet, found).map(function (label) {
      var choice = makeChoice(facet, label, choose);
      set.appendChild(choice.line);
      return choice;
    });

    function update(counted, chosen) {
      var labels = chosen[facet] || [];
      choices.forEach(function (choice) {
        var on = labels.indexOf(choice.label) >= 0;
        var number = counted[facet][choice.label];
        choice.check.checked = on;
        choice.check.disabled = number === 0 && !on;
        choice.line.classList.toggle("search-choice--none", number === 0 && !on);
        choice.count.textContent = number + "件";
      });
      said.textContent = labels.map(function (label) { return labelText(facet, label); }).join("、");
      show(box, choices.length > 1);
      return labels.length;
    }
    return { box: box, update: update };
  }

  function makeChoice(facet, label, choose) {
    var line = element("label", "search-choice");
    var check = element("input");
    check.type = "checkbox";
    check.addEventListener("change", function () { choose(facet, label, check.checked); });
    var count = element("span", "search-count");
    line.appendChild(check);
    line.appendChild(element("span", "", labelText(facet, label)));
    line.appendChild(count);
    return { label: label, line: line, check: check, count: count };
  }

  // What is on, each with a button that takes it off again.
  function chips(list, chosen, fixed, choose) {
    empty(list);
    FACETS.filter(function (facet) { return facet !== fixed; }).forEach(function (facet) {
      (chosen[facet] || []).forEach(function (label) {
        var item = element("li");
        var button = element("button", "search-chip", labelText(facet, label));
        button.type = "button";
        button.appendChild(element("span", "hidden", "を外す"));
        button.addEventListener("click", function () { choose(facet, label, false); });
        item.appendChild(button);
        list.appendChild(item);
      });
    });
    show(list, list.firstChild !== null);
  }

  root.HirobaParts = {
    element: element, empty: empty, show: show, card: card, panel: panel, chips: chips, labelText: labelText
  };
})(self);
