/* Checking a profile in the browser by the rules and in the words of `hiroba check`: widths, kana, numerals, patterns.
 *
 * The table (assets/form/checking.json) is made by generator/form/ from the models, the rule book and the patterns of
 * generator/japanese/; these files are its verbs, each a port of the Python module named at its top. A test runs both
 * over one corpus and holds them together. This file: generator/japanese/text.py and difflib.
 *
 * ES2018 without lookbehind, so that phones of 2019 run it. The files are named in order by SCRIPTS in checking.py.
 */
(function (root) {
  "use strict";

  // HirobaCheck(table, {today, groups, places, own, lang}) is made of parts, each of which adds its verbs to one kit.
  var HirobaCheck = function (table, facts) {
    var kit = { table: table.tables, all: table, facts: facts || {} };
    HirobaCheck.parts.forEach(function (part) { part(kit); });
    return kit.check;
  };
  HirobaCheck.parts = [];
  root.HirobaCheck = HirobaCheck;

  // What Python's str.strip takes away, and Rust's trim, which pydantic uses.
  var SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  var TRIM = SPACE.replace("\\x1c- ", " ");
  var REMEMBERED = 4096;

  // Browsers before 2020 may not know Unicode properties; they get the letters that are common here.
  function letters(properties, common) {
    try {
      return new RegExp("[" + properties + "]", "u");
    } catch (error) {
      return new RegExp("[" + common + "]", "u");
    }
  }

  /* ---- patterns ----------------------------------------------------------------------------------------- */

  // A pattern of the table: what re.Pattern does, over the same positions. `before` is a lookbehind of one letter.
  function Pattern(made) {
    this.made = made;
    this.flags = "u" + (made.letters ? "i" : "");
    this.before = made.before ? new RegExp(made.before[1], "u") : null;
  }

  Pattern.prototype.compiled = function (name, source, flags) {
    if (!this[name]) this[name] = new RegExp(source, this.flags + flags);
    return this[name];
  };

  Pattern.prototype.named = function (found) {
    if (found && this.made.names) {
      for (var name in this.made.names) found[name] = found[this.made.names[name]];
    }
    if (found) found.end = found.index + found[0].length;
    return found;
  };

  Pattern.prototype.fits = function (text, at) {
    if (!this.before) return true;
    return (at > 0 && this.before.test(text[at - 1])) === this.made.before[0];
  };

  // The match that begins right at a position, or null.
  Pattern.prototype.match = function (text, at) {
    var position = at || 0;
    if (!this.fits(text, position)) return null;
    var sticky = this.compiled("sticky", this.made.source, "y");
    sticky.lastIndex = position;
    return this.named(sticky.exec(text));
  };

  Pattern.prototype.full = function (text) {
    return this.fits(text, 0) ? this.named(this.compiled("whole", "^(?:" + this.made.source + ")$", "").exec(text)) : null;
  };

  Pattern.prototype.search = function (text, at) {
    var global = this.compiled("global", this.made.source, "g");
    var position = at || 0;
    while (position <= text.length) {
      global.lastIndex = position;
      var found = global.exec(text);
      if (!found || this.fits(text, found.index)) return this.named(found);
      position = found.index + 1;
    }
    return null;
  };

  Pattern.prototype.test = function (text) {
    return this.search(text) !== null;
  };

  // Every match in turn, none overlapping another.
  Pattern.prototype.all = function (text) {
    var out = [];
    var found = this.search(text, 0);
    while (found) {
      out.push(found);
      found = this.search(text, found.end > found.index ? found.end : found.end + 1);
    }
    return out;
  };

  Pattern.prototype.replace = function (text, make, most) {
    var out = "";
    var at = 0;
    this.all(text).slice(0, most).forEach(function (found) {
      out += text.slice(at, found.index) + (typeof make === "function" ? make(found) : make);
      at = found.end;
    });
    return out + text.slice(at);
  };

  // The text between the matches.
  Pattern.prototype.split = function (text) {
    var out = [];
    var at = 0;
    this.all(text).forEach(function (found) {
      out.push(text.slice(at, found.index));
      at = found.end;
    });
    out.push(text.slice(at));
    return out;
  };

  HirobaCheck.parts.push(function (kit) {
    var made = new Map();

    // The pattern that stands in the table under a name such as "dates.whole_date", or that is given.
    kit.pattern = function (named) {
      if (!made.has(named)) {
        var steps = typeof named === "string" ? named.split(".") : null;
        made.set(named, new Pattern(steps ? kit.table[steps[0]][steps[1]] : named));
      }
      return made.get(named);
    };

    kit.own = function (source) {
      if (!made.has(source)) made.set(source, new Pattern({ source: source }));
      return made.get(source);
    };
  });

  /* ---- widths, kana, numerals ----------------------------------------------------------------------------- */

  HirobaCheck.parts.push(function (kit) {
    var words = kit.table.text;
    var unified = {};
    Array.from(words.dashes).forEach(function (sign) { unified[sign] = "-"; });
    Array.from(words.tildes).forEach(function (sign) { unified[sign] = "~"; });
    Array.from(words.invisible).forEach(function (sign) { unified[sign] = ""; });
    var SIGNS = new RegExp("[" + words.dashes.replace(/[-\]\\^]/g, "\\$&") + words.tildes + words.invisible + "]", "g");
    var FOLDED = new RegExp("[" + Object.keys(kit.all.foldings).join("") + "]", "g");
    var STRIP = new RegExp("^[" + SPACE + "]+|[" + SPACE + "]+$", "g");
    var ENDS = new RegExp("^[" + TRIM + "]+|[" + TRIM + "]+$", "g");
    var SPACES = new RegExp("[" + SPACE + "]+", "g");
    var ALNUM = letters("\\p{L}\\p{N}", "0-9A-Za-z\\xaa-\\u1fff\\u3005-\\u3007\\u3021-\\u3096\\u309d-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufaff");
    var ASCII = /^[\x00-\x7f]*$/;

    kit.strip = function (text) { return text.replace(STRIP, ""); };
    kit.trim = function (text) { return text.replace(ENDS, ""); };
    kit.hasSpace = function (text) { return text.search(SPACES) >= 0; };
    kit.length = function (text) { return /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length; };
    kit.head = function (text, most) { return text.length <= most ? text : Array.from(text.slice(0, 2 * most)).slice(0, most).join(""); };
    kit.isAscii = function (text) { return ASCII.test(text); };
    kit.isLetter = function (letter) { return ALNUM.test(letter); };
    kit.pad = function (number, size) { return ("0000" + number).slice(-size); };

    kit.narrow = function (text) {
      if (ASCII.test(text)) return kit.strip(text);
      var folded = text.replace(/\u02dc/g, "~").normalize("NFKC").replace(SIGNS, function (sign) { return unified[sign]; });
      return kit.strip(kit.pattern("text.long_mark_as_dash").replace(folded, "-"));
    };

    kit.casefold = function (text) {
      if (ASCII.test(text)) return text.toLowerCase();
      // The browser's small letters know one rule of their own, ς at a word's end, which folding does not have.
      return text.replace(FOLDED, function (letter) { return kit.all.foldings[letter]; }).toLowerCase().replace(/ς/g, "σ");
    };

    kit.key = function (text) { return kit.casefold(kit.narrow(text)).replace(SPACES, ""); };

    kit.closedUp = function (text) {
      var plain = kit.narrow(text).replace(SPACES, " ");
      return plain.replace(/ /g, function (space, at) {
        return /[0-9A-Za-z]/.test(plain[at - 1]) && /[0-9A-Za-z]/.test(plain[at + 1]) ? " " : "";
      });
    };

    kit.compact = function (text) { return kit.casefold(kit.closedUp(text)); };

    function fullWidth(text) {
      var widened = kit.pattern("text.half_width_kana").replace(text, function (m) { return m[0].normalize("NFKC"); });
      return kit.pattern("text.split_voicing").replace(widened, function (m) { return m[0].normalize("NFC"); });
    }

    function shifted(text, set, by) {
      return fullWidth(text).replace(set, function (letter) { return String.fromCharCode(letter.charCodeAt(0) + by); });
    }

    kit.hiragana = function (text) { return shifted(text, /[\u30a1-\u30f6\u30fd\u30fe]/g, -0x60); };
    kit.katakana = function (text) { return shifted(text, /[\u3041-\u3096\u309d\u309e]/g, 0x60); };
    kit.isKana = function (text) {
      return Boolean(kit.pattern("text.kana").full(text)) && kit.pattern("text.kana_letter").test(text);
    };

    // The value of a numeral below 万, or null.
    function section(word) {
      if (!/[千百十拾]/.test(word)) {
        return Number(Array.from(word).map(function (digit) { return words.digit_of[digit]; }).join(""));
      }
      var found = kit.pattern("text.with_units").full(word);
      if (!found) return null;
      return [1000, 100, 10, 1].reduce(function (sum, place, n) {
        var digit = found[n + 1];
        if (digit === undefined) return sum;
        return sum + place * (digit ? words.digit_of[digit] : place > 1 ? 1 : 0);
      }, 0);
    }

    kit.kanjiNumber = function (text) {
      var word = kit.narrow(text);
      if (!word || kit.length(word) > words.most_digits) return null;
      if (ASCII.test(word)) return /^[0-9]+$/.test(word) ? Number(word) : null;
      var found = kit.pattern("text.number").full(word);
      if (!found) return null;
      var parts = [found[1], found[2], found[3]];
      var values = parts.map(function (part) { return part === undefined ? null : section(part); });
      if (parts.some(function (part, n) { return part !== undefined && values[n] === null; })) return null;
      var several = parts.filter(function (part) { return part !== undefined; }).length > 1 || found[3] === undefined;
      if (several && values.some(function (value) { return (value || 0) >= 10000; })) return null;
      return (values[0] || 0) * 100000000 + (values[1] || 0) * 10000 + (values[2] || 0);
    };

    // The value of digits that a pattern matched; -1 for a numeral that has none.
    kit.number = function (digits) {
      if (digits === "元") return 1;
      if (ASCII.test(digits)) return Number(digits);
      var value = kit.kanjiNumber(digits);
      return value === null ? -1 : value;
    };

    /* ---- what was not understood ------------------------------------------------------------------------ */

    kit.unclear = function (rule, text, suggestion, facts) {
      return { unclear: true, rule: rule, text: text, suggestion: suggestion || "", facts: facts || {} };
    };

    // A parser that refuses what is too long unread, and remembers what it was asked.
    kit.parser = function (parse) {
      var remembered = new Map();
      return function (text) {
        if (!remembered.has(text)) {
          if (remembered.size >= REMEMBERED) remembered.clear();
          var size = kit.length(text);
          var limit = kit.table.unclear.limit;
          var facts = { length: String(size), limit: String(limit) };
          remembered.set(text, size > limit ? kit.unclear("too-long", kit.head(text, 40) + "…", "", facts) : parse(text));
        }
        return remembered.get(text);
      };
    };
  });

  /* ---- difflib -------------------------------------------------------------------------------------------- */

  // Where each letter stands in a text; in one of two hundred letters and more, not of those that are everywhere.
  function placesOf(letters) {
    var places = new Map();
    letters.forEach(function (letter, at) {
      if (places.has(letter)) places.get(letter).push(at);
      else places.set(letter, [at]);
    });
    if (letters.length >= 200) {
      var most = Math.floor(letters.length / 100) + 1;
      places.forEach(function (found, letter) { if (found.length > most) places.delete(letter); });
    }
    return places;
  }

  function longestMatch(a, b, places, span) {
    var besti = span[0], bestj = span[2], size = 0;
    var lengths = new Map();
    for (var i = span[0]; i < span[1]; i += 1) {
      var next = new Map();
      var found = places.get(a[i]) || [];
      for (var n = 0; n < found.length; n += 1) {
        var j = found[n];
        if (j < span[2]) continue;
        if (j >= span[3]) break;
        var k = (lengths.get(j - 1) || 0) + 1;
        next.set(j, k);
        if (k > size) { besti = i - k + 1; bestj = j - k + 1; size = k; }
      }
      lengths = next;
    }
    while (besti > span[0] && bestj > span[2] && a[besti - 1] === b[bestj - 1]) { besti -= 1; bestj -= 1; size += 1; }
    while (besti + size < span[1] && bestj + size < span[3] && a[besti + size] === b[bestj + size]) size += 1;
    return [besti, bestj, size];
  }

  function matches(a, b, places) {
    var queue = [[0, a.length, 0, b.length]];
    var total = 0;
    while (queue.length) {
      var span = queue.pop();
      var found = longestMatch(a, b, places, span);
      if (!found[2]) continue;
      total += found[2];
      if (span[0] < found[0] && span[2] < found[1]) queue.push([span[0], found[0], span[2], found[1]]);
      var i = found[0] + found[2], j = found[1] + found[2];
      if (i < span[1] && j < span[3]) queue.push([i, span[1], j, span[3]]);
    }
    return total;
  }

  // The possibility nearest to a word (difflib.get_close_matches with n=1), or "".
  HirobaCheck.closest = function (word, possibilities, cutoff) {
    var b = Array.from(word);
    var places = placesOf(b);
    var best = "", score = -1;
    possibilities.forEach(function (possibility) {
      var a = Array.from(possibility);
      var total = a.length + b.length;
      if (total && (2 * Math.min(a.length, b.length)) / total < cutoff) return;
      var ratio = total ? (2 * matches(a, b, places)) / total : 1;
      if (ratio >= cutoff && (ratio > score || (ratio === score && possibility > best))) {
        best = possibility;
        score = ratio;
      }
    });
    return best;
  };
})(typeof self !== "undefined" ? self : this);
