/* Recurrences: generator/japanese/recurrence.py and wording.py in the browser. */
(function (root) {
  "use strict";

  var EVERY_WEEK = 0;
  var LAST_WEEK = 6;
  var EVERY_OTHER_WEEK = 7;
  var LAST_DAY = -1;
  var HALF_YEARS = { "1,3,5,7,9,11": "奇数月の", "2,4,6,8,10,12": "偶数月の" };

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.recurrence;
    var same = kit.same;

    kit.parseRecurrence = kit.parser(function (text) {
      var parted = withoutNotes(kit.inJapanese(text));
      var cut = kit.takeExceptions(kit.pattern("recurrence.every_morning").replace(kit.compact(parted.body), "毎日"));
      if (!cut) return kit.unclear("recurrence", text, words.example);
      var notes = parted.notes.concat(cut.found);
      var clauses = clausesOf(cut.rest, text);
      if (clauses.unclear) {
        if (clauses.suggestion.indexOf("または") >= 0) return clauses;
        return kit.unclear(clauses.rule, clauses.text, nearest(kit.compact(clauses.suggestion), notes), clauses.facts);
      }
      var found = assembled(clauses, notes, kit.strip(text));
      return found || kit.unclear("recurrence", text, nearest(cut.rest, notes));
    });

    function withoutNotes(text) {
      var notes = [];
      var body = kit.pattern("recurrence.brackets").replace(text, function (match) {
        var inside = kit.compact(match[1]);
        if (kit.tokens(inside) || kit.pattern("moments.range").full(inside)) return match[1];
        notes.push(kit.strip(kit.strip(match[1]).replace(/^※/, "")));
        return "";
      });
      var marked = [];
      kit.pattern("recurrence.marked").split(body).forEach(function (part) {
        marked = marked.concat(kit.pattern("recurrence.furthermore").split(part));
      });
      marked.slice(1).forEach(function (note) {
        if (kit.strip(note)) notes.push(note.replace(/^[ \t\r\n\u3000。]+|[ \t\r\n\u3000。]+$/g, ""));
      });
      return { body: marked[0], notes: notes };
    }

    function clause(days, times) { return { days: days, times: times }; }

    function clausesOf(body, text) {
      var found = [], position = 0;
      var matches = kit.pattern("moments.range").all(body);
      for (var n = 0; n < matches.length; n += 1) {
        var match = matches[n];
        var span = kit.readRange(match, text);
        if (span.unclear) return withWholeText(span, body, match);
        var days = body.slice(position, match.index);
        var last = found[found.length - 1];
        if (last && kit.pattern("recurrence.only_separators").full(days)) last.times.push(span);
        else found.push(clause(days, [span]));
        position = match.end;
      }
      return withRest(found, body.slice(position));
    }

    function withRest(found, rest) {
      if (!found.length || (found.length === 1 && kit.pattern("recurrence.only_separators").full(found[0].days))) {
        return [clause(rest, found.length ? found[0].times : [])];
      }
      var after = kit.tokens(rest);
      if (!after || after.some(function (t) { return words.trailing_letters.indexOf(t.letter) < 0; })) return [];
      var last = found[found.length - 1];
      return found.slice(0, -1).concat([clause(after.length ? last.days + " " + rest : last.days, last.times)]);
    }

    function withWholeText(problem, body, match) {
      if (problem.suggestion.indexOf("または") >= 0) return problem;
      var whole = body.slice(0, match.index) + problem.suggestion + body.slice(match.end);
      return kit.unclear(problem.rule, problem.text, whole, problem.facts);
    }

    function assembled(clauses, notes, text) {
      var days = clauses.map(function (each) { return kit.readDays(each.days); });
      var exceptions = exceptionsOf(notes);
      if (!days.length || days.indexOf(null) >= 0 || !exceptions) return null;
      var named = oneSet(days, clauses);
      var patterns = named ? reduced(named.patterns, exceptions) : null;
      if (!named || !patterns || (named.onHolidays && !same(patterns, named.patterns))) return null;
      var own = patterns.some(function (p) { return p.times.length; });
      return {
        text: text,
        patterns: patterns,
        monthDays: named.monthDays,
        months: named.months,
        times: own ? [] : clauses[0].times,
        irregular: Boolean(named.frequency),
        frequency: named.frequency,
        notes: (named.part ? [named.part] : []).concat(notes),
        onHolidays: named.onHolidays,
        skipHolidays: named.skipHolidays || exceptions.holidays,
        skipMonths: exceptions.months,
        skipDays: exceptions.days,
      };
    }

    function oneSet(days, clauses) {
      if (days.length === 1) return days[0];
      var more = days.some(function (d) {
        return d.monthDays.length || d.months.length || d.frequency || d.part || d.onHolidays || d.skipHolidays;
      });
      if (more || clauses.some(function (c) { return !c.times.length; }) || mayShareWeeks(days, clauses)) return null;
      var alike = clauses.every(function (c) { return same(c.times, clauses[0].times); });
      var patterns = [];
      days.forEach(function (d, n) {
        d.patterns.forEach(function (p) { patterns.push(kit.dayPattern(p.weeks, p.weekdays, alike ? [] : clauses[n].times)); });
      });
      return kit.days({ patterns: patterns });
    }

    function mayShareWeeks(days, clauses) {
      var numbered = false;
      return days.some(function (named, n) {
        var weekly = named.patterns.every(function (p) { return same(p.weeks, [EVERY_WEEK]); });
        if (numbered && weekly && clauses[n].days.indexOf("毎") < 0) return true;
        numbered = numbered || !weekly;
        return false;
      });
    }

    function exceptionsOf(notes) {
      var found = [];
      for (var n = 0; n < notes.length; n += 1) {
        var plain = kit.compact(notes[n]);
        var taken = kit.readException(plain);
        if (taken) found.push(taken);
        else if (!kit.isPlainRemark(plain)) return null;
      }
      return kit.joinedExceptions(found);
    }

    function reduced(patterns, exceptions) {
      if (!exceptions.weekdays.length && !exceptions.weeks.length) return patterns;
      var found = patterns.map(function (p) { return reducedPattern(p, exceptions); });
      return found.length && found.indexOf(null) < 0 ? found : null;
    }

    function reducedPattern(p, exceptions) {
      var weekdays = p.weekdays.filter(function (day) { return exceptions.weekdays.indexOf(day) < 0; });
      var meant = exceptions.weeks
        .filter(function (pair) { return pair[1] === -1 || weekdays.indexOf(pair[1]) >= 0; })
        .map(function (pair) { return pair[0]; });
      var partly = weekdays.length > 1 && exceptions.weeks.some(function (pair) { return weekdays.indexOf(pair[1]) >= 0; });
      var unnumbered = same(p.weeks, [EVERY_OTHER_WEEK]) || !p.weeks.length;
      if (!weekdays.length || partly || (meant.length && unnumbered)) return null;
      if (!meant.length) return kit.dayPattern(p.weeks, weekdays, p.times);
      var all = same(p.weeks, [EVERY_WEEK]) ? [1, 2, 3, 4, 5] : p.weeks;
      var weeks = all.filter(function (week) { return meant.indexOf(week) < 0; });
      return weeks.length ? kit.dayPattern(weeks, weekdays, p.times) : null;
    }

    // A recurrence that would be understood, as near to the text as its known words allow.
    function nearest(body, notes) {
      if (kit.pattern("remarks.takes_away").test(body)) return words.example;
      var plain = kit.pattern("recurrence.without_ordinal").replace(kit.withColons(body), function (m) { return "第" + m[1]; });
      var parts = "", position = 0;
      kit.pattern("moments.range").all(plain).forEach(function (match) {
        var span = kit.readRange(match, plain);
        parts += kit.knownWords(plain.slice(position, match.index)) + (span.unclear ? "" : kit.showRange(span));
        position = match.end;
      });
      var known = kit.compact(parts + kit.knownWords(plain.slice(position)));
      var kept = notes.filter(function (note) { return exceptionsOf([note]) !== null; });
      var repairs = [["$", ""]].concat(words.repairs);
      for (var n = 0; n < repairs.length; n += 1) {
        var fixed = kit.own(repairs[n][0]).replace(known, repairs[n][1], 1);
        var clauses = clausesOf(fixed, fixed);
        var found = clauses.unclear ? null : assembled(clauses, kept, kit.narrow(fixed));
        if (found) return kit.showRecurrence(found);
      }
      return words.example;
    }
  });

  /* ---- in canonical Japanese ------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var same = kit.same;
    var names = kit.table.dates.weekdays;

    kit.showRecurrence = function (r) {
      var months = showMonths(r);
      var notes = r.notes.map(function (note) { return "（" + note + "）"; }).join("");
      var body;
      if (r.monthDays.length) {
        body = showMonthDays(r, months);
      } else if (r.patterns.some(function (p) { return p.times.length; })) {
        body = months + r.patterns.map(function (p) { return showPattern(p, r) + " " + showTimes(p.times); }).join("、");
      } else {
        body = months + showPatterns(r);
      }
      return [r.frequency, body, showTimes(r.times)].filter(Boolean).join(" ") + notes;
    };

    function showTimes(times) { return times.map(kit.showRange).join("、"); }

    function showPatterns(r) {
      var shown = r.patterns.map(function (p) { return showPattern(p, r); });
      shown.forEach(function (text, n) {
        var before = n ? shown[n - 1] : "";
        if (r.months.length || /第|最終/.test(before)) shown[n] = text.replace(/^毎月/, "");
      });
      if (r.onHolidays && shown.length) shown[0] += "・祝日";
      return shown.join("、");
    }

    function showPattern(p, r) {
      var alone = r.patterns.length === 1 && same(p.weeks, [EVERY_WEEK]);
      if (alone && same(p.weekdays, [0, 1, 2, 3, 4, 5, 6])) return "毎日";
      if (alone && same(p.weekdays, [0, 1, 2, 3, 4]) && r.skipHolidays && !notesSkipHolidays(r)) return "平日";
      var days = showWeekdays(p.weekdays) + "曜日";
      if (!p.weeks.length) return days;
      if (p.weeks[0] === EVERY_WEEK || p.weeks[0] === EVERY_OTHER_WEEK) {
        return (p.weeks[0] === EVERY_WEEK ? "毎週" : "隔週") + days;
      }
      var weeks = p.weeks.map(function (week) { return week === LAST_WEEK ? "最終" : "第" + week; });
      return "毎月" + weeks.join("・") + days;
    }

    function notesSkipHolidays(r) {
      return r.notes.some(function (note) {
        var taken = kit.readException(kit.compact(note));
        return taken && taken.holidays;
      });
    }

    function showWeekdays(days) {
      var last = days[days.length - 1];
      if (days.length > 3 && last - days[0] === days.length - 1) return names[days[0]] + "〜" + names[last];
      return days.map(function (d) { return names[d]; }).join("・");
    }

    function showMonthDays(r, months) {
      var place = function (d) { return (d + 32) % 32; };
      var inOrder = r.monthDays.slice().sort(function (a, b) { return place(a) - place(b); });
      var days = inOrder.map(function (day) { return day === LAST_DAY ? "末日" : day + "日"; }).join("・");
      return r.months.length === 1 ? "毎年" + r.months[0] + "月" + days : months + "毎月" + days;
    }

    function showMonths(r) {
      if (!r.months.length) return "";
      var starts = r.months.filter(function (m) { return r.months.indexOf(((m + 10) % 12) + 1) < 0; });
      var named = HALF_YEARS[r.months.join()];
      if (named || starts.length !== 1 || r.months.length < 3) {
        return named || r.months.map(function (m) { return m + "月"; }).join("・") + "の";
      }
      return starts[0] + "月〜" + (((starts[0] + r.months.length - 2) % 12) + 1) + "月の";
    }
  });
})(typeof self !== "undefined" ? self : this);
