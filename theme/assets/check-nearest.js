/* The help for a recurrence that is not understood: generator/japanese/mentions.py and nearest.py in the browser. */
(function (root) {
  "use strict";

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.mentions;
    var weekdays = kit.table.dates.weekdays;

    // Which days and times a compact text speaks of at all, as one text that can be compared.
    kit.mentions = function (plain) {
      var written = kit.withColons(kit.pattern("mentions.building").replace(plain, "\n"));
      var times = spans(written);
      var rest = kit.pattern("mentions.clock").replace(written, "\n");
      var named = words.named.concat(times.length ? [] : words.named_parts).filter(function (pair) {
        return kit.pattern(pair[1]).test(rest);
      });
      var days = kit.pattern("mentions.no_weekday").replace(kit.pattern("mentions.month").replace(rest, "\n"), function (m) {
        return m[0].indexOf("曜") < 0 ? "\n" : "";
      });
      var on = kit.pattern("mentions.daily").test(rest) ? [0, 1, 2, 3, 4, 5, 6] : [];
      kit.pattern("mentions.weekdays_to").all(days).forEach(function (match) {
        var first = weekdays.indexOf(match.first), last = weekdays.indexOf(match.last);
        for (var day = first; day < last + (last >= first ? 1 : 8); day += 1) on.push(day % 7);
      });
      Array.from(days).forEach(function (letter) { if (weekdays.indexOf(letter) >= 0) on.push(weekdays.indexOf(letter)); });
      return JSON.stringify([
        Array.from(new Set(times.map(function (each) { return JSON.stringify(each); }))).sort(),
        kit.sorted(numbers(rest)),
        kit.sorted(on),
        named.map(function (pair) { return pair[0]; }),
      ]);
    };

    function spans(written) {
      var found = [], end = 0;
      kit.pattern("mentions.clock").all(written).forEach(function (match) {
        var last = found[found.length - 1];
        if (last && last.length === 1 && kit.pattern("mentions.leads_to").full(written.slice(end, match.index))) {
          last.push(time(match));
        } else {
          found.push([time(match)]);
        }
        end = match.end;
      });
      return found;
    }

    function time(match) {
      var minute = match.colon || match.minute || "0";
      var hour = match.hour ? kit.number(match.hour) : 12;
      return [((hour % 12) + 12) % 12, minute === "半" ? 30 : kit.number(minute.replace(/分$/, ""))];
    }

    function numbers(rest) {
      var found = kit.pattern("mentions.number").all(rest).map(function (m) { return kit.number(m[0]); });
      kit.pattern("mentions.span").all(rest).forEach(function (match) {
        var first = kit.number(match.first), last = kit.number(match.last), n;
        for (n = first; n <= last; n += 1) found.push(n);
        if (first > last && match.month) {
          for (n = first; n < 13; n += 1) found.push(n);
          for (n = 1; n <= last; n += 1) found.push(n);
        }
      });
      return found;
    }
  });

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.nearest;

    kit.oneLine = function (text) { return kit.strip(kit.pattern("nearest.spaces").replace(text, " ")); };

    function withoutMarks(text) { return text.replace(/[\ue000-\ue1ff]/g, ""); }

    // {text, left}: what would be understood, and what of the text it leaves out; if need be all of it kept in words.
    kit.nearest = function (text, parts, problem) {
      var found = parts && kit.length(text) <= words.longest ? likely(text, parts, problem) : null;
      return found || { text: inWords(text), left: "" };
    };

    function inWords(text) {
      var prefix = kit.table.patterns.in_words;
      var plain = withoutMarks(kit.oneLine(text));
      return plain && kit.length(plain) <= kit.table.unclear.limit - prefix.length ? prefix + plain : words.example;
    }

    function likely(text, parts, problem) {
      if (kit.pattern("exceptions.takes_away").test(parts.body)) return null;
      var meant = kit.mentions(kit.compact(kit.inJapanese(text)));
      var marks = kit.pattern("remarks.mark").all(parts.body);
      var every = marks.map(function (m) { return kit.saidAt(parts.noted.marked, m[0]); }).concat(parts.notes);
      var kept = every.filter(function (note) { return kit.exceptionsOf([note]) !== null; });
      var blocked = every.filter(function (note) { return kit.exceptionsOf([note]) === null; });
      var body = withoutMarks(problem ? kit.compact(problem.suggestion) : parts.body) + blocked.map(kit.compact).join("");
      var ordinal = function (m) { return "第" + m[1]; };
      var known = knownOf(kit.pattern("nearest.without_ordinal").replace(kit.withColons(body), ordinal));
      // Something there may say when (4月から, だめなら, どこかの, 旧暦).
      if (!known.left.every(function (piece) { return kit.pattern("nearest.may_be_left").full(piece); })) return null;
      for (var n = 0; n < words.repairs.length; n += 1) {
        var fixed = kit.own(words.repairs[n][0]).replace(known.text, words.repairs[n][1], 1);
        var found = read({ body: fixed, marked: [], after: [] }, fixed);
        if (!found) continue;
        var shown = kit.showRecurrence(found) + kept.map(function (note) { return "（" + note + "）"; }).join("");
        if (kit.mentions(kit.compact(shown)) === meant && read(kit.takeNotes(kit.inJapanese(shown)), shown)) return { text: shown, left: known.left.join("、") };
      }
      return null;
    }

    function read(noted, text) {
      var parts = noted ? kit.parted(noted) : null;
      var found = parts ? kit.assembled(parts, text) : null;
      return found && !found.unclear ? found : null;
    }

    function knownOf(plain) {
      var building = kit.pattern("mentions.building");
      var parts = [], left = building.all(plain).map(function (m) { return m[0]; }), position = 0;
      plain = building.replace(plain, "\n");
      function take(text) {
        parts.push(kit.knownWords(text));
        left = left.concat(kit.unknownWords(text));
      }
      kit.pattern("moments.range").all(plain).forEach(function (match) {
        var span = kit.readRange(match, plain);
        take(plain.slice(position, match.index));
        parts.push(span.unclear ? "" : kit.showRange(span));
        position = match.end;
      });
      take(plain.slice(position));
      var named = left.filter(function (piece) { return !kit.pattern("nearest.nothing_left").full(piece); });
      return { text: kit.compact(parts.join("")), left: named };
    }
  });
})(typeof self !== "undefined" ? self : this);
