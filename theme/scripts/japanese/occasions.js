/* Whether a free text names a day, a time or a place: generator/japanese/occasions.py. */
import { WEEKDAYS } from "./dates.js";
import { patterns } from "./expressions.js";
import { narrow } from "./text.js";
import { occasions as shared } from "../tables.js";

const { MEETING, PLACE, TIME } = patterns(shared);

/** @param {string} text */
export const namesTime = text => TIME.test(narrow(text));

/** @param {string} text */
export const namesPlace = text => PLACE.test(narrow(text));

// The one weekday of which a text names the meeting (土曜の部), where it names no other time; -1 if none.
/** @param {string} text */
export const meetingDay = text => {
  const plain = narrow(text);
  const days = Array.from(new Set(MEETING.all(plain).map(found => found.day)));
  return days.length !== 1 || TIME.test(MEETING.replace(plain, "\n")) ? -1 : WEEKDAYS.indexOf(days[0]);
};
