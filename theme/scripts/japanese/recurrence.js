/* Days and times that come round, as a text names them: generator/japanese/recurrence.py. */
import { assembled, parted } from "./clauses.js";
import { patterns } from "./expressions.js";
import { nearest, oneLine } from "./nearest.js";
import { exceptionsOf, takeNotes, takesAway } from "./remarks.js";
import { inJapanese } from "./spellings.js";
import { strip } from "./text.js";
import { parser, unclear } from "./unclear.js";
import { recurrence as shared } from "../tables.js";

/** @typedef {import("./patterns.js").Recurrence} Recurrence */

const { IN_WORDS } = patterns(shared);

/** @type {(text: string) => Recurrence | import("./unclear.js").Unclear} */
export const parseRecurrence = parser(text => {
  const words = IN_WORDS.full(text);
  if (words) return inWords(strip(text), oneLine(words[1]));
  const noted = takeNotes(inJapanese(text));
  const parts = noted ? parted(noted) : null;
  const found = parts ? assembled(parts, text) : null;
  if (found && !found.unclear) return found;
  const help = nearest(text, parts, found);
  /** @type {Record<string, string>} */
  const facts = help.left ? { left: help.left } : {};
  return found ? unclear(found.rule, found.text, help.text, facts) : unclear("recurrence", text, help.text, facts);
});

/** @param {string} text @param {string} shown */
function inWords(text, shown) {
  return {
    text, patterns: [], monthDays: [], months: [], times: [], irregular: true, frequency: shown, notes: [],
    onHolidays: false, skipHolidays: false, skipMonths: [], skipDays: [], inWords: true,
  };
}

// The remarks that change some of its days in a way that only a reader understands.
/** @param {Recurrence} r */
export function unreadRemarks(r) {
  const own = r.patterns.reduce((/** @type {string[]} */ all, p) => all.concat(p.notes.filter(takesAway)), []);
  return own.concat(r.notes.filter(note => {
    const taken = exceptionsOf([note]);
    return taken && taken.unread;
  }));

/** @typedef {import("./patterns.js").Recurrence} Recurrence */
}
