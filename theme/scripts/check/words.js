/* Faults in the rule book's words, and doubts about wording: generator/reading/explain.py, doubts.py and personal.py, and
 * the sentences of generator/rules/.
 *
 * A problem is {path, rule, facts} until `told` gives it its sentences.
 */
import { HirobaCheck } from "./text.js";

const closest = HirobaCheck.closest;

HirobaCheck.parts.push(kit => {
  const types = kit.all.types;
  const rules = kit.all.rules;

  /* ---- sentences --------------------------------------------------------------------------------------------- */

  kit.problem = (path, rule, facts) => {
    const kept = {};
    Object.keys(facts).forEach(name => { if (facts[name] !== "") kept[name] = String(facts[name]); });
    return { path, rule, facts: kept };
  };

  function filled(template, facts) {
    return template.replace(/\{([a-z_]+)\}/g, (blank, name) => kit.has(facts, name) ? facts[name] : "");
  }

  // A problem as people read it: its path, rule, level, message and advice, and the facts of which these are made.
  kit.told = problem => {
    const spoken = kit.facts.lang === "en" ? 1 : 0;
    const rule = rules[problem.rule], facts = problem.facts;
    let advice = rule.fix[spoken];
    if (advice.indexOf("{suggestion}") >= 0 && !facts.suggestion) {
      advice = facts.choices ? kit.all.choose[spoken] : facts[spoken ? "left_en" : "left_ja"] || "";
    }
    return {
      path: problem.path,
      rule: problem.rule,
      level: rule.level,
      message: filled(rule.says[spoken], facts),
      advice: filled(advice, facts),
      facts,
    };
  };

  /* ---- faults ------------------------------------------------------------------------------------------------ */

  // The record type that has the last named field of a path, and that field's name.
  kit.ownerOf = (typeName, path) => {
    let owner = typeName, name = "";
    path.forEach(step => {
      if (typeof step === "number") return;
      owner = kit.innerOf(owner, name) || owner;
      name = step;
    });
    return { owner, name };
  };

  kit.labelOf = (typeName, name) => {
    const field = kit.fieldOf(typeName, name);
    return field ? field.label : name;
  };

  function exampleOf(typeName, name) {
    const field = kit.fieldOf(typeName, name);
    if (!field) return "";
    if (field.example === undefined && field.record) {
      const first = Object.keys(types[field.record].fields)[0];
      return "（改行して字下げ）" + first + ": " + exampleOf(field.record, first);
    }
    return field.example === undefined ? "" : field.example;
  }
  kit.exampleOf = exampleOf;

  kit.explain = (typeName, faults) => faults.filter(fault => !(fault.type === "too_short" && fault.input.length))
    .map(fault => {
      const at = kit.ownerOf(typeName, fault.path);
      const facts = { label: kit.labelOf(at.owner, at.name), name: at.name };
      return (handlers[fault.type] || ours)(fault, at.owner, facts);
    });

  function missing(fault, owner, facts) {
    facts.suggestion = exampleOf(owner, facts.name);
    if (owner !== "Photo" || facts.name !== "alt") return kit.problem(fault.path, "missing-field", facts);
    facts.value = typeof fault.input.file === "string" ? kit.head(fault.input.file, 60) : "";
    return kit.problem(fault.path, "alt-missing", facts);
  }

  function unknown(fault, owner) {
    const written = fault.path[fault.path.length - 1];
    const spellings = new Map();
    Object.keys(types[owner].fields).forEach(name => {
      [name, types[owner].fields[name].label].forEach(each => { spellings.set(kit.key(each), each); });
    });
    const close = closest(kit.key(written), Array.from(spellings.keys()), 0.6);
    return kit.problem(fault.path, "unknown-field", { value: written, suggestion: close ? spellings.get(close) : "" });
  }

  function shape(fault, owner, facts) {
    const words = kit.table.reading_explain.shapes[fault.type];
    Object.assign(facts, { expected_ja: words[0], expected_en: words[1], suggestion: exampleOf(owner, facts.name) });
    return kit.problem(fault.path, "wrong-shape", facts);
  }

  function tooLong(fault, owner, facts) {
    const limit = fault.context.max_length, length = kit.length(fault.input);
    return kit.problem(fault.path, "text-too-long", Object.assign(facts, { length, limit, over: length - limit }));
  }

  function many(fault, owner, facts) {
    Object.assign(facts, { length: fault.context.actual_length || "", limit: fault.context.max_length });
    return kit.problem(fault.path, "too-many", facts);
  }

  function few(fault, owner, facts) {
    facts.suggestion = exampleOf(owner, facts.name);
    return kit.problem(fault.path, "too-few", facts);
  }

  function plain(rule) {
    return (fault, owner, facts) => kit.problem(fault.path, rule, Object.assign(facts, { value: fault.input }));
  }

  function ours(fault, owner, facts) {
    const context = fault.context;
    if (fault.type === "duplicate-key") {
      return kit.problem(fault.path.concat(context.key), "duplicate-key", { key: context.key });
    }
    if (fault.type === "unknown-term") return term(fault, facts);
    if (context.digits !== undefined) {
      facts.digits_ja = "（数字が" + context.digits + "けたあります）";
      facts.digits_en = " (" + context.digits + " digits)";
    } else {
      Object.assign(facts, saidOf(fault.type, context));
    }
    return kit.problem(fault.path, fault.type, Object.assign(facts, context));
  }

  // What a help leaves out, means or keeps, as sentences in both languages.
  function saidOf(rule, context) {
    const told = kit.table.reading_explain, suggestion = context.suggestion || "";
    const inWords = suggestion.indexOf(kit.table.patterns.in_words) === 0;
    const name = ["left", "beside", "apart"].filter(each => context[each])[0];
    if (name) return inBoth(told[name], context[name]);
    if (rule === "end-before-start" && suggestion && !inWords) return inBoth(told.meant, suggestion);
    return inWords ? inBoth(told.kept, "") : {};
  }

  function inBoth(words, value) {
    function filledIn(sentence) { return sentence.replace("{0}", () => value); }
    return { left_ja: filledIn(words[0]), left_en: filledIn(words[1]) };
  }

  function term(fault, facts) {
    const vocabulary = kit.all.vocabularies[fault.context.vocabulary];
    const suggestion = nearestTerm(vocabulary, fault.context.value);
    const choices = vocabulary.terms.map(each => each[0] + "（" + each[1] + "）").join("、");
    return kit.problem(fault.path, "unknown-term", Object.assign(facts, {
      value: fault.context.value,
      vocabulary_ja: vocabulary.label,
      vocabulary_en: vocabulary.label_en.toLowerCase(),
      suggestion,
      choices: suggestion ? "" : choices,
    }));
  }

  function nearestTerm(vocabulary, text) {
    const spellings = new Map();
    vocabulary.terms.forEach(each => {
      [each[0], each[1], each[2]].concat(each[3]).forEach(spelling => {
        if (spelling) spellings.set(kit.key(spelling), each);
      });
    });
    const close = closest(kit.key(text), Array.from(spellings.keys()), 0.55);
    return close ? spellings.get(close)[0] + "（" + spellings.get(close)[1] + "）" : "";
  }

  var handlers = {
    missing, extra_forbidden: unknown, model_type: shape, dict_type: shape, tuple_type: shape, string_type: shape,
    "wrong-shape": shape, string_too_long: tooLong, string_too_short: plain("empty-text"),
    string_pattern_mismatch: plain("line-break"), too_long: many, too_short: few,
  };
});

/* ---- doubts ------------------------------------------------------------------------------------------------------ */

HirobaCheck.parts.push(kit => {
  const words = kit.table.reading_doubts;
  const family = new Set(kit.table.reading_personal.family);
  const given = new Set(kit.table.reading_personal.given);
  const PICTURE = (() => {
    try {
      return new RegExp("^[\\p{So}\\p{Mn}\\p{Sk}]$", "u");
    } catch (error) {
      return /^[\u0300-\u036f\u2190-\u2bff\ufe00-\ufe0f\u{1f000}-\u{1faff}]$/u;
    }
  })();

  // Whether the part before @ is somebody's name.
  kit.isPersonalEmail = address => {
    const local = kit.head(kit.casefold(address.split("@")[0]), 64);
    const parts = kit.pattern("reading_personal.separators").split(local).filter(Boolean);
    if (parts.some(word => kit.pattern("reading_personal.group_words").full(word))) return false;
    return parts.some(word => family.has(word) || isFullName(word));
  };

  // Whether a remark beside a number names somebody.
  kit.isPersonalName = text => {
    const plain = kit.strip(kit.narrow(text)).split(/\s+/).filter(Boolean).join(" ");
    return kit.length(plain) <= 60 && plain.split(/[、,/]/).some(isName);
  };

  function isName(written) {
    const bare = kit.pattern("reading_personal.role").replace(written, " ").replace(/^[ :・]+|[ :・]+$/g, "");
    if (kit.pattern("reading_personal.honored").test(bare)) return true;
    const close = bare.replace(/ /g, "");
    const names = kit.table.reading_personal.family_in_kanji;
    if (names.some(each => close === each || isFollowed(close, each))) return true;
    if (!bare || kit.pattern("reading_personal.nobody").full(bare)) return false;
    if (kit.pattern("reading_personal.two_words").full(bare)) return true;
    return bare !== written && Boolean(kit.pattern("reading_personal.kanji_name").full(bare));
  }

  function isFollowed(close, family) {
    if (family.length < 2 || close.indexOf(family) !== 0) return false;
    return Boolean(kit.pattern("reading_personal.given_name").full(close.slice(family.length))) && !kit.pattern("reading_personal.nobody").full(close);
  }

  function isFullName(word) {
    for (let n = 2; n < word.length - 1; n += 1) {
      const a = word.slice(0, n), b = word.slice(n);
      if ((family.has(a) && given.has(b)) || (given.has(a) && family.has(b))) return true;
    }
    return false;
  }

  // Every written text: its path by field names, the record it belongs to, its field, and the text.
  function leaves(typeName, data, path) {
    let out = [];
    if (!kit.isMapping(data)) return out;
    Object.keys(data).forEach(written => {
      const name = kit.fieldNamed(typeName, written), value = data[written];
      const inner = kit.innerOf(typeName, name);
      const here = path.concat(name);
      const entries = [[here, value]];
      if (Array.isArray(value)) value.forEach((entry, n) => { entries.push([here.concat(n), entry]); });
      entries.forEach(pair => {
        if (kit.isMapping(pair[1])) out = out.concat(leaves(inner || typeName, pair[1], pair[0]));
        else if (typeof pair[1] === "string") {
          const field = inner ? kit.all.types[inner].shorthand : name;
          out.push({ path: pair[0], owner: inner || typeName, name: field, text: pair[1] });
        }
      });
    });
    return out;
  }

  kit.doubts = (typeName, data) => {
    const found = leaves(typeName, data, []);
    const disclosures = kit.all.types.Contact.fields.public;
    const open = found.filter(leaf => leaf.name === "public").map(leaf => {
      const member = kit.chosen(disclosures, leaf.text);
      return member ? member[0] : null;
    });
    const out = [];
    found.forEach(leaf => {
      const facts = { label: kit.labelOf(leaf.owner, leaf.name), name: leaf.name };
      tests.forEach(test => {
        const doubt = test(leaf);
        if (!doubt || open.indexOf(doubt.facts.item || "") >= 0) return;
        out.push(kit.problem(leaf.path, doubt.rule, Object.assign({}, facts, doubt.facts)));
      });
    });
    return out;
  };

  function doubt(rule, facts) { return { rule, facts }; }
  function closed(text) { return text.replace(/[ \u3000]+/g, ""); }

  function invisible(leaf) {
    const found = kit.pattern("reading_doubts.invisible").all(leaf.text).filter(match => {
      const before = match.index ? Array.from(leaf.text.slice(Math.max(0, match.index - 2), match.index)).pop() : " ";
      // A joiner behind an emoji makes one picture of two.
      return match[0] !== "\u200d" || !PICTURE.test(before);
    })[0];
    if (!found) return null;
    return doubt("invisible-character", { detail: "U+" + kit.pad(found[0].charCodeAt(0).toString(16).toUpperCase(), 4) });
  }

  function machine(leaf) {
    const match = words.names.indexOf(leaf.name) >= 0 ? kit.pattern("reading_doubts.machine").search(leaf.text) : null;
    if (!match) return null;
    const plain = match[0] >= "\uff61" ? kit.katakana(match[0]) : match[0].normalize("NFKC");
    const better = plain.replace(/\(/g, "（").replace(/\)/g, "）");
    const whole = leaf.text.split(match[0]).join(better);
    return doubt("machine-dependent", { value: match[0], suggestion: kit.head(whole, 60) });
  }

  function spaced(leaf) {
    const singles = kit.pattern("reading_doubts.spaced").all(leaf.text).filter(m => kit.length(closed(m[0])) > 2);
    const found = singles.concat(kit.pattern("reading_doubts.wide_heading").all(leaf.text)).filter(m => !kit.pattern("reading_doubts.listed").full(closed(m[0])))[0];
    return found ? doubt("space-in-word", { value: found[0], suggestion: closed(found[0]) }) : null;
  }

  function noon(leaf) {
    if (words.times.indexOf(leaf.name) < 0 || leaf.owner === "Recruiting") return null;
    const match = kit.pattern("reading_doubts.noon").search(leaf.text);
    return match ? doubt("noon-or-midnight", { value: match[0].replace(/^[:：]+|[:：]+$/g, "") }) : null;
  }

  function html(leaf) {
    const match = leaf.name === "description" ? kit.pattern("reading_doubts.html").search(leaf.text) : null;
    return match ? doubt("raw-html", { value: kit.head(match[0], 30) }) : null;
  }

  function link(leaf) {
    const match = leaf.name === "description" ? kit.pattern("reading_doubts.link").search(leaf.text) : null;
    return match ? doubt("unsafe-link", { value: kit.head(match.url, 30) }) : null;
  }

  function mobile(leaf) {
    const match = words.contacts.indexOf(leaf.name) < 0 ? kit.pattern("reading_doubts.mobile").search(leaf.text) : null;
    return match ? doubt("private-in-text", { value: match[0], item: "phone" }) : null;
  }

  function email(leaf) {
    if (words.contacts.indexOf(leaf.name) >= 0 || !/[@＠]/.test(leaf.text)) return null;
    const match = kit.pattern("reading_doubts.email").all(leaf.text).filter(m => kit.isPersonalEmail(kit.narrow(m[0])))[0];
    return match ? doubt("private-in-text", { value: match[0], item: "email" }) : null;
  }

  function atHome(leaf) {
    if (leaf.name === "address") return null;
    const match = kit.pattern("reading_homes.at_home").search(leaf.text) || livesAt(leaf.text);
    return match ? doubt("private-in-text", { value: match[0], item: "address" }) : null;
  }

  // An address that a text says somebody has, unless a building or an office is named near it.
  function livesAt(text) {
    return kit.pattern("reading_homes.lives_at").all(text).filter(match => {
      const letters = Array.from(text), start = kit.length(text.slice(0, match.index)), end = start + kit.length(match[0]);
      return !kit.pattern("reading_homes.facility").test(letters.slice(Math.max(0, start - 30), end + 20).join(""));
    })[0] || null;
  }

  var tests = [invisible, machine, spaced, noon, html, link, mobile, email, atHome];
});
