/* The days that a text names for applying, the first and the last: generator/japanese/application_points.py.
 *
 * A point is a day as far as the text names it: year and month 0 where not written, weekday -1; `ahead` units (日, 週, 月)
 * before what one applies for, or -1 for a day of the calendar. Times of the day, which Python reads too, nobody here needs.
 */
/** @typedef {{year: number, month: number, day: number, weekday: number, ahead: number, unit: string}} Point */
/** @typedef {import("./expressions.js").Match} Match */
/** @typedef {import("./unclear.js").Unclear} Unclear */
import { number, readDate, WEEKDAYS } from "./dates.js";
import { patterns } from "./expressions.js";
import { compact } from "./text.js";
import { parser } from "./unclear.js";
import { application_points as shared } from "../tables.js";

const {
  BEGUN, BETWEEN, CLOSING_WORD, DAYS_OFF, DIGITS, FOR_SOME, FROM_HERE, OTHER_BEFORE, OTHER_BEHIND, POINT, SENTENCES,
  TO_TAKE_PART, UNTIL, WISHED, YEAR_BEFORE
} = patterns(shared);
const OPENS = "opens";
const CLOSES = "closes";
/** @param {Partial<Point>} given @returns {Point} */
const point = given => Object.assign({ year: 0, month: 0, day: 0, weekday: -1, ahead: -1, unit: "" }, given);

/** @type {(text: string) => {opens: Point | null, closes: Point | null} | Unclear} */
export const applicationDays = parser(text => {
  /** @type {{role: string, day: Point | Unclear}[]} */
  const none = [];
  const said = SENTENCES.split(text).map(compact).filter(plain => !isForSome(plain))
    .reduce((list, plain) => list.concat(points(DAYS_OFF.replace(plain, "まで"), text)), none);
  const wrong = said.map(each => each.day).find(day => "unclear" in day);
  if (wrong && "unclear" in wrong) return wrong;
  const sure = /** @type {{role: string, day: Point}[]} */ (said);
  return { opens: only(sure, OPENS), closes: only(sure, CLOSES) };
});

/** @param {{role: string, day: Point}[]} said @param {string} role */
function only(said, role) {
  const found = said.filter(each => each.role === role).map(each => each.day);
  const days = new Set(found.map(day => [day.month, day.day, day.ahead, day.unit].join()));
  const years = new Set(found.map(day => day.year).filter(Boolean));
  if (days.size !== 1 || years.size > 1) return null;
  return found.reduce((best, day) => told(day) > told(best) ? day : best);
}

// How much is told of a day: of two that may be one, the better told is meant.
/** @param {Point} day */
const told = day => (day.year ? 2 : 0) + (day.weekday >= 0 ? 1 : 0);

/** @param {string} plain */
const isForSome = plain => FOR_SOME.test(plain) || WISHED.all(plain).some(match => !TO_TAKE_PART.test(match.what));

/** @param {string} plain @param {string} text */
function points(plain, text) {
  /** @type {{role: string, day: Point | Unclear}[]} */
  const out = [];
  /** @type {Point | null} */
  let last = null;
  let begun = false;
  let end = 0;
  POINT.all(plain).forEach(match => {
    const before = plain.slice(end, match.index), afterFirst = begun;
    const link = BETWEEN.match(plain, match.end);
    const behind = plain.slice(link ? link.end : match.end);
    end = match.end;
    begun = FROM_HERE.match(behind) !== null;
    if (OTHER_BEFORE.test(before) || OTHER_BEHIND.match(behind)) return;
    const day = pointOf(match, plain, text, last);
    if (!day) return;
    if ("unclear" in day) {
      out.push({ role: CLOSES, day });
      return;
    }
    last = day;
    const hasRule = link !== null && /必着|消印/.test(link[0]);
    const role = roleOf(before, behind, afterFirst || hasRule);
    if (role) out.push({ role, day });
  });
  return out;
}

/** @param {string} before @param {string} behind @param {boolean} isLast */
function roleOf(before, behind, isLast) {
  if (CLOSING_WORD.test(before)) return CLOSES;
  if (FROM_HERE.match(behind)) return OPENS;
  return isLast || UNTIL.match(behind) || BEGUN.test(before) ? CLOSES : "";
}

/** @param {Match} match @param {string} plain @param {string} text @param {Point | null} last @returns {Point | Unclear | null} */
function pointOf(match, plain, text, last) {
  if (match.date) return isDay(match, plain) ? dated(match, plain, text) : null;
  if (match.before) return point({ ahead: number(match.count), unit: "日週".includes(match.unit[0]) ? match.unit[0] : "月" });
  if (match.month_before) return point({ day: Number(match.month_day), ahead: 1, unit: "月" });
  if (match.short === undefined) return point({ ahead: match.eve ? 1 : 0, unit: "日" });
  if (!last || !last.month || DIGITS.test(plain.slice(0, match.index))) return null;
  return Object.assign({}, last, { day: Number(match.short), weekday: -1 });
}

/** @param {Match} match @param {string} plain */
function isDay(match, plain) {
  if (match.after_month === "月") return match.date.split("月")[1].includes("日") || match.end < plain.length;
  if (DIGITS.test(plain.slice(0, match.index)) || /^[0-9]/.test(plain.slice(match.end))) return false;
  return hasYear(match) || match.after_month === "/";
}

/** @param {Match} match @param {string} plain @param {string} text @returns {Point | Unclear} */
function dated(match, plain, text) {
  const written = YEAR_BEFORE.search(plain.slice(0, match.index));
  const year = written ? Number(written.year) : null;
  const whole = year !== null || hasYear(match);
  const found = readDate(match, text, whole ? year : shared.leap);
  if (found.unclear && (whole || found.rule !== "weekday-mismatch")) return found;
  return point({
    year: whole && !found.unclear ? found.year : 0,
    month: number(match.month),
    day: number(match.day),
    weekday: WEEKDAYS.indexOf((match.weekday || match.bare_weekday || " ")[0])
  });
}

/** @param {Match} match */
const hasYear = match => Boolean(match.year || match.era);
