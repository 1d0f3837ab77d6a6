/* Days in a question: 今週の土曜, 来月, あさって, 12月5日, this weekend. What they mean depends on the day on which one asks. */
import { eras, wording_days as shared } from "../tables.js";
import { ahead, dayOf, mondayOf, monthFrom, partsOf, plus, weekdayOf } from "./dates.js";

/** @typedef {import("./dates.js").Span} Span */
/** @typedef {(found: RegExpExecArray, now: string) => Span | null} Reader null: it is no day after all */

const KANJI = "〇一二三四五六七八九";
const KANA_DAYS = ["げつ", "か", "すい", "もく", "きん", "ど", "にち"];
const ENGLISH_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const N = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})";
// 火よう ends a word: 水ようかん is none, nor is かよう, which is also 通う.
const YOU = "よう(?=$|[\\s、。,]|[のにはもと]|で(?!き)|[朝昼夕夜晩午])";
const NAMED_DAY = "[" + shared.weekdays + "](?:曜日?|よう(?:び|日)|" + YOU + ")|(?:" + KANA_DAYS.join("|") + ")ようび|(?:" +
  KANA_DAYS.filter((day) => day !== "か").join("|") + ")" + YOU;
const DAY = "(" + NAMED_DAY + ")";
// One letter is a weekday only where a word ends with it: not in 今週の日程.
const BARE_DAY = "(" + NAMED_DAY + "|[" + shared.weekdays + "](?=$|[\\s、。の]))";
// The era that runs: 令和8年, R8.
const [ERA, LETTER, BEGAN] = eras.eras[eras.eras.length - 1];
const OF_ERA = "(?:" + ERA + "|" + LETTER + "|" + LETTER.toUpperCase() + ")(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})";
const YEAR = "(?:(20[0-9]{2}|来年|今年|" + OF_ERA + ")年?の?)?";
const IN_BRACKETS = "(?:[(][^()]{1,5}[)])?";
const ENGLISH_DAY = "((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)";
const ENGLISH_MONTH = "((?:" + ENGLISH_MONTHS.join("|") + ")[a-z]*)";
// A word in kana is one only where the next begins with a particle or nothing comes: not in きょうしつ.
const END = "(?=$|[\\s、。,?!]|の|に|は|で(?!も)|も|[ごよあひゆ](?:ぜん|ご|る|さ|うがた))";
const NOT_UNTIL = "(?![(]|まで|以降|以前|締|〆|号|生まれ|間|目)";
const WORD_END = "(?=$|[\\s、。,?!]|の|に|は|開催|中に)";

/** @param {string} text */
const number = (text) => {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const [tens, ones] = text.indexOf("十") < 0 ? ["", text] : text.split("十");
  return (text.indexOf("十") < 0 ? 0 : (tens ? KANJI.indexOf(tens) : 1) * 10) + (ones ? KANJI.indexOf(ones) : 0);
};

/** @param {string} text 土曜, どようび or Saturday; 0 for a Monday */
const weekday = (text) => {
  const kana = KANA_DAYS.findIndex((day) => text.indexOf(day + "よう") === 0);
  if (kana >= 0) return kana;
  const english = ENGLISH_DAYS.indexOf(text.slice(0, 3).toLowerCase());
  return english >= 0 ? english : shared.weekdays.indexOf(text[0]);
};

/** @param {string} day @returns {Span | null} */
const oneDay = (day) => (day ? { first: day, last: day } : null);

/** @param {Span} span @param {string} now of a running week or month what is left; of one that is over all */
const left = (span, now) => ahead(span, now) || span;

/** @param {number} weeks @param {string} now */
const week = (weeks, now) => {
  const first = plus(mondayOf(now), weeks * 7);
  return left({ first, last: plus(first, 6) }, now);
};

/** @param {number} weeks @param {string} now */
const weekend = (weeks, now) => {
  const monday = plus(mondayOf(now), weeks * 7);
  return left({ first: plus(monday, 5), last: plus(monday, 6) }, now);
};

/** @param {string} text the weekday @param {string} now the next that comes, today left out */
const nextDay = (text, now) => oneDay(plus(now, (weekday(text) - weekdayOf(now) + 6) % 7 + 1));

/** @param {string} year 来年, 令和8, R8 or its number @param {number} now */
const yearOf = (year, now) => {
  if (year === "来年" || year === "今年") return year === "来年" ? now + 1 : now;
  const count = year.replace(RegExp("^(?:" + ERA + "|" + LETTER + ")", "i"), "");
  return count === year ? Number(year) : partsOf(BEGAN)[0] + (count === "元" ? 1 : number(count)) - 1;
};

/** @param {string} year @param {number} month @param {number} day @param {string} now the next that comes, where no year is said */
const calendarDay = (year, month, day, now) => {
  const [thisYear] = partsOf(now);
  if (year) return oneDay(dayOf(yearOf(year, thisYear), month, day));
  const here = dayOf(thisYear, month, day);
  return oneDay(here && here >= now ? here : dayOf(thisYear + 1, month, day) || here);
};

/** @param {string} year @param {number} month @param {string} now @returns {Span | null} */
const calendarMonth = (year, month, now) => {
  const [thisYear, thisMonth] = partsOf(now);
  if (month < 1 || month > 12) return null;
  const later = year ? yearOf(year, thisYear) - thisYear : Number(month < thisMonth);
  return left(monthFrom(now, month - thisMonth + later * 12), now);
};

/** @param {Span | null} month @param {string} part 上旬, 末 … @param {string} now @returns {Span | null} */
const partOfMonth = (month, part, now) => {
  if (!month) return null;
  const [year, number_] = partsOf(month.last);
  const [first, last] = /上旬|初め|はじめ|頭|前半/.test(part) ? [1, part === "前半" ? 15 : 10]
    : part === "中旬" ? [11, 20] : part === "後半" ? [16, 31] : part === "下旬" ? [21, 31] : [25, 31];
  const end = dayOf(year, number_, last) || monthFrom(month.last, 0).last;
  return left({ first: dayOf(year, number_, first), last: end }, now);
};

/** @param {string} now the days around the turn of the year */
const yearsEnd = (now) => {
  const [year, month] = partsOf(now);
  return month === 1 ? year - 1 : year;
};

const RELATIVE = new Map([["再来", 2], ["さらい", 2], ["来", 1], ["らい", 1], ["翌", 1], ["今", 0], ["こん", 0], ["この", 0]]);
const WEEK = "(再来|来|今|さらい|らい|こん|この)(?:週|しゅう)";
const MONTH = "(再来|来|今|さらい|らい|こん)(?:月|げつ)";
const PART_OF_MONTH = "(上旬|中旬|下旬|前半|後半|初め|はじめ|頭|末)";

/** From the longest to the shortest: each a pattern and what it means. @type {[RegExp, Reader][]} */
export const DAY_WORDS = [
  // 2026年12月5日, 12月5日（土）〜7日, 来年1月10日
  [RegExp(YEAR + N + "月" + N + "日" + IN_BRACKETS + "(?:[〜~-]|から)(?:" + N + "月)?" + N + "日" + IN_BRACKETS + "(?:まで)?"),
    ([, year, month, day, lastMonth, lastDay], now) => {
      const first = calendarDay(year, number(month), number(day), now);
      const last = first && calendarDay("", number(lastMonth || month), number(lastDay), first.first);
      return first && last ? left({ first: first.first, last: last.last }, now) : null;
    }],
  [RegExp(YEAR + N + "月" + N + "日(?:[" + shared.weekdays + "]曜日?)?" + IN_BRACKETS + NOT_UNTIL),
    ([, year, month, day], now) => calendarDay(year, number(month), number(day), now)],
  // 2026/12/5, 2026-12-05, 2026.12.5, R8.12.5
  [RegExp("(?:^|[\\s、の(])(20[0-9]{2}|" + OF_ERA + ")[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})(?![0-9/.-])" + IN_BRACKETS + "(?![(]|まで|以降|以前|締|〆)"),
    ([, year, month, day], now) => calendarDay(year, Number(month), Number(day), now)],
  [/(?:^|[\s、の])([0-9]{1,2})\/([0-9]{1,2})(?![0-9/.-])(?:[(][^()]{1,5}[)])?(?![(]|まで|以降|以前|締|〆)/,
    ([, month, day], now) => calendarDay("", Number(month), Number(day), now)],
  // 来月5日, 来月の第2土曜 is left alone
  [RegExp(MONTH + "の?" + N + "日" + NOT_UNTIL), ([, which, day], now) => {
    const [year, month] = partsOf(monthFrom(now, RELATIVE.get(which) || 0).first);
    return oneDay(dayOf(year, month, number(day)));
  }],
  [RegExp(MONTH + "の?" + PART_OF_MONTH), ([, which, part], now) => partOfMonth(monthFrom(now, RELATIVE.get(which) || 0), part, now)],
  [RegExp(MONTH + "(?!号|の?第|まで|以降)"), ([, which], now) => left(monthFrom(now, RELATIVE.get(which) || 0), now)],
  // 今週の土曜, こんしゅうのどようび, 来週末, 今週
  [RegExp(WEEK + "(?:末|まつ|の?(?:土日|どにち|週末))"), ([, which], now) => weekend(RELATIVE.get(which) || 0, now)],
  [RegExp(WEEK + "の?" + BARE_DAY), ([, which, day], now) =>
    oneDay(plus(mondayOf(now), (RELATIVE.get(which) || 0) * 7 + weekday(day)))],
  [RegExp(WEEK + "(?!号|まで|以降)"), ([, which], now) => week(RELATIVE.get(which) || 0, now)],
  [RegExp("この" + DAY), ([, day], now) => nextDay(day, plus(now, -1))],
  [RegExp("(?:今度|次|こんど|つぎ|この次)の?" + BARE_DAY), ([, day], now) => nextDay(day, now)],
  [/(?:今度|次|こんど|つぎ)の?(?:土日|週末|どにち)/, (_, now) => weekend(weekdayOf(now) > 4 ? 1 : 0, now)],
  [/(?:^|[\s、])(?:この)?(?:週末|しゅうまつ)(?=$|[\s、。]|の|に|は|だけ|開催|限定|イベント|やって|ある|でき)/, (_, now) => weekend(0, now)],
  [/明々後日|しあさって/, (_, now) => oneDay(plus(now, 3))],
  [/明後日|あさって/, (_, now) => oneDay(plus(now, 2))],
  [RegExp("明日(?![葉香見])|明晩|(?:^|[\\s、])(?:あした|あす)" + END), (_, now) => oneDay(plus(now, 1))],
  [RegExp("(?:今日|本日|今夜|今晩)(?!子)|(?:^|[\\s、])(?:きょう|こんや|こんばん)" + END), (_, now) => oneDay(now)],
  // 12月の土曜 is the month alone: the weekday is a condition of its own
  [RegExp("(?:^|[\\s、の(])" + YEAR + "([0-9]{1,2})月の?" + PART_OF_MONTH), ([, year, month, part], now) =>
    partOfMonth(calendarMonth(year, Number(month), now), part, now)],
  [RegExp(YEAR + "([0-9]{1,2}|[一二三四五六七八九十]{1,2}(?=月(?:$|[\\s、の])))月" + WORD_END),
    ([, year, month], now) => calendarMonth(year, number(month), now)],
  [/年末年始/, (_, now) => left({ first: dayOf(yearsEnd(now), 12, 28), last: dayOf(yearsEnd(now) + 1, 1, 4) }, now)],
  [/年末(?=$|[\s、]|の(?!挨拶)|に)|年内/, (found, now) => {
    const [year] = partsOf(now);
    return left({ first: found[0] === "年内" ? now : dayOf(year, 12, 25), last: dayOf(year, 12, 31) }, now);
  }],
  [/(?:^|[\s、の])(?!1日の)([0-9]{1,2})日(?=$|[\s、。(]|は|に|で|の(?!間))/, ([, day], now) => {
    const [year, month, today] = partsOf(now);
    return oneDay(Number(day) >= today && dayOf(year, month, Number(day)) ? dayOf(year, month, Number(day))
      : dayOf(month === 12 ? year + 1 : year, month % 12 + 1, Number(day)));
  }],
  // in English
  [/\bday after tomorrow\b/i, (_, now) => oneDay(plus(now, 2))],
  [/\btomorrow\b/i, (_, now) => oneDay(plus(now, 1))],
  [/\b(?:today|tonight)\b/i, (_, now) => oneDay(now)],
  [/\b(?:(?:on|at)\s+)?(this|next)\s+weekend\b/i, ([, which], now) => weekend(which.toLowerCase() === "next" ? 1 : 0, now)],
  [/\b(this|next)\s+week\b/i, ([, which], now) => week(which.toLowerCase() === "next" ? 1 : 0, now)],
  [/\b(this|next)\s+month\b/i, ([, which], now) => left(monthFrom(now, which.toLowerCase() === "next" ? 1 : 0), now)],
  [RegExp("\\b(?:on\\s+)?(this|next)\\s+" + ENGLISH_DAY + "\\b", "i"), ([, which, day], now) =>
    (which.toLowerCase() === "next" ? nextDay(day, now) : oneDay(plus(mondayOf(now), weekday(day))))],
  [RegExp("\\b(?:on\\s+)?" + ENGLISH_MONTH + "\\s+([0-9]{1,2})(?:st|nd|rd|th)?\\b", "i"), ([, month, day], now) =>
    calendarDay("", ENGLISH_MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(day), now)],
  [RegExp("\\b(?:on\\s+)?([0-9]{1,2})(?:st|nd|rd|th)?\\s+" + ENGLISH_MONTH + "\\b", "i"), ([, day, month], now) =>
    calendarDay("", ENGLISH_MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(day), now)],
  [/\b(?:on\s+)?(?:the\s+)?weekend\b/i, (_, now) => weekend(0, now)]
];

export { DAY, weekday };
