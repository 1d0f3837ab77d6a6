/* What is taken away from days that come round, and what else stands beside them: generator/japanese/exceptions.py and
 * remarks.py in the browser.
 */
import { HirobaCheck } from "./text.js";

const EVERY_WEEK = 0;
const EVERY_OTHER_WEEK = 7;
const REMARK = 0xe000;
const PART = 0xe100;

function sortedPairs(pairs) {
  const seen = new Map(pairs.map(pair => [pair.join(), pair]));
  return Array.from(seen.values()).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/* ---- exceptions ---------------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.exceptions;
  const weekdays = kit.table.dates.weekdays;
  const NUMBER = kit.own("[0-9]{1,2}|[〇一二三四五六七八九十]{1,3}");
  const same = kit.same;

  function exceptions(found) {
    return Object.assign({ holidays: false, months: [], days: [], weekdays: [], weeks: [], unread: false }, found);
  }
  kit.noExceptions = exceptions;

  kit.joinedExceptions = items => {
    function all(name) { return items.reduce((list, item) => list.concat(item[name]), []); }
    function any(name) { return items.some(item => item[name]); }
    return exceptions({
      holidays: any("holidays"),
      months: kit.sorted(all("months")),
      days: sortedPairs(all("days")),
      weekdays: kit.sorted(all("weekdays")),
      weeks: sortedPairs(all("weeks")),
      unread: any("unread"),
    });
  };

  // Whether a compact note adds something on some of the days and takes nothing away.
  kit.addsToSome = note => {
    const otherwise = kit.pattern("exceptions.otherwise").full(note);
    const adds = otherwise || kit.pattern("exceptions.adds").test(note);
    return Boolean(adds && !kit.pattern("exceptions.takes_away").test(otherwise ? otherwise.what : note));
  };

  // A compact text without its exceptions, and these; null if it is not clear where one begins.
  kit.takeExceptions = text => {
    if (!kit.pattern("exceptions.takes_away").test(text)) return { rest: text, found: [] };
    const found = [];
    let rest = "";
    let position = 0;
    const matches = kit.pattern("exceptions.inline").all(text);
    for (let n = 0; n < matches.length; n += 1) {
      const match = matches[n];
      const mixed = /[~-]|から/.test(match.items) && /[、,]/.test(match.items);
      // Twelve characters back, however many units they take.
      const before = Array.from(text.slice(0, match.index)).slice(-12).join("");
      if (mixed || kit.pattern("exceptions.listed_before").test(before)) return null;
      rest += text.slice(position, match.index);
      found.push(match[0].replace(/の$/, "").replace(/^[、,]+/, ""));
      position = match.end;
    }
    return { rest: rest + text.slice(position), found };
  };

  // What a compact note takes away; null if it is not an exception.
  kit.readException = note => {
    if (kit.pattern("exceptions.shifted").full(note)) return exceptions({ holidays: true });
    const otherwise = kit.pattern("exceptions.otherwise").full(note);
    if (otherwise && !kit.pattern("exceptions.takes_away").test(otherwise.what)) {
      return otherDays(otherwise.days, otherwise.what);
    }
    const match = kit.pattern("exceptions.noted").full(note);
    if (!match) return null;
    const taken = kit.pattern("exceptions.item_alone").all(match.items).map(item => readItem(item[0]));
    return taken.indexOf(null) < 0 ? kit.joinedExceptions(taken) : null;
  };

  function otherDays(days, what) {
    if (kit.pattern("exceptions.names_days").test(what)) {
      const months = /月$/.test(days) && days.indexOf("第") < 0 ? kit.readMonths(days) : [];
      return exceptions({ months, unread: true });
    }
    return kit.pattern("exceptions.names_times").test(what) ? exceptions({ unread: true }) : null;
  }

  // A compact text before the first days with times of their own, and what is said of them; null if there are none.
  kit.takeOtherTimes = text => {
    const starts = kit.pattern("exceptions.other_times").all(text).map(m => m.index).filter(Boolean);
    if (!starts.length) return null;
    const found = starts.map((start, n) => text.slice(start, starts[n + 1]).replace(/^[、,。 ]+|[、,。 ]+$/g, ""));
    return { rest: text.slice(0, starts[0]), found };
  };

  kit.weekdaysMeant = note => {
    const match = kit.pattern("exceptions.otherwise").full(note);
    if (!match || !kit.pattern("exceptions.only_weekdays").full(match.days)) return [];
    return kit.pattern("exceptions.weekday_alone").all(match.days).map(day => weekdays.indexOf(day[0][0]));
  };

  // A compact note as the exceptions it lists, and what is left of it.
  kit.notePieces = note => {
    const found = [];
    let position = 0;
    for (let match; (match = kit.pattern("exceptions.listed").match(note, position)); position = match.end) {
      found.push(match.one);
    }
    return position < note.length ? found.concat(note.slice(position)) : found;
  };

  function readItem(item) {
    if (item.indexOf("祝") >= 0 || item === "祭日") return exceptions({ holidays: true });
    if (item === "年末年始") return exceptions({ days: words.new_year });
    if (item.indexOf("盆") >= 0) return exceptions({ days: words.bon });
    if (item.indexOf("休み") >= 0) return exceptions({});
    if (item[0] === "第") return readWeeks(item);
    if (weekdays.indexOf(item[0]) >= 0) return exceptions({ weekdays: [weekdays.indexOf(item[0])] });
    if (/日$/.test(item.replace(/まで$/, ""))) {
      const days = spanOfDays(item);
      return days.length ? exceptions({ days }) : null;
    }
    const months = kit.readMonths(item);
    return months.length ? exceptions({ months }) : null;
  }

  function readWeeks(item) {
    const weekday = /([月火水木金土日])(?=曜)/.exec(item);
    const weeks = NUMBER.all(item).map(m => kit.number(m[0]));
    if (weeks.some(week => week < 1 || week > 5)) return null;
    const day = weekday ? weekdays.indexOf(weekday[1]) : -1;
    return exceptions({ weeks: weeks.map(week => [week, day]) });
  }

  function spanOfDays(item) {
    let found = NUMBER.all(item).map(m => kit.number(m[0]));
    if (found.length === 3) found.splice(2, 0, found[0]);
    if (found.length !== 4) found = found.concat(found);
    let month = found[0];
    let day = found[1];
    const pairs = [];
    while (month >= 1 && month <= 12 && day >= 1 && day <= kit.lastOf(2028, month) && pairs.length <= 366) {
      pairs.push([month, day]);
      if (month === found[2] && day === found[3]) return sortedPairs(pairs);
      if (day < kit.lastOf(2028, month)) day += 1;
      else { month = (month % 12) + 1; day = 1; }
    }
    return [];
  }

  // The patterns without excepted weekdays and weeks; null if nothing is left or it cannot be said.
  kit.reduced = (patterns, exceptions) => {
    if (!exceptions.weekdays.length && !exceptions.weeks.length) return patterns;
    const found = patterns.map(p => reducedPattern(p, exceptions));
    return found.length && found.indexOf(null) < 0 ? found : null;
  };

  function reducedPattern(p, exceptions) {
    const weekdays = p.weekdays.filter(day => exceptions.weekdays.indexOf(day) < 0);
    const meant = exceptions.weeks
      .filter(pair => pair[1] === -1 || weekdays.indexOf(pair[1]) >= 0)
      .map(pair => pair[0]);
    const partly = weekdays.length > 1 && exceptions.weeks.some(pair => weekdays.indexOf(pair[1]) >= 0);
    const unnumbered = same(p.weeks, [EVERY_OTHER_WEEK]) || !p.weeks.length;
    if (!weekdays.length || partly || (meant.length && unnumbered)) return null;
    if (!meant.length) return kit.dayPattern(p.weeks, weekdays, p.times, p.notes);
    const all = same(p.weeks, [EVERY_WEEK]) ? [1, 2, 3, 4, 5] : p.weeks;
    const weeks = all.filter(week => meant.indexOf(week) < 0);
    return weeks.length ? kit.dayPattern(weeks, weekdays, p.times, p.notes) : null;
  }
});

/* ---- remarks ------------------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.remarks;

  // {body, marked, after}: the text with a mark where each of its remarks stood; null if there are too many.
  kit.takeNotes = text => {
    if (/[\ue000-\ue1ff]/.test(text)) return null;
    const notes = [];
    function marked(kind, note) {
      notes.push(note);
      return notes.length <= words.most ? String.fromCharCode(kind + notes.length - 1) : "";
    }
    let body = kit.pattern("remarks.brackets").replace(text, match => {
      const inside = kit.compact(match[1]);
      const otherwise = kit.readException(inside);
      const unread = otherwise && otherwise.unread;
      if (!unread && (kit.tokens(inside) || kit.pattern("moments.range").full(inside))) return match[1];
      const note = kit.strip(kit.strip(match[1]).replace(/^※/, ""));
      return note ? marked(REMARK, note) : "";
    });
    let split = [];
    kit.pattern("remarks.marked").split(body).forEach(part => {
      split = split.concat(kit.pattern("remarks.furthermore").split(part));
    });
    body = kit.pattern("remarks.part").replace(split[0], m => m[1] + marked(PART, m[2]));
    if (notes.length > words.most) return null;
    const inner = [], after = [];
    split.slice(1).forEach(note => {
      kit.pattern("remarks.mark").all(note).forEach(m => { inner.push(saidAt(notes, m[0])); });
      after.push(kit.pattern("remarks.left_over").replace(note, "").replace(/^[ \t\r\n\u3000。]+|[ \t\r\n\u3000。]+$/g, ""));
    });
    return { body, marked: notes, after: inner.concat(after).filter(Boolean) };
  };

  function saidAt(notes, mark) {
    const code = mark.charCodeAt(0);
    return notes[code - (code >= PART ? PART : REMARK)];
  }
  kit.saidAt = saidAt;

  // A compact text without 全8回 or 11日間, and these.
  kit.takeTotals = text => {
    const some = kit.pattern("remarks.some_total");
    return { rest: some.replace(text, ""), found: some.all(text).map(m => m.total) };
  };

  // How often something takes place in all, if a remark says nothing but that; else null.
  kit.total = note => {
    const match = kit.pattern("remarks.total").full(kit.compact(note));
    return match ? kit.number(match.times || match.days) : null;
  };

  kit.isPlainRemark = note => {
    const known = ["weather", "total", "part_alone"].some(name => kit.pattern("remarks." + name).full(note));
    return known || !kit.pattern("remarks.about_days").test(note);
  };

  // What the remarks take away together; null if one speaks about days in a way that is not understood.
  kit.exceptionsOf = notes => {
    const found = [];
    for (let n = 0; n < notes.length; n += 1) {
      const plain = kit.compact(notes[n]);
      const whole = kit.readException(plain);
      if (!whole && kit.isPlainRemark(plain)) continue;
      const pieces = whole ? [plain] : kit.notePieces(plain);
      for (let m = 0; m < pieces.length; m += 1) {
        const taken = kit.readException(pieces[m]);
        if (taken) found.push(taken);
        else if (!kit.isPlainRemark(pieces[m])) return null;
      }
    }
    return kit.joinedExceptions(found);
  };

  kit.takesAway = note => {
    const taken = kit.exceptionsOf([note]);
    return taken !== null && !kit.same(taken, kit.noExceptions({}));
  };
});
