/* One value of each kind: generator/models/types.py, vocabulary.py and the lines of base.py, group.py and shared.py that
 * read a record from one line of text.
 *
 * A reader gives {value} or {fault: {type, context, input}}; a fault's type is the name of our rule, or pydantic's.
 */
import { HirobaCheck } from "./text.js";

HirobaCheck.parts.push(kit => {
  const answers = kit.table.answers;

  function given(value) { return { value }; }
  function fault(type, context, input) { return { fault: { type, context: context || {}, input } }; }
  function refused(rule, text, suggestion, facts) {
    return fault(rule, Object.assign({ value: text, suggestion: suggestion || "" }, facts), text);
  }
  kit.given = given;
  kit.fault = fault;
  kit.refused = refused;

  function understood(parse, value) {
    const result = parse(value);
    return result.unclear ? refused(result.rule, result.text, result.suggestion, result.facts) : given(result);
  }

  function parsing(name) {
    return value => understood(kit[name], value);
  }

  function bounded(field, value, input) {
    const text = kit.trim(value);
    const size = kit.length(text);
    if (field.min_length !== undefined && size < field.min_length) return fault("string_too_short", {}, input);
    if (field.max_length !== undefined && size > field.max_length) {
      return fault("string_too_long", { max_length: field.max_length }, input);
    }
    if (field.kind === "line" && /[\r\n]/.test(text)) return fault("string_pattern_mismatch", {}, input);
    return given(text);
  }

  function text(value, field) {
    return typeof value === "string" ? bounded(field, value, value) : fault("string_type", {}, value);
  }

  function flag(value) {
    const word = kit.key(value);
    if (answers.yes.indexOf(word) >= 0) return given(true);
    return answers.no.indexOf(word) >= 0 ? given(false) : refused("flag", value, "はい／いいえ");
  }

  function count(value) {
    const plain = [","].concat(kit.table.models_types.around_a_number).reduce((text, unit) => text.split(unit).join(""), kit.narrow(value));
    const found = kit.kanjiNumber(plain);
    return found === null ? refused("number", value, "25") : given(found);
  }

  function kana(value, field) {
    const written = kit.strip(value);
    const spoken = kit.strip(kit.pattern("text.unspoken").replace(written, ""));
    if (!kit.isKana(spoken)) return refused("kana", written);
    const reading = kit.hiragana(spoken);
    return bounded(field, reading, reading);
  }

  function url(value, field) {
    let address = kit.narrow(value);
    if (kit.pattern("models_types.bare_address").full(address)) address = "https://" + address;
    const parts = urlParts(address);
    if (!parts) return refused("url", address, "https://example.org/");
    if (parts.scheme !== "http" && parts.scheme !== "https") {
      const dotted = address.indexOf(".") >= 0 && address.indexOf(":") < 0;
      return refused("url", address, dotted ? "https://" + address.replace(/^\/+/, "") : "https://example.org/");
    }
    if (!parts.host || parts.host.indexOf(".") < 0 || kit.hasSpace(address) || parts.place.indexOf("\\") >= 0) {
      return refused("url", address, "https://example.org/");
    }
    if (parts.place.indexOf("@") >= 0) {
      return refused("url", address, address.replace(parts.place, () => parts.place.replace(/^.*@/, "")));
    }
    return bounded(field, address, address);
  }

  // urllib.parse.urlsplit as far as scheme and host go; null where it raises.
  function urlParts(address) {
    let rest = address.replace(/^[\x00-\x20]+/, "").replace(/[\t\r\n]/g, "");
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(rest);
    if (scheme) rest = rest.slice(scheme[0].length);
    const made = { scheme: scheme ? scheme[1].toLowerCase() : "", host: "", place: "" };
    if (rest.slice(0, 2) !== "//") return made;
    const place = rest.slice(2).split(/[/?#]/)[0];
    if (/[[\]]/.test(place)) return null;
    if (!kit.isAscii(place) && oddLetters(place)) return null;
    made.place = place;
    made.host = place.slice(place.lastIndexOf("@") + 1).split(":")[0];
    return made;
  }

  // Letters that are marks of an address once they are folded.
  function oddLetters(place) {
    const bare = place.replace(/[@:#?]/g, "");
    const folded = bare.normalize("NFKC");
    return bare !== folded && /[/?#@:]/.test(folded);
  }

  function email(value, field) {
    const address = kit.narrow(value);
    const at = address.lastIndexOf("@");
    const local = at < 0 ? "" : address.slice(0, at);
    const domain = address.slice(at + 1).replace(/^\.+|\.+$/g, "");
    const odd = kit.pattern("models_types.not_in_an_address").test(address) || domain.indexOf(".") < 0 || local.indexOf("@") >= 0;
    if (at < 0 || !local || odd) {
      const found = kit.pattern("models_types.address_alone").search(address);
      return refused("email", address, found ? found[0] : "kai@example.org");
    }
    return bounded(field, address, address);
  }

  function corporateNumber(value) {
    const digits = kit.pattern("models_types.corporate_label").replace(kit.narrow(value), "").replace(/-/g, "");
    if (!/^[0-9]{13}$/.test(digits)) {
      return refused("corporate-number-length", digits, "", { digits: String(digits.replace(/[^0-9]/g, "").length) });
    }
    let total = 0;
    for (let n = 1; n <= 12; n += 1) total += Number(digits[13 - n]) * (n % 2 ? 1 : 2);
    return Number(digits[0]) === 9 - (total % 9) ? given(digits) : refused("corporate-number", digits);
  }

  /* ---- terms and choices --------------------------------------------------------------------------------- */

  const terms = {};

  function spellingsOf(name) {
    if (terms[name]) return terms[name];
    const table = (terms[name] = new Map());
    const entries = kit.all.vocabularies[name].terms;
    [0, 1, 3].forEach(place => {
      entries.forEach(entry => {
        [].concat(entry[place]).forEach(spelling => {
          const folded = kit.key(spelling);
          if (!table.has(folded)) table.set(folded, entry[0]);
        });
      });
    });
    return table;
  }

  kit.readTerm = (written, field) => {
    if (!kit.strip(written)) return refused("empty-text", written);
    if (!kit.all.vocabularies[field.vocabulary]) return given(written);
    const found = spellingsOf(field.vocabulary).get(kit.key(written));
    const known = kit.all.vocabularies[field.vocabulary].terms.some(entry => entry[0] === written);
    if (known || found !== undefined) return given(known ? written : found);
    return refused("unknown-term", written, "", { vocabulary: field.vocabulary });
  };

  kit.isTerm = (text, field) => {
    if (field.choices) return kit.chosen(field, text) !== null;
    if (!kit.all.vocabularies[field.vocabulary]) return false;
    return !kit.readTerm(text, field).fault;
  };

  // The member of a closed list that a text means, or null.
  kit.chosen = (field, written) => {
    const folded = kit.key(written);
    let found = null;
    field.choices.forEach(member => {
      if (kit.key(member[0]) === folded || kit.key(member[1]) === folded) found = member;
    });
    return found;
  };

  function choice(value, field) {
    const found = kit.chosen(field, value);
    if (found) return given(found[0]);
    const choices = field.choices.map(member => member[0] + "（" + member[1] + "）").join("、");
    return refused("unknown-choice", value, "", { choices });
  }

  // An amount that a line of text gave is a number already.
  function yen(value) {
    return typeof value === "number" ? given({ amount: value }) : understood(kit.parseYen, value);
  }

  // A day, or at any time (generator/japanese/deadlines.py).
  function deadline(value) {
    return kit.table.deadlines.always.indexOf(kit.key(value)) >= 0 ? given(kit.fromIso("9999-12-31")) : understood(kit.parseDate, value);
  }

  const readers = {
    "line": text, "text": text, "kana": kana, "flag": flag, "count": count, "url": url, "email": email,
    "corporate-number": corporateNumber, "day": parsing("parseDate"), "deadline": deadline, "partial-day": parsing("parsePartialDate"),
    "clock": parsing("parseTime"), "yen": yen, "phone": parsing("parsePhone"), "repeat": parsing("parseRecurrence"),
    "moment": parsing("parseMoment"), "term": kit.readTerm, "choice": choice,
  };

  // A list or mapping where one value belongs is refused, and a text without a letter; plain texts see to it themselves.
  kit.readValue = (value, field) => {
    if (field.kind !== "line" && field.kind !== "text") {
      if (typeof value === "object") return fault("wrong-shape", { expected: "text" }, value);
      if (typeof value === "string" && !kit.strip(value)) return refused("empty-text", value);
    }
    return readers[field.kind](value, field);
  };

  /* ---- answers, headcounts, contacts (generator/japanese/answers.py, headcounts.py, contacts.py) -------------- */

  // What a bare answer says of a call for people, with 〇〇 for whom; "" if nobody is sought, null if it is none.
  kit.callWords = written => {
    const whole = kit.key(written);
    let plain = whole;
    while (plain && answers.at_edges.indexOf(plain[0]) >= 0) plain = plain.slice(1);
    while (plain && answers.at_edges.indexOf(plain[plain.length - 1]) >= 0) plain = plain.slice(0, -1);
    plain = plain || whole;
    if (kit.length(plain) > 30 || !plain) return null;
    if (kit.pattern("answers.not_calling").full(plain)) return "";
    const found = kit.pattern("answers.calling").full(plain);
    if (!found) return null;
    if (found.ask) return "〇〇の募集（ご相談ください）";
    return found.always ? "〇〇を随時募集しています" : "〇〇を募集しています";
  };

  function headcount(written) {
    if (kit.length(written) > kit.table.unclear.limit) return null;
    const plain = kit.narrow(written);
    if (kit.pattern("headcounts.sexes").full(plain)) {
      const sum = kit.pattern("headcounts.of_a_sex").all(plain).reduce((all, match) => all + numbered(match.number), 0);
      return { total: String(sum), note: kit.strip(written) };
    }
    const found = kit.pattern("headcounts.split_off").full(plain);
    if (!found) return null;
    const inside = found.inside || found.square;
    const residents = kit.pattern("headcounts.residents").full(kit.strip(inside));
    const total = String(numbered(found.number));
    if (residents) return { total, residents: String(numbered(residents.number)) };
    return { total, note: kit.strip(kit.strip(written).slice(-inside.length - 1, -1)) };
  }

  function numbered(written) { return kit.kanjiNumber(written.replace(/,/g, "")) || 0; }

  function contactIn(written) {
    let plain = spacedOut(kit.narrow(kit.head(written, kit.table.contacts.longest + 1)));
    if (kit.length(plain) > kit.table.contacts.longest) return null;
    if (kit.pattern("contacts.center").full(plain)) return { via: "center" };
    const out = {};
    function without(found) { plain = plain.slice(0, found.index) + " " + plain.slice(found.end); }
    [["website", "contacts.url"], ["email", "contacts.email"]].forEach(pair => {
      const found = kit.pattern(pair[1]).search(plain);
      if (!found) return;
      out[pair[0]] = found[0];
      without(found);
    });
    const numbers = kit.pattern("contacts.number").all(plain).reverse();
    for (let n = 0; n < numbers.length; n += 1) {
      const names = numbers[n].both && numbers[n].fax ? ["phone", "fax"] : [numbers[n].fax ? "fax" : "phone"];
      const taken = names.some(name => kit.has(out, name));
      if (taken || kit.parsePhone(numbers[n].number).unclear) return null;
      names.forEach(name => { out[name] = numbers[n].number; });
      without(numbers[n]);
    }
    const left = spacedOut(kit.pattern("contacts.labels").replace(plain, " "));
    if (left && !out.phone) return null;
    if (left) out.phone += " (" + left + ")";
    return Object.keys(out).length ? out : null;
  }

  function spacedOut(words) { return kit.strip(words.split(/[\s\x1c-\x1f\x85]+/).filter(Boolean).join(" ")); }

  function roleIn(written) {
    const roles = kit.table.models_group.roles_in_words;
    const named = Object.keys(roles).filter(role => roles[role].some(word => written.indexOf(word) >= 0))[0];
    return named || (kit.callWords(written) !== null ? "member" : "");
  }

  /* ---- records in one line -------------------------------------------------------------------------------- */

  function amountsAnd(note, amounts) {
    const out = {};
    Object.keys(amounts).forEach(name => { if (amounts[name] !== null) out[name] = amounts[name]; });
    if (note) out.note = note;
    return out;
  }

  const lines = {
    Members: function (written) { return given(headcount(written) || { total: written }); },
    Recruiting: function (written) {
      const role = roleIn(written);
      return given(role ? { role, title: written } : { title: written });
    },
    Contact: function (written) {
      const ways = contactIn(written);
      return ways ? given(ways) : fault("model_type", {}, written);
    },
    Fees: function (written) {
      const fees = kit.parseFees(spelledOut(written));
      if (!fees.unclear) return given(amountsAnd(fees.note, fees.amounts));
      return kit.isAboutMoney(written) ? given({ note: written }) : refused(fees.rule, written, fees.suggestion);
    },
    Fee: function (written) {
      const price = kit.parsePrice(written);
      return price.unclear ? refused(price.rule, written, price.suggestion) : given(amountsAnd(price.note, { amount: price.amount }));
    },
  };

  // Costs in a list as they are said (generator/japanese/money.py).
  function spelledOut(written) {
    const text = kit.pattern("money.if_any").replace(kit.strip(written), found => found.amount);
    return ["money.no_fee_at_all", "money.no_fee_last"].reduce((all, name) => kit.pattern(name).replace(all, found => found.before + "年会費なし、月会費なし"), text);
  }

  // The fields that a record written as one line of text gives.
  kit.inOneLine = (typeName, written) => {
    if (lines[typeName]) return lines[typeName](written);
    const out = {};
    out[kit.all.types[typeName].shorthand] = written;
    return given(out);
  };
});
