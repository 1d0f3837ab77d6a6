/* One value of each kind: generator/models/types.py, vocabulary.py and the lines of base.py, group.py and shared.py that
 * read a record from one line of text.
 *
 * A reader gives {value} or {fault: {type, context, input}}; a fault's type is the name of our rule, or pydantic's.
 */
(function (root) {
  "use strict";

  root.HirobaCheck.parts.push(function (kit) {
    var answers = kit.table.answers;

    function given(value) { return { value: value }; }
    function fault(type, context, input) { return { fault: { type: type, context: context || {}, input: input } }; }
    function refused(rule, text, suggestion, facts) {
      return fault(rule, Object.assign({ value: text, suggestion: suggestion || "" }, facts), text);
    }
    kit.given = given;
    kit.fault = fault;
    kit.refused = refused;

    function understood(parse, value) {
      var result = parse(value);
      return result.unclear ? refused(result.rule, result.text, result.suggestion, result.facts) : given(result);
    }

    function parsing(name) {
      return function (value) { return understood(kit[name], value); };
    }

    function bounded(field, value, input) {
      var text = kit.trim(value);
      var size = kit.length(text);
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
      var word = kit.key(value);
      if (answers.yes.indexOf(word) >= 0) return given(true);
      return answers.no.indexOf(word) >= 0 ? given(false) : refused("flag", value, "はい／いいえ");
    }

    function count(value) {
      var plain = [","].concat(kit.table.types.around_a_number).reduce(function (text, unit) {
        return text.split(unit).join("");
      }, kit.narrow(value));
      var found = kit.kanjiNumber(plain);
      return found === null ? refused("number", value, "25") : given(found);
    }

    function kana(value, field) {
      var written = kit.strip(value);
      var spoken = kit.strip(kit.pattern("text.unspoken").replace(written, ""));
      if (!kit.isKana(spoken)) return refused("kana", written);
      var reading = kit.hiragana(spoken);
      return bounded(field, reading, reading);
    }

    function url(value, field) {
      var address = kit.narrow(value);
      if (kit.pattern("types.bare_address").full(address)) address = "https://" + address;
      var parts = urlParts(address);
      if (!parts) return refused("url", address, "https://example.org/");
      if (parts.scheme !== "http" && parts.scheme !== "https") {
        var dotted = address.indexOf(".") >= 0 && address.indexOf(":") < 0;
        return refused("url", address, dotted ? "https://" + address.replace(/^\/+/, "") : "https://example.org/");
      }
      if (!parts.host || parts.host.indexOf(".") < 0 || kit.hasSpace(address) || parts.place.indexOf("\\") >= 0) {
        return refused("url", address, "https://example.org/");
      }
      if (parts.place.indexOf("@") >= 0) {
        return refused("url", address, address.replace(parts.place, function () { return parts.place.replace(/^.*@/, ""); }));
      }
      return bounded(field, address, address);
    }

    // urllib.parse.urlsplit as far as scheme and host go; null where it raises.
    function urlParts(address) {
      var rest = address.replace(/^[\x00-\x20]+/, "").replace(/[\t\r\n]/g, "");
      var scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(rest);
      if (scheme) rest = rest.slice(scheme[0].length);
      var made = { scheme: scheme ? scheme[1].toLowerCase() : "", host: "", place: "" };
      if (rest.slice(0, 2) !== "//") return made;
      var place = rest.slice(2).split(/[/?#]/)[0];
      if (/[[\]]/.test(place)) return null;
      if (!kit.isAscii(place) && oddLetters(place)) return null;
      made.place = place;
      made.host = place.slice(place.lastIndexOf("@") + 1).split(":")[0];
      return made;
    }

    // Letters that are marks of an address once they are folded.
    function oddLetters(place) {
      var bare = place.replace(/[@:#?]/g, "");
      var folded = bare.normalize("NFKC");
      return bare !== folded && /[/?#@:]/.test(folded);
    }

    function email(value, field) {
      var address = kit.narrow(value);
      var at = address.lastIndexOf("@");
      var local = at < 0 ? "" : address.slice(0, at);
      var domain = address.slice(at + 1).replace(/^\.+|\.+$/g, "");
      var odd = kit.pattern("types.not_in_an_address").test(address) || domain.indexOf(".") < 0 || local.indexOf("@") >= 0;
      if (at < 0 || !local || odd) {
        var found = kit.pattern("types.address_alone").search(address);
        return refused("email", address, found ? found[0] : "kai@example.org");
      }
      return bounded(field, address, address);
    }

    function corporateNumber(value) {
      var digits = kit.pattern("types.corporate_label").replace(kit.narrow(value), "").replace(/-/g, "");
      if (!/^[0-9]{13}$/.test(digits)) {
        return refused("corporate-number-length", digits, "", { digits: String(digits.replace(/[^0-9]/g, "").length) });
      }
      var total = 0;
      for (var n = 1; n <= 12; n += 1) total += Number(digits[13 - n]) * (n % 2 ? 1 : 2);
      return Number(digits[0]) === 9 - (total % 9) ? given(digits) : refused("corporate-number", digits);
    }

    /* ---- terms and choices --------------------------------------------------------------------------------- */

    var terms = {};

    function spellingsOf(name) {
      if (terms[name]) return terms[name];
      var table = (terms[name] = new Map());
      var entries = kit.all.vocabularies[name].terms;
      [0, 1, 3].forEach(function (place) {
        entries.forEach(function (entry) {
          [].concat(entry[place]).forEach(function (spelling) {
            var folded = kit.key(spelling);
            if (!table.has(folded)) table.set(folded, entry[0]);
          });
        });
      });
      return table;
    }

    kit.readTerm = function (written, field) {
      if (!kit.strip(written)) return refused("empty-text", written);
      if (!kit.all.vocabularies[field.vocabulary]) return given(written);
      var found = spellingsOf(field.vocabulary).get(kit.key(written));
      var known = kit.all.vocabularies[field.vocabulary].terms.some(function (entry) { return entry[0] === written; });
      if (known || found !== undefined) return given(known ? written : found);
      return refused("unknown-term", written, "", { vocabulary: field.vocabulary });
    };

    kit.isTerm = function (text, field) {
      if (field.choices) return kit.chosen(field, text) !== null;
      if (!kit.all.vocabularies[field.vocabulary]) return false;
      return !kit.readTerm(text, field).fault;
    };

    // The member of a closed list that a text means, or null.
    kit.chosen = function (field, written) {
      var folded = kit.key(written);
      var found = null;
      field.choices.forEach(function (member) {
        if (kit.key(member[0]) === folded || kit.key(member[1]) === folded) found = member;
      });
      return found;
    };

    function choice(value, field) {
      var found = kit.chosen(field, value);
      if (found) return given(found[0]);
      var choices = field.choices.map(function (member) { return member[0] + "（" + member[1] + "）"; }).join("、");
      return refused("unknown-choice", value, "", { choices: choices });
    }

    // An amount that a line of text gave is a number already.
    function yen(value) {
      return typeof value === "number" ? given({ amount: value }) : understood(kit.parseYen, value);
    }

    var readers = {
      "line": text, "text": text, "kana": kana, "flag": flag, "count": count, "url": url, "email": email,
      "corporate-number": corporateNumber, "day": parsing("parseDate"), "partial-day": parsing("parsePartialDate"),
      "clock": parsing("parseTime"), "yen": yen, "phone": parsing("parsePhone"), "repeat": parsing("parseRecurrence"),
      "moment": parsing("parseMoment"), "term": kit.readTerm, "choice": choice,
    };

    // A list or mapping where one value belongs is refused, and a text without a letter; plain texts see to it themselves.
    kit.readValue = function (value, field) {
      if (field.kind !== "line" && field.kind !== "text") {
        if (typeof value === "object") return fault("wrong-shape", { expected: "text" }, value);
        if (typeof value === "string" && !kit.strip(value)) return refused("empty-text", value);
      }
      return readers[field.kind](value, field);
    };

    /* ---- answers, headcounts, contacts (generator/japanese/answers.py, headcounts.py, contacts.py) -------------- */

    // What a bare answer says of a call for people, with 〇〇 for whom; "" if nobody is sought, null if it is none.
    kit.callWords = function (written) {
      var whole = kit.key(written), plain = whole;
      while (plain && answers.at_edges.indexOf(plain[0]) >= 0) plain = plain.slice(1);
      while (plain && answers.at_edges.indexOf(plain[plain.length - 1]) >= 0) plain = plain.slice(0, -1);
      plain = plain || whole;
      if (kit.length(plain) > 30 || !plain) return null;
      if (kit.pattern("answers.not_calling").full(plain)) return "";
      var found = kit.pattern("answers.calling").full(plain);
      if (!found) return null;
      if (found.ask) return "〇〇の募集（ご相談ください）";
      return found.always ? "〇〇を随時募集しています" : "〇〇を募集しています";
    };

    function headcount(written) {
      if (kit.length(written) > kit.table.unclear.limit) return null;
      var plain = kit.narrow(written);
      if (kit.pattern("headcounts.sexes").full(plain)) {
        var sum = kit.pattern("headcounts.of_a_sex").all(plain).reduce(function (all, match) { return all + numbered(match.number); }, 0);
        return { total: String(sum), note: kit.strip(written) };
      }
      var found = kit.pattern("headcounts.split_off").full(plain);
      if (!found) return null;
      var inside = found.inside || found.square;
      var residents = kit.pattern("headcounts.residents").full(kit.strip(inside));
      var total = String(numbered(found.number));
      if (residents) return { total: total, residents: String(numbered(residents.number)) };
      return { total: total, note: kit.strip(kit.strip(written).slice(-inside.length - 1, -1)) };
    }

    function numbered(written) { return kit.kanjiNumber(written.replace(/,/g, "")) || 0; }

    function contactIn(written) {
      var plain = spacedOut(kit.narrow(kit.head(written, kit.table.contacts.longest + 1)));
      if (kit.length(plain) > kit.table.contacts.longest) return null;
      if (kit.pattern("contacts.center").full(plain)) return { via: "center" };
      var out = {};
      function without(found) { plain = plain.slice(0, found.index) + " " + plain.slice(found.end); }
      [["website", "contacts.url"], ["email", "contacts.email"]].forEach(function (pair) {
        var found = kit.pattern(pair[1]).search(plain);
        if (!found) return;
        out[pair[0]] = found[0];
        without(found);
      });
      var numbers = kit.pattern("contacts.number").all(plain).reverse();
      for (var n = 0; n < numbers.length; n += 1) {
        var names = numbers[n].both && numbers[n].fax ? ["phone", "fax"] : [numbers[n].fax ? "fax" : "phone"];
        var taken = names.some(function (name) { return kit.has(out, name); });
        if (taken || kit.parsePhone(numbers[n].number).unclear) return null;
        names.forEach(function (name) { out[name] = numbers[n].number; });
        without(numbers[n]);
      }
      var left = spacedOut(kit.pattern("contacts.labels").replace(plain, " "));
      if (left && !out.phone) return null;
      if (left) out.phone += " (" + left + ")";
      return Object.keys(out).length ? out : null;
    }

    function spacedOut(words) { return kit.strip(words.split(/[\s\x1c-\x1f\x85]+/).filter(Boolean).join(" ")); }

    function roleIn(written) {
      var roles = kit.table.group.roles_in_words;
      var named = Object.keys(roles).filter(function (role) {
        return roles[role].some(function (word) { return written.indexOf(word) >= 0; });
      })[0];
      return named || (kit.callWords(written) !== null ? "member" : "");
    }

    /* ---- records in one line -------------------------------------------------------------------------------- */

    function amountsAnd(note, amounts) {
      var out = {};
      Object.keys(amounts).forEach(function (name) { if (amounts[name] !== null) out[name] = amounts[name]; });
      if (note) out.note = note;
      return out;
    }

    var lines = {
      Members: function (written) { return given(headcount(written) || { total: written }); },
      Recruiting: function (written) {
        var role = roleIn(written);
        return given(role ? { role: role, title: written } : { title: written });
      },
      Contact: function (written) {
        var ways = contactIn(written);
        return ways ? given(ways) : fault("model_type", {}, written);
      },
      Fees: function (written) {
        var fees = kit.parseFees(spelledOut(written));
        if (!fees.unclear) return given(amountsAnd(fees.note, fees.amounts));
        return kit.isAboutMoney(written) ? given({ note: written }) : refused(fees.rule, written, fees.suggestion);
      },
      Fee: function (written) {
        var price = kit.parsePrice(written);
        return price.unclear ? refused(price.rule, written, price.suggestion) : given(amountsAnd(price.note, { amount: price.amount }));
      },
    };

    // Costs in a list as they are said (generator/japanese/money.py).
    function spelledOut(written) {
      var text = kit.pattern("money.if_any").replace(kit.strip(written), function (found) { return found.amount; });
      return ["money.no_fee_at_all", "money.no_fee_last"].reduce(function (all, name) {
        return kit.pattern(name).replace(all, function (found) { return found.before + "年会費なし、月会費なし"; });
      }, text);
    }

    // The fields that a record written as one line of text gives.
    kit.inOneLine = function (typeName, written) {
      if (lines[typeName]) return lines[typeName](written);
      var out = {};
      out[kit.all.types[typeName].shorthand] = written;
      return given(out);
    };
  });
})(typeof self !== "undefined" ? self : this);
