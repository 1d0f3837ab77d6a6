/* A profile as YAML text, laid out as `hiroba fmt` does (generator/formatting/emit.py).
 *
 * dump(record, data, table, head)
 *   record  the name of the record that `data` is: "Group", "Event"
 *   data    what was filled in: texts, lists and objects under English names; null and undefined are not there
 *   table   {records: {Group: {fields: [{name, inner, list, mapping, kind, vocabulary}, …]}, …}}: the order of the
 *           fields; `inner` names the record inside (else null), `list` and `mapping` say whether several may stand
 *           there, under numbers or under keys. `kind` and `vocabulary`, where they are known, tell values that stand
 *           for themselves (2026-10-01, yes, 042-000-0011) from texts for people that merely look like them, which get
 *           quotes; without them more is quoted, and all reads the same. The table of `HirobaCheck` will do as well:
 *           {records: {group: "Group"}, types: {Group: {fields: {name: {record, many, keyed, kind, vocabulary}, …}}}}
 *   head    a comment to open the text with, or nothing
 *
 * Whatever is in `data` is read back as it was, but for white space around a text and for line breaks, which become
 * \n. Half a surrogate pair, which no file can hold, becomes U+FFFD.
 */
const WIDEST = 100;
// What other programs would take for a number, a time, a day, a truth or nothing (YAML 1.1).
const TYPED = /^(?:[-+.]?[0-9][0-9_,.:xobeE+-]*|[-+]?\.(?:inf|nan)|~|null|true|false|yes|no|on|off|y|n)$/i;
const UNSAFE = /^[-?:,[\]{}#&*!|>'"%@\u0060=<]|: |:$| #/;
const UNSAFE_IN_BRACKETS = /[,[\]{}:?]/;
const ESCAPED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const IN_QUOTES = /["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
const SHORT = { '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };
// White space to Python, which reads the text; JavaScript's own `trim` knows a little more and a little less.
const AROUND = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
// How a value of a kind is written once it is understood.
const DIGITS = /^[0-9]+$/;
const OWN_SPELLING = {
  flag: /^(?:yes|no)$/,
  yen: DIGITS,
  count: DIGITS,
  day: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  partialday: /^[0-9]{4}(?:-[0-9]{2}){0,2}$/,
  moment: /^[0-9]{4}-[0-9]{2}-[0-9]{2}/,
  clock: /^[0-9]{2}:[0-9]{2}$/,
  phone: /^[0-9]+(?:-[0-9]+)*$/,
  term: /^[a-z0-9-]+$/,
  choice: /^[a-z0-9-]+$/
};
const OTHER_NAMES = { phonenumber: "phone", date: "day", deadline: "day", time: "clock", number: "count", money: "yen", momenttext: "moment" };
const NO_FIELD = { inner: null, list: false, mapping: false };

function isText(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isThere(value) {
  return value !== null && value !== undefined;
}

// The second half of a pair may follow another half directly, hence twice.
function whole(text) {
  function mended(_, before) { return (before || "") + "\ufffd"; }
  return text.replace(LONE, mended).replace(LONE, mended);
}

function written(value) {
  return whole(String(value)).replace(/\r\n?/g, "\n").replace(AROUND, "");
}

// How many characters people would count, not halves of pairs.
function width(text) {
  return Array.from(text).length;
}

/* One line. */

function inQuotes(text) {
  return '"' + text.replace(IN_QUOTES, sign => SHORT[sign] || "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0")) + '"';
}

function scalar(text, free, brackets) {
  if (text === "") return brackets ? "''" : "";
  if (ESCAPED.test(text) || /[\n\t]/.test(text)) return inQuotes(text);
  const unsafe = UNSAFE.test(text) || (brackets && UNSAFE_IN_BRACKETS.test(text));
  return unsafe || (free && TYPED.test(text)) ? "'" + text.replace(/'/g, "''") + "'" : text;
}

function key(name) {
  return scalar(whole(name), false, false) || "''";
}

// Whether a text is for people: then it gets quotes where it looks like a number, a day or a truth.
function isFree(text, field) {
  if (field.inner) return true;
  const kind = String(field.kind || field.type || (field.vocabulary ? "term" : "")).toLowerCase().replace(/[-_ ]/g, "");
  const spelling = OWN_SPELLING[OTHER_NAMES[kind] || kind];
  return !(spelling && spelling.test(text));
}

// The fields of a record in their order, whichever of its two shapes the table has.
function described(table, record) {
  const types = table.types;
  const made = types ? types[record] : (table.records || {})[record];
  if (!types || !made) return (made || { fields: [] }).fields;
  return Object.keys(made.fields).map(name => {
    const field = made.fields[name];
    return {
      name, inner: field.record || null, list: Boolean(field.many), mapping: Boolean(field.keyed),
      kind: field.kind, vocabulary: field.vocabulary
    };
  });
}

/* Lines: each of these gives a list of them. */

function writer(table) {
  const known = {};

  function fieldsOf(record) {
    if (!Object.prototype.hasOwnProperty.call(known, record)) known[record] = described(table, record);
    return known[record];
  }

  // The names that are there, in the order of the record's fields; unknown ones behind them.
  function inOrder(data, record) {
    const order = { $schema: -1 };
    fieldsOf(record).forEach((field, at) => { order[field.name] = at; });
    function place(name) { return Object.prototype.hasOwnProperty.call(order, name) ? order[name] : Infinity; }
    const names = Object.keys(data).filter(name => isThere(data[name]));
    return names.map((name, at) => [place(name), at, name])
      .sort((a, b) => a[0] === b[0] ? a[1] - b[1] : a[0] - b[0])
      .map(each => each[2]);
  }

  function mapping(data, record, indent) {
    let lines = [];
    inOrder(data, record).forEach(name => {
      const field = fieldsOf(record).find(each => each.name === name) || NO_FIELD;
      lines = lines.concat(entry(name, data[name], field, record, indent));
    });
    return lines;
  }

  function entry(name, value, field, record, indent) {
    const lead = indent + key(name) + ":";
    if (isText(value) && !(field.list && value !== "")) return text(lead, value, field, indent);
    if (isText(value)) return list(lead, [value], field, record, indent);
    if (Array.isArray(value)) return list(lead, value.filter(isThere), field, record, indent);
    const inside = field.mapping ? keyed(value, field, indent + "  ") : mapping(value, field.inner || record, indent + "  ");
    return inside.length ? [lead].concat(inside) : [lead + " {}"];
  }

  // Entries under keys of their own, such as languages.
  function keyed(value, field, indent) {
    let lines = [];
    Object.keys(value).forEach(term => {
      const each = value[term];
      const lead = indent + key(term) + ":";
      if (isText(each)) lines = lines.concat(text(lead, each, field, indent));
      else if (isThere(each)) lines = lines.concat(lead, mapping(each, field.inner, indent + "  "));
    });
    return lines;
  }

  // A key or dash with a text behind it, or below it if the text has several lines.
  function text(lead, value, field, indent) {
    const shown = written(value);
    if (shown.indexOf("\n") >= 0 && !ESCAPED.test(shown)) {
      return [lead + " |"].concat(shown.split("\n").map(line => line ? indent + "  " + line : ""));
    }
    const one = scalar(shown, isFree(shown, field), false);
    return [one ? lead + " " + one : lead];
  }

  // Short texts in brackets on one line, everything else with a dash for each entry.
  function list(lead, value, field, record, indent) {
    const texts = value.filter(isText).map(written);
    const plain = texts.length === value.length && (!field.inner || !texts.length)
      && !texts.some(each => each.indexOf("\n") >= 0);
    const flow = lead + " [" + texts.map(each => scalar(each, isFree(each, field), true)).join(", ") + "]";
    if (plain && width(flow) <= WIDEST) return [flow];
    return value.reduce((lines, each) => lines.concat(item(each, field, record, indent + "  ")), [lead]);
  }

  // One entry of a list, behind its dash.
  function item(value, field, record, indent) {
    if (isText(value)) return text(indent + "-", value, field, indent);
    if (Array.isArray(value)) return [indent + "- [" + value.filter(isText).map(written).map(inQuotes).join(", ") + "]"];
    const lines = mapping(value, field.inner || record, indent + "  ");
    return lines.length ? [indent + "- " + lines[0].slice(indent.length + 2)].concat(lines.slice(1)) : [indent + "- {}"];
  }

  return mapping;
}

function dump(record, data, table, head) {
  const lines = writer(table)(data, record, "");
  return (head ? [head] : []).concat(lines).join("\n").replace(/^\n+|\n+$/g, "") + "\n";
}

export { dump };
