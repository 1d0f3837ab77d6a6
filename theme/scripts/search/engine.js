/* Search without a page: folding, tokens, the stages of a query, passages.
 *
 * The folding and the tokens are those of generator/search/ in Python; a test holds the two together.
 */
const MARKS = "\u3099\u309a\uff9e\uff9f";
const DASHES = "-‐‑‒–—―−─━";
const SOFT_ROWS = { "ふ": "はひへほ", "ゔ": "ばびべぼ" };
const SOFT_VOWELS = "ぁぃぇぉ";
const OTHER =
  "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f" +
  "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u318f\u3400-\ud7ff\ud800-\udfff\uf900-\ufaff";
const LATIN_RUN = /^[a-z0-9]+$/;
const KANA_ONLY = /^[ぁ-ゖー]+$/;
const KANJI = /^[\u3005\u3007\u3400-\u9fff]$/;
const LONGEST_QUERY = 80;
const MOST_TERMS = 6;
const MOST_ALTERNATIVES = 12;
const SHORTEST_SENTENCE = 5;
const MOST_NEAR = 30;
const NEAR_SHARE = 0.66;
const HINT_SHARE = 0.3;

// Dakuten that are easily missed or added: か and が are each other's slip.
const VOICED = {};
["かが", "きぎ", "くぐ", "けげ", "こご", "さざ", "しじ", "すず", "せぜ", "そぞ", "ただ", "てで", "とど",
  "はば", "ひび", "ふぶ", "へべ", "ほぼ", "ばぱ", "びぴ", "ぶぷ", "べぺ", "ぼぽ"].forEach(pair => {
  VOICED[pair[0]] = (VOICED[pair[0]] || "") + pair[1];
  VOICED[pair[1]] = (VOICED[pair[1]] || "") + pair[0];
});

/* ---- folding ---------------------------------------------------------------------------------------- */

// A folded text is {text, from, to}: for each folded letter, where in the written text it begins and ends.
function narrowed(written) {
  const out = [];
  let at = 0;
  while (at < written.length) {
    let end = at + sizeAt(written, at);
    while (end < written.length && isMark(written.substr(end, sizeAt(written, end)))) end += sizeAt(written, end);
    const unit = written.slice(at, end).normalize("NFKC").toLowerCase();
    for (let i = 0; i < unit.length; i += 1) out.push({ c: hiragana(unit[i]), from: at, to: end });
    at = end;
  }
  return out;
}

function sizeAt(written, at) {
  return written.codePointAt(at) > 0xffff ? 2 : 1;
}

// What hangs on the letter before it. Browsers before 2020 do not know the property, but know the common ones here.
const combining = (() => {
  try {
    return new RegExp("^\\p{M}$", "u");
  } catch (error) {
    return /^[\u0300-\u036f]$/;
  }
})();

function isMark(letter) {
  return MARKS.indexOf(letter) >= 0 || combining.test(letter);
}

function hiragana(letter) {
  const code = letter.charCodeAt(0);
  if ((code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe) {
    return String.fromCharCode(code - 0x60);
  }
  return letter;
}

function katakana(text) {
  return text.replace(/[ぁ-ゖ]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

function isKana(item) {
  return item !== undefined && KANA_ONLY.test(item.c);
}

function joined(first, last, letter) {
  return { c: letter, from: first.from, to: last.to };
}

function dashed(items) {
  return items.map((item, i) => {
    const between = DASHES.indexOf(item.c) >= 0 && isKana(items[i - 1]) && isKana(items[i + 1]);
    return between ? joined(item, item, "ー") : item;
  });
}

function shortened(items) {
  const out = [];
  items.forEach(item => {
    const last = out[out.length - 1];
    if (item.c === "ー" && last && last.c === "ー") out[out.length - 1] = joined(last, item, "ー");
    else out.push(item);
  });
  return out;
}

function softened(items) {
  const out = [];
  for (let i = 0; i < items.length; i += 1) {
    const row = SOFT_ROWS[items[i].c];
    const vowel = row && items[i + 1] ? SOFT_VOWELS.indexOf(items[i + 1].c) : -1;
    if (vowel < 0) {
      out.push(items[i]);
    } else {
      out.push(joined(items[i], items[i + 1], row[vowel]));
      i += 1;
    }
  }
  return out;
}

function lettered(items, letters) {
  return items
    .map(item => joined(item, item, letters[item.c] || item.c))
    .filter(item => item.c !== "\u3099" && item.c !== "\u309a");
}

function spelled(items, spellings, lengths) {
  const text = items.map(item => item.c).join("");
  const out = [];
  let at = 0;
  while (at < items.length) {
    let size = 0;
    for (let i = 0; i < lengths.length && !size; i += 1) {
      if (spellings.has(text.substr(at, lengths[i])) && at + lengths[i] <= text.length) size = lengths[i];
    }
    if (!size) {
      out.push(items[at]);
      at += 1;
      continue;
    }
    const canonical = spellings.get(text.substr(at, size));
    for (let k = 0; k < canonical.length; k += 1) {
      out.push(joined(items[at], items[at + size - 1], canonical[k]));
    }
    at += size;
  }
  return out;
}

function makeFolding(table) {
  const letters = table.letters || {};
  const spellings = new Map(Object.entries(table.spellings || {}));
  const lengths = Array.from(new Set(Array.from(spellings.keys()).map(word => word.length)));
  lengths.sort((a, b) => b - a);

  function baseItems(written) {
    return lettered(softened(shortened(dashed(narrowed(written)))), letters);
  }

  function foldMap(written) {
    const items = spelled(baseItems(written), spellings, lengths);
    return {
      text: items.map(item => item.c).join(""),
      from: items.map(item => item.from),
      to: items.map(item => item.to)
    };
  }

  return {
    base: function (written) { return baseItems(written).map(item => item.c).join(""); },
    fold: function (written) { return foldMap(written).text; },
    foldMap
  };
}

/* ---- tokens ----------------------------------------------------------------------------------------- */

function hex(text) {
  let out = "";
  for (let i = 0; i < text.length; i += 1) out += text.charCodeAt(i).toString(16).padStart(4, "0");
  return out;
}

function stream(zone, folded) {
  const out = [];
  (folded.match(new RegExp("[a-z0-9]+|[" + OTHER + "]+", "g")) || []).forEach(run => {
    if (LATIN_RUN.test(run)) {
      out.push(zone + "w" + run + "zz");
      return;
    }
    const digits = hex(run);
    if (digits.length === 4) out.push(zone + "u" + digits);
    for (let at = 0; at + 8 <= digits.length; at += 4) out.push(zone + digits.substr(at, 8));
  });
  return out;
}

function katakanaPairs(written) {
  const narrow = written.normalize("NFKC");
  const out = [];
  for (let at = 0; at + 1 < narrow.length; at += 1) out.push("k" + hex(narrow.substr(at, 2)));
  return out;
}

/* ---- sets of document numbers ------------------------------------------------------------------------ */

function union(sets) {
  const all = new Set();
  sets.forEach(set => { set.forEach(number => { all.add(number); }); });
  return all;
}

function intersection(sets) {
  if (!sets.length) return new Set();
  return sets.reduce((kept, set) => new Set(Array.from(kept).filter(number => set.has(number))));
}

function unique(values) {
  return Array.from(new Set(values));
}

/* ---- widening a term --------------------------------------------------------------------------------- */

function makeWidening(table, folding) {
  const readings = table.readings || {};
  const longest = Object.keys(readings).reduce((most, kana) => Math.max(most, kana.length), 0);
  const groups = new Map();
  (table.synonyms || []).forEach(group => {
    group.forEach(word => { groups.set(word, (groups.get(word) || []).concat([group])); });
  });
  const members = Array.from(groups.keys()).sort((a, b) => b.length - a.length);

  // ぼうさいくんれん → 防災訓練: the longest readings from the left; what has none stays kana.
  function inKanji(kana) {
    let ways = [""];
    let at = 0;
    let changed = false;
    while (at < kana.length) {
      let size = Math.min(longest, kana.length - at);
      while (size > 1 && !hasOwn(readings, kana.substr(at, size))) size -= 1;
      const words = size > 1 ? readings[kana.substr(at, size)] : [kana[at]];
      changed = changed || size > 1;
      ways = extended(ways, words);
      at += Math.max(size, 1);
    }
    return changed ? ways : [];
  }

  function extended(ways, words) {
    const out = [];
    ways.forEach(way => { words.forEach(word => { out.push(way + word); }); });
    return out.slice(0, 4);
  }

  function begun(kana) {
    if (kana.length < 3) return [];
    const found = Object.keys(readings).filter(reading => reading.indexOf(kana) === 0);
    return [].concat.apply([], found.map(reading => readings[reading])).slice(0, 6);
  }

  // The words a term may stand for when it is read aloud.
  function byReading(term) {
    if (hasOwn(readings, term)) return readings[term];
    if (KANA_ONLY.test(term)) {
      const whole = term.length > 3 ? inKanji(term) : [];
      return unique(whole.concat(begun(term)));
    }
    const replaced = term.replace(/[ぁ-ゖー]{3,}/g, kana => inKanji(kana)[0] || kana);
    return replaced === term ? [] : [replaced];
  }

  // スマホ教室 → スマートフォン教室. A word inside a longer one must be long enough to be itself.
  function bySynonym(term) {
    const out = [];
    members.forEach(word => {
      const at = standsIn(term, word);
      if (at < 0) return;
      groups.get(word).forEach(group => {
        group.forEach(other => {
          if (other !== word) out.push(term.slice(0, at) + other + term.slice(at + word.length));
        });
      });
    });
    return unique(out).slice(0, MOST_ALTERNATIVES);
  }

  function standsIn(term, word) {
    if (term === word) return 0;
    if (word.length < (KANA_ONLY.test(word) ? 3 : 2)) return -1;
    const at = term.indexOf(word);
    const latin = LATIN_RUN.test(word) && at >= 0;
    const partOfWord = latin && /[a-z0-9]/.test((term[at - 1] || " ") + (term[at + word.length] || " "));
    return partOfWord ? -1 : at;
  }

  // コンピューター教室 and コンピュータ教室: the long mark at the end of a katakana word comes and goes.
  function byLongMark(written) {
    const run = /([ァ-ヺ][ァ-ヺー]{3,})/g;
    const narrow = written.normalize("NFKC");
    const without = narrow.replace(run, word => word.replace(/ー$/, ""));
    const withMark = narrow.replace(run, word => /ー$/.test(word) ? word : word + "ー");
    return [without, withMark].filter(way => way !== narrow).map(folding.fold);
  }

  function widen(written) {
    const literal = folding.fold(written);
    const read = byReading(literal);
    const near = unique([literal].concat(byLongMark(written), numerals(written).map(folding.fold), politeness(literal)));
    const others = [].concat.apply([], near.concat(read).map(bySynonym));
    return {
      written,
      literal: near,
      read,
      synonyms: unique(others).filter(word => near.indexOf(word) < 0 && read.indexOf(word) < 0),
      also: unique([].concat.apply([], near.concat(read).map(narrower)))
    };
  }

  // A wide word is searched with its narrow ones, but not the other way round.
  function narrower(word) {
    return hasOwn(table.also || {}, word) ? table.also[word] : [];
  }

  // お弁当 is written 弁当 too.
  function politeness(term) {
    return /^[おご御][\u3400-\u9fff]{2,}/.test(term) ? [term.slice(1)] : [];
  }

  const known = new Set(members);
  Object.keys(readings).forEach(kana => {
    if (kana.length > 2) known.add(kana);
    readings[kana].forEach(word => { known.add(word); });
  });

  return { widen, known };
}

/* ---- numbers: 七十 and 70, 第二 and 第2 --------------------------------------------------------------- */

const KANJI_DIGITS = "〇一二三四五六七八九";
const KANJI_UNITS = { "十": 10, "百": 100, "千": 1000 };

function toDigits(run) {
  if (!/[十百千]/.test(run)) {
    return run.replace(/./g, letter => String(KANJI_DIGITS.indexOf(letter)));
  }
  let total = 0;
  let digit = 0;
  run.split("").forEach(letter => {
    if (KANJI_UNITS[letter]) total += (digit || 1) * KANJI_UNITS[letter];
    digit = KANJI_UNITS[letter] ? 0 : KANJI_DIGITS.indexOf(letter);
  });
  return String(total + digit);
}

function toKanji(digits) {
  const units = ["", "十", "百", "千"];
  return digits.split("").map((digit, i) => {
    const unit = units[digits.length - 1 - i];
    if (digit === "0") return "";
    return (digit === "1" && unit ? "" : KANJI_DIGITS[Number(digit)]) + unit;
  }).join("");
}

// The same words with their numbers written the other way, if they have any; 1 to 9,999.
function numerals(written) {
  const narrow = written.normalize("NFKC");
  const digits = narrow.replace(/[〇一二三四五六七八九十百千]+/g, toDigits);
  const words = narrow.replace(/(^|[^0-9.-])([1-9][0-9]{0,3})(?![0-9.-])/g, (all, before, number) => before + toKanji(number));
  return [digits, words].filter(way => way !== narrow);
}

// Whether two words differ by one letter more, less, other or changed round.
function oneOff(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rest = [one.slice(at), other.slice(at)];
  return rest[0].slice(1) === rest[1].slice(1) || rest[0].slice(1) === rest[1] || rest[0] === rest[1].slice(1) ||
    (rest[0][0] === rest[1][1] && rest[0][1] === rest[1][0] && rest[0].slice(2) === rest[1].slice(2));
}

function hasOwn(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

/* ---- the engine -------------------------------------------------------------------------------------- */

// find(tokens) promises the set of numbers of the documents that hold the tokens one after another.
function makeEngine(table, facets, find) {
  const folding = makeFolding(table);
  const widening = makeWidening(table, folding);
  const widen = widening.widen;
  const known = widening.known;
  const either = new Set(table.either || []);
  const events = new Set((facets.kind || {}).event || []);

  function inZone(zone, folded) {
    const tokens = stream(zone, folded);
    if (!tokens.length) return Promise.resolve(new Set());
    const single = tokens.filter(token => token[1] === "u");
    if (tokens.length === 1 && single.length) return oneLetter(tokens, folded);
    if (!single.length) return find(tokens);
    return find(tokens).then(found => found.size ? found : apart(tokens));
  }

  // A kanji stands for itself; a kana for the names that begin with it.
  function oneLetter(tokens, folded) {
    if (KANJI.test(folded)) return find(tokens);
    return KANA_ONLY.test(folded) ? one("ni" + hex(folded)) : Promise.resolve(new Set());
  }

  // 「第2土曜」 is also found in 「第2・第4土曜」: 第2 and 土曜, each anywhere.
  function apart(tokens) {
    let groups = [[]];
    tokens.forEach(token => {
      groups[groups.length - 1].push(token);
      if (token[1] === "w") groups.push([]);
    });
    groups = groups.filter(group => group.length);
    // 7 and 小, each somewhere on a page, are not 7小.
    if (!groups.some(telling)) return Promise.resolve(new Set());
    return Promise.all(groups.map(loose)).then(intersection);
  }

  function telling(group) {
    return group.length > 1 || (group[0][1] !== "u" && !/^.w([0-9]+|[a-z])zz$/.test(group[0]));
  }

  // A lone letter of the question may be part of a longer run in the text: 法 of 「NPO法」 in 「NPO法人」.
  function loose(tokens) {
    return find(tokens).then(found => found.size || tokens.length < 2 ? found : Promise.all(tokens.map(one)).then(intersection));
  }

  function anyInZone(zone, words) {
    return Promise.all(words.map(word => inZone(zone, word))).then(union);
  }

  function latinBeginning(word) {
    if (!/^[a-z]{2,}$/.test(word)) return Promise.resolve(new Set());
    return find(["xp" + word + "zz"]);
  }

  async function widely(wide) {
    const term = wide.literal[0];
    if (wide.read.length && term.length <= 3 && KANA_ONLY.test(term)) {
      // Two or three kana stand in many words by chance (いご in 「ないごみ」): first what they read as.
      const read = await anyInZone("x", wide.read);
      const named = await Promise.all([find(["ny"].concat(stream("n", term))), inZone("f", term)]);
      const sure = union([read].concat(named));
      if (sure.size) return sure;
    }
    const found = union(await Promise.all([anyInZone("x", wide.literal.concat(wide.read)), latinBeginning(term)]));
    return onlyKatakana(wide, found);
  }

  async function onlyKatakana(wide, found) {
    const narrow = wide.written.normalize("NFKC");
    const short = /^[ァ-ヺー]{2,3}$/.test(narrow) && !either.has(wide.literal[0]) && !wide.read.length;
    if (!short || wide.literal[0] !== folding.base(narrow)) return found;
    const kept = intersection([found].concat(await Promise.all(katakanaPairs(narrow).map(one))));
    return kept.size ? kept : found;
  }

  function one(token) {
    return find([token]);
  }

  function synonymous(wide) {
    return Promise.all(wide.synonyms.map(word => {
      // Two kana by way of a synonym (椅子 → いす) would be found in 「ですので」: only as イス.
      const short = KANA_ONLY.test(word) && word.length === 2;
      return short ? one("k" + hex(katakana(word))) : inZone("x", word);
    })).then(union);
  }

  function anyOf(words) {
    return words.length ? anyInZone("x", words) : new Set();
  }

  // Documents for one term, each with a step: 1 in the name, 2 in fields, areas and kind, 3 in the sentence about
  // it, 4 elsewhere, 5 by a narrower word; +.5 by a synonym.
  async function forTerm(written) {
    const wide = widen(written);
    const sets = await Promise.all([widely(wide), synonymous(wide), anyOf(wide.also)]);
    const steps = new Map();
    sets[2].forEach(number => { steps.set(number, 5); });
    sets[1].forEach(number => { steps.set(number, 4.5); });
    sets[0].forEach(number => { steps.set(number, 4); });
    if (steps.size > 1) await raise(steps, wide);
    const others = wide.synonyms.filter(word => word.length > 2 || !KANA_ONLY.test(word));
    return { written, steps, marks: unique(wide.literal.concat(wide.read, others, wide.also)) };
  }

  async function raise(steps, wide) {
    const literal = wide.literal.concat(wide.read);
    const asked = [].concat.apply([], ["l", "f", "n"].map(zone => [[zone, wide.synonyms], [zone, literal]]));
    const zones = await Promise.all(asked.map(ask => anyInZone(ask[0], ask[1])));
    [3.5, 3, 2.5, 2, 1.5, 1].forEach((step, i) => {
      zones[i].forEach(number => {
        if (steps.has(number)) steps.set(number, Math.min(steps.get(number), step));
      });
    });
  }

  async function allOf(words) {
    const terms = await Promise.all(words.map(forTerm));
    return { terms, numbers: intersection(terms.map(term => new Set(term.steps.keys()))) };
  }

  async function exactly(query) {
    const wide = widen(query.replace(/\s+/g, ""));
    return Promise.all(wide.literal.map(word => {
      const tokens = stream("n", word);
      return tokens.length ? find(["ny"].concat(tokens, "nz")) : new Set();
    })).then(union);
  }

  function ordered(answer, exact) {
    function key(number) {
      const weight = facets.weights[number];
      const steps = answer.terms.map(term => term.steps.get(number) || 6);
      const sum = steps.reduce((total, step) => total + step, 0);
      const first = exact.has(number) ? 0 : answer.first && answer.first.has(number) ? 1 : 1 + sum;
      return [past(number), first, -weight, number];
    }
    const keyed = Array.from(answer.numbers).map(key);
    keyed.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
    return keyed.map(parts => parts[3]);
  }

  async function result(query, answer, extra) {
    const exact = await exactly(query);
    const marks = [].concat.apply([], answer.terms.map(term => term.marks || []));
    return Object.assign(
      { numbers: ordered(answer, exact), marks: unique(marks).filter(Boolean), near: false, ignored: [], instead: "" },
      extra
    );
  }

  /* Stages, from sure to unsure; each is tried only when the ones before it found nothing. */

  function splitParts(words) {
    const parts = [].concat.apply([], words.map(word => word.split(/の|・|&|＆|\+|＋/)));
    return parts.filter(Boolean).slice(0, MOST_TERMS);
  }

  async function split(query, words) {
    const parts = splitParts(words);
    if (parts.length === words.length) return null;
    const answer = await allOf(parts);
    return answer.numbers.size ? result(query, answer) : null;
  }

  async function joinedBySplit(answer, words) {
    const parts = splitParts(words);
    if (parts.length === words.length) return answer;
    const wider = await allOf(parts);
    return { terms: wider.terms, first: answer.numbers, numbers: union([answer.numbers, wider.numbers]) };
  }

  function slips(word) {
    const out = [];
    for (let i = 0; i < word.length; i += 1) {
      (VOICED[word[i]] || "").split("").forEach(other => {
        out.push(word.slice(0, i) + other + word.slice(i + 1));
      });
      if (word[i] === "ー") out.push(word.slice(0, i) + word.slice(i + 1));
      else if (word[i + 1] !== "ー") out.push(word.slice(0, i + 1) + "ー" + word.slice(i + 1));
    }
    return out;
  }

  async function oneSlip(query, words) {
    const kana = Array.from(words[0].normalize("NFKC")).map(hiragana).join("");
    if (words.length !== 1 || !KANA_ONLY.test(kana) || kana.length < 4 || kana.length > 14) return null;
    const tried = slips(kana);
    for (let i = 0; i < tried.length; i += 1) {
      const answer = await allOf([tried[i]]);
      if (answer.numbers.size) return result(query, answer, { instead: tried[i] });
    }
    return null;
  }

  async function fewer(query, words) {
    if (words.length < 2) return null;
    const found = await Promise.all(words.map(word => allOf([word])));
    const kept = words.filter((word, i) => found[i].numbers.size > 0);
    if (!kept.length || kept.length === words.length) return null;
    const answer = await allOf(kept);
    const ignored = words.filter(word => kept.indexOf(word) < 0);
    return answer.numbers.size ? result(query, answer, { near: true, ignored }) : null;
  }

  // 日本語教室 → 日本語 and 教室: a compound that nobody wrote, taken apart where both halves are found.
  async function compound(query, words) {
    let parts = [];
    for (let i = 0; i < words.length; i += 1) {
      const whole = await allOf([words[i]]);
      const halves = whole.numbers.size ? [words[i]] : await apartBest(words[i]);
      if (!halves) return null;
      parts = parts.concat(halves);
    }
    if (parts.length === words.length) return null;
    const answer = await allOf(parts);
    const numbers = closest(answer);
    // Parts that only stand somewhere on the same page are not what was asked for.
    return numbers.size ? result(query, { terms: answer.terms, numbers }, { near: true, instead: parts.join("　") }) : null;
  }

  async function apartBest(word) {
    const wide = widen(word);
    const tried = [].concat.apply([], unique(wide.literal.slice(0, 1).concat(wide.read)).map(ways));
    tried.sort((a, b) => b.sure - a.sure);
    for (let i = 0; i < tried.length && i < MOST_ALTERNATIVES; i += 1) {
      if ((await allOf(tried[i].halves)).numbers.size) return tried[i].halves;
    }
    return null;
  }

  function ways(word) {
    const out = [];
    for (let at = 2; at + 2 <= word.length; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      const meant = halves.filter(half => known.has(half)).length;
      if (halves.every(isWord)) out.push({ halves, sure: meant });
    }
    return out;
  }

  function isWord(half) {
    return known.has(half) || !/^[ぁ-ゖー]|^[^ぁ-ゖー]?[ぁ-ゖー]+$/.test(half);
  }

  // Of pages that hold all parts somewhere, those that hold them nearly as prominently as the best of them.
  function closest(answer) {
    const sums = new Map();
    answer.numbers.forEach(number => {
      sums.set(number, answer.terms.reduce((sum, term) => sum + (term.steps.get(number) || 5), 0));
    });
    const most = 3 * answer.terms.length + 1;
    return new Set(Array.from(sums.keys()).filter(number => sums.get(number) <= most));
  }

  // What carries the meaning of a sentence: words we know, and runs of kanji, katakana or Latin letters.
  function meanings(text) {
    const folded = folding.foldMap(text);
    let parts = [];
    let rest = "";
    function flush() {
      parts = parts.concat(rest.match(/[\u3005\u3400-\u9fff]{2,}|[ァ-ヺー]{2,}|[A-Za-z0-9]{2,}/g) || []);
      rest = "";
    }
    for (let at = 0; at < folded.text.length; ) {
      const size = knownAt(folded.text, at);
      if (size) flush();
      if (size) parts.push(folded.text.substr(at, size));
      else rest += text.slice(folded.from[at], folded.to[at]);
      at += size || 1;
    }
    flush();
    return unique(parts).slice(0, MOST_TERMS);
  }

  function knownAt(text, at) {
    for (let size = Math.min(longestKnown, text.length - at); size > 1; size -= 1) {
      const word = text.substr(at, size);
      if (known.has(word) && (size > 2 || !KANA_ONLY.test(word))) return size;
    }
    // A lone kanji between kana: 川 in 「川をきれいに」.
    const alone = KANJI.test(text[at]) && !KANJI.test(text[at - 1] || "") && !KANJI.test(text[at + 1] || "");
    return alone && (known.has(text[at]) || /[をがはにでとのへ]/.test(text[at + 1] || "")) ? 1 : 0;
  }

  // A sentence: pages with most of what carries its meaning; a rare word counts for more than a common one.
  async function meaning(query, words) {
    const text = words.join(" ").normalize("NFKC");
    if (text.length < SHORTEST_SENTENCE || !/[^\u3005\u3400-\u9fffァ-ヺーA-Za-z0-9]/.test(text)) return null;
    const parts = meanings(text);
    if (!parts.length || (parts.length === 1 && parts[0] === folding.fold(words.join("")))) return null;
    const terms = await Promise.all(parts.map(forTerm));
    const worth = terms.map(term => term.steps.size ? worthOf(term.steps.size) : 0);
    const scores = new Map();
    terms.forEach((term, i) => {
      term.steps.forEach((step, number) => {
        scores.set(number, (scores.get(number) || 0) + worth[i] * (1.5 - step / 10));
      });
    });
    const best = Math.max.apply(null, Array.from(scores.values()).concat(0));
    if (!best) return null;
    const kept = Array.from(scores.keys()).filter(number => scores.get(number) >= best * 0.7);
    kept.sort((a, b) => byScore(scores, a, b));
    const used = parts.filter((part, i) => terms[i].steps.has(kept[0]));
    const marks = [].concat.apply([], terms.map(term => term.marks));
    return {
      numbers: kept.slice(0, MOST_NEAR), marks: unique(marks), near: true,
      ignored: parts.filter(part => used.indexOf(part) < 0), instead: used.join("　")
    };
  }

  function past(number) {
    return facets.weights[number] < 0 && events.has(number) ? 1 : 0;
  }

  function byScore(scores, a, b) {
    return past(a) - past(b) || scores.get(b) - scores.get(a) || facets.weights[b] - facets.weights[a] || a - b;
  }

  function worthOf(size) {
    return Math.log(1 + facets.count / (1 + size));
  }

  // 「ひまわい」: a word we know that differs by one letter.
  async function misspelt(query, words) {
    if (words.length !== 1) return null;
    const word = folding.fold(words[0]);
    if (word.length < 4 || word.length > 14) return null;
    const tried = Array.from(known).filter(other => word[0] === other[0] && oneOff(word, other));
    for (let i = 0; i < tried.length && i < 6; i += 1) {
      const answer = await allOf([tried[i]]);
      if (answer.numbers.size) return result(query, answer, { near: true, instead: tried[i] });
    }
    return null;
  }

  // Pages with most of the pairs of letters; a rare pair counts for more than a common one.
  async function similar(query, words) {
    return alike(words, NEAR_SHARE);
  }

  // Pages that have a little in common with a question for which nothing was found; only to say where to look on.
  async function hints(query) {
    const found = await alike(query.split(/\s+/).filter(Boolean), HINT_SHARE);
    return found ? found.numbers.slice(0, MOST_ALTERNATIVES) : [];
  }

  async function alike(words, share) {
    let tokens = unique([].concat.apply([], words.map(word => stream("x", folding.fold(word)))));
    tokens = tokens.filter(token => token[1] !== "u");
    if (tokens.length < (share < NEAR_SHARE ? 1 : 3)) return null;
    const found = await Promise.all(tokens.map(one));
    const worth = found.map(set => worthOf(set.size));
    const total = worth.reduce((sum, value) => sum + value, 0);
    const scores = new Map();
    found.forEach((set, i) => {
      set.forEach(number => { scores.set(number, (scores.get(number) || 0) + worth[i] / total); });
    });
    // A slip is seldom made in the first letters of a word.
    const numbers = Array.from(scores.keys()).filter(number => scores.get(number) >= share && (words.length > 1 || found[0].has(number)));
    if (!numbers.length) return null;
    numbers.sort((a, b) => byScore(scores, a, b));
    return { numbers, marks: words.map(folding.fold), near: true, ignored: [], instead: "" };
  }

  var longestKnown = Array.from(known).reduce((most, word) => Math.max(most, word.length), 1);

  async function search(query) {
    const asked = query.slice(0, LONGEST_QUERY).trim();
    let words = asked.split(/[\s、，,。]+/).filter(word => stream("x", folding.fold(word)).length);
    const together = folding.fold(words.join(""));
    words = words.length > 1 && known.has(together) ? [together] : words.slice(0, MOST_TERMS);
    if (!words.length) return { numbers: [], marks: [], near: false, ignored: [], instead: "", empty: true };
    const answer = await allOf(words);
    if (answer.numbers.size) return result(asked, await joinedBySplit(answer, words));
    const stages = [split, oneSlip, compound, misspelt, fewer, meaning, similar];
    for (let i = 0; i < stages.length; i += 1) {
      const found = await stages[i](asked, words);
      if (found) return found;
    }
    return { numbers: [], marks: [], near: false, ignored: [], instead: "" };
  }

  return { search, hints, folding };
}

// find() on a Pagefind bundle: an exact search for the tokens. Pagefind sorts by document number, so the order of
// all its pages tells which of its ids is which document, and no page's own file is ever loaded. All pages hold the
// token `every`; search(null) would give the same answer, but loads every part of the index for it.
function makeFind(pagefind) {
  const known = new Map();
  const numbered = pagefind.search('"every"', { sort: { n: "asc" } }).then(all => new Map(all.results.map((result, number) => [result.id, number])));

  async function ask(phrase) {
    const answers = await Promise.all([numbered, pagefind.search('"' + phrase + '"')]);
    return new Set(answers[1].results.map(result => answers[0].get(result.id)));
  }

  return function find(tokens) {
    const phrase = tokens.join(" ");
    if (!known.has(phrase)) known.set(phrase, ask(phrase));
    return known.get(phrase);
  };
}

/* ---- passages ---------------------------------------------------------------------------------------- */

function hits(folded, marks) {
  const found = [];
  marks.filter(mark => mark.length > 1 || KANJI.test(mark)).forEach(mark => {
    let at = folded.text.indexOf(mark);
    while (at >= 0 && found.length < 60) {
      found.push({ from: folded.from[at], to: folded.to[at + mark.length - 1], size: mark.length });
      at = folded.text.indexOf(mark, at + mark.length);
    }
  });
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found;
}

function pieces(written, found, from, to) {
  const out = [];
  let at = from;
  found.forEach(hit => {
    if (hit.from < at || hit.to > to) return;
    if (hit.from > at) out.push({ text: written.slice(at, hit.from), mark: false });
    out.push({ text: written.slice(hit.from, hit.to), mark: true });
    at = hit.to;
  });
  if (at < to) out.push({ text: written.slice(at, to), mark: false });
  return out;
}

// The text in pieces {text, mark}, whole.
function highlighted(folding, written, marks) {
  return pieces(written, hits(folding.foldMap(written), marks), 0, written.length);
}

// About `size` letters around the longest hit, from the start of its sentence where that is near; [] without a hit.
function passage(folding, written, marks, size) {
  const found = hits(folding.foldMap(written), marks);
  if (!found.length) return [];
  const best = found.reduce((most, hit) => hit.size > most.size ? hit : most);
  let from = Math.max(0, best.from - Math.floor(size / 3));
  const sentence = Math.max(
    written.lastIndexOf("。", best.from - 1), written.lastIndexOf("\n", best.from - 1)
  ) + 1;
  if (sentence > from || best.from - sentence < size / 2) from = sentence;
  let to = Math.min(written.length, from + size);
  const stop = written.indexOf("\n", best.to);
  if (stop >= 0 && stop < to) to = stop;
  const out = pieces(written, found, from, Math.max(to, best.to));
  if (from > 0 && from !== sentence) out.unshift({ text: "…", mark: false });
  if (to < written.length && stop !== to && written[to - 1] !== "。") out.push({ text: "…", mark: false });
  return out;
}

export { makeFolding, makeEngine, makeFind, oneOff, stream, highlighted, passage };
