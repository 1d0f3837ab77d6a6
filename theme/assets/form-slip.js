/* The paper: every answer on a sheet to hand in or fax, what is private apart, and a code that carries the draft.
 *
 * HirobaForm.slip(box, what)  what: {title, receipt, form, fields, slip, center, address} → promise, ready to print
 */
(function (root) {
  "use strict";

  // The letters from which on a code must be printed larger, so that a telephone can read its squares off paper.
  var DENSE = 1200;

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // The words a person chose, not the ids that stand for them.
  function spoken(form, name, text) {
    var controls = Array.prototype.filter.call(form.elements, function (one) { return one.name === name; });
    var tick = controls.filter(function (one) { return (one.type === "checkbox" || one.type === "radio") && one.value === text; })[0];
    if (tick) return tick.parentNode.textContent.trim();
    var select = controls.filter(function (one) { return one.tagName === "SELECT"; })[0];
    var option = select && Array.prototype.filter.call(select.options, function (one) { return one.value === text; })[0];
    if (option) return option.textContent;
    return controls.length && controls[0].value && controls[0].hasAttribute("list") ? controls[0].value : text;
  }

  function asked(form, name) {
    var question = root.HirobaForm.questionOf(form, name.split("."));
    return question ? root.HirobaForm.labelOf(question) : name;
  }

  // One row for each question, its answers on lines of their own.
  function rows(form, fields) {
    var found = [];
    fields.forEach(function (pair) {
      if (/\.file$/.test(pair[0])) return;
      var label = asked(form, pair[0]);
      var text = spoken(form, pair[0], pair[1]);
      var last = found[found.length - 1];
      if (last && last[0] === label && last[2] === pair[0]) last[1].push(text);
      else found.push([label, [text], pair[0]]);
    });
    return found;
  }

  function table(pairs) {
    var made = element("table");
    pairs.forEach(function (pair) {
      var row = element("tr");
      var head = element("th", pair[0]);
      head.scope = "row";
      row.appendChild(head);
      row.appendChild(element("td", [].concat(pair[1]).join("、")));
      made.appendChild(row);
    });
    return made;
  }

  function code(box, what) {
    // New pictures are too large for a code; their words go with them.
    var numbers = what.photos.map(function (number) { return "photos." + number + "."; });
    var fields = what.fields.filter(function (pair) {
      return !numbers.some(function (number) { return pair[0].indexOf(number) === 0; });
    });
    var carried = fields.concat([["_kind", what.kind], ["_slug", what.slug], ["_base", what.base]].filter(function (pair) { return pair[1]; }));
    return root.HirobaCarry.pack(carried).then(function (packed) {
      var address = what.address + "?way=paper#d=" + packed;
      var drawn = packed ? root.HirobaQr.svg(address) : null;
      var figure = element("figure", "", address.length > DENSE ? "slip__code slip__code--dense" : "slip__code");
      if (drawn) figure.appendChild(drawn);
      figure.appendChild(element("figcaption", drawn
        ? "職員用：読み取ると、書いた内容がフォームに入ります（公開しない連絡先は入っていません）。"
        : "内容が長いため、読み取り用のコードはつけていません。"));
      box.insertBefore(figure, box.firstChild);
    });
  }

  function slip(box, what) {
    box.textContent = "";
    box.appendChild(element("h2", what.title));
    box.appendChild(element("p", "受付番号　" + what.receipt, "slip__receipt"));
    box.appendChild(table(rows(what.form, what.fields)));
    if (what.slip.length) {
      box.appendChild(element("h3", "公開しないこと（センターの控え）"));
      box.appendChild(table(what.slip));
    }
    var center = what.center;
    box.appendChild(element("p", "届け先　" + center.name, "slip__to"));
    box.appendChild(element("p", [center.phone && "電話 " + center.phone, center.fax && "ファクス " + center.fax, center.hours].filter(Boolean).join("　")));
    box.appendChild(element("p", "届けた日　　　年　　月　　日　　　書いた方のお名前　　　　　　　　　　　　", "slip__sign"));
    return code(box, what);
  }

  root.HirobaForm.slip = slip;
  root.HirobaForm.rows = rows;
})(window);
