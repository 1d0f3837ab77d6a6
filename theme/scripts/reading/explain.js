/* Faults in the rule book's words: generator/reading/explain.py. */
import { IN_WORDS } from "../japanese/patterns.js";
import { head, key, lengthOf } from "../japanese/text.js";
import { exampleOf, labelOf, ownerOf } from "../models/base.js";
import { problem } from "../rules/sentences.js";
import { reading_explain as shared } from "../tables.js";
import { closest } from "./closest.js";

// Problems of the faults of a record, but for their sentences.
export function explain(city, typeName, faults) {
  const told = faults.filter(fault => !(fault.type === "too_short" && fault.input.length));
  return told.map(fault => {
    const at = ownerOf(city, typeName, fault.path);
    const facts = { label: labelOf(city, at.owner, at.name), name: at.name };
    return (HANDLERS[fault.type] || ours)(fault, facts, { city, owner: at.owner });
  });
}

function missing(fault, facts, at) {
  facts.suggestion = exampleOf(at.city, at.owner, facts.name);
  if (at.owner !== "Photo" || facts.name !== "alt") return problem(fault.path, "missing-field", facts);
  facts.value = typeof fault.input.file === "string" ? head(fault.input.file, 60) : "";
  return problem(fault.path, "alt-missing", facts);
}

function unknown(fault, _, at) {
  const written = fault.path[fault.path.length - 1];
  const spellings = new Map();
  Object.keys(at.city.types[at.owner].fields).forEach(name => {
    [name, at.city.types[at.owner].fields[name].label].forEach(each => { spellings.set(key(each), each); });
  });
  const close = closest(key(written), Array.from(spellings.keys()), 0.6);
  return problem(fault.path, "unknown-field", { value: written, suggestion: close ? spellings.get(close) : "" });
}

function shape(fault, facts, at) {
  const words = shared.shapes[fault.type];
  Object.assign(facts, { expected_ja: words[0], expected_en: words[1], suggestion: exampleOf(at.city, at.owner, facts.name) });
  return problem(fault.path, "wrong-shape", facts);
}

function tooLong(fault, facts) {
  const limit = fault.context.max_length, length = lengthOf(fault.input);
  return problem(fault.path, "text-too-long", Object.assign(facts, { length, limit, over: length - limit }));
}

function many(fault, facts) {
  Object.assign(facts, { length: fault.context.actual_length || "", limit: fault.context.max_length });
  return problem(fault.path, "too-many", facts);
}

function few(fault, facts, at) {
  facts.suggestion = exampleOf(at.city, at.owner, facts.name);
  return problem(fault.path, "too-few", facts);
}

function plain(rule) {
  return (fault, facts) => problem(fault.path, rule, Object.assign(facts, { value: fault.input }));
}

function ours(fault, facts, at) {
  const context = fault.context;
  if (fault.type === "duplicate-key") {
    return problem(fault.path.concat(context.key), "duplicate-key", { key: context.key });
  }
  if (fault.type === "unknown-term") return term(at.city, fault, facts);
  if (context.digits !== undefined) {
    facts.digits_ja = shared.digits[0].replace("{0}", context.digits);
    facts.digits_en = shared.digits[1].replace("{0}", context.digits);
  } else {
    Object.assign(facts, saidOf(fault.type, context));
  }
  return problem(fault.path, fault.type, Object.assign(facts, context));
}

// What a help leaves out, means or keeps, as sentences in both languages.
function saidOf(rule, context) {
  const suggestion = context.suggestion || "";
  const inWords = suggestion.startsWith(IN_WORDS);
  const name = ["left", "beside", "apart"].find(each => context[each]);
  if (name) return inBoth(shared[name], context[name]);
  if (rule === "end-before-start" && suggestion && !inWords) return inBoth(shared.meant, suggestion);
  return inWords ? inBoth(shared.kept, "") : {};
}

function inBoth(words, value) {
  const filledIn = sentence => sentence.replace("{0}", () => value);
  return { left_ja: filledIn(words[0]), left_en: filledIn(words[1]) };
}

function term(city, fault, facts) {
  const vocabulary = city.vocabularies[fault.context.vocabulary];
  const suggestion = nearestTerm(vocabulary, fault.context.value);
  const choices = vocabulary.terms.map(each => each[0] + "（" + each[1] + "）").join("、");
  return problem(fault.path, "unknown-term", Object.assign(facts, {
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
      if (spelling) spellings.set(key(spelling), each);
    });
  });
  const close = closest(key(text), Array.from(spellings.keys()), 0.55);
  return close ? spellings.get(close)[0] + "（" + spellings.get(close)[1] + "）" : "";
}

const HANDLERS = {
  missing, extra_forbidden: unknown, model_type: shape, dict_type: shape, tuple_type: shape, string_type: shape,
  "wrong-shape": shape, string_too_long: tooLong, string_too_short: plain("empty-text"),
  string_pattern_mismatch: plain("line-break"), too_long: many, too_short: few,
};
