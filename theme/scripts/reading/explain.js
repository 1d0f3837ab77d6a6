/* Faults in the rule book's words: generator/reading/explain.py. */

/**
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("../rules/sentences.js").Problem} Problem
 * @typedef {import("./read.js").FaultAt} FaultAt
 * @typedef {{label: string, name: string} & Record<string, unknown>} Facts
 * @typedef {{city: City, owner: string}} At
 * @typedef {(fault: FaultAt, facts: Facts, at: At) => Problem} Handler
 */
import { IN_WORDS } from "../japanese/patterns.js";
import { head, key, lengthOf } from "../japanese/text.js";
import { exampleOf, labelOf, ownerOf } from "../models/base.js";
import { problem } from "../rules/sentences.js";
import { reading_explain as shared } from "../tables.js";
import { closest } from "./closest.js";

// Problems of the faults of a record, but for their sentences.
/** @param {City} city @param {string} typeName @param {FaultAt[]} faults @returns {Problem[]} */
export function explain(city, typeName, faults) {
  const told = faults.filter(fault => !(fault.type === "too_short" && /** @type {unknown[]} */ (fault.input).length));
  return told.map(fault => {
    const at = ownerOf(city, typeName, fault.path);
    const facts = { label: labelOf(city, at.owner, at.name), name: at.name };
    return (HANDLERS[fault.type] || ours)(fault, facts, { city, owner: at.owner });
  });
}

/** @type {Handler} */
function missing(fault, facts, at) {
  facts.suggestion = exampleOf(at.city, at.owner, facts.name);
  if (at.owner !== "Photo" || facts.name !== "alt") return problem(fault.path, "missing-field", facts);
  const { file } = /** @type {import("../models/base.js").Mapping} */ (fault.input);
  facts.value = typeof file === "string" ? head(file, 60) : "";
  return problem(fault.path, "alt-missing", facts);
}

/** @type {Handler} */
function unknown(fault, _, at) {
  const written = /** @type {string} */ (fault.path[fault.path.length - 1]);
  const spellings = new Map();
  Object.keys(at.city.types[at.owner].fields).forEach(name => {
    [name, at.city.types[at.owner].fields[name].label].forEach(each => { spellings.set(key(each), each); });
  });
  const close = closest(key(written), Array.from(spellings.keys()), 0.6);
  return problem(fault.path, "unknown-field", { value: written, suggestion: close ? spellings.get(close) : "" });
}

/** @type {Record<string, string[]>} */
const SHAPES = shared.shapes;

/** @type {Handler} */
function shape(fault, facts, at) {
  const words = SHAPES[fault.type];
  Object.assign(facts, { expected_ja: words[0], expected_en: words[1], suggestion: exampleOf(at.city, at.owner, facts.name) });
  return problem(fault.path, "wrong-shape", facts);
}

/** @type {Handler} */
function tooLong(fault, facts) {
  const limit = /** @type {number} */ (fault.context.max_length), length = lengthOf(/** @type {string} */ (fault.input));
  return problem(fault.path, "text-too-long", Object.assign(facts, { length, limit, over: length - limit }));
}

/** @type {Handler} */
function many(fault, facts) {
  Object.assign(facts, { length: fault.context.actual_length || "", limit: fault.context.max_length });
  return problem(fault.path, "too-many", facts);
}

/** @type {Handler} */
function few(fault, facts, at) {
  facts.suggestion = exampleOf(at.city, at.owner, facts.name);
  return problem(fault.path, "too-few", facts);
}

/** @param {string} rule @returns {Handler} */
function plain(rule) {
  return (fault, facts) => problem(fault.path, rule, Object.assign(facts, { value: fault.input }));
}

/** @type {Handler} */
function ours(fault, facts, at) {
  const context = /** @type {Record<string, string>} */ (fault.context);
  if (fault.type === "duplicate-key") {
    return problem(fault.path.concat(context.key), "duplicate-key", { key: context.key });
  }
  if (fault.type === "unknown-term") return term(at.city, fault.path, context, facts);
  if (context.digits !== undefined) {
    facts.digits_ja = shared.digits[0].replace("{0}", context.digits);
    facts.digits_en = shared.digits[1].replace("{0}", context.digits);
  } else {
    Object.assign(facts, saidOf(fault.type, context));
  }
  return problem(fault.path, fault.type, Object.assign(facts, context));
}

// What a help leaves out, means or keeps, as sentences in both languages.
/** @param {string} rule @param {Record<string, string>} context @returns {Record<string, string>} */
function saidOf(rule, context) {
  const suggestion = context.suggestion || "";
  const inWords = suggestion.startsWith(IN_WORDS);
  const name = /** @type {const} */ (["left", "beside", "apart"]).find(each => context[each]);
  if (name) return inBoth(shared[name], context[name]);
  if (rule === "end-before-start" && suggestion && !inWords) return inBoth(shared.meant, suggestion);
  return inWords ? inBoth(shared.kept, "") : {};
}

/** @param {string[]} words @param {string} value */
function inBoth(words, value) {
  /** @param {string} sentence */
  const filledIn = sentence => sentence.replace("{0}", () => value);
  return { left_ja: filledIn(words[0]), left_en: filledIn(words[1]) };
}

/** @param {City} city @param {Problem["path"]} path @param {Record<string, string>} context @param {Facts} facts */
function term(city, path, context, facts) {
  const vocabulary = city.vocabularies[context.vocabulary];
  const suggestion = nearestTerm(vocabulary, context.value);
  const choices = vocabulary.terms.map(each => each[0] + "（" + each[1] + "）").join("、");
  return problem(path, "unknown-term", Object.assign(facts, {
    value: context.value,
    vocabulary_ja: vocabulary.label,
    vocabulary_en: vocabulary.label_en.toLowerCase(),
    suggestion,
    choices: suggestion ? "" : choices,
  }));
}

/** @param {import("../models/base.js").Vocabulary} vocabulary @param {string} text */
function nearestTerm(vocabulary, text) {
  /** @type {Map<string, import("../models/base.js").Term>} */
  const spellings = new Map();
  vocabulary.terms.forEach(each => {
    [each[0], each[1], each[2]].concat(each[3]).forEach(spelling => {
      if (spelling) spellings.set(key(spelling), each);
    });
  });
  const close = closest(key(text), Array.from(spellings.keys()), 0.55);
  const found = close ? spellings.get(close) : undefined;
  return found ? found[0] + "（" + found[1] + "）" : "";
}

/** @type {Record<string, Handler>} */
const HANDLERS = {
  missing, extra_forbidden: unknown, model_type: shape, dict_type: shape, tuple_type: shape, string_type: shape,
  "wrong-shape": shape, string_too_long: tooLong, string_too_short: plain("empty-text"),
  string_pattern_mismatch: plain("line-break"), too_long: many, too_short: few,
};
