/* Dates: generator/japanese/eras.py and dates.py in the browser.
 *
 * A day is {year, month, day}; what is not understood is `unclear` (check-text.js).
 */
(function (root) {
  "use strict";

  /* ---- the calendar ----------------------------------------------------------------------------------------- */

  function isLeap(year) { return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0; }
  function lastOf(year, month) { return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].indexOf(month) >= 0 ? 30 : 31; }

  // Days since the first day of the calendar, a Monday, which is 1.
  function ordinal(day) {
    var before = day.year - 1;
    var days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + day.day;
    for (var month = 1; month < day.month; month += 1) days += lastOf(day.year, month);
    return days;
  }

  function compared(a, b) { return ordinal(a) - ordinal(b); }
  function weekdayOf(day) { return (ordinal(day) + 6) % 7; }
  function dayOf(year, month, day) { return { year: year, month: month, day: day }; }

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.dates;
    var pad = kit.pad;

    kit.lastOf = lastOf;
    kit.compared = compared;
    kit.weekdayOf = weekdayOf;
    kit.ordinal = ordinal;
    kit.iso = function (day) { return pad(day.year, 4) + "-" + pad(day.month, 2) + "-" + pad(day.day, 2); };
    kit.fromIso = function (text) {
      var parts = text.split("-").map(Number);
      return dayOf(parts[0], parts[1], parts[2]);
    };
    kit.weekdayName = function (day) { return words.weekdays[weekdayOf(day)]; };
    kit.showDate = function (day) {
      return day.year + "年" + day.month + "月" + day.day + "日（" + kit.weekdayName(day) + "）";
    };

    /* ---- eras ------------------------------------------------------------------------------------------------ */

    var eras = kit.table.eras.eras.map(function (era) {
      return { name: era[0], letter: era[1], first: kit.fromIso(era[2]), last: kit.fromIso(era[3]) };
    });

    function eraNamed(sign) {
      return eras.filter(function (era) { return sign === era.name || sign === era.name[0] || sign === era.letter; })[0];
    }

    function westernYear(era, year) { return era.first.year + year - 1; }

    function nameYear(era, year) {
      var count = year - era.first.year + 1;
      return era.name + (count === 1 ? "元" : count) + "年";
    }

    function eraYears(first, last) {
      return eras
        .filter(function (era) { return compared(era.first, last) <= 0 && compared(first, era.last) <= 0; })
        .map(function (era) { return nameYear(era, first.year); });
    }

    function eraYear(day) { return eraYears(day, day)[0] || day.year + "年"; }

    /* ---- dates ----------------------------------------------------------------------------------------------- */

    kit.parseDate = kit.parser(function (text) {
      var plain = kit.compact(text);
      var basic = kit.pattern("dates.basic").full(plain);
      if (basic) return realDate(Number(basic.year), Number(basic.month), Number(basic.day), text);
      var match = kit.pattern("dates.whole_date").full(plain);
      return match ? readDate(match, text, null) : kit.unclear("date", text, complete(text, plain));
    });

    function complete(text, plain) {
      if (plain.slice(-1) === "月" && kit.pattern("dates.whole_date").full(plain + "1日")) return kit.strip(text) + "1日";
      var match = kit.pattern("dates.some_date").all(plain).filter(function (m) {
        return m.after_month === "月" || m.after_year;
      })[0];
      if (!match) return words.example;
      var found = readDate(match, match[0], null);
      return found.unclear ? found.suggestion : kit.iso(found);
    }

    function readDate(match, text, year) {
      var month = kit.number(match.month), day = kit.number(match.day);
      var written = writtenYear(match);
      if (written === null && match.after_month === ".") return kit.unclear("date", text, words.example);
      if (written === null && year === null) return withoutYear(match, month, day, text);
      var found = realDate(written !== null ? written : year || 0, month, day, text);
      return found.unclear ? found : wrongEra(match, found, text) || wrongWeekday(match, found, text) || found;
    }
    kit.readDate = readDate;

    function writtenYear(match) {
      if (match.year) return kit.number(match.year);
      return match.era ? westernYear(eraNamed(match.era), kit.number(match.era_year)) : null;
    }

    function realDate(year, month, day, text) {
      if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12)) {
        return kit.unclear("impossible-date", text, words.example);
      }
      var last = lastOf(year, month);
      if (day >= 1 && day <= last) return dayOf(year, month, day);
      var near = dayOf(year, month, Math.min(Math.max(day, 1), last));
      return kit.unclear("impossible-date", text, kit.iso(near));
    }

    function withoutYear(match, month, day, text) {
      var weekday = noted(match);
      var impossible = realDate(2028, month, day, text);
      if (impossible.unclear) return impossible;
      for (var year = words.example_year; year < words.example_year + 29; year += 1) {
        var real = !(month === 2 && day === 29) || year % 4 === 0;
        if (real && (weekday === null || weekday === weekdayOf(dayOf(year, month, day)))) break;
      }
      return kit.unclear("date-without-year", text, year + "年" + month + "月" + day + "日");
    }

    function wrongEra(match, found, text) {
      if (match.era) {
        var era = eraNamed(match.era);
        if (compared(found, era.first) < 0 || compared(found, era.last) > 0) {
          var right = eraYear(found) + found.month + "月" + found.day + "日";
          return kit.unclear("impossible-era", text, right, { era: era.name, right: eraYear(found) });
        }
      }
      var other = otherYear(match);
      if (other === null || other === found.year) return null;
      return kit.unclear("impossible-era", text, kit.iso(found), { right: eraYear(found) });
    }

    function otherYear(match) {
      if (!match.other_year) return null;
      var count = kit.number(match.other_year);
      return match.other_era ? westernYear(eraNamed(match.other_era), count) : count;
    }

    function noted(match) {
      var written = match.weekday || match.bare_weekday;
      if (!written) return null;
      var day = words.weekdays.indexOf(written[0]);
      return day >= 0 ? day : words.english_weekdays.indexOf(written.slice(0, 3));
    }

    function wrongWeekday(match, found, text) {
      var day = noted(match);
      if (day === null || day === weekdayOf(found)) return null;
      var facts = { date: kit.iso(found), weekday: kit.weekdayName(found), written: words.weekdays[day] };
      return kit.unclear("weekday-mismatch", text, kit.showDate(found), facts);
    }

    /* ---- years and months ------------------------------------------------------------------------------------- */

    kit.parsePartialDate = kit.parser(function (text) {
      var plain = kit.pattern("dates.founding_tail").replace(kit.compact(text), "");
      var whole = kit.parseDate(plain);
      if (!whole.unclear) return kit.iso(whole);
      if (["impossible-date", "impossible-era", "weekday-mismatch"].indexOf(whole.rule) >= 0) {
        return kit.unclear(whole.rule, text, whole.suggestion, whole.facts);
      }
      var match = kit.pattern("dates.partial").full(plain);
      return match ? readPartial(match, text) : kit.unclear("date", text, startOf(plain));
    });

    function startOf(plain) {
      var match = kit.pattern("dates.partial").match(plain);
      return match && match.after_year === "年" && match.month === undefined ? match[0] : "2004年4月";
    }

    function readPartial(match, text) {
      var year = writtenYear(match);
      var month = match.month ? kit.number(match.month) : null;
      if (year === null || year < 1000 || year > 9999 || (month !== null && (month < 1 || month > 12))) {
        return kit.unclear("impossible-date", text, "2004年4月");
      }
      var span = spanOf(year, month);
      var era = match.era ? eraNamed(match.era) : null;
      var fits = !era || (compared(era.first, span[1]) <= 0 && compared(span[0], era.last) <= 0);
      var other = otherYear(match);
      if (!fits || (other !== null && other !== year)) {
        var right = (eraYears(span[0], span[1]).join("・") || year + "年") + (month ? month + "月" : "");
        return kit.unclear("impossible-era", text, right.split("・")[0], { right: right });
      }
      return month === null ? pad(year, 4) : pad(year, 4) + "-" + pad(month, 2);
    }

    function spanOf(year, month) {
      var last = month || 12;
      return [dayOf(year, month || 1, 1), dayOf(year, last, lastOf(year, last))];
    }

    kit.showPartialDate = function (iso) {
      var parts = iso.split("-").map(Number);
      var span = parts[2] ? [kit.fromIso(iso), kit.fromIso(iso)] : spanOf(parts[0], parts[1]);
      var years = eraYears(span[0], span[1]).join("・");
      var tail = (parts[1] ? parts[1] + "月" : "") + (parts[2] ? parts[2] + "日" : "");
      return parts[0] + "年" + (years ? "（" + years + "）" : "") + tail;
    };
  });
})(typeof self !== "undefined" ? self : this);
