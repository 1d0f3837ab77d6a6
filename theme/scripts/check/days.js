/* Days that come round: generator/japanese/spellings.py, day_words.py and days.py in the browser. */
import { HirobaCheck } from "./text.js";

const EVERY_WEEK = 0;
const LAST_WEEK = 6;
const EVERY_OTHER_WEEK = 7;
const WORKDAYS = [0, 1, 2, 3, 4];
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];

function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }
function sorted(numbers) {
  return Array.from(new Set(numbers)).sort((a, b) => a - b);
}
function span(first, end) {
  const out = [];
  for (let n = first; n < end; n += 1) out.push(n);
  return out;
}

/* ---- other spellings ---------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.spellings;
  const weekdays = kit.table.dates.weekdays;

  kit.same = same;
  kit.sorted = sorted;

  // The text itself, or its Japanese if it begins with a GIF code or is English.
  kit.inJapanese = text => {
    if (!kit.pattern("spellings.latin").test(text)) return text;
    const plain = kit.narrow(text);
    const code = kit.pattern("spellings.gif").match(plain);
    if (code) return fromGif(code[1]) + " " + plain.slice(code.end);
    return kit.pattern("spellings.english").test(plain) ? fromEnglish(kit.compact(text)) : text;
  };

  function fromGif(code) {
    const days = words.gif_days.map(name => name.toLowerCase());
    return kit.pattern("spellings.gif_item").all(code).map(item => weeksOf(item[1]) + weekdays[days.indexOf(item[2].toLowerCase())] + "曜").join("、");
  }

  function weeksOf(digits) {
    if (digits === "0" || digits === "7") return digits === "0" ? "毎週" : "隔週";
    if (/[07]/.test(digits)) return digits;
    return Array.from(digits).map(week => week === "6" ? "最終" : "第" + week).join("・");
  }

  function fromEnglish(plain) {
    let named = kit.pattern("spellings.english_day").replace(plain, m => words.days[m[1]] + "曜");
    named = kit.pattern("spellings.ordinal").replace(named, m => "第" + words.ordinals[m[1]]);
    words.translations.forEach(pair => { named = kit.pattern(pair[0]).replace(named, pair[1]); });
    return named;
  }
});

/* ---- words of the grammar -------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const letters = kit.table.day_words.letters;

  function letterOf(match) {
    for (let n = 0; n < letters.length; n += 1) if (match["t" + n] !== undefined) return letters[n];
    return "";
  }

  // The words of a compact text, fillers left out; null if anything in it is not a word of the grammar.
  kit.tokens = text => {
    const label = kit.pattern("day_words.label").match(text);
    let position = label ? label.end : 0;
    const found = [];
    while (position < text.length) {
      const match = kit.pattern("day_words.token").match(text, position);
      if (!match) return null;
      position = match.end;
      const letter = letterOf(match);
      if (letter !== "_") found.push({ letter, text: match[0], after: text.slice(position, position + 1) });
    }
    return found;
  };

  // The words of a compact text, and its other letters one by one, each with whether it is known.
  function pieces(text) {
    const found = [];
    let position = 0;
    let unknownBefore = false;
    while (position < text.length) {
      const match = kit.pattern("day_words.token").match(text, position);
      const known = Boolean(match) && !(unknownBefore && kit.table.dates.weekdays.indexOf(match[0]) >= 0);
      const piece = match ? match[0] : String.fromCodePoint(text.codePointAt(position));
      found.push({ known, text: piece });
      position += piece.length;
      unknownBefore = !known;
    }
    return found;
  }

  // Only what the grammar knows of a compact text.
  kit.knownWords = text => pieces(text).map(piece => piece.known ? piece.text : "").join("");

  // What the grammar does not know of a compact text, piece by piece.
  kit.unknownWords = text => {
    const found = [];
    let before = true;
    pieces(text).forEach(piece => {
      if (!piece.known && before) found.push(piece.text);
      else if (!piece.known) found[found.length - 1] += piece.text;
      before = piece.known;
    });
    return found;
  };
});

/* ---- days ----------------------------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.days;
  const weekdays = kit.table.dates.weekdays;

  function one(named, letter) {
    const token = named.filter(t => t.letter === letter)[0];
    return token ? token.text : "";
  }
  function count(text, letter) { return text.split(letter).length - 1; }
  function days(found) {
    return Object.assign({ patterns: [], monthDays: [], months: [], frequency: "", onHolidays: false, skipHolidays: false,
      part: "", marks: [] }, found);
  }
  function pattern(weeks, weekdaysOf, times, notes) {
    return { weeks, weekdays: weekdaysOf, times: times || [], notes: notes || [] };
  }
  kit.dayPattern = pattern;
  kit.days = days;

  // The days a compact text (without times and remarks) names; null if it does not clearly name any.
  kit.readDays = text => {
    const found = kit.tokens(text);
    if (!found) return null;
    const parts = found.filter(t => t.letter === "P");
    const named = trimmed(found.filter(t => !/[PRL]/.test(t.letter)));
    const letters = named.map(t => t.letter).join("");
    if (!kit.pattern("days.sense").full(letters) || count(letters, "S") > 1 || count(letters, "F") > 1 || parts.length > 1) {
      return null;
    }
    const patterns = patternsOf(named), months = monthsOf(named), monthDays = monthDaysOf(named);
    if (!patterns || !months || !monthDays || !monthsAreClear(named)) return null;
    if (/[AB]/.test(letters) && patterns.length > 1) return null;
    const part = parts.map(t => t.text).join("");
    return withFrequency(days({ patterns, monthDays, months, part, marks: marksOf(found) }), named);
  };

  function marksOf(found) {
    let patterns = 0;
    const marks = [];
    found.forEach(token => {
      if (/[ABD]/.test(token.letter)) patterns += 1;
      if (/[RL]/.test(token.letter)) marks.push({ at: patterns - (token.letter === "R" ? 1 : 0), mark: token.text });
    });
    return marks;
  }

  function trimmed(found) {
    let first = 0, last = found.length;
    while (first < last && /[,+]/.test(found[first].letter)) first += 1;
    while (last > first && /[,+]/.test(found[last - 1].letter)) last -= 1;
    return found.slice(first, last);
  }

  function monthsAreClear(named) {
    return !named.some((token, n) => {
      const following = named[n + 1];
      if (!following || token.letter !== "S" || !/[DT]/.test(following.letter)) return false;
      return !/[のは]$/.test(token.text) && named[0].letter !== "Y";
    });
  }

  function withFrequency(found, named) {
    found.skipHolidays = named.some(t => t.letter === "B");
    found.onHolidays = named.some(t => t.letter === "D" && t.text.indexOf("祝") >= 0);
    const frequency = one(named, "F");
    if (!frequency) return found;
    const letters = named.map(t => t.letter).join("");
    const together = letters === "FD" || letters === "DF";
    if (together && frequency[0] === "週" && sameCount(frequency, found.patterns)) return found;
    if (together || letters === "F") {
      const patterns = found.patterns.map(p => pattern([], p.weekdays));
      const often = frequency.replace(/~/g, "〜");
      return found.onHolidays ? null : days({ patterns, frequency: often, part: found.part, marks: found.marks });
    }
    if (letters.indexOf("S") >= 0 || found.onHolidays) return null;
    return sameCount(frequency, found.patterns) ? found : null;
  }

  function sameCount(frequency, patterns) {
    const match = kit.pattern("days.count").full(frequency);
    if (!match) return false;
    const weekly = match[1] === "週";
    const mixed = patterns.some(p => same(p.weeks, [EVERY_WEEK]) !== weekly || p.weeks.indexOf(EVERY_OTHER_WEEK) >= 0);
    return !mixed && kit.number(match[2]) === patterns.reduce((n, p) => n + p.weeks.length * p.weekdays.length, 0);
  }

  function patternsOf(named) {
    const found = [];
    for (let n = 0; n < named.length; n += 1) {
      const token = named[n];
      if (token.letter === "A" || token.letter === "B") {
        found.push(pattern([EVERY_WEEK], token.letter === "A" ? ALL_DAYS : WORKDAYS));
      }
      if (token.letter !== "D") continue;
      const before = n ? named[n - 1] : null;
      const weeks = weeksBefore(before);
      const on = weekdaysOf(token);
      if (!weeks.length || !on.length || !isPlain(token, before, found.length > 0, weeks)) return null;
      if (same(weeks, [EVERY_WEEK]) && !(before && before.letter === "W") && needsPrefix(found)) return null;
      found.push(pattern(weeks, on));
    }
    return found;
  }

  function needsPrefix(found) {
    return found.some(p => !same(p.weeks, [EVERY_WEEK]));
  }

  function weeksBefore(before) {
    if (!before || !/[NO]/.test(before.letter)) return [EVERY_WEEK];
    if (before.letter === "O") return [EVERY_OTHER_WEEK];
    return numbers(before.text, 1, 5, { "最終": LAST_WEEK, "最後": LAST_WEEK, "月末": LAST_WEEK });
  }

  function numbers(text, least, most, names) {
    let found = [];
    const items = kit.pattern("days.number_item").all(text);
    for (let n = 0; n < items.length; n += 1) {
      const written = items[n].number;
      const named = Object.prototype.hasOwnProperty.call(names, written);
      const value = named ? names[written] : kit.number(written);
      const first = items[n].to && found.length ? found[found.length - 1] : value;
      const wraps = first > value && most === 12;
      if (!((value >= least && value <= most) || named) || (first > value && !wraps)) return [];
      found = found.concat(wraps ? span(first, most + 1).concat(span(least, value + 1)) : span(first, value + 1));
    }
    return sorted(found);
  }

  function weekdaysOf(token) {
    let found = [];
    kit.pattern("days.list_item").all(token.text).forEach(item => {
      if (item.day[0] === "祝") return;
      const day = weekdays.indexOf(item.day[0]);
      const first = item.to && found.length ? found[found.length - 1] : day;
      found = found.concat(span(first, day >= first ? day + 1 : day + 8).map(d => d % 7));
    });
    return sorted(found);
  }

  function isPlain(token, before, later, weeks) {
    const text = token.text.replace(/のみ$/, "").replace(/だけ$/, "");
    if (text.indexOf("祝") >= 0 && !same(weeks, [EVERY_WEEK])) return false;
    if (before && before.letter === "N" && !shareWeeks(text, before.text)) return false;
    if (text.indexOf("曜") >= 0) return true;
    const after = /[\ue000-\ue1ff]/.test(token.after) ? "" : token.after;
    if (words.after_bare.indexOf(after) < 0 || /月日|日月/.test(text)) return false;
    return kit.pattern("days.list_item").all(text).length > 1 || before !== null || (!later && after === "");
  }

  function shareWeeks(text, weeks) {
    const several = count(text, "曜") > 1;
    return !several || weeks.indexOf("週") >= 0 || /の$/.test(weeks) || !kit.pattern("days.separated").test(text);
  }

  function monthsOf(named) {
    const text = one(named, "S");
    if (!text) return [];
    const months = kit.readMonths(text);
    return months.length ? months : null;
  }

  kit.readMonths = text => words.half_years[text.slice(0, 3)] || numbers(text, 1, 12, {});

  function monthDaysOf(named) {
    const text = one(named, "T");
    if (!text) return [];
    if (/く日$/.test(text)) return span(1, 32).filter(d => d % 10 === Number(text[0]));
    const found = numbers(text, 1, 31, { "末日": -1, "最終日": -1, "最後の日": -1 });
    return found.length ? found : null;
  }
});
