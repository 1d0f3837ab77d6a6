/* What is wrong with a value that was read, by its path: generator/check/finding.py. */

/**
 * @typedef {import("../models/base.js").Path} Path
 * @typedef {{path: Path, rule: string, facts: Record<string, string | number>}} Finding
 *
 * @typedef {object} Facts  of one check
 * @property {import("../japanese/calendar.js").Day | null} today
 * @property {Record<string, string[]>} groups  slug → name, reading
 * @property {string[]} places  their slugs
 * @property {string} own  the slug of the profile
 * @property {string} lang  ja or en
 *
 * By the type of a record, which has the shape that they name: it was read by its model.
 * @typedef {Record<string, (city: Known, value: any, typeName: string) => Finding[]>} Findings
 * @typedef {import("../models/base.js").City & Facts & {findings: Findings}} Known
 */

/** @param {Path} path @param {string} rule @param {Finding["facts"]} [facts] @returns {Finding} */
export const finding = (path, rule, facts = {}) => ({ path, rule, facts });
