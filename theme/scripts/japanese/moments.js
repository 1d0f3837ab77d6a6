/* A day or a span of days, with times: generator/japanese/moments.py. */

/** @typedef {{first: import("./calendar.js").Day, last: import("./calendar.js").Day, times: import("./times.js").TimeRange | null, unclear?: undefined}} Moment */

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {import("./expressions.js").Match} Match */
/** @typedef {import("./unclear.js").Unclear} Unclear */
import { compared, iso } from "./calendar.js";
import { number, parseDate, readDate, showDate } from "./dates.js";
import { pattern, patterns } from "./expressions.js";
import { mentions } from "./mentions.js";
import { seriesIn, withTimes } from "./series.js";
import { compact, strip } from "./text.js";
import { parseTimeRange, RANGE, readRange, showRange } from "./times.js";
import { parser, unclear } from "./unclear.js";
import { moments as shared } from "../tables.js";

/** @type {Record<string, any>} */
const BEFORE = shared.before_sign;
const BEFORE_SIGN = new Map(Object.keys(shared.before_sign).map(sign => [sign, pattern(BEFORE[sign])]));
const { BETWEEN, COMES_ROUND, FIRST, SHORT_DAY, TO } = patterns(shared);

/** @type {(text: string) => Moment | Unclear} */
export const parseMoment = parser(text => {
  const plain = compact(text);
  const match = FIRST.match(plain);
  if (!match) return unclear("date", text, shared.example);
  const first = readDate(match, text, null);
  if (first.unclear) return inContext(first, plain, match.index, match.end);
  const span = lastDay(plain, match.end, first, text);
  return span.unclear ? span : timed(first, span.last, span.end, plain, text);
});

/** @param {Unclear} problem @param {string} plain @param {number} start @param {number} end */
function inContext(problem, plain, start, end) {
  const fixed = strip(plain.slice(0, start) + problem.suggestion + " " + strip(plain.slice(end)));
  if (parseMoment(fixed).unclear) return problem;
  return unclear(problem.rule, problem.text, fixed, problem.facts);
}

/** @param {string} plain @param {number} position @param {Day} first @param {string} text @returns {{last: Day, end: number, unclear?: undefined} | Unclear} */
function lastDay(plain, position, first, text) {
  const link = TO.match(plain, position);
  if (!link || !leadsOn(plain, link)) return { last: first, end: position };
  const whole = FIRST.match(plain, link.end);
  const short = whole ? null : SHORT_DAY.match(plain, link.end);
  const found = whole || short;
  if (!found) return { last: first, end: position };
  const last = whole ? wholeLastDay(whole, first, text) : shortLastDay(found, first, text);
  if (last.unclear) return inContext(last, plain, link.end, found.end);
  const days = compared(last, first);
  if (days < 0 || days > shared.day_limit) {
    return unclear("end-before-start", text, iso(last) + "/" + iso(first));
  }
  if (link.and && days !== 1) return unclear("date", text, "", { apart: iso(first) + "、" + iso(last) });
  return { last, end: found.end };
}

/** @param {string} plain @param {Match} link */
function leadsOn(plain, link) {
  const needed = BEFORE_SIGN.get(link.to);
  return !needed || needed.test(plain.slice(0, link.index + link[0].indexOf(link.to)));
}

/** @param {Match} match @param {Day} first @param {string} text */
function wholeLastDay(match, first, text) {
  return readDate(match, text, first.year + (number(match.month) < first.month ? 1 : 0));
}

/** @param {Match} match @param {Day} first @param {string} text */
function shortLastDay(match, first, text) {
  const noted = match.weekday ? "（" + match.weekday + "）" : "";
  const found = parseDate(first.year + "年" + first.month + "月" + number(match.day) + "日" + noted);
  return found.unclear ? unclear(found.rule, text, found.suggestion, found.facts) : found;
}

/** @param {Day} first @param {Day} last @param {number} position @param {string} plain @param {string} text */
function timed(first, last, position, plain, text) {
  const between = BETWEEN.match(plain, position);
  const written = plain.slice(between ? between.end : position);
  const rest = written.replace(/^[()]+|[()]+$/g, "");
  if (!rest) return { first, last, times: null };
  const times = parseTimeRange(rest);
  if (!times.unclear) return { first, last, times };
  const named = compared(first, last) ? iso(first) + "/" + iso(last) : iso(first);
  const repeat = compared(first, last) || COMES_ROUND.test(rest) ? seriesIn(written) : "";
  if (repeat) return unclear("repeat-in-moment", text, withTimes(repeat, "", ""), { span: named.replace("/", "〜") });
  const likely = likelyTimes(times, rest);
  // Days or times that the help would not name make it say something else.
  const whole = mentions(compact(likely.text)) === mentions(rest);
  const beside = times.rule !== "time" ? "" : whole ? likely.left : rest;
  return unclear(times.rule, text, whole ? named + likely.text : "", beside ? { beside } : {});
}

// {text, left}: the times to suggest after a day, and what they leave.
/** @param {Unclear} times @param {string} rest */
function likelyTimes(times, rest) {
  if (times.rule !== "time") {
    const clear = parseTimeRange(times.suggestion);
    return { text: clear.unclear ? "" : " " + showRange(clear), left: "" };
  }
  const match = RANGE.search(rest);
  const found = match ? readRange(match, rest) : null;
  if (!match || !found || found.unclear) return { text: "", left: bare(rest) };
  const left = [bare(rest.slice(0, match.index)), bare(rest.slice(match.end))].filter(Boolean);
  return { text: " " + showRange(found), left: left.join("、") };
}

/** @param {string} text */
function bare(text) {
  const letters = Array.from(text);
  let first = 0;
  let last = letters.length;
  while (first < last && shared.around.includes(letters[first])) first += 1;
  while (last > first && shared.around.includes(letters[last - 1])) last -= 1;
  return letters.slice(first, last).join("");
}

/** @param {Moment} moment */
export function showMoment(moment) {
  let days = showDate(moment.first);
  if (compared(moment.first, moment.last)) days += "〜" + showDate(moment.last);
  return days + (moment.times ? showRange(moment.times) : "");
}
