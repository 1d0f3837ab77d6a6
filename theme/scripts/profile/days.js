/* Days, times and recurrences as the form's preview shows them.
 *
 * Canonical spellings and the commonest others are understood; what is not stays as it was typed (null is returned).
 * A day is its ISO text.
 *
 * reader         a page that has the checks sets this to (type of value, text) → the words in which they read it,
 *                           or nothing; the types are those of the models: day, partial-day, moment, repeat, yen, count, …
 * only           it also sets this to (note, first, last, today) → the days of a span that a note leaves, null if all
 * worked         and this to (text, first, last, anchor, without) → the days of a recurrence with their times, or null
 * read(type, text)  what it says, or null
 * day(text)         "2026-12-05" or null
 * words(day, today)  "12月5日（土）", with its year (year) unless it comes within eleven months of today
 * full(day)         "2026年12月5日（土）"
 * partial(text)     "2004年（平成16年）4月", or the text
 * times(text)       {text: "9:30〜11:30", hour: 9} or null
 * moment(text)      {first, last, times} or null
 * recurrence(text, own)  its words on the page, as far as they follow from the letters alone
 * short(text)       its days and the part of the day, for a card
 * repeated(text, first, last, without, anchor)  [{first, last, times}, …]; null if it is not plainly weekly or monthly
 */
// What a page that has the checks lets the preview ask.
const hooks = { reader: null, only: null, worked: null };

const WEEKDAYS = "月火水木金土日";
const ERAS = [
  ["明治", "M", "1868-01-25", "1912-07-29"],
  ["大正", "T", "1912-07-30", "1926-12-24"],
  ["昭和", "S", "1926-12-25", "1989-01-07"],
  ["平成", "H", "1989-01-08", "2019-04-30"],
  ["令和", "R", "2019-05-01", "9999-12-31"]
];
const YEAR = "(?:(\\d{4})|(明治|大正|昭和|平成|令和|[MTSHRmtshr])\\.?(元|\\d{1,2}))";
const WEEKDAY = "(?:\\([月火水木金土日](?:曜日?)?[^()]*\\))?";
const DATE = YEAR + "(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?" + WEEKDAY;
const DAY = new RegExp("^" + DATE + "$");
const MOMENT = new RegExp("^(" + DATE + ")(?: ?(?:から|~|/|-(?=\\d{1,2}日)) ?(" + DATE + "|\\d{1,2}(?=日|[ (]|$)日?" + WEEKDAY + ")(?:まで)?)? ?(.*)$");
const PARTIAL = new RegExp("^" + YEAR + "(?:(?:年|[-/.])(?:(\\d{1,2})月?)?)?$");
const TIMES = /^(\d{1,2}):(\d{2})(?:~|-)?(?:(翌)?(\d{1,2}):(\d{2}))?$/;
const SPOKEN = /(午前|午後)?(\d{1,2})時(半|\d{1,2}分)?(?:から|[-~])(?:(?:(午前|午後)?(\d{1,2})時(半|\d{1,2}分)?|(正午))(?:まで)?)?/g;
const TIME_SPANS = /(\d{1,2}):(\d{2})(?:〜(?:翌?\d{1,2}:\d{2})?)?/g;
const NAMED = "([月火水木金土日](?:[・、][月火水木金土日])*)曜日";
const EVERY_WEEK = new RegExp("^" + NAMED);
const WEEKLY = new RegExp("^(?:毎週)?" + NAMED + "$");
const MONTHLY = new RegExp("^毎月((?:(?:第[1-5]|最終)(?:・(?=第|最終))?)+)" + NAMED + "$");
const IN_WORDS = /^\s*ことばのまま\s*[:：]\s*(\S[^]*)$/;
const MS = 86400000;
const MOST = 120;
const PARTS = [["午前", 0, 720], ["午後", 720, 1020], ["夜", 1020, 1440]];
const SAID_PART = /^[^（]*（(午前|午後|夜|夕方)中?）/;

// One kind of digits, dashes and tildes.
function narrow(text) {
  return text.normalize("NFKC").replace(/[‐‑‒–—―−]/g, "-").replace(/[〜∼]/g, "~").trim();
}

function read(type, text) {
  const reader = hooks.reader;
  return (reader && text && reader(type, text)) || null;
}

function pad(number, length) {
  return String(number).padStart(length, "0");
}

/* Days. */

function at(day) {
  return Date.parse(day + "T00:00:00Z");
}

function iso(milliseconds) {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function real(year, month, day) {
  const made = pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2);
  return isNaN(at(made)) || iso(at(made)) !== made ? null : made;
}

function later(day, days) {
  return iso(at(day) + days * MS);
}

function weekday(day) {
  return (new Date(at(day)).getUTCDay() + 6) % 7;
}

function western(year, era, count) {
  if (year) return +year;
  const found = ERAS.find(each => each[0] === era || each[1] === era.toUpperCase());
  return +found[2].slice(0, 4) + (count === "元" ? 1 : +count) - 1;
}

function ownDay(text) {
  const match = DAY.exec(narrow(text).replace(/\s/g, ""));
  return match ? real(western(match[1], match[2], match[3]), +match[4], +match[5]) : null;
}

function day(text) {
  return ownDay(text) || ownDay(read("day", text) || "");
}

function name(day) {
  return WEEKDAYS.charAt(weekday(day));
}

// The year of a day that does not lie within the coming eleven months.
function year(day, today) {
  const months = (+day.slice(0, 4) - +today.slice(0, 4)) * 12 + +day.slice(5, 7) - +today.slice(5, 7) - (day.slice(8) < today.slice(8) ? 1 : 0);
  return day >= today && months < 11 ? "" : +day.slice(0, 4) + "年";
}

function words(day, today) {
  return (today ? year(day, today) : "") + +day.slice(5, 7) + "月" + +day.slice(8) + "日（" + name(day) + "）";
}

function full(day) {
  return +day.slice(0, 4) + "年" + words(day);
}

// The years of a span as its eras count them: 昭和64年・平成元年.
function eraYears(year, first, last) {
  return ERAS.filter(era => era[2] <= last && first <= era[3]).map(era => {
    const count = year - +era[2].slice(0, 4) + 1;
    return era[0] + (count === 1 ? "元" : count) + "年";
  }).join("・");
}

function inEras(year, first, last, rest) {
  const eras = eraYears(year, first, last);
  return year + "年" + (eras && "（" + eras + "）") + rest;
}

function partial(text) {
  return ownPartial(text) || read("partial-day", text) || text;
}

function ownPartial(text) {
  const whole = ownDay(text);
  if (whole) return inEras(+whole.slice(0, 4), whole, whole, +whole.slice(5, 7) + "月" + +whole.slice(8) + "日");
  const plain = narrow(text).replace(/\s/g, "").replace(/(?:頃|ごろ|から|設立|発足|創立|結成)+$/, "");
  const match = PARTIAL.exec(plain);
  if (!match || +match[4] > 12 || match[4] === "0") return null;
  const year = western(match[1], match[2], match[3]);
  const from = pad(year, 4) + "-" + pad(match[4] || 1, 2) + "-01";
  return inEras(year, from, pad(year, 4) + "-" + pad(match[4] || 12, 2) + "-31", match[4] ? +match[4] + "月" : "");
}

/* Times. */

// The small hours are written in full, so that nobody takes them for the afternoon.
function clock(hour, minute) {
  return (hour >= 1 && hour <= 5 ? pad(hour, 2) : +hour) + ":" + minute;
}

// 午後1時30分から3時まで as 13:30~15:00; a time of which it is not sure which half of the day is meant stays.
function inClock(text) {
  return text.replace(SPOKEN, (all, half, hour, minute, endHalf, endHour, endMinute, noon) => {
    const first = hours(half, hour);
    const last = endHour ? hours(endHalf || (+endHour < 12 && half === "午後" ? half : ""), endHour) : noon ? 12 : null;
    const doubtful = (!half && first < 6) || (last !== null && last <= first && !noon);
    if (doubtful || first > 23 || last > 24) return all;
    return first + ":" + minutes(minute) + "~" + (last === null ? "" : last + ":" + minutes(endMinute));
  });
}

function hours(half, hour) {
  return +hour + (half === "午後" && +hour < 12 ? 12 : 0);
}

function minutes(written) {
  return !written ? "00" : written === "半" ? "30" : pad(parseInt(written, 10), 2);
}

function times(text) {
  const match = TIMES.exec(narrow(text).replace(/\s/g, ""));
  if (!match || +match[1] > 23 || +match[4] > 24) return null;
  const end = match[4] ? (match[3] || "") + clock(+match[4], match[5]) : "";
  return { text: clock(+match[1], match[2]) + "〜" + end, hour: +match[1] };
}

// One day or a span of days, with times behind it: 2026-12-05/07 10:00-16:00.
function moment(text) {
  return ownMoment(text) || ownMoment(read("moment", text) || "");
}

function ownMoment(text) {
  const match = MOMENT.exec(narrow(text).replace(/\s+/g, " "));
  const first = match && ownDay(match[1]);
  const end = match && match[7];
  const last = !end ? first : ownDay(end) || (first && ownDay(first.slice(0, 8) + parseInt(end, 10)));
  if (!first || !last || last < first) return null;
  const rest = match[13];
  return { first, last, times: rest ? times(inClock(rest)) || { text: rest, hour: null } : null };
}

/* Recurrences. */

function lettered(text) {
  return inClock(narrow(text))
    .replace(/(\d{1,2}):(\d{2})\s*[-~]\s*(?:(翌)?(\d{1,2}):(\d{2}))?/g, (_, hour, minute, next, end, endMinute) => clock(+hour, minute) + "〜" + (next || "") + (end ? clock(+end, endMinute) : ""))
    .replace(/曜(?!日)/g, "曜日")
    .replace(/([月火水木金土日])曜日[・、](?=[月火水木金土日]曜日)/g, "$1・")
    .replace(/(第[1-5])[・、,](?=[1-5])/g, "$1・第")
    .replace(/^第(?=[1-5])/, "毎月第")
    .replace(EVERY_WEEK, "毎週$&")
    .replace(/\(/g, "（").replace(/\)/g, "）").replace(/~/g, "〜");
}

// What is to be shown as it stands.
function inWords(text) {
  const match = IN_WORDS.exec(text);
  return match && match[1].trim().replace(/\s+/g, " ");
}

// `own`: times that take the place of those it has.
function recurrence(text, own) {
  const shown = inWords(text) || read("repeat", text) || lettered(text);
  if (!own) return shown;
  const notes = shown.indexOf("（");
  const days = (notes < 0 ? shown : shown.slice(0, notes)).replace(TIME_SPANS, "").replace(/[、\s]+$/, "");
  return days + " " + own.text + (notes < 0 ? "" : shown.slice(notes));
}

// The days of a recurrence alone: no remarks, no times.
function daysOf(shown) {
  return shown.replace(/（[^（）]*）/g, "").replace(TIME_SPANS, "").replace(/[、\s]+$/, "").replace(/[、\s]+(?=、|\s)/g, "").trim();
}

// The spans of time outside of the remarks, in minutes; what goes on after midnight ends the day.
function spansOf(shown) {
  return (shown.replace(/（[^（）]*）/g, "").match(TIME_SPANS) || []).map(each => {
    const found = each.match(/\d+/g).map(Number);
    const start = found[0] * 60 + found[1];
    const end = found.length < 4 ? start : each.indexOf("翌") >= 0 ? 1440 : found[2] * 60 + found[3];
    return [start, end];
  });
}

function short(text) {
  const shown = recurrence(text);
  if (inWords(text)) return shown;
  const spans = spansOf(shown);
  const said = !spans.length && SAID_PART.exec(shown);
  const parts = said ? [said[1].replace("夕方", "夜")] : PARTS.filter(part => spans.some(span => span[0] < part[2] && (span[1] > part[1] || span[0] === part[1]))).map(part => part[0]);
  const days = daysOf(shown).replace(/毎月第/g, "第").replace(/毎月最終/g, "最終");
  return [days, parts.join("・")].filter(Boolean).join(" ");
}

function fits(weeks, day) {
  const number = Math.ceil(+day.slice(8) / 7);
  const isLast = later(day, 7).slice(0, 7) !== day.slice(0, 7);
  return !weeks || weeks.indexOf("第" + number) >= 0 || (isLast && weeks.indexOf("最終") >= 0);
}

function repeated(text, first, last, without, anchor) {
  const worked = hooks.worked && hooks.worked(text, first, last, anchor || "", without);
  if (worked) {
    return worked.slice(0, MOST).map(each => ({
      first: each.day,
      last: each.day,
      times: times(each.times)
    }));
  }
  const shown = recurrence(text);
  const days = daysOf(shown);
  const weekly = WEEKLY.exec(days);
  const monthly = MONTHLY.exec(days);
  const span = shown.match(TIME_SPANS) || [];
  // Words are no days, a remark may take days away, and two spans may belong to different days.
  if (inWords(text) || !(weekly || monthly) || /（/.test(shown) || span.length > 1) return null;
  const named = weekly ? weekly[1] : monthly[2];
  const found = [];
  let now;
  for (now = first; now <= last && found.length < MOST; now = later(now, 1)) {
    if (named.indexOf(name(now)) >= 0 && fits(monthly && monthly[1], now) && without.indexOf(now) < 0) {
      found.push({ first: now, last: now, times: span[0] ? times(span[0]) : null });
    }
  }
  return found;
}

export { read, day, words, year, full, name, later, partial, times, moment, inWords, recurrence, short, repeated, narrow, hooks };
