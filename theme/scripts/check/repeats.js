/* Recurrences: generator/japanese/recurrence.py, clauses.py and wording.py in the browser. */
import { HirobaCheck } from "./text.js";

const EVERY_WEEK = 0;
const LAST_WEEK = 6;
const EVERY_OTHER_WEEK = 7;
const LAST_DAY = -1;
const PART = "\ue100";
const HALF_YEARS = { "1,3,5,7,9,11": "奇数月の", "2,4,6,8,10,12": "偶数月の" };

HirobaCheck.parts.push(kit => {
  const words = kit.table.clauses;
  const same = kit.same;

  kit.parseRecurrence = kit.parser(text => {
    const words = kit.pattern("recurrence.in_words").full(text);
    if (words) return inWords(kit.strip(text), kit.oneLine(words[1]));
    const noted = kit.takeNotes(kit.inJapanese(text));
    const parts = noted ? kit.parted(noted) : null;
    const found = parts ? kit.assembled(parts, text) : null;
    if (found && !found.unclear) return found;
    const help = kit.nearest(text, parts, found);
    const facts = help.left ? { left: help.left } : {};
    return found ? kit.unclear(found.rule, found.text, help.text, facts) : kit.unclear("recurrence", text, help.text, facts);
  });

  function inWords(text, shown) {
    return {
      text, patterns: [], monthDays: [], months: [], times: [], irregular: true, frequency: shown, notes: [],
      onHolidays: false, skipHolidays: false, skipMonths: [], skipDays: [], inWords: true,
    };
  }

  // The remarks that change some of its days in a way that only a reader understands.
  kit.unreadRemarks = r => {
    const own = r.patterns.reduce((all, p) => all.concat(p.notes.filter(kit.takesAway)), []);
    return own.concat(r.notes.filter(note => {
      const taken = kit.exceptionsOf([note]);
      return taken && taken.unread;
    }));
  };

  kit.parted = noted => {
    const cut = kit.takeExceptions(kit.pattern("clauses.every_morning").replace(kit.compact(noted.body), "毎日"));
    if (!cut) return null;
    const totals = kit.takeTotals(cut.rest);
    return { body: totals.rest, noted, notes: noted.after.concat(cut.found, totals.found) };
  };

  kit.assembled = (parts, text) => withOtherTimes(parts, text) || plainly(parts, text);

  function withOtherTimes(parts, text) {
    const cut = kit.takeOtherTimes(parts.body);
    if (!cut) return null;
    const found = plainly({ body: cut.rest, noted: parts.noted, notes: parts.notes.concat(cut.found) }, text);
    if (!found || found.unclear) return null;
    const own = found.patterns.reduce((all, p) => all.concat(p.weekdays), []);
    const within = cut.found.every(note => kit.weekdaysMeant(note).every(day => own.indexOf(day) >= 0));
    return within ? found : null;
  }

  function plainly(parts, text) {
    const clauses = clausesOf(parts.body, text);
    if (clauses.unclear) return clauses;
    const days = clauses.map(each => kit.readDays(each.days));
    const named = days.length && days.indexOf(null) < 0 ? oneSet(days, clauses) : null;
    return named ? withRemarks(named, days, clauses, parts, text) : null;
  }

  function clause(days, times, marks) { return { days, times, marks: marks || "" }; }
  function remarksIn(text) { return kit.pattern("clauses.remarks").all(text).map(m => m[0]).join(""); }

  function clausesOf(body, text) {
    const found = [];
    let position = 0;
    const matches = kit.pattern("moments.range").all(body);
    for (let n = 0; n < matches.length; n += 1) {
      const match = matches[n];
      const span = kit.readRange(match, text);
      if (span.unclear) return withWholeText(span, body, match);
      const days = body.slice(position, match.index);
      const last = found[found.length - 1];
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
    const after = kit.tokens(rest);
    if (!after || after.some(t => words.trailing_letters.indexOf(t.letter) < 0)) return [];
    const last = found[found.length - 1];
    const named = kit.pattern("clauses.remarks").replace(rest, "");
    const days = named ? last.days + " " + named : last.days;
    return found.slice(0, -1).concat([clause(days, last.times, last.marks + remarksIn(rest))]);
  }

  function withWholeText(problem, body, match) {
    const whole = body.slice(0, match.index) + problem.suggestion + body.slice(match.end);
    return kit.unclear(problem.rule, problem.text, whole, problem.facts);
  }

  function oneSet(days, clauses) {
    if (days.length === 1) return days[0];
    const more = days.some(d => d.monthDays.length || d.months.length || d.frequency || d.part || d.onHolidays || d.skipHolidays);
    if (more || clauses.some(c => !c.times.length) || mayShareWeeks(days, clauses)) return null;
    const alike = clauses.every(c => same(c.times, clauses[0].times));
    const patterns = [];
    days.forEach((d, n) => {
      d.patterns.forEach(p => { patterns.push(kit.dayPattern(p.weeks, p.weekdays, alike ? [] : clauses[n].times)); });
    });
    return kit.days({ patterns });
  }

  function mayShareWeeks(days, clauses) {
    let numbered = false;
    return days.some((named, n) => {
      const weekly = named.patterns.every(p => same(p.weeks, [EVERY_WEEK]));
      if (numbered && weekly && clauses[n].days.indexOf("毎") < 0) return true;
      numbered = numbered || !weekly;
      return false;
    });
  }

  function withRemarks(named, days, clauses, parts, text) {
    const said = owned(named, days, clauses, parts.noted);
    const notes = said.whole.concat(parts.notes);
    const exceptions = kit.exceptionsOf(notes);
    if (!exceptions || said.own.some(each => kit.exceptionsOf(each) === null)) return null;
    const whole = named.patterns.map((p, n) => kit.dayPattern(p.weeks, p.weekdays, p.times, said.own[n]));
    const patterns = kit.reduced(whole, exceptions);
    if (!patterns) return null;
    const fewer = patterns.some((p, n) => !same(p.weekdays, whole[n].weekdays));
    return named.onHolidays && fewer ? null : recurrence(named, patterns, exceptions, clauses, notes, text);
  }

  function recurrence(named, patterns, exceptions, clauses, notes, text) {
    const own = patterns.some(p => p.times.length);
    return {
      text: kit.strip(text),
      patterns,
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
    const own = named.patterns.map(() => []);
    const whole = [];
    const last = own.length - 1;
    const shared = clauses[0].times.length && !named.patterns.some(p => p.times.length);
    ownersOf(days, clauses).forEach(each => {
      const note = kit.saidAt(noted.marked, each.mark);
      const ends = each.owners.indexOf(last) >= 0 && (each.behind || !shared || kit.takesAway(note));
      if (last < 1 || !each.owners.length || each.owners[0] > last || ends) whole.push(note);
      else each.owners.forEach(owner => { own[owner].push(note); });
    });
    return { own, whole };
  }

  function ownersOf(days, clauses) {
    const found = [];
    let first = 0;
    let before = [];
    days.forEach((named, n) => {
      named.marks.forEach(each => {
        const behind = each.mark < PART && each.at < 0;
        found.push({ mark: each.mark, owners: behind ? before : [first + each.at], behind });
      });
      before = named.patterns.map((_, at) => first + at);
      first += named.patterns.length;
      Array.from(clauses[n].marks).forEach(mark => { found.push({ mark, owners: before, behind: true }); });
    });
    return found;
  }
});

/* ---- in canonical Japanese ------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const same = kit.same;
  const names = kit.table.dates.weekdays;

  kit.showRecurrence = r => {
    const months = showMonths(r);
    const notes = showNotes(r.notes);
    let body;
    if (r.monthDays.length) {
      body = showMonthDays(r, months);
    } else if (r.patterns.some(p => p.times.length)) {
      body = months + r.patterns.map(p => showPattern(p, r) + " " + showTimes(p.times) + showNotes(p.notes)).join("、");
    } else {
      body = months + showPatterns(r);
    }
    return [r.frequency, body, showTimes(r.times)].filter(Boolean).join(" ") + notes;
  };

  function showNotes(notes) { return notes.map(note => "（" + note + "）").join(""); }

  function showTimes(times) { return times.map(kit.showRange).join("、"); }

  function showPatterns(r) {
    const shown = r.patterns.map(p => showPattern(p, r));
    shown.forEach((text, n) => {
      const before = n ? shown[n - 1] : "";
      if (r.months.length || /第|最終/.test(before)) shown[n] = text.replace(/^毎月/, "");
    });
    if (r.onHolidays && shown.length) shown[0] += "・祝日";
    return shown.map((text, n) => text + showNotes(r.patterns[n].notes)).join("、");
  }

  function showPattern(p, r) {
    const alone = r.patterns.length === 1 && same(p.weeks, [EVERY_WEEK]);
    if (alone && same(p.weekdays, [0, 1, 2, 3, 4, 5, 6])) return "毎日";
    if (alone && same(p.weekdays, [0, 1, 2, 3, 4]) && r.skipHolidays && !notesSkipHolidays(r)) return "平日";
    const days = showWeekdays(p.weekdays) + "曜日";
    if (!p.weeks.length) return days;
    if (p.weeks[0] === EVERY_WEEK || p.weeks[0] === EVERY_OTHER_WEEK) {
      return (p.weeks[0] === EVERY_WEEK ? "毎週" : "隔週") + days;
    }
    const weeks = p.weeks.map(week => week === LAST_WEEK ? "最終" : "第" + week);
    return "毎月" + weeks.join("・") + days;
  }

  function notesSkipHolidays(r) {
    return r.notes.some(note => {
      const taken = kit.readException(kit.compact(note));
      return taken && taken.holidays;
    });
  }

  function showWeekdays(days) {
    const last = days[days.length - 1];
    if (days.length > 3 && last - days[0] === days.length - 1) return names[days[0]] + "〜" + names[last];
    return days.map(d => names[d]).join("・");
  }

  function showMonthDays(r, months) {
    const place = d => (d + 32) % 32;
    const inOrder = r.monthDays.slice().sort((a, b) => place(a) - place(b));
    const days = inOrder.map(day => day === LAST_DAY ? "末日" : day + "日").join("・");
    return r.months.length === 1 ? "毎年" + r.months[0] + "月" + days : months + "毎月" + days;
  }

  function showMonths(r) {
    if (!r.months.length) return "";
    const starts = r.months.filter(m => r.months.indexOf(((m + 10) % 12) + 1) < 0);
    const named = HALF_YEARS[r.months.join()];
    if (named || starts.length !== 1 || r.months.length < 3) {
      return named || r.months.map(m => m + "月").join("・") + "の";
    }
    return starts[0] + "月〜" + (((starts[0] + r.months.length - 2) % 12) + 1) + "月の";
  }
});
