/* What follows from a call for people by itself: generator/models/calls.py. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("../japanese/moments.js").Moment} Moment
 * @typedef {import("../japanese/patterns.js").Recurrence} Recurrence
 *
 * @typedef {{role?: string, title?: string, text?: string, conditions?: string, when?: string, place?: string, until?: Day,
 *   from_home?: boolean}} Call
 * @typedef {{when?: Recurrence, place?: string}} Meeting
 */
import { compared } from "../japanese/calendar.js";
import { pattern } from "../japanese/expressions.js";
import { parseMoment } from "../japanese/moments.js";
import { meetingDay, namesPlace, namesTime } from "../japanese/occasions.js";
import { EVERY_WEEK } from "../japanese/patterns.js";
import { parseRecurrence } from "../japanese/recurrence.js";
import { dayParts } from "../japanese/repeats.js";
import { key } from "../japanese/text.js";
import { models_calls as shared } from "../tables.js";

const OVER_NIGHT = pattern(shared.over_night);
const CARRIES_ON = pattern(shared.carries_on);

/** @param {{when?: string}} call @returns {{repeat?: Recurrence, moment?: Moment}} when it is; empty where that is not understood */
const whenOf = call => {
  const when = call.when || "";
  const texts = when ? [when, OVER_NIGHT.replace(when, found => found[1] + "翌")] : [];
  for (const text of texts) {
    const repeat = parseRecurrence(text);
    if (!("unclear" in repeat && repeat.unclear)) return { repeat: /** @type {Recurrence} */ (repeat) };
    const moment = parseMoment(text);
    if (!moment.unclear) return { moment };
  }
  return {};
};

/** The only day or days of a call that are past; null if there are none. @param {{when?: string}} call @param {Day | null | undefined} today */
export const dayPast = (call, today) => {
  const { moment } = whenOf(call);
  return moment && today && compared(moment.last, today) < 0 ? moment.last : null;
};

/** Whether a call is for somebody who takes the group over or begins it anew. @param {{role?: string, title?: string, text?: string}} call */
export const carriesOn = call => call.role === "successor" || CARRIES_ON.test((call.title || "") + "\n" + (call.text || ""));

/** @param {Recurrence} repeat @returns {string[]} */
const weeks = repeat => {
  /** @type {string[]} */
  let found = [];
  for (const each of repeat.patterns) {
    for (const week of each.weeks) found = found.concat(each.weekdays.map(day => week + "/" + day));
  }
  return found;
};

/** @param {Recurrence | undefined} own @param {Recurrence} meeting */
const isWithin = (own, meeting) => {
  if (!own || own.irregular || meeting.irregular) return false;
  const days = weeks(meeting), parts = dayParts(own), theirs = dayParts(meeting);
  const isHeld = weeks(own).every(each => days.includes(each) || days.includes(EVERY_WEEK + "/" + each.split("/")[1]));
  const isNamed = own.patterns.length > 0 || own.monthDays.length > 0;
  const isOfYear = !own.months.length || String(own.months) === String(meeting.months);
  const isThen = !parts.length || !theirs.length || parts.some(part => theirs.includes(part));
  return isHeld && own.monthDays.every(day => meeting.monthDays.includes(day)) && isNamed && isOfYear && isThen;
};

/** @param {Call} call @param {Meeting[]} meetings @returns {Meeting[]} those that it can mean */
const meant = (call, meetings) => {
  const words = [call.title, call.text, call.conditions].filter(Boolean).join("\n");
  const day = call.when ? -1 : meetingDay(words);
  if (!call.place && namesPlace(words)) return [];
  if (!call.when && day < 0 && namesTime(words)) return [];
  if (!call.when && !call.place && day < 0 && shared.few.includes(call.role || "")) return [];
  const own = call.when ? whenOf(call).repeat : undefined;
  return meetings.filter(meeting => (!call.place || key(meeting.place || "") === key(call.place))
    && (!call.when || Boolean(meeting.when && isWithin(own, meeting.when)))
    && (day < 0 || Boolean(meeting.when && meeting.when.patterns.some(each => each.weekdays.includes(day)))));
};

/** What a call surely takes from the meetings of its group. @param {Call} call @param {Meeting[]} meetings */
export const borrowed = (call, meetings) => {
  const found = call.from_home || (call.when && call.place) ? [] : meant(call, meetings);
  const isAlike = new Set(found.map(meeting => key(meeting.place || ""))).size === 1;
  return { when: found.length === 1 && !call.when, place: isAlike && !call.place && Boolean(found[0].place) };
};
