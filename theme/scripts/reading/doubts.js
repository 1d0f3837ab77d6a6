/* Doubts about wording: generator/reading/doubts.py. */

/**
 * @typedef {import("../models/base.js").City} City
 * @typedef {import("../models/base.js").Path} Path
 * @typedef {{path: Path, owner: string, name: string, text: string}} Leaf
 * @typedef {{rule: string, facts: Record<string, string>}} Doubt
 */
import { patterns } from "../japanese/expressions.js";
import { head, katakana, lengthOf, letters, narrow, pad } from "../japanese/text.js";
import { fieldNamed, innerOf, isMapping, labelOf } from "../models/base.js";
import { chosen } from "../models/vocabulary.js";
import { problem } from "../rules/sentences.js";
import { reading_doubts as shared } from "../tables.js";
import { homeIn } from "./homes.js";
import { isPersonalEmail } from "./personal.js";

const { EMAIL, HTML, INVISIBLE, LINK, LISTED, MACHINE, MOBILE, NOON, SPACED, WIDE_HEADING } = patterns(shared);

// A sign that is a picture or belongs to the letter before it.
const PICTURE = letters("\\p{So}\\p{Mn}\\p{Sk}", "\\u0300-\\u036f\\u2190-\\u2bff\\ufe00-\\ufe0f\\u{1f000}-\\u{1faff}");

// Every written text: its path by field names, the record it belongs to, its field, and the text.
/** @param {City} city @param {string} typeName @param {unknown} data @param {Path} path @returns {Leaf[]} */
function leaves(city, typeName, data, path) {
  /** @type {Leaf[]} */
  let out = [];
  if (!isMapping(data)) return out;
  Object.keys(data).forEach(written => {
    const name = fieldNamed(city, typeName, written), value = data[written];
    const inner = innerOf(city, typeName, name);
    const here = path.concat(name);
    /** @type {[Path, unknown][]} */
    const entries = [[here, value]];
    if (Array.isArray(value)) value.forEach((entry, n) => { entries.push([here.concat(n), entry]); });
    entries.forEach(([at, entry]) => {
      if (isMapping(entry)) out = out.concat(leaves(city, inner || typeName, entry, at));
      else if (typeof entry === "string") {
        const field = inner ? city.types[inner].shorthand : name;
        out.push({ path: at, owner: inner || typeName, name: field, text: entry });
      }
    });
  });
  return out;
}

// Problems of a profile's wording, but for their sentences.
/** @param {City} city @param {string} typeName @param {unknown} data */
export function doubts(city, typeName, data) {
  const found = leaves(city, typeName, data, []);
  const disclosures = city.types.Contact.fields.public;
  const open = found.filter(leaf => leaf.name === "public").map(leaf => {
    const member = chosen(disclosures, leaf.text);
    return member ? member[0] : null;
  });
  /** @type {import("../rules/sentences.js").Problem[]} */
  const out = [];
  found.forEach(leaf => {
    const facts = { label: labelOf(city, leaf.owner, leaf.name), name: leaf.name };
    TESTS.forEach(test => {
      const doubt = test(leaf);
      if (!doubt || open.includes(doubt.facts.item || "")) return;
      out.push(problem(leaf.path, doubt.rule, Object.assign({}, facts, doubt.facts)));
    });
  });
  return out;
}

/** @param {string} rule @param {Doubt["facts"]} facts @returns {Doubt} */
const doubt = (rule, facts) => ({ rule, facts });
/** @param {string} text */
const closed = text => text.replace(/[ \u3000]+/g, "");

/** @param {Leaf} leaf */
function invisible(leaf) {
  const found = INVISIBLE.all(leaf.text).find(match => {
    const before = Array.from(leaf.text.slice(Math.max(0, match.index - 2), match.index)).pop() || " ";
    // A joiner behind an emoji makes one picture of two.
    return match[0] !== "\u200d" || !PICTURE.test(before);
  });
  if (!found) return null;
  return doubt("invisible-character", { detail: "U+" + pad(found[0].charCodeAt(0).toString(16).toUpperCase(), 4) });
}

/** @param {Leaf} leaf */
function machine(leaf) {
  const match = shared.names.includes(leaf.name) ? MACHINE.search(leaf.text) : null;
  if (!match) return null;
  const plain = match[0] >= "\uff61" ? katakana(match[0]) : match[0].normalize("NFKC");
  const better = plain.replace(/\(/g, "（").replace(/\)/g, "）");
  const whole = leaf.text.split(match[0]).join(better);
  return doubt("machine-dependent", { value: match[0], suggestion: head(whole, 60) });
}

/** @param {Leaf} leaf */
function spaced(leaf) {
  const singles = SPACED.all(leaf.text).filter(m => lengthOf(closed(m[0])) > 2);
  const found = singles.concat(WIDE_HEADING.all(leaf.text)).find(m => !LISTED.full(closed(m[0])));
  return found ? doubt("space-in-word", { value: found[0], suggestion: closed(found[0]) }) : null;
}

/** @param {Leaf} leaf */
function noon(leaf) {
  if (!shared.times.includes(leaf.name) || leaf.owner === "Recruiting") return null;
  const match = NOON.search(leaf.text);
  return match ? doubt("noon-or-midnight", { value: match[0].replace(/^[:：]+|[:：]+$/g, "") }) : null;
}

/** @param {Leaf} leaf */
function html(leaf) {
  const match = leaf.name === "description" ? HTML.search(leaf.text) : null;
  return match ? doubt("raw-html", { value: head(match[0], 30) }) : null;
}

/** @param {Leaf} leaf */
function link(leaf) {
  const match = leaf.name === "description" ? LINK.search(leaf.text) : null;
  return match ? doubt("unsafe-link", { value: head(match.url, 30) }) : null;
}

/** @param {Leaf} leaf */
function mobile(leaf) {
  const match = !shared.contacts.includes(leaf.name) ? MOBILE.search(leaf.text) : null;
  return match ? doubt("private-in-text", { value: match[0], item: "phone" }) : null;
}

/** @param {Leaf} leaf */
function email(leaf) {
  if (shared.contacts.includes(leaf.name) || !/[@＠]/.test(leaf.text)) return null;
  const match = EMAIL.all(leaf.text).find(m => isPersonalEmail(narrow(m[0])));
  return match ? doubt("private-in-text", { value: match[0], item: "email" }) : null;
}

/** @param {Leaf} leaf */
function atHome(leaf) {
  if (leaf.name === "address") return null;
  const match = homeIn(leaf.text);
  return match ? doubt("private-in-text", { value: match[0], item: "address" }) : null;
}

/** @type {((leaf: Leaf) => Doubt | null)[]} */
const TESTS = [invisible, machine, spaced, noon, html, link, mobile, email, atHome];
