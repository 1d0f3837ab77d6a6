/* Which days and times a text speaks of at all, known without a grammar: generator/japanese/mentions.py. */
import { number, WEEKDAYS } from "./dates.js";
import { pattern, patterns } from "./expressions.js";
import { ALL_DAYS, sorted } from "./patterns.js";
import { withColons } from "./times.js";
import { mentions as shared } from "../tables.js";

const { BUILDING, CLOCK, DAILY, LEADS_TO, MONTH, NO_WEEKDAY, NUMBER, SPAN, WEEKDAYS_TO } = patterns(shared);
const NAMED = named(shared.named);
const PARTS_OF_DAY = named(shared.named_parts);

/** @param {any[]} pairs */
function named(pairs) {
  return pairs.map(([name, words]) => ({ name, words: pattern(words) }));
}

// Which days and times a compact text speaks of at all, as one text that can be compared.
/** @param {string} plain */
export function mentions(plain) {
  const written = withColons(BUILDING.replace(plain, "\n"));
  const times = spans(written);
  const rest = CLOCK.replace(written, "\n");
  const words = NAMED.concat(times.length ? [] : PARTS_OF_DAY).filter(each => each.words.test(rest)).map(each => each.name);
  const days = NO_WEEKDAY.replace(MONTH.replace(rest, "\n"), m => !m[0].includes("曜") ? "\n" : "");
  const on = DAILY.test(rest) ? ALL_DAYS.slice() : [];
  WEEKDAYS_TO.all(days).forEach(match => {
    const first = WEEKDAYS.indexOf(match.first), last = WEEKDAYS.indexOf(match.last);
    for (let day = first; day < last + (last >= first ? 1 : 8); day += 1) on.push(day % 7);
  });
  Array.from(days).forEach(letter => { if (WEEKDAYS.includes(letter)) on.push(WEEKDAYS.indexOf(letter)); });
  return JSON.stringify([
    Array.from(new Set(times.map(each => JSON.stringify(each)))).sort(),
    sorted(numbers(rest)),
    sorted(on),
    words,
  ]);
}

/** @param {string} written */
function spans(written) {
  /** @type {any[]} */
  const found = [];
  let end = 0;
  CLOCK.all(written).forEach(match => {
    const last = found[found.length - 1];
    if (last && last.length === 1 && LEADS_TO.full(written.slice(end, match.index))) {
      last.push(time(match));
    } else {
      found.push([time(match)]);
    }
    end = match.end;
  });
  return found;
}

/** @param {Match} match */
function time(match) {
  const minute = match.colon || match.minute || "0";
  const hour = match.hour ? number(match.hour) : 12;
  return [((hour % 12) + 12) % 12, minute === "半" ? 30 : number(minute.replace(/分$/, ""))];
}

/** @param {string} rest */
function numbers(rest) {
  const found = NUMBER.all(rest).map(m => number(m[0]));
  SPAN.all(rest).forEach(match => {
    const first = number(match.first);
    const last = number(match.last);
    let n;
    for (n = first; n <= last; n += 1) found.push(n);
    if (first > last && match.month) {
      for (n = first; n < 13; n += 1) found.push(n);
      for (n = 1; n <= last; n += 1) found.push(n);
    }
  });
  return found;
}

export { BUILDING };

/** @typedef {import("./expressions.js").Match} Match */
