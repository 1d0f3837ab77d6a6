/* A problem in the sentences of the rule book: generator/rules/. It is {path, rule, facts} until `told` gives it these. */

/**
 * @typedef {{path: import("../models/base.js").Path, rule: string, facts: Record<string, string>}} Problem
 * @typedef {Problem & {level: string, message: string, advice: string}} Told
 */
import { has } from "../models/base.js";

// A problem without its sentences; facts that are empty are left out.
/** @param {Problem["path"]} path @param {string} rule @param {Record<string, unknown>} facts @returns {Problem} */
export function problem(path, rule, facts) {
  /** @type {Record<string, string>} */
  const kept = {};
  Object.keys(facts).forEach(name => { if (facts[name] !== "") kept[name] = String(facts[name]); });
  return { path, rule, facts: kept };
}

/** @param {string} template @param {Record<string, string>} facts */
function filled(template, facts) {
  return template.replace(/\{([a-z_]+)\}/g, (_, name) => has(facts, name) ? facts[name] : "");
}

// A problem as people read it: its path, rule, level, message and advice, and the facts of which these are made.
/** @param {import("../models/base.js").City & {lang: string}} city @param {Problem} problem @returns {Told} */
export function told(city, problem) {
  const spoken = city.lang === "en" ? 1 : 0;
  const rule = city.rules[problem.rule], facts = problem.facts;
  let advice = rule.fix[spoken];
  if (advice.includes("{suggestion}") && !facts.suggestion) {
    advice = facts.choices ? city.choose[spoken] : facts[spoken ? "left_en" : "left_ja"] || "";
  }
  return {
    path: problem.path,
    rule: problem.rule,
    level: rule.level,
    message: filled(rule.says[spoken], facts),
    advice: filled(advice, facts),
    facts,
  };
}
