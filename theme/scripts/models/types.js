/* One value of each kind: generator/models/types.py. A reader gives what given.js says. */

/**
 * @typedef {import("./base.js").City} City
 * @typedef {import("./base.js").Field} Field
 * @typedef {import("../japanese/unclear.js").Unclear} Unclear
 * @typedef {import("./given.js").Refused} Refused
 * @typedef {string | number | boolean | import("../japanese/calendar.js").Day | import("./event.js").Clock
 *   | import("../japanese/money.js").Yen | import("../japanese/moments.js").Moment | import("../japanese/patterns.js").Recurrence
 *   | import("../japanese/phones.js").Phone} Value  what a reader gives, by the kind of the field
 */
import { NO, YES } from "../japanese/answers.js";
import { parseMembersLeast, parseYearsLeast, parseYearsMost } from "../japanese/bounds.js";
import { parseDate, parsePartialDate } from "../japanese/dates.js";
import { parseClosing, parseDeadline } from "../japanese/deadlines.js";
import { patterns } from "../japanese/expressions.js";
import { parseMoment } from "../japanese/moments.js";
import { parseYen } from "../japanese/money.js";
import { parsePhone } from "../japanese/phones.js";
import { parseRecurrence } from "../japanese/recurrence.js";
import { hasSpace, hiragana, isAscii, isKana, kanjiNumber, key, lengthOf, narrow, strip, trim, withoutMarks } from "../japanese/text.js";
import { parseTime } from "../japanese/times.js";
import { models_types as shared } from "../tables.js";
import { fault, given, refused } from "./given.js";
import { chosen, readTerm } from "./vocabulary.js";

const WEBSITE = shared.website;
const { ADDRESS_ALONE, BARE_ADDRESS, CORPORATE_LABEL, NOT_IN_AN_ADDRESS } = patterns(shared);

/** @template Read @param {(text: string) => Read | Unclear} parse @param {string} value */
function understood(parse, value) {
  const result = parse(value);
  return isUnclear(result) ? refused(result.rule, result.text, result.suggestion, result.facts) : given(result);
}

/** @param {unknown} result @returns {result is Unclear} */
const isUnclear = result => Boolean(/** @type {{unclear?: true}} */ (result).unclear);

/** @template Read @param {(text: string) => Read | Unclear} parse @returns {(value: string) => import("./given.js").Given<Read> | Refused} */
const parsing = parse => value => understood(parse, value);

/** @param {Field} field @param {string} value @param {unknown} input */
function bounded(field, value, input) {
  const text = trim(value);
  const size = lengthOf(text);
  if (field.min_length !== undefined && size < field.min_length) return fault("string_too_short", {}, input);
  if (field.max_length !== undefined && size > field.max_length) {
    return fault("string_too_long", { max_length: field.max_length }, input);
  }
  if (field.kind === "line" && /[\r\n]/.test(text)) return fault("string_pattern_mismatch", {}, input);
  return given(text);
}

/** @param {unknown} value @param {Field} field */
function text(value, field) {
  return typeof value === "string" ? bounded(field, value, value) : fault("string_type", {}, value);
}

/** @param {string} value */
function flag(value) {
  const word = key(value);
  if (YES.includes(word)) return given(true);
  return NO.includes(word) ? given(false) : refused("flag", value, "はい／いいえ");
}

/** @param {string} value */
function count(value) {
  const plain = [","].concat(shared.around_a_number).reduce((text, unit) => text.split(unit).join(""), narrow(value));
  const found = kanjiNumber(plain);
  return found === null ? refused("number", value, "25") : given(found);
}

/** @param {string} value @param {Field} field */
function kana(value, field) {
  const written = strip(value);
  const spoken = withoutMarks(written);
  if (!isKana(spoken)) return refused("kana", written);
  const reading = hiragana(spoken);
  return bounded(field, reading, reading);
}

/** @param {string} value @param {Field} field */
function url(value, field) {
  let address = narrow(value);
  if (BARE_ADDRESS.full(address)) address = "https://" + address;
  const parts = urlParts(address);
  if (!parts) return refused("url", address, WEBSITE);
  if (parts.scheme !== "http" && parts.scheme !== "https") {
    const dotted = address.includes(".") && !address.includes(":");
    return refused("url", address, dotted ? "https://" + address.replace(/^\/+/, "") : WEBSITE);
  }
  if (!parts.host || !parts.host.includes(".") || hasSpace(address) || parts.place.includes("\\")) {
    return refused("url", address, WEBSITE);
  }
  if (parts.place.includes("@")) {
    return refused("url", address, address.replace(parts.place, () => parts.place.replace(/^.*@/, "")));
  }
  return bounded(field, address, address);
}

// urllib.parse.urlsplit as far as scheme and host go; null where it raises.
/** @param {string} address */
function urlParts(address) {
  let rest = address.replace(/^[\x00-\x20]+/, "").replace(/[\t\r\n]/g, "");
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(rest);
  if (scheme) rest = rest.slice(scheme[0].length);
  const made = { scheme: scheme ? scheme[1].toLowerCase() : "", host: "", place: "" };
  if (rest.slice(0, 2) !== "//") return made;
  const place = rest.slice(2).split(/[/?#]/)[0];
  if (/[[\]]/.test(place)) return null;
  if (!isAscii(place) && oddLetters(place)) return null;
  made.place = place;
  made.host = place.slice(place.lastIndexOf("@") + 1).split(":")[0];
  return made;
}

// Letters that are marks of an address once they are folded.
/** @param {string} place */
function oddLetters(place) {
  const bare = place.replace(/[@:#?]/g, "");
  const folded = bare.normalize("NFKC");
  return bare !== folded && /[/?#@:]/.test(folded);
}

/** @param {string} value @param {Field} field */
function email(value, field) {
  const address = narrow(value);
  const at = address.lastIndexOf("@");
  const local = at < 0 ? "" : address.slice(0, at);
  const domain = address.slice(at + 1).replace(/^\.+|\.+$/g, "");
  const odd = NOT_IN_AN_ADDRESS.test(address) || !domain.includes(".") || local.includes("@");
  if (at < 0 || !local || odd) {
    const found = ADDRESS_ALONE.search(address);
    return refused("email", address, found ? found[0] : "kai@example.org");
  }
  return bounded(field, address, address);
}

/** @param {string} value */
function corporateNumber(value) {
  const digits = CORPORATE_LABEL.replace(narrow(value), "").replace(/-/g, "");
  if (!/^[0-9]{13}$/.test(digits)) {
    return refused("corporate-number-length", digits, "", { digits: String(digits.replace(/[^0-9]/g, "").length) });
  }
  let total = 0;
  for (let n = 1; n <= 12; n += 1) total += Number(digits[13 - n]) * (n % 2 ? 1 : 2);
  return Number(digits[0]) === 9 - (total % 9) ? given(digits) : refused("corporate-number", digits);
}

/** @param {string} value @param {Field} field */
function choice(value, field) {
  const found = chosen(field, value);
  if (found) return given(found[0]);
  const members = /** @type {import("./base.js").Choice[]} */ (field.choices);
  const choices = members.map(member => member[0] + "（" + member[1] + "）").join("、");
  return refused("unknown-choice", value, "", { choices });
}

// An amount that a line of text gave is a number already.
/** @param {string | number} value */
function yen(value) {
  return typeof value === "number" ? given({ amount: value }) : understood(parseYen, value);
}

/** @type {Record<string, (value: string, field: Field) => import("./given.js").Given<Value> | Refused>} */
const READERS = {
  "line": text, "people": text, "text": text, "kana": kana, "flag": flag, "count": count, "url": url, "email": email,
  "corporate-number": corporateNumber, "day": parsing(parseDate), "closing-day": parsing(parseClosing), "deadline": parsing(parseDeadline),
  "partial-day": parsing(parsePartialDate), "clock": parsing(parseTime), "years-least": parsing(parseYearsLeast),
  "years-most": parsing(parseYearsMost), "members-least": parsing(parseMembersLeast), "yen": yen, "phone": parsing(parsePhone),
  "repeat": parsing(parseRecurrence), "moment": parsing(parseMoment), "choice": choice,
};

// A list or mapping where one value belongs is refused, and a text without a letter; plain texts see to it themselves.
/** @param {City} city @param {unknown} value @param {Field} field @returns {import("./given.js").Given<Value> | Refused} */
export function readValue(city, value, field) {
  if (field.kind !== "line" && field.kind !== "text") {
    if (typeof value === "object") return fault("wrong-shape", { expected: "text" }, value);
    if (typeof value === "string" && !strip(value)) return refused("empty-text", value);
  }
  const written = /** @type {string} */ (value);
  return field.kind === "term" ? readTerm(city, written, field) : READERS[field.kind](written, field);
}
