/* Amounts of money and telephone numbers: generator/japanese/money.py and phones.py in the browser. */
(function (root) {
  "use strict";

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.money;
    var KINDS = Object.keys(words.fee_kinds);

    function bare(text) { return text.replace(/^[¥円]+|[¥円]+$/g, "").replace(/,/g, ""); }

    function valueOf(written) {
      var value = kit.kanjiNumber(bare(written));
      return value !== null && value < words.most ? value : null;
    }

    function firstAmount(plain) {
      var match = kit.pattern("money.first_amount").search(plain.replace(/,/g, ""));
      var value = match ? valueOf(match[0]) : null;
      return value === null ? "1,000円" : kit.showYen(value);
    }

    kit.showYen = function (amount) {
      return amount ? String(amount).replace(/(\d)(?=(\d{3})+$)/g, "$1,") + "円" : "無料";
    };

    kit.parseYen = kit.parser(function (text) {
      var plain = kit.closedUp(text);
      var match = kit.pattern("money.yen").full(plain);
      var amount = !match ? null : match.free ? 0 : valueOf(match.amount);
      return amount === null ? kit.unclear("money", text, firstAmount(plain)) : { amount: amount };
    });

    // The fees a text gives by kind, and a note.
    kit.parseFees = kit.parser(function (text) {
      var plain = kit.closedUp(text);
      if (kit.pattern("money.all_free").full(plain)) return { amounts: { joining: 0, yearly: 0, monthly: 0, per_time: 0 }, note: "" };
      if (kit.pattern("money.no_fees").full(plain)) return { amounts: { yearly: 0, monthly: 0 }, note: "" };
      var label = plain.indexOf("回") >= 0 ? "1回" : plain.indexOf("年") >= 0 ? "年会費" : "月会費";
      return feeParts(plain) || kit.unclear("money", text, label + firstAmount(plain));
    });

    function feeParts(plain) {
      var amounts = {}, notes = [], position = 0;
      while (position < plain.length) {
        var fee = kit.pattern("money.fee").match(plain, position) || kit.pattern("money.fee_after").match(plain, position);
        var note = fee ? null : noteAt(plain, position, Object.keys(amounts).length > 0);
        var step = fee || note || kit.pattern("money.between").match(plain, position);
        if (!step || (fee && !added(amounts, fee))) return null;
        if (note) notes.push(kit.strip(note.inside));
        position = step.end;
      }
      return Object.keys(amounts).length || notes.length ? { amounts: amounts, note: notes.join("、") } : null;
    }

    function noteAt(plain, position, afterAmount) {
      var bracketed = kit.pattern("money.bracketed").match(plain, position);
      if (!bracketed) return kit.pattern("money.remark").match(plain, position);
      return afterAmount && kit.pattern("money.remark_in_brackets").full(bracketed.inside) ? bracketed : null;
    }

    function added(amounts, fee) {
      var kind = KINDS.filter(function (name) { return fee[name]; })[0];
      var value = fee.free ? 0 : valueOf(fee.amount);
      if (value === null || kind in amounts) return false;
      amounts[kind] = value;
      return true;
    }

    // What an event costs: an amount or null, and a note.
    kit.parsePrice = kit.parser(function (text) {
      var plain = kit.closedUp(text);
      if (/^[0-9]+$/.test(plain)) {
        var value = valueOf(plain);
        return value === null ? kit.unclear("money", text, "500円") : { amount: value, note: "" };
      }
      var free = kit.pattern("money.free_price").full(plain);
      var aside = free ? free.inside || free.remark || "" : "";
      if (free && !kit.pattern("money.changes_amount").test(aside)) return { amount: 0, note: aside };
      var price = onePrice(plain);
      if (price) return price;
      if (kit.pattern("money.about_money").test(plain)) return { amount: null, note: kit.strip(text) };
      return kit.unclear("money", text, "500円（材料費）");
    });

    kit.isAboutMoney = function (text) { return kit.pattern("money.about_money").test(kit.closedUp(text)); };

    function onePrice(plain) {
      var match = kit.pattern("money.price").full(plain);
      var aside = match ? match.inside || match.remark || "" : "";
      if (!match || kit.pattern("money.changes_amount").test(aside)) return null;
      var value = valueOf(match.amount);
      var tax = (match.tax || "").replace(/^[()]+|[()]+$/g, "");
      return value === null ? null : { amount: value, note: [match.before, tax, match.after, aside].filter(Boolean).join("、") };
    }
  });

  /* ---- telephone numbers ---------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.phones;

    kit.parsePhone = kit.parser(function (text) {
      var plain = kit.narrow(text);
      var label = kit.pattern("phones.label").match(plain);
      var match = kit.pattern("phones.number").match(plain, label ? label.end : 0);
      if (!match) return refusal(text, firstNumber(plain), "");
      var digits = nationalDigits(match[0]);
      var found = writtenNumber(match[0], digits);
      if (!found) return refusal(text, withArea(digits) || withZero(match[0]) || firstNumber(plain), digits);
      var rest = readRest(plain.slice(match.end));
      if (!rest) return refusal(text, found.number, "");
      return { number: found.number, kind: found.kind, extension: rest.extension, note: rest.note };
    });

    function refusal(text, suggestion, digits) {
      var count = digits ? kit.length(digits) : kit.narrow(text).replace(/[^0-9]/g, "").length;
      return kit.unclear("phone", text, suggestion || words.example, { digits: String(count) });
    }

    function nationalDigits(written) {
      var bare = written.slice(0, 3) === "+81" ? written.replace(/\(0\)/g, "") : written;
      var digits = bare.replace(/[^0-9]/g, "");
      if (bare[0] !== "+") return digits;
      return digits.slice(0, 2) === "81" ? "0" + digits.slice(2).replace(/^0/, "") : "+" + digits;
    }

    function count(text, sign) { return text.split(sign).length - 1; }
    function groupsOf(written) { return written.match(/[0-9]+/g) || []; }
    function split(digits, first, second) {
      return digits.slice(0, first) + "-" + digits.slice(first, first + second) + "-" + digits.slice(first + second);
    }

    function writtenNumber(written, digits) {
      if (count(written, "(") !== count(written, ")") || digits[0] !== "0" || !digits[1] || digits[1] === "0") return null;
      var groups = groupsOf(written);
      // (080)0000-0011 is somebody's mobile; 0800-000-0011, or the digits alone, would be free to call.
      var special = words.special[groups[0]] || words.special[digits.slice(0, 4)] || words.special[digits.slice(0, 3)];
      if (!special) return digits.length === 10 && digits.slice(0, 3) !== "020" ? landline(written, digits) : null;
      if (digits.length !== special[1]) return null;
      var sizes = groups.map(function (group) { return group.length; }).join();
      var kept = special[1] === 10 && (sizes === "4,3,3" || sizes === "4,2,4");
      return { number: kept ? groups.join("-") : split(digits, special[2][0], special[2][1]), kind: special[0] };
    }

    function landline(written, digits) {
      var certain = kit.pattern("phones.certain_area").match(digits);
      var groups = groupsOf(written);
      var sizes = groups.map(function (group) { return group.length; });
      var possible = sizes.length === 3 && sizes[0] >= 2 && sizes[0] <= 5 && sizes[0] + sizes[1] === 6 && written[0] !== "+";
      var area = certain ? certain.end : areaLength(digits);
      return { number: certain || !possible ? split(digits, area, 6 - area) : groups.join("-"), kind: "landline" };
    }

    function areaLength(digits) {
      if (kit.pattern("phones.areas_by_four").match(digits)) return 3;
      var area = words.two_or_three_digit_areas.filter(function (each) { return digits.indexOf(each) === 0; })[0];
      return area ? area.length : 4;
    }

    function readRest(rest) {
      var extension = "", notes = [];
      while (kit.strip(rest)) {
        var inside = kit.pattern("phones.extension").match(rest);
        var word = inside || kit.pattern("phones.word").match(rest) || kit.pattern("phones.remark").match(rest);
        if (!word || (inside && extension)) return null;
        if (!inside && kit.pattern("phones.digits_in_a_row").test(word.word)) return null;
        if (inside) extension = inside[1];
        else notes.push(kit.strip(word.word));
        rest = rest.slice(word.end);
      }
      return { extension: extension, note: notes.join("、") };
    }

    function withArea(digits) {
      if (/^[0+]/.test(digits)) return "";
      var area = { 6: "0422", 7: "042", 8: "03" }[digits.length];
      return area ? area + "-" + digits.slice(0, -4) + "-" + digits.slice(-4) : "";
    }

    // The number whose first 0 a spreadsheet dropped: 420000011 → 042-000-0011.
    function withZero(written) {
      var digits = written.replace(/[^0-9]/g, "");
      if ((digits.length !== 9 && digits.length !== 10) || !/^[0-9]/.test(written)) return "";
      var found = writtenNumber("0" + written, "0" + digits);
      return found ? found.number : "";
    }

    function firstNumber(plain) {
      var runs = kit.pattern("phones.digits_in_a_row").all(plain);
      for (var n = 0; n < runs.length; n += 1) {
        var parts = [runs[n][0]].concat(runs[n][0].split(/\s+/));
        for (var k = 0; k < parts.length; k += 1) {
          var written = parts[k].replace(/\(/g, "").replace(/\)/g, "-");
          var found = writtenNumber(written, parts[k].replace(/[^0-9]/g, ""));
          if (found) return found.number;
        }
      }
      return "";
    }
  });
})(typeof self !== "undefined" ? self : this);
