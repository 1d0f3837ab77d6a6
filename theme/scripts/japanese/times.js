/* Times of day and spans of them: generator/japanese/times.py. A time is minutes after midnight. */

/** @typedef {import("./expressions.js").Match} Match */
/** @typedef {import("./unclear.js").Unclear} Unclear */
import { number } from "./dates.js";
import { patterns } from "./expressions.js";
import { compact, pad, strip } from "./text.js";
import { parser, unclear } from "./unclear.js";
import { times as shared } from "../tables.js";

const { DOTTED, FOUR_DIGITS, ONE_TIME, RANGE } = patterns(shared);

/** @typedef {{start: number, end: number | null, next: boolean, unclear?: undefined}} TimeRange  minutes; `next`: ends on the next day */
/** @typedef {{half: string, hour: number, minute: number, certain: boolean, nextDay: boolean}} Clock */

/** @type {Record<string, any[]>} */
const PARTS = shared.parts;
const NOON = 12 * 60;
const DAY = 24 * 60;
const MORNING = "午前";
const AFTERNOON = "午後";

/** @type {(text: string) => {minutes: number, unclear?: undefined} | Unclear} */
export const parseTime = parser(text => {
  const match = ONE_TIME.full(compact(text));
  const clock = match ? clockOf(match, "1") : null;
  if (!clock || clock.nextDay) return unclear("time", text, retyped(text, parseTime) || shared.example);
  if (isDoubtful(clock)) return unclear("ambiguous-time", text, likely(clock));
  const minutes = minutesOf(clock);
  return minutes < DAY ? { minutes } : unclear("time", text, "23:59");
});

/** @type {(text: string) => TimeRange | Unclear} */
export const parseTimeRange = parser(text => {
  const match = RANGE.full(compact(text));
  if (match) return readRange(match, text);
  const better = retyped(text, parseTimeRange) || firstRange(text) || shared.example_range;
  return unclear("time", text, better);
});

/** @param {string} text @param {(text: string) => {unclear?: boolean}} parse */
function retyped(text, parse) {
  const plain = compact(text);
  const fixed = withColons(plain);
  return fixed === plain || parse(fixed).unclear ? "" : fixed;
}

/** @param {string} text */
function firstRange(text) {
  const spans = RANGE.all(compact(text)).map(m => readRange(m, m[0]));
  const clear = spans.find(span => !span.unclear);
  return clear ? showRange(clear) : "";
}

/** @param {string} plain */
export function withColons(plain) {
  /** @param {Match} m */
  const colon = m => m[1] + ":" + m[2];
  const dotted = DOTTED.replace(plain, colon);
  return FOUR_DIGITS.replace(dotted, colon);
}

/** @param {Match} match @param {string} tag */
function clockOf(match, tag) {
  const nextDay = match["next" + tag] !== undefined;
  if (match["noon" + tag]) return { half: AFTERNOON, hour: 0, minute: 0, certain: true, nextDay };
  const part = strip((match["half" + tag] || match["after" + tag] || "").replace(/\./g, "")).replace(/^お/, "");
  const written = match["hour" + tag];
  let hour = number(written);
  const minute = writtenMinute(match, tag);
  const known = PARTS[part] || [[0, 30], ""];
  let half = known[1];
  if (part === "昼" && hour === 12) {
    hour = 0;
    half = AFTERNOON;
  } else if (!(hour >= known[0][0] && hour < known[0][1])) {
    return null;
  }
  const certain = (written[0] === "0" && written.length === 2) || hour > 12 || hour === 0;
  return minute < 60 ? { half, hour, minute, certain, nextDay } : null;
}

/** @param {Match} match @param {string} tag */
function writtenMinute(match, tag) {
  const written = match["colon" + tag] || match["minute" + tag] || "0";
  return written === "半" ? 30 : number(written.replace(/分$/, ""));
}

/** @param {Clock} clock */
const literal = clock => clock.hour * 60 + clock.minute;
/** @param {Clock} clock */
const isDoubtful = clock => !clock.half && clock.hour >= 1 && clock.hour <= 5 && !clock.certain;
/** @param {Clock} clock */
const minutesOf = clock => literal(clock) + (clock.half === AFTERNOON && clock.hour < 12 ? NOON : 0);
/** @param {Clock} clock */
const likely = clock => showTime((literal(clock) + NOON) % DAY);
/** @param {number} start @param {number | null} end @param {boolean} [next] @returns {TimeRange} */
const range = (start, end, next) => ({ start: start % DAY, end: end === null ? null : end % DAY, next: Boolean(next) });

/** @param {Match} match @param {string} text */
export function readRange(match, text) {
  const start = clockOf(match, "1");
  const hasEnd = Boolean(match.hour2 || match.noon2);
  const end = hasEnd ? clockOf(match, "2") : null;
  if (!start || start.hour > 23 || start.nextDay || (hasEnd && !end)) {
    return unclear("time", text, shared.example_range);
  }
  if (!end) {
    if (isDoubtful(start)) return unclear("ambiguous-time", text, likely(start) + "〜");
    return range(minutesOf(start), null);
  }
  if (startIsDoubtful(start, end) || endIsDoubtful(start, end)) {
    return unclear("ambiguous-time", text, likelyRange(start, end));
  }
  return closedRange(start, end, text);
}

/** @param {Clock} start @param {Clock} end */
function startIsDoubtful(start, end) {
  const byClock = !start.half && !end.half && end.certain;
  const byOrder = start.half === AFTERNOON && end.half !== MORNING && end.hour >= 1 && end.hour <= 11;
  return isDoubtful(start) && !(byClock || byOrder);
}

/** @param {Clock} start @param {Clock} end */
function endIsDoubtful(start, end) {
  return end.hour === 12 && Boolean(end.half || start.half === AFTERNOON) && minutesOf(start) >= NOON;
}

/** @param {Clock} start @param {Clock} end */
function endMinutes(start, end) {
  const inherits = !end.half && start.half === AFTERNOON && end.hour < 12 && !end.nextDay;
  return inherits ? literal(end) + NOON : minutesOf(end);
}

/** @param {Clock} start @param {Clock} end @param {string} text */
function closedRange(start, end, text) {
  const first = minutesOf(start);
  const last = endMinutes(start, end) + (end.nextDay ? DAY : 0);
  if (last <= first || last > first + DAY) {
    // Of 14:00-12:00 nobody can say which of the two was mistyped.
    return unclear("end-before-start", text, end.hour === 12 ? "" : likelyRange(start, end));
  }
  return range(first, last, last >= DAY);
}

/** @param {Clock} start @param {Clock} end */
function likelyRange(start, end) {
  let first = start.hour === 12 ? NOON + start.minute : minutesOf(start);
  if (start.hour !== 12 && isDoubtful(start)) first += NOON;
  let last = end.hour === 12 ? NOON + end.minute : endMinutes(start, end) % DAY;
  if (last === first) return showRange(range(first, null));
  if (last < first) last = (last + NOON) % DAY;
  return showRange(range(first, last, last <= first));
}

/** @param {number} minutes */
export function showTime(minutes) {
  const hour = Math.floor(minutes / 60);
  return (hour >= 1 && hour <= 5 ? pad(hour, 2) : hour) + ":" + pad(minutes % 60, 2);
}

/** @param {TimeRange} span */
export function showRange(span) {
  if (span.end === null) return showTime(span.start) + "〜";
  const end = span.next ? (span.end === 0 ? "24:00" : "翌" + showTime(span.end)) : showTime(span.end);
  return showTime(span.start) + "〜" + end;
}

export { RANGE };
