/* Amounts of money and telephone numbers: generator/japanese/money.py and phones.py in the browser. */
import { HirobaCheck } from "./text.js";

HirobaCheck.parts.push(kit => {
  const words = kit.table.money;
  const KINDS = Object.keys(words.fee_kinds);

  function bare(text) { return text.replace(/^[¥円]+|[¥円]+$/g, "").replace(/,/g, ""); }

  function valueOf(written) {
    const value = kit.kanjiNumber(bare(written));
    return value !== null && value < words.most ? value : null;
  }

  function firstAmount(plain) {
    const match = kit.pattern("money.first_amount").search(plain.replace(/,/g, ""));
    const value = match ? valueOf(match[0]) : null;
    return value === null ? "1,000円" : kit.showYen(value);
  }

  kit.showYen = amount => amount ? String(amount).replace(/(\d)(?=(\d{3})+$)/g, "$1,") + "円" : "無料";

  kit.parseYen = kit.parser(text => {
    const plain = kit.closedUp(text);
    const match = kit.pattern("money.yen").full(plain);
    const amount = !match ? null : match.free ? 0 : valueOf(match.amount);
    return amount === null ? kit.unclear("money", text, firstAmount(plain)) : { amount };
  });

  // The fees a text gives by kind, and a note.
  kit.parseFees = kit.parser(text => {
    const plain = kit.closedUp(text);
    if (kit.pattern("money.all_free").full(plain)) return { amounts: { joining: 0, yearly: 0, monthly: 0, per_time: 0 }, note: "" };
    if (kit.pattern("money.no_fees").full(plain)) return { amounts: { yearly: 0, monthly: 0 }, note: "" };
    const label = plain.indexOf("回") >= 0 ? "1回" : plain.indexOf("年") >= 0 ? "年会費" : "月会費";
    return feeParts(plain) || kit.unclear("money", text, label + firstAmount(plain));
  });

  function feeParts(plain) {
    const amounts = {};
    const notes = [];
    let position = 0;
    while (position < plain.length) {
      const fee = kit.pattern("money.fee").match(plain, position) || kit.pattern("money.fee_after").match(plain, position);
      const note = fee ? null : noteAt(plain, position, Object.keys(amounts).length > 0);
      const step = fee || note || kit.pattern("money.between").match(plain, position);
      if (!step || (fee && !added(amounts, fee))) return null;
      if (note) notes.push(kit.strip(note.inside));
      position = step.end;
    }
    return Object.keys(amounts).length || notes.length ? { amounts, note: notes.join("、") } : null;
  }

  function noteAt(plain, position, afterAmount) {
    const bracketed = kit.pattern("money.bracketed").match(plain, position);
    if (!bracketed) return kit.pattern("money.remark").match(plain, position);
    return afterAmount && kit.pattern("money.remark_in_brackets").full(bracketed.inside) ? bracketed : null;
  }

  function added(amounts, fee) {
    const kind = KINDS.filter(name => fee[name])[0];
    const value = fee.free ? 0 : valueOf(fee.amount);
    if (value === null || kind in amounts) return false;
    amounts[kind] = value;
    return true;
  }

  // What an event costs: an amount or null, and a note.
  kit.parsePrice = kit.parser(text => {
    const plain = kit.closedUp(text);
    if (/^[0-9]+$/.test(plain)) {
      const value = valueOf(plain);
      return value === null ? kit.unclear("money", text, "500円") : { amount: value, note: "" };
    }
    const free = kit.pattern("money.free_price").full(plain);
    const aside = free ? free.inside || free.remark || "" : "";
    if (free && !kit.pattern("money.changes_amount").test(aside)) return { amount: 0, note: aside };
    const price = onePrice(plain);
    if (price) return price;
    if (kit.pattern("money.about_money").test(plain)) return { amount: null, note: kit.strip(text) };
    return kit.unclear("money", text, "500円（材料費）");
  });

  kit.isAboutMoney = text => kit.pattern("money.about_money").test(kit.closedUp(text));

  function onePrice(plain) {
    const match = kit.pattern("money.price").full(plain);
    const aside = match ? match.inside || match.remark || "" : "";
    if (!match || kit.pattern("money.changes_amount").test(aside)) return null;
    const value = valueOf(match.amount);
    const tax = (match.tax || "").replace(/^[()]+|[()]+$/g, "");
    return value === null ? null : { amount: value, note: [match.before, tax, match.after, aside].filter(Boolean).join("、") };
  }
});

/* ---- telephone numbers ---------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.phones;

  kit.parsePhone = kit.parser(text => {
    const plain = kit.narrow(text);
    const label = kit.pattern("phones.label").match(plain);
    const match = kit.pattern("phones.number").match(plain, label ? label.end : 0);
    if (!match) return refusal(text, firstNumber(plain), "");
    const digits = nationalDigits(match[0]);
    const found = writtenNumber(match[0], digits);
    if (!found) return refusal(text, withArea(digits) || withZero(match[0]) || firstNumber(plain), digits);
    const rest = readRest(plain.slice(match.end));
    if (!rest) return refusal(text, found.number, "");
    return { number: found.number, kind: found.kind, extension: rest.extension, note: rest.note };
  });

  function refusal(text, suggestion, digits) {
    const count = digits ? kit.length(digits) : kit.narrow(text).replace(/[^0-9]/g, "").length;
    return kit.unclear("phone", text, suggestion || words.example, { digits: String(count) });
  }

  function nationalDigits(written) {
    const bare = written.slice(0, 3) === "+81" ? written.replace(/\(0\)/g, "") : written;
    const digits = bare.replace(/[^0-9]/g, "");
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
    const groups = groupsOf(written);
    // (080)0000-0011 is somebody's mobile; 0800-000-0011, or the digits alone, would be free to call.
    const special = words.special[groups[0]] || words.special[digits.slice(0, 4)] || words.special[digits.slice(0, 3)];
    if (!special) return digits.length === 10 && digits.slice(0, 3) !== "020" ? landline(written, digits) : null;
    if (digits.length !== special[1]) return null;
    const sizes = groups.map(group => group.length).join();
    const kept = special[1] === 10 && (sizes === "4,3,3" || sizes === "4,2,4");
    return { number: kept ? groups.join("-") : split(digits, special[2][0], special[2][1]), kind: special[0] };
  }

  function landline(written, digits) {
    const certain = kit.pattern("phones.certain_area").match(digits);
    const groups = groupsOf(written);
    const sizes = groups.map(group => group.length);
    const possible = sizes.length === 3 && sizes[0] >= 2 && sizes[0] <= 5 && sizes[0] + sizes[1] === 6 && written[0] !== "+";
    const area = certain ? certain.end : areaLength(digits);
    return { number: certain || !possible ? split(digits, area, 6 - area) : groups.join("-"), kind: "landline" };
  }

  function areaLength(digits) {
    if (kit.pattern("phones.areas_by_four").match(digits)) return 3;
    const area = words.two_or_three_digit_areas.filter(each => digits.indexOf(each) === 0)[0];
    return area ? area.length : 4;
  }

  function readRest(rest) {
    let extension = "";
    const notes = [];
    while (kit.strip(rest)) {
      const inside = kit.pattern("phones.extension").match(rest);
      const word = inside || kit.pattern("phones.word").match(rest) || kit.pattern("phones.remark").match(rest);
      if (!word || (inside && extension)) return null;
      if (!inside && kit.pattern("phones.digits_in_a_row").test(word.word)) return null;
      if (inside) extension = inside[1];
      else notes.push(kit.strip(word.word));
      rest = rest.slice(word.end);
    }
    return { extension, note: notes.join("、") };
  }

  function withArea(digits) {
    if (/^[0+]/.test(digits)) return "";
    const area = { 6: "0422", 7: "042", 8: "03" }[digits.length];
    return area ? area + "-" + digits.slice(0, -4) + "-" + digits.slice(-4) : "";
  }

  // The number whose first 0 a spreadsheet dropped: 420000011 → 042-000-0011.
  function withZero(written) {
    const digits = written.replace(/[^0-9]/g, "");
    if ((digits.length !== 9 && digits.length !== 10) || !/^[0-9]/.test(written)) return "";
    const found = writtenNumber("0" + written, "0" + digits);
    return found ? found.number : "";
  }

  function firstNumber(plain) {
    const runs = kit.pattern("phones.digits_in_a_row").all(plain);
    for (let n = 0; n < runs.length; n += 1) {
      const parts = [runs[n][0]].concat(runs[n][0].split(/\s+/));
      for (let k = 0; k < parts.length; k += 1) {
        const written = parts[k].replace(/\(/g, "").replace(/\)/g, "-");
        const found = writtenNumber(written, parts[k].replace(/[^0-9]/g, ""));
        if (found) return found.number;
      }
    }
    return "";
  }
});
