/* Parts of the week: 火曜の夜, and what has several of them: 火曜, 夜, 平日の夜, 土日. */
import { repeats, wording_days as shared } from "../tables.js";
import { weekdayOf } from "./dates.js";

const DAYS = shared.weekdays.split("").map((day) => day + "曜");
const PARTS = shared.parts.map(([, part]) => part);
const SEVERAL = new Map([["平日", DAYS.slice(0, 5)], ["土日", DAYS.slice(5)]]);
const OF = "の";
/** @type {[string, number, number][]} */
const bounds = /** @type {any} */ (repeats.bounds);

/** @param {string} day @param {string} part */
const joined = (day, part) => (day && part ? day + OF + part : day + part);

/** The choices as a table: the parts of the day above, a row for each day of the week. */
export const GRID = [["", ...PARTS]].concat(DAYS.map((day) => ["", ...PARTS].map((part) => joined(day, part))));

/** @param {string} label @returns {{ days: string[], part: string } | null} null where it is no part of the week (不定期) */
const read = (label) => {
  if (PARTS.indexOf(label) >= 0) return { days: DAYS, part: label };
  const [day, part] = label.split(OF);
  const days = DAYS.indexOf(day) >= 0 ? [day] : SEVERAL.get(day);
  return days && (part === undefined || PARTS.indexOf(part) >= 0) ? { days, part: part || "" } : null;
};

/** @param {string} label of a record @param {string} wider whether it lies within */
export const isWithin = (label, wider) => {
  const [one, other] = [read(label), read(wider)];
  if (!one || !other) return label === wider;
  return one.days.every((day) => other.days.indexOf(day) >= 0) && (!other.part || one.part === other.part);
};

/** @param {string} when 19:00, 16:00ae, m or "", as a file of days has it @returns {string[]} the parts of the day that it tells */
const partsAt = (when) => {
  const letters = when.replace(/[0-9:]/g, "");
  const minutes = Number(when.slice(0, 2)) * 60 + Number(when.slice(3, 5));
  return shared.parts.filter(([name], at) =>
    (letters ? letters.indexOf(name[0]) >= 0 : when !== "" && bounds[at][1] <= minutes && minutes < bounds[at][2])).map(([, part]) => part);
};

/** @param {string} day ISO @param {string} when @param {string[]} labels parts of the week: whether it lies in one of them */
export const isAt = (day, when, labels) => {
  const weekday = DAYS[weekdayOf(day)];
  const parts = partsAt(when);
  const own = parts.length ? parts.map((part) => joined(weekday, part)) : [weekday];
  return labels.some((label) => own.some((each) => isWithin(each, label)));
};

/** @param {number} weekday 0 for a Monday */
export const dayLabel = (weekday) => DAYS[weekday];

/** @param {string} label whether it is no part of the week */
export const isOutside = (label) => read(label) === null;

/** @type {string[]} */
const ALL = PARTS.concat(...DAYS.concat(Array.from(SEVERAL.keys())).map((day) => ["", ...PARTS].map((part) => joined(day, part))));

/**
 * What stands under each part of the week, large and small.
 *
 * @param {Record<string, number[]>} found what records are labelled with @returns {Record<string, number[]>}
 */
export const wholeWeek = (found) => {
  const labels = ALL.concat(Object.keys(found).filter((label) => ALL.indexOf(label) < 0));
  return Object.fromEntries(labels.map((wider) => {
    const within = Object.keys(found).filter((label) => isWithin(label, wider));
    return [wider, Array.from(new Set(within.reduce((all, label) => all.concat(found[label]), /** @type {number[]} */ ([]))))];
  }));
};

/**
 * Addresses of before had the weekdays apart (day=火&time=平日の夜).
 *
 * @param {string[]} days
 * @param {string[]} times
 * @returns {string[]} parts of the week
 */
export const joinedTimes = (days, times) => {
  const whole = days.map((day) => (DAYS.indexOf(day + "曜") >= 0 ? day + "曜" : day));
  if (!whole.length || !times.length) return whole.concat(times);
  const both = ALL.filter((label) => whole.some((day) => isWithin(label, day)) && times.indexOf(label) >= 0)
    .concat(...times.map((time) => {
      const { part } = read(time) || { part: "" };
      return whole.map((day) => joined(day, part)).filter((label) => isWithin(label, time));
    }));
  return both.length ? Array.from(new Set(both)) : whole.concat(times);
};
