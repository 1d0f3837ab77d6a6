/* A profile as YAML text, laid out as `hiroba fmt` does (generator/formatting/emit.py).
 *
 * Whatever is in the data is read back as it was, but for white space around a text and for line breaks, which become
 * \n. Half a surrogate pair, which no file can hold, becomes U+FFFD.
 */
import { patterns } from "../japanese/expressions.js";
import { has } from "../models/base.js";
import { readValue } from "../models/types.js";
import { formatting_emit as shared } from "../tables.js";

const WIDEST = shared.widest;
const { TYPED, UNSAFE, UNSAFE_IN_BRACKETS } = patterns(shared);
const ESCAPED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const IN_QUOTES = /["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** @type {Record<string, string>} */
const SHORT = { '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };
// White space to Python, which reads the text; JavaScript's own `trim` knows a little more and a little less.
const AROUND = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
// Kinds of which a value is a text for people, whatever it looks like.
const FOR_PEOPLE = ["line", "text", "kana", "url", "email", "corporate-number"];

/** @typedef {import("../models/base.js").City} City */
/** @typedef {import("../models/base.js").Mapping} Mapping */
/** @typedef {Partial<import("../models/base.js").Field>} Field  nothing is known of an unknown one */
/** @typedef {{city: City, record: string, indent: string}} At  the table, the name of the record, the margin */
/** @typedef {string | number | boolean} Text */

/** @type {(value: unknown) => value is Text} */
const isText = value => typeof value === "string" || typeof value === "number" || typeof value === "boolean";
/** @type {(value: unknown) => boolean} */
const isThere = value => value !== null && value !== undefined;

/**
 * The second half of a pair may follow another half directly, hence twice.
 * @type {(text: string) => string}
 */
const whole = text => {
  /** @type {(_: string, before: string | undefined) => string} */
  const mended = (_, before) => (before || "") + "\ufffd";
  return text.replace(LONE, mended).replace(LONE, mended);
};

/** @type {(value: Text) => string} */
const written = value => whole(String(value)).replace(/\r\n?/g, "\n").replace(AROUND, "");

/**
 * How many characters people would count, not halves of pairs.
 * @type {(text: string) => number}
 */
const width = text => Array.from(text).length;

/* One line. */

/** @type {(sign: string) => string} */
const escaped = sign => SHORT[sign] || "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");

/** @type {(text: string) => string} */
const inQuotes = text => '"' + text.replace(IN_QUOTES, escaped) + '"';

/** @type {(text: string, free: boolean, brackets: boolean) => string} */
const scalar = (text, free, brackets) => {
  if (text === "") return brackets ? "''" : "";
  if (ESCAPED.test(text) || /[\n\t]/.test(text)) return inQuotes(text);
  const unsafe = UNSAFE.test(text) || (brackets && UNSAFE_IN_BRACKETS.test(text));
  return unsafe || (free && TYPED.full(text)) ? "'" + text.replace(/'/g, "''") + "'" : text;
};

/** @type {(name: string) => string} */
const keyed = name => scalar(whole(name), false, false) || "''";

/**
 * Whether a text that looks like a number, a day or a truth is one for people all the same, and gets quotes.
 * @type {(city: City, text: string, field: Field) => boolean}
 */
const isFree = (city, text, field) => {
  if (!field.kind || field.record || FOR_PEOPLE.indexOf(field.kind) >= 0) return true;
  return Boolean(readValue(city, text, /** @type {import("../models/base.js").Field} */ (field)).fault);
};

/** @type {string[]} */
const NONE = [];

/* Lines: each of these gives a list of them. */

/** @type {(city: City, record: string) => Record<string, Field>} */
const fieldsOf = (city, record) => (has(city.types, record) ? city.types[record].fields : {});

/** @type {(at: At, record?: string) => At} */
const further = (at, record) => ({ city: at.city, record: record || at.record, indent: at.indent + "  " });

/**
 * The names that are there, in the order of the record's fields; unknown ones behind them.
 * @type {(data: Mapping, fields: Record<string, Field>) => string[]}
 */
const inOrder = (data, fields) => {
  const known = ["$schema"].concat(Object.keys(fields)).filter(name => has(data, name));
  return known.concat(Object.keys(data).filter(name => known.indexOf(name) < 0)).filter(name => isThere(data[name]));
};

/** @type {(data: Mapping, at: At) => string[]} */
const mapping = (data, at) => {
  const fields = fieldsOf(at.city, at.record);
  return inOrder(data, fields).reduce((lines, name) => lines.concat(entry(name, data[name], has(fields, name) ? fields[name] : {}, at)), NONE);
};

/** @type {(name: string, value: unknown, field: Field, at: At) => string[]} */
const entry = (name, value, field, at) => {
  const lead = at.indent + keyed(name) + ":";
  if (isText(value) && !(field.many && value !== "")) return oneText(lead, value, field, at);
  if (isText(value)) return list(lead, [value], field, at);
  if (Array.isArray(value)) return list(lead, value.filter(isThere), field, at);
  const data = /** @type {Mapping} */ (value);
  const inside = field.keyed ? underKeys(data, field, further(at)) : mapping(data, further(at, field.record));
  return inside.length ? [lead].concat(inside) : [lead + " {}"];
};

/**
 * Entries under keys of their own, such as languages.
 * @type {(value: Mapping, field: Field, at: At) => string[]}
 */
const underKeys = (value, field, at) => Object.keys(value).filter(term => isThere(value[term])).reduce((lines, term) => {
  const lead = at.indent + keyed(term) + ":";
  const given = value[term];
  if (isText(given)) return lines.concat(oneText(lead, given, field, at));
  return lines.concat(lead, mapping(/** @type {Mapping} */ (given), further(at, field.record)));
}, NONE);

/**
 * A key or dash with a text behind it, or below it if the text has several lines.
 * @type {(lead: string, value: Text, field: Field, at: At) => string[]}
 */
const oneText = (lead, value, field, at) => {
  const shown = written(value);
  if (shown.indexOf("\n") >= 0 && !ESCAPED.test(shown)) {
    return [lead + " |"].concat(shown.split("\n").map(line => line ? at.indent + "  " + line : ""));
  }
  const one = scalar(shown, isFree(at.city, shown, field), false);
  return [one ? lead + " " + one : lead];
};

/**
 * Short texts in brackets on one line, everything else with a dash for each entry.
 * @type {(lead: string, value: unknown[], field: Field, at: At) => string[]}
 */
const list = (lead, value, field, at) => {
  const texts = value.filter(isText).map(written);
  const plain = texts.length === value.length && (!field.record || !texts.length)
    && !texts.some(each => each.indexOf("\n") >= 0);
  const flow = lead + " [" + texts.map(each => scalar(each, isFree(at.city, each, field), true)).join(", ") + "]";
  if (plain && width(flow) <= WIDEST) return [flow];
  return value.reduce((/** @type {string[]} */ lines, each) => lines.concat(item(each, field, further(at, field.record))), [lead]);
};

/**
 * One entry of a list, behind its dash.
 * @type {(value: unknown, field: Field, at: At) => string[]}
 */
const item = (value, field, at) => {
  if (isText(value)) return oneText(at.indent + "-", value, field, at);
  if (Array.isArray(value)) return [at.indent + "- [" + value.filter(isText).map(written).map(inQuotes).join(", ") + "]"];
  const lines = mapping(/** @type {Mapping} */ (value), further(at));
  return lines.length ? [at.indent + "- " + lines[0].slice(at.indent.length + 2)].concat(lines.slice(1)) : [at.indent + "- {}"];
};

/**
 * The text of a profile.
 * @param {string} record the name of the record that the data is: "Group", "Event"
 * @param {Mapping} data what was filled in: texts, lists and objects under English names
 * @param {City} city assets/form/checking.json: the order of the fields, and which values stand for themselves
 *   (2026-10-01, yes) while texts for people that merely look like them get quotes
 * @param {string} [head] a comment to open the text with
 */
export const dump = (record, data, city, head) => {
  const lines = mapping(data, { city, record, indent: "" });
  return (head ? [head] : []).concat(lines).join("\n").replace(/^\n+|\n+$/g, "") + "\n";
};
