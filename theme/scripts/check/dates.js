/* Dates: generator/japanese/eras.py and dates.py in the browser.
 *
 * A day is {year, month, day}; what is not understood is `unclear` (check-text.js).
 */
import { HirobaCheck } from "./text.js";

/* ---- the calendar ----------------------------------------------------------------------------------------- */

function isLeap(year) { return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0; }
function lastOf(year, month) { return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].indexOf(month) >= 0 ? 30 : 31; }

// Days since the first day of the calendar, a Monday, which is 1.
function ordinal(day) {
  const before = day.year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + day.day;
  for (let month = 1; month < day.month; month += 1) days += lastOf(day.year, month);
  return days;
}

function compared(a, b) { return ordinal(a) - ordinal(b); }
function weekdayOf(day) { return (ordinal(day) + 6) % 7; }
function dayOf(year, month, day) { return { year, month, day }; }

HirobaCheck.parts.push(kit => {
  const words = kit.table.dates;
  const pad = kit.pad;

  kit.lastOf = lastOf;
  kit.compared = compared;
  kit.weekdayOf = weekdayOf;
  kit.ordinal = ordinal;
  kit.iso = day => pad(day.year, 4) + "-" + pad(day.month, 2) + "-" + pad(day.day, 2);
  kit.fromIso = text => {
    const parts = text.split("-").map(Number);
    return dayOf(parts[0], parts[1], parts[2]);
  };
  kit.weekdayName = day => words.weekdays[weekdayOf(day)];
  kit.showDate = day => day.year + "年" + day.month + "月" + day.day + "日（" + kit.weekdayName(day) + "）";

  /* ---- eras ------------------------------------------------------------------------------------------------ */

  const eras = kit.table.eras.eras.map(era => ({
    name: era[0],
    letter: era[1],
    first: kit.fromIso(era[2]),
    last: kit.fromIso(era[3])
  }));

  function eraNamed(sign) {
    return eras.filter(era => sign === era.name || sign === era.name[0] || sign === era.letter)[0];
  }

  function westernYear(era, year) { return era.first.year + year - 1; }

  function nameYear(era, year) {
    const count = year - era.first.year + 1;
    return era.name + (count === 1 ? "元" : count) + "年";
  }

  function eraYears(first, last) {
    return eras
      .filter(era => compared(era.first, last) <= 0 && compared(first, era.last) <= 0)
      .map(era => nameYear(era, first.year));
  }

  function eraYear(day) { return eraYears(day, day)[0] || day.year + "年"; }

  /* ---- dates ----------------------------------------------------------------------------------------------- */

  kit.parseDate = kit.parser(text => {
    const plain = kit.compact(text);
    const basic = kit.pattern("dates.basic").full(plain);
    if (basic) return realDate(Number(basic.year), Number(basic.month), Number(basic.day), text);
    const match = kit.pattern("dates.whole_date").full(plain);
    return match ? readDate(match, text, null) : kit.unclear("date", text, complete(text, plain));
  });

  function complete(text, plain) {
    if (plain.slice(-1) === "月" && kit.pattern("dates.whole_date").full(plain + "1日")) return kit.strip(text) + "1日";
    const match = kit.pattern("dates.some_date").all(plain).filter(m => m.after_month === "月" || m.after_year)[0];
    if (!match) return words.example;
    const found = readDate(match, match[0], null);
    return found.unclear ? found.suggestion : kit.iso(found);
  }

  function readDate(match, text, year) {
    const month = kit.number(match.month), day = kit.number(match.day);
    const written = writtenYear(match);
    if (written === null && match.after_month === ".") return kit.unclear("date", text, words.example);
    if (written === null && year === null) return withoutYear(match, month, day, text);
    const found = realDate(written !== null ? written : year || 0, month, day, text);
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
    const last = lastOf(year, month);
    if (day >= 1 && day <= last) return dayOf(year, month, day);
    const near = dayOf(year, month, Math.min(Math.max(day, 1), last));
    return kit.unclear("impossible-date", text, kit.iso(near));
  }

  function withoutYear(match, month, day, text) {
    const weekday = noted(match);
    const impossible = realDate(2028, month, day, text);
    if (impossible.unclear) return impossible;
    for (var year = words.example_year; year < words.example_year + 29; year += 1) {
      const real = !(month === 2 && day === 29) || year % 4 === 0;
      if (real && (weekday === null || weekday === weekdayOf(dayOf(year, month, day)))) break;
    }
    return kit.unclear("date-without-year", text, year + "年" + month + "月" + day + "日");
  }

  function wrongEra(match, found, text) {
    if (match.era) {
      const era = eraNamed(match.era);
      if (compared(found, era.first) < 0 || compared(found, era.last) > 0) {
        const right = eraYear(found) + found.month + "月" + found.day + "日";
        return kit.unclear("impossible-era", text, right, { era: era.name, right: eraYear(found) });
      }
    }
    const other = otherYear(match);
    if (other === null || other === found.year) return null;
    return kit.unclear("impossible-era", text, kit.iso(found), { right: eraYear(found) });
  }

  function otherYear(match) {
    if (!match.other_year) return null;
    const count = kit.number(match.other_year);
    return match.other_era ? westernYear(eraNamed(match.other_era), count) : count;
  }

  function noted(match) {
    const written = match.weekday || match.bare_weekday;
    if (!written) return null;
    const day = words.weekdays.indexOf(written[0]);
    return day >= 0 ? day : words.english_weekdays.indexOf(written.slice(0, 3));
  }

  function wrongWeekday(match, found, text) {
    const day = noted(match);
    if (day === null || day === weekdayOf(found)) return null;
    const facts = { date: kit.iso(found), weekday: kit.weekdayName(found), written: words.weekdays[day] };
    return kit.unclear("weekday-mismatch", text, kit.showDate(found), facts);
  }

  /* ---- years and months ------------------------------------------------------------------------------------- */

  kit.parsePartialDate = kit.parser(text => {
    const plain = kit.pattern("dates.founding_tail").replace(kit.compact(text), "");
    const whole = kit.parseDate(plain);
    if (!whole.unclear) return kit.iso(whole);
    if (["impossible-date", "impossible-era", "weekday-mismatch"].indexOf(whole.rule) >= 0) {
      return kit.unclear(whole.rule, text, whole.suggestion, whole.facts);
    }
    const match = kit.pattern("dates.partial").full(plain);
    return match ? readPartial(match, text) : kit.unclear("date", text, startOf(plain));
  });

  function startOf(plain) {
    const match = kit.pattern("dates.partial").match(plain);
    return match && match.after_year === "年" && match.month === undefined ? match[0] : "2004年4月";
  }

  function readPartial(match, text) {
    const year = writtenYear(match);
    const month = match.month ? kit.number(match.month) : null;
    if (year === null || year < 1000 || year > 9999 || (month !== null && (month < 1 || month > 12))) {
      return kit.unclear("impossible-date", text, "2004年4月");
    }
    const span = spanOf(year, month);
    const era = match.era ? eraNamed(match.era) : null;
    const fits = !era || (compared(era.first, span[1]) <= 0 && compared(span[0], era.last) <= 0);
    const other = otherYear(match);
    if (!fits || (other !== null && other !== year)) {
      const right = (eraYears(span[0], span[1]).join("・") || year + "年") + (month ? month + "月" : "");
      return kit.unclear("impossible-era", text, right.split("・")[0], { right });
    }
    return month === null ? pad(year, 4) : pad(year, 4) + "-" + pad(month, 2);
  }

  function spanOf(year, month) {
    const last = month || 12;
    return [dayOf(year, month || 1, 1), dayOf(year, last, lastOf(year, last))];
  }

  kit.showPartialDate = iso => {
    const parts = iso.split("-").map(Number);
    const span = parts[2] ? [kit.fromIso(iso), kit.fromIso(iso)] : spanOf(parts[0], parts[1]);
    const years = eraYears(span[0], span[1]).join("・");
    const tail = (parts[1] ? parts[1] + "月" : "") + (parts[2] ? parts[2] + "日" : "");
    return parts[0] + "年" + (years ? "（" + years + "）" : "") + tail;
  };
});
