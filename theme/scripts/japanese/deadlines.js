/* Until when something is taken in: a day, or at any time (随時): generator/japanese/deadlines.py. */
import { compared, fromIso } from "./calendar.js";
import { parseDate, showDate } from "./dates.js";
import { key } from "./text.js";
import { deadlines as shared } from "../tables.js";

// Later than any day.
export const ALWAYS = fromIso(shared.last);

/** @param {string} text */
export const parseDeadline = text => shared.always.includes(key(text)) ? ALWAYS : parseDate(text);
// The day in words; empty for 随時, which says itself.
/** @param {Day} day */
export const showDeadline = day => compared(day, ALWAYS) ? showDate(day) : "";

/** @typedef {import("./calendar.js").Day} Day */
