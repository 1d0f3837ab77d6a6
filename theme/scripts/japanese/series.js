/* What a note beside a span of days names: generator/japanese/series.py. */
import { addsToSome, readException } from "./exceptions.js";
import { patterns } from "./expressions.js";
import { mentions } from "./mentions.js";
import { parseRecurrence } from "./recurrence.js";
import { compact, strip } from "./text.js";
import { showRecurrence } from "./wording.js";
import { series as shared } from "../tables.js";

/** @typedef {import("./patterns.js").DayPattern} DayPattern */

const { ALL_IN_BRACKETS, FRAMES, IN_BRACKETS } = patterns(shared);

const EVERY_DAY = /** @type {import("./patterns.js").Recurrence} */ (parseRecurrence("毎日"));

// The recurrence that a note names; empty if it names none.
/** @param {string} note */
export function seriesIn(note) {
  let plain = strip(FRAMES.replace(note, ""));
  plain = ALL_IN_BRACKETS.replace(plain, m => m[1]);
  plain = IN_BRACKETS.replace(plain, m => m[1] + " " + m[2]);
  const found = plain ? parseRecurrence(plain) : null;
  if (!found || found.unclear || found.irregular) return "";
  const otherwise = readException(compact(plain));
  return otherwise && otherwise.unread ? "" : plain;
}

// {repeat, days}: the series that a note names, and on which days of a span it is; days is null if nobody can tell.
/** @param {string} note @returns {{repeat: string, days: import("./patterns.js").Recurrence | null}} */
export function beside(note) {
  const repeat = seriesIn(note);
  const plain = ALL_IN_BRACKETS.replace(strip(note), m => m[1]);
  const found = parseRecurrence(repeat || "毎日（" + plain + "）");
  if (!found.unclear) return { repeat, days: found };
  const said = JSON.parse(mentions(compact(plain)));
  const named = said[3].some((/** @type {string} */ name) => ["workday", "other", "holiday"].includes(name));
  const unclear = (said[2].length || named) && !addsToSome(compact(plain));
  return { repeat: "", days: unclear ? null : EVERY_DAY };
}

// A recurrence in canonical Japanese, with these times if it has none of its own.
/** @param {string} repeat @param {string} begins @param {string} ends */
export function withTimes(repeat, begins, ends) {
  const found = parseRecurrence(repeat);
  if (found.unclear) return repeat;
  const timed = parseRecurrence(begins && ends ? repeat + " " + begins + "-" + ends : repeat + " " + begins);
  const own = found.times.length || found.patterns.some((/** @type {DayPattern} */ p) => p.times.length);
  return showRecurrence(begins && !own && !timed.unclear ? timed : found);
}
