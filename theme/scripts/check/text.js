/* Checking a profile in the browser by the rules and in the words of `hiroba check`: widths, kana, numerals, patterns.
 *
 * The table (assets/form/checking.json) is made by generator/form/ from the models, the rule book and the patterns of
 * generator/japanese/; these files are its verbs, each a port of the Python module named at its top. A test runs both
 * over one corpus and holds them together. This file: generator/japanese/text.py and difflib.
 *
 * ES2018 without lookbehind, so that phones of 2019 run it. The files are named in order by SCRIPTS in checking.py.
 */
// HirobaCheck(table, {today, groups, places, own, lang}) is made of parts, each of which adds its verbs to one kit.
import * as tables from "../tables.js";

function HirobaCheck(table, facts) {
  const kit = { table: tables, all: table, facts: facts || {} };
  HirobaCheck.parts.forEach(part => { part(kit); });
  return kit.check;
}
HirobaCheck.parts = [];

// What Python's str.strip takes away, and Rust's trim, which pydantic uses.
const SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const TRIM = SPACE.replace("\\x1c- ", " ");
const REMEMBERED = 4096;

// Browsers before 2020 may not know Unicode properties; they get the letters that are common here.
function letters(properties, common) {
  try {
    return new RegExp("[" + properties + "]", "u");
  } catch (error) {
    return new RegExp("[" + common + "]", "u");
  }
}

/* ---- patterns ----------------------------------------------------------------------------------------- */

// A pattern of the table: what re.Pattern does, over the same positions. `before` is a lookbehind of one letter.
function Pattern(made) {
  this.made = made;
  this.flags = "u" + (made.letters ? "i" : "");
  this.before = made.before ? new RegExp(made.before[1], "u") : null;
}

Pattern.prototype.compiled = function (name, source, flags) {
  if (!this[name]) this[name] = new RegExp(source, this.flags + flags);
  return this[name];
};

Pattern.prototype.named = function (found) {
  if (found && this.made.names) {
    for (const name in this.made.names) found[name] = found[this.made.names[name]];
  }
  if (found) found.end = found.index + found[0].length;
  return found;
};

Pattern.prototype.fits = function (text, at) {
  if (!this.before) return true;
  return (at > 0 && this.before.test(text[at - 1])) === this.made.before[0];
};

// The match that begins right at a position, or null.
Pattern.prototype.match = function (text, at) {
  const position = at || 0;
  if (!this.fits(text, position)) return null;
  const sticky = this.compiled("sticky", this.made.source, "y");
  sticky.lastIndex = position;
  return this.named(sticky.exec(text));
};

Pattern.prototype.full = function (text) {
  return this.fits(text, 0) ? this.named(this.compiled("whole", "^(?:" + this.made.source + ")$", "").exec(text)) : null;
};

Pattern.prototype.search = function (text, at) {
  const global = this.compiled("global", this.made.source, "g");
  let position = at || 0;
  while (position <= text.length) {
    global.lastIndex = position;
    const found = global.exec(text);
    if (!found || this.fits(text, found.index)) return this.named(found);
    position = found.index + 1;
  }
  return null;
};

Pattern.prototype.test = function (text) {
  return this.search(text) !== null;
};

// Every match in turn, none overlapping another.
Pattern.prototype.all = function (text) {
  const out = [];
  let found = this.search(text, 0);
  while (found) {
    out.push(found);
    found = this.search(text, found.end > found.index ? found.end : found.end + 1);
  }
  return out;
};

Pattern.prototype.replace = function (text, make, most) {
  let out = "";
  let at = 0;
  this.all(text).slice(0, most).forEach(found => {
    out += text.slice(at, found.index) + (typeof make === "function" ? make(found) : make);
    at = found.end;
  });
  return out + text.slice(at);
};

// The text between the matches.
Pattern.prototype.split = function (text) {
  const out = [];
  let at = 0;
  this.all(text).forEach(found => {
    out.push(text.slice(at, found.index));
    at = found.end;
  });
  out.push(text.slice(at));
  return out;
};

HirobaCheck.parts.push(kit => {
  const made = new Map();

  // The pattern that stands in the table under a name such as "dates.whole_date", or that is given.
  kit.pattern = named => {
    if (!made.has(named)) {
      const steps = typeof named === "string" ? named.split(".") : null;
      made.set(named, new Pattern(steps ? kit.table[steps[0]][steps[1]] : named));
    }
    return made.get(named);
  };

  kit.own = source => {
    if (!made.has(source)) made.set(source, new Pattern({ source }));
    return made.get(source);
  };
});

/* ---- widths, kana, numerals ----------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.text;
  const unified = {};
  Array.from(words.dashes).forEach(sign => { unified[sign] = "-"; });
  Array.from(words.tildes).forEach(sign => { unified[sign] = "~"; });
  Array.from(words.invisible).forEach(sign => { unified[sign] = ""; });
  const SIGNS = new RegExp("[" + words.dashes.replace(/[-\]\\^]/g, "\\$&") + words.tildes + words.invisible + "]", "g");
  const FOLDED = new RegExp("[" + Object.keys(kit.table.foldings).join("") + "]", "g");
  const STRIP = new RegExp("^[" + SPACE + "]+|[" + SPACE + "]+$", "g");
  const ENDS = new RegExp("^[" + TRIM + "]+|[" + TRIM + "]+$", "g");
  const SPACES = new RegExp("[" + SPACE + "]+", "g");
  const ALNUM = letters("\\p{L}\\p{N}", "0-9A-Za-z\\xaa-\\u1fff\\u3005-\\u3007\\u3021-\\u3096\\u309d-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufaff");
  const ASCII = /^[\x00-\x7f]*$/;

  kit.strip = text => text.replace(STRIP, "");
  kit.trim = text => text.replace(ENDS, "");
  kit.hasSpace = text => text.search(SPACES) >= 0;
  kit.length = text => /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
  kit.head = (text, most) => text.length <= most ? text : Array.from(text.slice(0, 2 * most)).slice(0, most).join("");
  kit.isAscii = text => ASCII.test(text);
  kit.isLetter = letter => ALNUM.test(letter);
  kit.pad = (number, size) => ("0000" + number).slice(-size);

  kit.narrow = text => {
    if (ASCII.test(text)) return kit.strip(text);
    const folded = text.replace(/\u02dc/g, "~").normalize("NFKC").replace(SIGNS, sign => unified[sign]);
    return kit.strip(kit.pattern("text.long_mark_as_dash").replace(folded, "-"));
  };

  kit.casefold = text => {
    if (ASCII.test(text)) return text.toLowerCase();
    // The browser's small letters know one rule of their own, ς at a word's end, which folding does not have.
    return text.replace(FOLDED, letter => kit.table.foldings[letter]).toLowerCase().replace(/ς/g, "σ");
  };

  kit.key = text => kit.casefold(kit.narrow(text)).replace(SPACES, "");

  kit.closedUp = text => {
    const plain = kit.narrow(text).replace(SPACES, " ");
    return plain.replace(/ /g, (space, at) => /[0-9A-Za-z]/.test(plain[at - 1]) && /[0-9A-Za-z]/.test(plain[at + 1]) ? " " : "");
  };

  kit.compact = text => kit.casefold(kit.closedUp(text));

  function fullWidth(text) {
    const widened = kit.pattern("text.half_width_kana").replace(text, m => m[0].normalize("NFKC"));
    return kit.pattern("text.split_voicing").replace(widened, m => m[0].normalize("NFC"));
  }

  function shifted(text, set, by) {
    return fullWidth(text).replace(set, letter => String.fromCharCode(letter.charCodeAt(0) + by));
  }

  kit.hiragana = text => shifted(text, /[\u30a1-\u30f6\u30fd\u30fe]/g, -0x60);
  kit.katakana = text => shifted(text, /[\u3041-\u3096\u309d\u309e]/g, 0x60);
  kit.isKana = text => Boolean(kit.pattern("text.kana").full(text)) && kit.pattern("text.kana_letter").test(text);

  // The value of a numeral below 万, or null.
  function section(word) {
    if (!/[千百十拾]/.test(word)) {
      return Number(Array.from(word).map(digit => words.digit_of[digit]).join(""));
    }
    const found = kit.pattern("text.with_units").full(word);
    if (!found) return null;
    return [1000, 100, 10, 1].reduce((sum, place, n) => {
      const digit = found[n + 1];
      if (digit === undefined) return sum;
      return sum + place * (digit ? words.digit_of[digit] : place > 1 ? 1 : 0);
    }, 0);
  }

  kit.kanjiNumber = text => {
    const word = kit.narrow(text);
    if (!word || kit.length(word) > words.most_digits) return null;
    if (ASCII.test(word)) return /^[0-9]+$/.test(word) ? Number(word) : null;
    const found = kit.pattern("text.number").full(word);
    if (!found) return null;
    const parts = [found[1], found[2], found[3]];
    const values = parts.map(part => part === undefined ? null : section(part));
    if (parts.some((part, n) => part !== undefined && values[n] === null)) return null;
    const several = parts.filter(part => part !== undefined).length > 1 || found[3] === undefined;
    if (several && values.some(value => (value || 0) >= 10000)) return null;
    return (values[0] || 0) * 100000000 + (values[1] || 0) * 10000 + (values[2] || 0);
  };

  // The value of digits that a pattern matched; -1 for a numeral that has none.
  kit.number = digits => {
    if (digits === "元") return 1;
    if (ASCII.test(digits)) return Number(digits);
    const value = kit.kanjiNumber(digits);
    return value === null ? -1 : value;
  };

  /* ---- what was not understood ------------------------------------------------------------------------ */

  kit.unclear = (rule, text, suggestion, facts) => ({
    unclear: true,
    rule,
    text,
    suggestion: suggestion || "",
    facts: facts || {}
  });

  // A parser that refuses what is too long unread, and remembers what it was asked.
  kit.parser = parse => {
    const remembered = new Map();
    return text => {
      if (!remembered.has(text)) {
        if (remembered.size >= REMEMBERED) remembered.clear();
        const size = kit.length(text);
        const limit = kit.table.unclear.limit;
        const facts = { length: String(size), limit: String(limit) };
        remembered.set(text, size > limit ? kit.unclear("too-long", kit.head(text, 40) + "…", "", facts) : parse(text));
      }
      return remembered.get(text);
    };
  };
});

/* ---- difflib -------------------------------------------------------------------------------------------- */

// Where each letter stands in a text; in one of two hundred letters and more, not of those that are everywhere.
function placesOf(letters) {
  const places = new Map();
  letters.forEach((letter, at) => {
    if (places.has(letter)) places.get(letter).push(at);
    else places.set(letter, [at]);
  });
  if (letters.length >= 200) {
    const most = Math.floor(letters.length / 100) + 1;
    places.forEach((found, letter) => { if (found.length > most) places.delete(letter); });
  }
  return places;
}

function longestMatch(a, b, places, span) {
  let besti = span[0], bestj = span[2], size = 0;
  let lengths = new Map();
  for (let i = span[0]; i < span[1]; i += 1) {
    const next = new Map();
    const found = places.get(a[i]) || [];
    for (let n = 0; n < found.length; n += 1) {
      const j = found[n];
      if (j < span[2]) continue;
      if (j >= span[3]) break;
      const k = (lengths.get(j - 1) || 0) + 1;
      next.set(j, k);
      if (k > size) { besti = i - k + 1; bestj = j - k + 1; size = k; }
    }
    lengths = next;
  }
  while (besti > span[0] && bestj > span[2] && a[besti - 1] === b[bestj - 1]) { besti -= 1; bestj -= 1; size += 1; }
  while (besti + size < span[1] && bestj + size < span[3] && a[besti + size] === b[bestj + size]) size += 1;
  return [besti, bestj, size];
}

function matches(a, b, places) {
  const queue = [[0, a.length, 0, b.length]];
  let total = 0;
  while (queue.length) {
    const span = queue.pop();
    const found = longestMatch(a, b, places, span);
    if (!found[2]) continue;
    total += found[2];
    if (span[0] < found[0] && span[2] < found[1]) queue.push([span[0], found[0], span[2], found[1]]);
    const i = found[0] + found[2], j = found[1] + found[2];
    if (i < span[1] && j < span[3]) queue.push([i, span[1], j, span[3]]);
  }
  return total;
}

// The possibility nearest to a word (difflib.get_close_matches with n=1), or "".
HirobaCheck.closest = (word, possibilities, cutoff) => {
  const b = Array.from(word);
  const places = placesOf(b);
  let best = "", score = -1;
  possibilities.forEach(possibility => {
    const a = Array.from(possibility);
    const total = a.length + b.length;
    if (total && (2 * Math.min(a.length, b.length)) / total < cutoff) return;
    const ratio = total ? (2 * matches(a, b, places)) / total : 1;
    if (ratio >= cutoff && (ratio > score || (ratio === score && possibility > best))) {
      best = possibility;
      score = ratio;
    }
  });
  return best;
};

export { HirobaCheck };
