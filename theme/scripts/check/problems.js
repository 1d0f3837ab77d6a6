/* Every problem of a profile, in the order of its fields: generator/check/__init__.py. */

/**
 * @typedef {import("../models/base.js").Mapping} Mapping
 * @typedef {import("../rules/sentences.js").Problem} Problem
 * @typedef {import("../rules/sentences.js").Told} Told
 * @typedef {import("./finding.js").Known} Known
 * @typedef {import("./finding.js").Path} Path
 */
import { isMapping, labelOf, ownerOf } from "../models/base.js";
import { doubts } from "../reading/doubts.js";
import { explain } from "../reading/explain.js";
import { mend } from "../reading/mend.js";
import { readRecord } from "../reading/read.js";
import { problem, told } from "../rules/sentences.js";
import { isAboutTwo } from "./names.js";
import { plainFindings } from "./plain.js";
import { starterFindings } from "./starter.js";

/** @param {Path[]} replaced @param {Path} path */
function isSure(replaced, path) {
  /** @param {Path} long @param {Path} short */
  const begins = (long, short) => short.every((step, n) => long[n] === step);
  return !replaced.some(each => {
    const above = each.slice(0, -1);
    return begins(path, each) || (above.length === path.length && begins(path, above));
  });
}

/** @param {Known} city @param {string} typeName @param {Mapping} value @param {Path[]} replaced @returns {Problem[]} */
function found(city, typeName, value, replaced) {
  const all = (city.findings[typeName] || plainFindings)(city, value, typeName).concat(starterFindings(city, typeName, value, []));
  return all.map(each => {
    const at = ownerOf(city, typeName, each.path);
    return problem(each.path, each.rule, Object.assign({ label: labelOf(city, at.owner, at.name), name: at.name }, each.facts));
  }).filter(each => {
    // Both name and reading must be the profile's own before they are compared with others'.
    const about = isAboutTwo(each.rule) ? [["name"], ["kana"]] : [each.path];
    return about.every(path => isSure(replaced, path));
  });
}

// A path as numbers, so that problems stand in the order of the fields.
/** @param {Known} city @param {string} typeName @param {Path} path @returns {number[]} */
function place(city, typeName, path) {
  return path.map((step, n) => {
    if (typeof step === "number") return step;
    const at = ownerOf(city, typeName, path.slice(0, n + 1));
    return Object.keys(city.types[at.owner].fields).indexOf(step);
  });
}

/** @param {Known} city @param {string} typeName @param {Problem[]} problems @returns {Told[]} */
function inOrder(city, typeName, problems) {
  const seen = new Set();
  const placed = problems.map((each, n) => ({
    told: told(city, each),
    at: place(city, typeName, each.path),
    n
  }));
  placed.sort((a, b) => {
    for (let n = 0; n < Math.min(a.at.length, b.at.length); n += 1) if (a.at[n] !== b.at[n]) return a.at[n] - b.at[n];
    return a.at.length - b.at.length || a.n - b.n;
  });
  return placed.map(each => each.told).filter(each => {
    const sign = JSON.stringify(each);
    return seen.has(sign) ? false : Boolean(seen.add(sign));
  });
}

// Every problem of a profile, each in its sentences.
/** @param {Known} city @param {string} kind @param {unknown} data */
export function problemsOf(city, kind, data) {
  const typeName = city.records[kind];
  const read = readRecord(city, typeName, data, []);
  const problems = explain(city, typeName, read.faults).concat(doubts(city, typeName, data));
  const whole = read.value ? { value: read.value, replaced: [] } : mend(city, typeName, data, read.faults);
  return inOrder(city, typeName, whole ? problems.concat(found(city, typeName, whole.value, whole.replaced)) : problems);
}

// The data with a text put in at a path; what is on the way there is made.
/** @param {unknown} data @param {Path} path @param {string} text @returns {unknown} */
function withText(data, path, text) {
  if (!path.length) return text;
  const [step, ...rest] = path;
  if (typeof step === "string") {
    const record = isMapping(data) ? data : {};
    return Object.assign({}, record, { [step]: withText(record[step], rest, text) });
  }
  /** @type {unknown[]} */
  const list = Array.isArray(data) ? data.slice() : [];
  while (list.length <= step) list.push({});
  list[step] = withText(list[step], rest, text);
  return list;
}

// The problems of one value; `data` is the profile around it.
/** @param {Known} city @param {string} kind @param {Path} path @param {string} text @param {unknown} data */
export function problemsAt(city, kind, path, text, data) {
  const found = problemsOf(city, kind, withText(data, path, text));
  return found.filter(each => path.every((step, n) => each.path[n] === step));
}
