/* Recurrences: generator/japanese/recurrence.py, clauses.py and wording.py in the browser. */
(function (root) {
  "use strict";

  var EVERY_WEEK = 0;
  var LAST_WEEK = 6;
  var EVERY_OTHER_WEEK = 7;
  var LAST_DAY = -1;
  var PART = "\ue100";
  var HALF_YEARS = { "1,3,5,7,9,11": "奇数月の", "2,4,6,8,10,12": "偶数月の" };

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.clauses;
    var same = kit.same;

    kit.parseRecurrence = kit.parser(function (text) {
      var words = kit.pattern("recurrence.in_words").full(text);
      if (words) return inWords(kit.strip(text), kit.oneLine(words[1]));
      var noted = kit.takeNotes(kit.inJapanese(text));
      var parts = noted ? kit.parted(noted) : null;
      var found = parts ? kit.assembled(parts, text) : null;
      if (found && !found.unclear) return found;
      var help = kit.nearest(text, parts, found);
      var facts = help.left ? { left: help.left } : {};
      return found ? kit.unclear(found.rule, found.text, help.text, facts) : kit.unclear("recurrence", text, help.text, facts);
    });

    function inWords(text, shown) {
      return {
        text: text, patterns: [], monthDays: [], months: [], times: [], irregular: true, frequency: shown, notes: [],
        onHolidays: false, skipHolidays: false, skipMonths: [], skipDays: [], inWords: true,
      };
    }

    // The remarks that change some of its days in a way that only a reader understands.
    kit.unreadRemarks = function (r) {
      var own = r.patterns.reduce(function (all, p) { return all.concat(p.notes.filter(kit.takesAway)); }, []);
      return own.concat(r.notes.filter(function (note) {
        var taken = kit.exceptionsOf([note]);
        return taken && taken.unread;
      }));
    };

    kit.parted = function (noted) {
      var cut = kit.takeExceptions(kit.pattern("clauses.every_morning").replace(kit.compact(noted.body), "毎日"));
      if (!cut) return null;
      var totals = kit.takeTotals(cut.rest);
      return { body: totals.rest, noted: noted, notes: noted.after.concat(cut.found, totals.found) };
    };

    kit.assembled = function (parts, text) { return withOtherTimes(parts, text) || plainly(parts, text); };

    function withOtherTimes(parts, text) {
      var cut = kit.takeOtherTimes(parts.body);
      if (!cut) return null;
      var found = plainly({ body: cut.rest, noted: parts.noted, notes: parts.notes.concat(cut.found) }, text);
      if (!found || found.unclear) return null;
      var own = found.patterns.reduce(function (all, p) { return all.concat(p.weekdays); }, []);
      var within = cut.found.every(function (note) {
        return kit.weekdaysMeant(note).every(function (day) { return own.indexOf(day) >= 0; });
      });
      return within ? found : null;
    }

    function plainly(parts, text) {
      var clauses = clausesOf(parts.body, text);
      if (clauses.unclear) return clauses;
      var days = clauses.map(function (each) { return kit.readDays(each.days); });
      var named = days.length && days.indexOf(null) < 0 ? oneSet(days, clauses) : null;
      return named ? withRemarks(named, days, clauses, parts, text) : null;
    }

    function clause(days, times, marks) { return { days: days, times: times, marks: marks || "" }; }
    function remarksIn(text) { return kit.pattern("clauses.remarks").all(text).map(function (m) { return m[0]; }).join(""); }

    function clausesOf(body, text) {
      var found = [], position = 0;
      var matches = kit.pattern("moments.range").all(body);
      for (var n = 0; n < matches.length; n += 1) {
        var match = matches[n];
        var span = kit.readRange(match, text);
        if (span.unclear) return withWholeText(span, body, match);
        var days = body.slice(position, match.index);
        var last = found[found.length - 1];
        if (last && kit.pattern("clauses.only_separators").full(days)) {
          last.times.push(span);
          last.marks += remarksIn(days);
        } else {
          found.push(clause(days, [span]));
        }
        position = match.end;
      }
      return withRest(found, body.slice(position));
    }

    function withRest(found, rest) {
      if (!found.length || (found.length === 1 && kit.pattern("clauses.only_separators").full(found[0].days))) {
        return [clause((found.length ? found[0].days : "") + rest, found.length ? found[0].times : [])];
      }
      var after = kit.tokens(rest);
      if (!after || after.some(function (t) { return words.trailing_letters.indexOf(t.letter) < 0; })) return [];
      var last = found[found.length - 1];
      var named = kit.pattern("clauses.remarks").replace(rest, "");
      var days = named ? last.days + " " + named : last.days;
      return found.slice(0, -1).concat([clause(days, last.times, last.marks + remarksIn(rest))]);
    }

    function withWholeText(problem, body, match) {
      var whole = body.slice(0, match.index) + problem.suggestion + body.slice(match.end);
      return kit.unclear(problem.rule, problem.text, whole, problem.facts);
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

    function withRemarks(named, days, clauses, parts, text) {
      var said = owned(named, days, clauses, parts.noted);
      var notes = said.whole.concat(parts.notes);
      var exceptions = kit.exceptionsOf(notes);
      if (!exceptions || said.own.some(function (each) { return kit.exceptionsOf(each) === null; })) return null;
      var whole = named.patterns.map(function (p, n) { return kit.dayPattern(p.weeks, p.weekdays, p.times, said.own[n]); });
      var patterns = kit.reduced(whole, exceptions);
      if (!patterns) return null;
      var fewer = patterns.some(function (p, n) { return !same(p.weekdays, whole[n].weekdays); });
      return named.onHolidays && fewer ? null : recurrence(named, patterns, exceptions, clauses, notes, text);
    }

    function recurrence(named, patterns, exceptions, clauses, notes, text) {
      var own = patterns.some(function (p) { return p.times.length; });
      return {
        text: kit.strip(text),
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
        inWords: false,
      };
    }

    // {own, whole}: the remarks of each pattern, and those of the whole.
    function owned(named, days, clauses, noted) {
      var own = named.patterns.map(function () { return []; });
      var whole = [];
      var last = own.length - 1;
      var shared = clauses[0].times.length && !named.patterns.some(function (p) { return p.times.length; });
      ownersOf(days, clauses).forEach(function (each) {
        var note = kit.saidAt(noted.marked, each.mark);
        var ends = each.owners.indexOf(last) >= 0 && (each.behind || !shared || kit.takesAway(note));
        if (last < 1 || !each.owners.length || each.owners[0] > last || ends) whole.push(note);
        else each.owners.forEach(function (owner) { own[owner].push(note); });
      });
      return { own: own, whole: whole };
    }

    function ownersOf(days, clauses) {
      var found = [], first = 0, before = [];
      days.forEach(function (named, n) {
        named.marks.forEach(function (each) {
          var behind = each.mark < PART && each.at < 0;
          found.push({ mark: each.mark, owners: behind ? before : [first + each.at], behind: behind });
        });
        before = named.patterns.map(function (_, at) { return first + at; });
        first += named.patterns.length;
        Array.from(clauses[n].marks).forEach(function (mark) { found.push({ mark: mark, owners: before, behind: true }); });
      });
      return found;
    }
  });

  /* ---- in canonical Japanese ------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var same = kit.same;
    var names = kit.table.dates.weekdays;

    kit.showRecurrence = function (r) {
      var months = showMonths(r);
      var notes = showNotes(r.notes);
      var body;
      if (r.monthDays.length) {
        body = showMonthDays(r, months);
      } else if (r.patterns.some(function (p) { return p.times.length; })) {
        body = months + r.patterns.map(function (p) { return showPattern(p, r) + " " + showTimes(p.times) + showNotes(p.notes); }).join("、");
      } else {
        body = months + showPatterns(r);
      }
      return [r.frequency, body, showTimes(r.times)].filter(Boolean).join(" ") + notes;
    };

    function showNotes(notes) { return notes.map(function (note) { return "（" + note + "）"; }).join(""); }

    function showTimes(times) { return times.map(kit.showRange).join("、"); }

    function showPatterns(r) {
      var shown = r.patterns.map(function (p) { return showPattern(p, r); });
      shown.forEach(function (text, n) {
        var before = n ? shown[n - 1] : "";
        if (r.months.length || /第|最終/.test(before)) shown[n] = text.replace(/^毎月/, "");
      });
      if (r.onHolidays && shown.length) shown[0] += "・祝日";
      return shown.map(function (text, n) { return text + showNotes(r.patterns[n].notes); }).join("、");
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
