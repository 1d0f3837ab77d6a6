/* The paper to hand in or fax: of a new profile every answer, of a correction what changes and nothing else; what is
 * private apart; a code that carries the same; and who brings it, with where it goes.
 *
 * HirobaForm.slip(box, what)  what: {title, receipt, form, fields, slip, photos, kind, slug, base, changes, told, center,
 *   address} → promise, ready to print. `changes` and their words `told` are null for a new profile.
 */
(function (root) {
  "use strict";

  // The letters from which on a code must be printed larger, so that a telephone can read its squares off paper.
  var DENSE = 1200;
  var H = root.HirobaForm;

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
    var question = H.questionOf(form, name.split("."));
    return question ? H.labelOf(question) : name;
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

  function corrected(box, told) {
    box.appendChild(element("p", told.length
      ? "変わるところは、次の" + told.length + "か所です。ほかは、いまのっている内容のままです。"
      : "変わるところはありません。いまのっている内容のままです。"));
    if (told.length) box.appendChild(H.changeTable(told));
  }

  // New pictures are too large for a code, and can no more be printed; their words go with them.
  function withoutPhotos(what, pairs) {
    var numbers = what.photos.map(function (number) { return "photos." + number + "."; });
    return pairs.filter(function (pair) {
      return !numbers.some(function (number) { return pair[0].indexOf(number) === 0; });
    });
  }

  function carried(what) {
    var about = [["_kind", what.kind], ["_slug", what.slug], ["_base", what.base], ["_changes", what.changes ? "1" : ""]];
    var told = what.changes ? H.onlyChanges(what.changes) : what.fields;
    return about.filter(function (pair) { return pair[1]; }).concat(withoutPhotos(what, told));
  }

  function code(box, what) {
    return root.HirobaCarry.pack(carried(what)).then(function (packed) {
      var whose = what.changes ? what.kind + "=" + what.slug + "&" : "";
      var address = what.address + "?" + whose + "way=paper#d=" + packed;
      var drawn = packed ? root.HirobaQr.svg(address) : null;
      var figure = element("figure", "", address.length > DENSE ? "slip__code slip__code--dense" : "slip__code");
      if (drawn) figure.appendChild(drawn);
      figure.appendChild(element("figcaption", drawn
        ? "職員用：読み取ると、" + (what.changes ? "変わるところ" : "書いた内容") + "がフォームに入ります（公開しない連絡先は入っていません）。"
        : "内容が長いため、読み取り用のコードはつけていません。"));
      box.insertBefore(figure, box.firstChild);
    });
  }

  // Who it is from and where it goes stay together, so that no second sheet has a signature alone.
  function foot(center) {
    var made = element("div", "", "slip__foot");
    made.appendChild(element("p", "届け先　" + center.name, "slip__to"));
    if (center.address) made.appendChild(element("p", center.address));
    made.appendChild(element("p", [center.phone && "電話 " + center.phone, center.fax && "ファクス " + center.fax, center.hours].filter(Boolean).join("　")));
    made.appendChild(element("p", "届けた日　　　年　　月　　日　　　書いた方のお名前　　　　　　　　　　　　", "slip__sign"));
    return made;
  }

  function slip(box, what) {
    box.textContent = "";
    box.appendChild(element("h2", what.title + (what.changes ? "（直すところ）" : "")));
    box.appendChild(element("p", "受付番号　" + what.receipt, "slip__receipt"));
    if (what.changes) corrected(box, what.told);
    else box.appendChild(table(rows(what.form, what.fields)));
    if (what.photos.length) box.appendChild(element("p", "新しい写真が" + what.photos.length + "枚あります。紙にはのりません。メールかUSBメモリーでお届けください。"));
    if (what.slip.length) {
      box.appendChild(element("h3", "公開しないこと（センターの控え）"));
      box.appendChild(table(what.slip));
    }
    box.appendChild(foot(what.center));
    return code(box, what);
  }

  root.HirobaForm.slip = slip;
  root.HirobaForm.rows = rows;
})(window);
