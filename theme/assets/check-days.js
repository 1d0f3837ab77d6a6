/* Days that come round, and what is taken away from them: generator/japanese/spellings.py, day_words.py, days.py and
 * remarks.py in the browser.
 */
(function (root) {
  "use strict";

  var EVERY_WEEK = 0;
  var LAST_WEEK = 6;
  var EVERY_OTHER_WEEK = 7;
  var WORKDAYS = [0, 1, 2, 3, 4];
  var ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];

  function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }
  function sorted(numbers) {
    return Array.from(new Set(numbers)).sort(function (a, b) { return a - b; });
  }
  function sortedPairs(pairs) {
    var seen = new Map(pairs.map(function (pair) { return [pair.join(), pair]; }));
    return Array.from(seen.values()).sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
  }
  function span(first, end) {
    var out = [];
    for (var n = first; n < end; n += 1) out.push(n);
    return out;
  }

  /* ---- other spellings ---------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.spellings;
    var weekdays = kit.table.dates.weekdays;

    kit.same = same;

    // The text itself, or its Japanese if it begins with a GIF code or is English.
    kit.inJapanese = function (text) {
      if (!kit.pattern("spellings.latin").test(text)) return text;
      var plain = kit.narrow(text);
      var code = kit.pattern("spellings.gif").match(plain);
      if (code) return fromGif(code[1]) + " " + plain.slice(code.end);
      return kit.pattern("spellings.english").test(plain) ? fromEnglish(kit.compact(text)) : text;
    };

    function fromGif(code) {
      var days = words.gif_days.map(function (name) { return name.toLowerCase(); });
      return kit.pattern("spellings.gif_item").all(code).map(function (item) {
        return weeksOf(item[1]) + weekdays[days.indexOf(item[2].toLowerCase())] + "曜";
      }).join("、");
    }

    function weeksOf(digits) {
      if (digits === "0" || digits === "7") return digits === "0" ? "毎週" : "隔週";
      if (/[07]/.test(digits)) return digits;
      return Array.from(digits).map(function (week) { return week === "6" ? "最終" : "第" + week; }).join("・");
    }

    function fromEnglish(plain) {
      var named = kit.pattern("spellings.english_day").replace(plain, function (m) { return words.days[m[1]] + "曜"; });
      named = kit.pattern("spellings.ordinal").replace(named, function (m) { return "第" + words.ordinals[m[1]]; });
      words.translations.forEach(function (pair) { named = kit.pattern(pair[0]).replace(named, pair[1]); });
      return named;
    }
  });

  /* ---- words of the grammar -------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var letters = kit.table.day_words.letters;

    function letterOf(match) {
      for (var n = 0; n < letters.length; n += 1) if (match["t" + n] !== undefined) return letters[n];
      return "";
    }

    // The words of a compact text, fillers left out; null if anything in it is not a word of the grammar.
    kit.tokens = function (text) {
      var label = kit.pattern("day_words.label").match(text);
      var position = label ? label.end : 0;
      var found = [];
      while (position < text.length) {
        var match = kit.pattern("day_words.token").match(text, position);
        if (!match) return null;
        position = match.end;
        var letter = letterOf(match);
        if (letter !== "_") found.push({ letter: letter, text: match[0], after: text.slice(position, position + 1) });
      }
      return found;
    };

    // Only what the grammar knows of a compact text.
    kit.knownWords = function (text) {
      var kept = [];
      var position = 0;
      while (position < text.length) {
        var match = kit.pattern("day_words.token").match(text, position);
        var inside = position > 0 && !kept[kept.length - 1] && match && kit.table.dates.weekdays.indexOf(match[0]) >= 0;
        kept.push(match && !inside ? match[0] : "");
        position = match ? match.end : position + (text.codePointAt(position) > 0xffff ? 2 : 1);
      }
      return kept.join("");
    };
  });

  /* ---- days ----------------------------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.days;
    var weekdays = kit.table.dates.weekdays;

    function one(named, letter) {
      var token = named.filter(function (t) { return t.letter === letter; })[0];
      return token ? token.text : "";
    }
    function count(text, letter) { return text.split(letter).length - 1; }
    function days(found) {
      return Object.assign({ patterns: [], monthDays: [], months: [], frequency: "", onHolidays: false, skipHolidays: false,
        part: "" }, found);
    }
    function pattern(weeks, weekdaysOf, times) { return { weeks: weeks, weekdays: weekdaysOf, times: times || [] }; }
    kit.dayPattern = pattern;
    kit.days = days;

    // The days a compact text (without times and remarks) names; null if it does not clearly name any.
    kit.readDays = function (text) {
      var found = kit.tokens(text);
      if (!found) return null;
      found = trimmed(found);
      var parts = found.filter(function (t) { return t.letter === "P"; });
      var named = found.filter(function (t) { return t.letter !== "P"; });
      var letters = named.map(function (t) { return t.letter; }).join("");
      if (!kit.pattern("days.sense").full(letters) || count(letters, "S") > 1 || count(letters, "F") > 1 || parts.length > 1) {
        return null;
      }
      var patterns = patternsOf(named), months = monthsOf(named), monthDays = monthDaysOf(named);
      if (!patterns || !months || !monthDays || !monthsAreClear(named)) return null;
      if (/[AB]/.test(letters) && patterns.length > 1) return null;
      var part = parts.map(function (t) { return t.text; }).join("");
      return withFrequency(days({ patterns: patterns, monthDays: monthDays, months: months, part: part }), named);
    };

    function trimmed(found) {
      var first = 0, last = found.length;
      while (first < last && /[,+]/.test(found[first].letter)) first += 1;
      while (last > first && /[,+]/.test(found[last - 1].letter)) last -= 1;
      return found.slice(first, last);
    }

    function monthsAreClear(named) {
      return !named.some(function (token, n) {
        var following = named[n + 1];
        if (!following || token.letter !== "S" || !/[DT]/.test(following.letter)) return false;
        return !/[のは]$/.test(token.text) && named[0].letter !== "Y";
      });
    }

    function withFrequency(found, named) {
      found.skipHolidays = named.some(function (t) { return t.letter === "B"; });
      found.onHolidays = named.some(function (t) { return t.letter === "D" && t.text.indexOf("祝") >= 0; });
      var frequency = one(named, "F");
      if (!frequency) return found;
      var letters = named.map(function (t) { return t.letter; }).join("");
      var together = letters === "FD" || letters === "DF";
      if (together && frequency[0] === "週" && sameCount(frequency, found.patterns)) return found;
      if (together || letters === "F") {
        var patterns = found.patterns.map(function (p) { return pattern([], p.weekdays); });
        return found.onHolidays ? null : days({ patterns: patterns, frequency: frequency, part: found.part });
      }
      if (letters.indexOf("S") >= 0 || found.onHolidays) return null;
      return sameCount(frequency, found.patterns) ? found : null;
    }

    function sameCount(frequency, patterns) {
      var match = kit.pattern("days.count").full(frequency);
      if (!match) return false;
      var weekly = match[1] === "週";
      var mixed = patterns.some(function (p) {
        return same(p.weeks, [EVERY_WEEK]) !== weekly || p.weeks.indexOf(EVERY_OTHER_WEEK) >= 0;
      });
      return !mixed && kit.number(match[2]) === patterns.reduce(function (n, p) { return n + p.weeks.length * p.weekdays.length; }, 0);
    }

    function patternsOf(named) {
      var found = [];
      for (var n = 0; n < named.length; n += 1) {
        var token = named[n];
        if (token.letter === "A" || token.letter === "B") {
          found.push(pattern([EVERY_WEEK], token.letter === "A" ? ALL_DAYS : WORKDAYS));
        }
        if (token.letter !== "D") continue;
        var before = n ? named[n - 1] : null;
        var weeks = weeksBefore(before);
        var on = weekdaysOf(token);
        if (!weeks.length || !on.length || !isPlain(token, before, found.length > 0, weeks)) return null;
        if (same(weeks, [EVERY_WEEK]) && !(before && before.letter === "W") && needsPrefix(found)) return null;
        found.push(pattern(weeks, on));
      }
      return found;
    }

    function needsPrefix(found) {
      return found.some(function (p) { return !same(p.weeks, [EVERY_WEEK]); });
    }

    function weeksBefore(before) {
      if (!before || !/[NO]/.test(before.letter)) return [EVERY_WEEK];
      if (before.letter === "O") return [EVERY_OTHER_WEEK];
      return numbers(before.text, 1, 5, { "最終": LAST_WEEK, "最後": LAST_WEEK, "月末": LAST_WEEK });
    }

    function numbers(text, least, most, names) {
      var found = [];
      var items = kit.pattern("days.number_item").all(text);
      for (var n = 0; n < items.length; n += 1) {
        var written = items[n].number;
        var named = Object.prototype.hasOwnProperty.call(names, written);
        var value = named ? names[written] : kit.number(written);
        var first = items[n].to && found.length ? found[found.length - 1] : value;
        var wraps = first > value && most === 12;
        if (!((value >= least && value <= most) || named) || (first > value && !wraps)) return [];
        found = found.concat(wraps ? span(first, most + 1).concat(span(least, value + 1)) : span(first, value + 1));
      }
      return sorted(found);
    }

    function weekdaysOf(token) {
      var found = [];
      kit.pattern("days.list_item").all(token.text).forEach(function (item) {
        if (item.day[0] === "祝") return;
        var day = weekdays.indexOf(item.day[0]);
        var first = item.to && found.length ? found[found.length - 1] : day;
        found = found.concat(span(first, day >= first ? day + 1 : day + 8).map(function (d) { return d % 7; }));
      });
      return sorted(found);
    }

    function isPlain(token, before, later, weeks) {
      var text = token.text.replace(/のみ$/, "").replace(/だけ$/, "");
      if (text.indexOf("祝") >= 0 && !same(weeks, [EVERY_WEEK])) return false;
      if (before && before.letter === "N" && !shareWeeks(text, before.text)) return false;
      if (text.indexOf("曜") >= 0) return true;
      if (words.after_bare.indexOf(token.after) < 0 || /月日|日月/.test(text)) return false;
      return kit.pattern("days.list_item").all(text).length > 1 || before !== null || (!later && token.after === "");
    }

    function shareWeeks(text, weeks) {
      var several = count(text, "曜") > 1;
      return !several || weeks.indexOf("週") >= 0 || /の$/.test(weeks) || !kit.pattern("days.separated").test(text);
    }

    function monthsOf(named) {
      var text = one(named, "S");
      if (!text) return [];
      var months = kit.readMonths(text);
      return months.length ? months : null;
    }

    kit.readMonths = function (text) {
      return words.half_years[text.slice(0, 3)] || numbers(text, 1, 12, {});
    };

    function monthDaysOf(named) {
      var text = one(named, "T");
      if (!text) return [];
      if (/く日$/.test(text)) return span(1, 32).filter(function (d) { return d % 10 === Number(text[0]); });
      var found = numbers(text, 1, 31, { "末日": -1 });
      return found.length ? found : null;
    }
  });

  /* ---- exceptions and remarks ---------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.remarks;
    var weekdays = kit.table.dates.weekdays;
    var NUMBER = kit.own("[0-9]{1,2}|[〇一二三四五六七八九十]{1,3}");

    function exceptions(found) {
      return Object.assign({ holidays: false, months: [], days: [], weekdays: [], weeks: [] }, found);
    }

    kit.joinedExceptions = function (items) {
      function all(name) { return items.reduce(function (list, item) { return list.concat(item[name]); }, []); }
      return exceptions({
        holidays: items.some(function (item) { return item.holidays; }),
        months: sorted(all("months")),
        days: sortedPairs(all("days")),
        weekdays: sorted(all("weekdays")),
        weeks: sortedPairs(all("weeks")),
      });
    };

    // A compact text without its exceptions, and these; null if it is not clear where one begins.
    kit.takeExceptions = function (text) {
      if (!kit.pattern("remarks.takes_away").test(text)) return { rest: text, found: [] };
      var found = [], rest = "", position = 0;
      var matches = kit.pattern("remarks.inline").all(text);
      for (var n = 0; n < matches.length; n += 1) {
        var match = matches[n];
        var mixed = /[~-]|から/.test(match.items) && /[、,]/.test(match.items);
        // Twelve characters back, however many units they take.
        var before = Array.from(text.slice(0, match.index)).slice(-12).join("");
        if (mixed || kit.pattern("remarks.listed_before").test(before)) return null;
        rest += text.slice(position, match.index);
        found.push(match[0].replace(/の$/, ""));
        position = match.end;
      }
      return { rest: rest + text.slice(position), found: found };
    };

    // What a compact note takes away; null if it is not an exception.
    kit.readException = function (note) {
      if (kit.pattern("remarks.shifted").full(note)) return exceptions({ holidays: true });
      var match = kit.pattern("remarks.noted").full(note);
      if (!match) return null;
      var taken = kit.pattern("remarks.item_alone").all(match.items).map(function (item) { return readItem(item[0]); });
      return taken.indexOf(null) < 0 ? kit.joinedExceptions(taken) : null;
    };

    kit.isPlainRemark = function (note) {
      return Boolean(kit.pattern("remarks.weather").full(note)) || !kit.pattern("remarks.about_days").test(note);
    };

    function readItem(item) {
      if (item.indexOf("祝") >= 0 || item === "祭日") return exceptions({ holidays: true });
      if (item === "年末年始") return exceptions({ days: words.new_year });
      if (item.indexOf("盆") >= 0) return exceptions({ days: words.bon });
      if (item.indexOf("休み") >= 0) return exceptions({});
      if (item[0] === "第") return readWeeks(item);
      if (weekdays.indexOf(item[0]) >= 0) return exceptions({ weekdays: [weekdays.indexOf(item[0])] });
      if (/日$/.test(item.replace(/まで$/, ""))) {
        var days = spanOfDays(item);
        return days.length ? exceptions({ days: days }) : null;
      }
      var months = kit.readMonths(item);
      return months.length ? exceptions({ months: months }) : null;
    }

    function readWeeks(item) {
      var weekday = /([月火水木金土日])(?=曜)/.exec(item);
      var weeks = NUMBER.all(item).map(function (m) { return kit.number(m[0]); });
      if (weeks.some(function (week) { return week < 1 || week > 5; })) return null;
      var day = weekday ? weekdays.indexOf(weekday[1]) : -1;
      return exceptions({ weeks: weeks.map(function (week) { return [week, day]; }) });
    }

    function spanOfDays(item) {
      var found = NUMBER.all(item).map(function (m) { return kit.number(m[0]); });
      if (found.length === 3) found.splice(2, 0, found[0]);
      if (found.length !== 4) found = found.concat(found);
      var month = found[0], day = found[1], pairs = [];
      while (month >= 1 && month <= 12 && day >= 1 && day <= kit.lastOf(2028, month) && pairs.length <= 366) {
        pairs.push([month, day]);
        if (month === found[2] && day === found[3]) return sortedPairs(pairs);
        if (day < kit.lastOf(2028, month)) day += 1;
        else { month = (month % 12) + 1; day = 1; }
      }
      return [];
    }
  });
})(typeof self !== "undefined" ? self : this);
