/* Dates in Japanese, English and ISO spellings ↔ days: generator/japanese/dates.py. */

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./expressions.js").Match} Match */
import { compared, dayOf, fromIso, iso, lastOf, weekdayOf } from "./calendar.js";
import { eraNamed, erasBetween, eraYear, westernYear } from "./eras.js";
import { patterns } from "./expressions.js";
import { range } from "./patterns.js";
import { compact, isAscii, kanjiNumber, pad, strip } from "./text.js";
import { parser, unclear } from "./unclear.js";
import { dates as shared } from "../tables.js";

export const WEEKDAYS = shared.weekdays;
const { BASIC, FOUNDING_TAIL, PARTIAL, SOME_DATE, WHOLE_DATE } = patterns(shared);

/** @param {Day} day */
export const weekdayName = day => shared.weekdays[weekdayOf(day)];
/** @param {Day} day */
export const showDate = day => day.year + "年" + day.month + "月" + day.day + "日（" + weekdayName(day) + "）";

export const parseDate = parser(text => {
  const plain = compact(text);
  const basic = BASIC.full(plain);
  if (basic) return realDate(Number(basic.year), Number(basic.month), Number(basic.day), text);
  const match = WHOLE_DATE.full(plain);
  return match ? readDate(match, text, null) : unclear("date", text, complete(text, plain));
});

/** @param {string} text @param {string} plain */
function complete(text, plain) {
  if (plain.slice(-1) === "月" && WHOLE_DATE.full(plain + "1日")) return strip(text) + "1日";
  const match = SOME_DATE.all(plain).find(m => m.after_month === "月" || m.after_year);
  if (!match) return shared.example;
  const found = readDate(match, match[0], null);
  return found.unclear ? found.suggestion : iso(found);
}

/** @param {Match} match @param {string} text @param {number | null} year */
export function readDate(match, text, year) {
  const month = number(match.month), day = number(match.day);
  const written = writtenYear(match);
  if (written === null && match.after_month === ".") return unclear("date", text, shared.example);
  if (written === null && year === null) return withoutYear(match, month, day, text);
  const found = realDate(written !== null ? written : year || 0, month, day, text);
  return found.unclear ? found : wrongEra(match, found, text) || wrongWeekday(match, found, text) || found;
}

/** @param {Match} match */
function writtenYear(match) {
  if (match.year) return number(match.year);
  return match.era ? westernYear(eraNamed(match.era), number(match.era_year)) : null;
}

/** @param {number} year @param {number} month @param {number} day @param {string} text */
function realDate(year, month, day, text) {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12)) {
    return unclear("impossible-date", text, shared.example);
  }
  const last = lastOf(year, month);
  if (day >= 1 && day <= last) return dayOf(year, month, day);
  const near = dayOf(year, month, Math.min(Math.max(day, 1), last));
  return unclear("impossible-date", text, iso(near));
}

/** @param {Match} match @param {number} month @param {number} day @param {string} text */
function withoutYear(match, month, day, text) {
  const weekday = noted(match);
  const impossible = realDate(2028, month, day, text);
  if (impossible.unclear) return impossible;
  /** @param {number} year */
  const fits = year => (!(month === 2 && day === 29) || year % 4 === 0)
    && (weekday === null || weekday === weekdayOf(dayOf(year, month, day)));
  const year = range(shared.example_year, shared.example_year + 29).find(fits) || shared.example_year + 29;
  return unclear("date-without-year", text, year + "年" + month + "月" + day + "日");
}

/** @param {Match} match @param {Day} found @param {string} text */
function wrongEra(match, found, text) {
  if (match.era) {
    const era = eraNamed(match.era);
    if (compared(found, era.first) < 0 || compared(found, era.last) > 0) {
      const right = eraYear(found) + found.month + "月" + found.day + "日";
      return unclear("impossible-era", text, right, { era: era.name, right: eraYear(found) });
    }
  }
  const other = otherYear(match);
  if (other === null || other === found.year) return null;
  return unclear("impossible-era", text, iso(found), { right: eraYear(found) });
}

/** @param {Match} match */
function otherYear(match) {
  if (!match.other_year) return null;
  const count = number(match.other_year);
  return match.other_era ? westernYear(eraNamed(match.other_era), count) : count;
}

/** @param {Match} match */
function noted(match) {
  const written = match.weekday || match.bare_weekday;
  if (!written) return null;
  const day = shared.weekdays.indexOf(written[0]);
  return day >= 0 ? day : shared.english_weekdays.indexOf(written.slice(0, 3));
}

/** @param {Match} match @param {Day} found @param {string} text */
function wrongWeekday(match, found, text) {
  const day = noted(match);
  if (day === null || day === weekdayOf(found)) return null;
  const facts = { date: iso(found), weekday: weekdayName(found), written: shared.weekdays[day] };
  return unclear("weekday-mismatch", text, showDate(found), facts);
}

// Whether an ISO date surely lies after another; of either, month or day may be missing ("2026", "2026-04").
/** @param {string} one @param {string} other */
export const isLater = (one, other) => {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) > other.slice(0, known);
};

export const parsePartialDate = parser(text => {
  const plain = FOUNDING_TAIL.replace(compact(text), "");
  const whole = parseDate(plain);
  if (!whole.unclear) return iso(whole);
  if (["impossible-date", "impossible-era", "weekday-mismatch"].includes(whole.rule)) {
    return unclear(whole.rule, text, whole.suggestion, whole.facts);
  }
  const match = PARTIAL.full(plain);
  return match ? readPartial(match, text) : unclear("date", text, startOf(plain));
});

/** @param {string} plain */
function startOf(plain) {
  const match = PARTIAL.match(plain);
  return match && match.after_year === "年" && match.month === undefined ? match[0] : "2004年4月";
}

/** @param {Match} match @param {string} text */
function readPartial(match, text) {
  const year = writtenYear(match);
  const month = match.month ? number(match.month) : null;
  if (year === null || year < 1000 || year > 9999 || (month !== null && (month < 1 || month > 12))) {
    return unclear("impossible-date", text, "2004年4月");
  }
  const span = spanOf(year, month);
  const era = match.era ? eraNamed(match.era) : null;
  const fits = !era || (compared(era.first, span[1]) <= 0 && compared(span[0], era.last) <= 0);
  const other = otherYear(match);
  if (!fits || (other !== null && other !== year)) {
    const right = (erasBetween(span[0], span[1]).join("・") || year + "年") + (month ? month + "月" : "");
    return unclear("impossible-era", text, right.split("・")[0], { right });
  }
  return month === null ? pad(year, 4) : pad(year, 4) + "-" + pad(month, 2);
}

/** @param {number} year @param {number | null} month */
function spanOf(year, month) {
  const last = month || 12;
  return [dayOf(year, month || 1, 1), dayOf(year, last, lastOf(year, last))];
}

/** @param {any} iso */
export function showPartialDate(iso) {
  const parts = iso.split("-").map(Number);
  const span = parts[2] ? [fromIso(iso), fromIso(iso)] : spanOf(parts[0], parts[1]);
  const years = erasBetween(span[0], span[1]).join("・");
  const tail = (parts[1] ? parts[1] + "月" : "") + (parts[2] ? parts[2] + "日" : "");
  return parts[0] + "年" + (years ? "（" + years + "）" : "") + tail;
}

// The value of digits that a pattern matched; -1 for a numeral that has none.
/** @param {string} digits */
export function number(digits) {
  if (digits === "元") return 1;
  if (isAscii(digits)) return Number(digits);
  const value = kanjiNumber(digits);
  return value === null ? -1 : value;
}
