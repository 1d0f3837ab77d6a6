/* Records in one line of text: `in_one_line` of generator/models/group.py, contact.py and shared.py. */

/**
 * @typedef {import("./base.js").City} City
 * @typedef {{title: string, role: string}} Call  for people
 * @typedef {Record<string, string | number>} Written  amounts are numbers already
 * @typedef {import("./given.js").Given<Written> | import("./given.js").Refused} Line
 */
import { callWords, isNone } from "../japanese/answers.js";
import { parseContact } from "../japanese/contacts.js";
import { parseHeadcount } from "../japanese/headcounts.js";
import { isAboutMoney, parseFees, parsePrice, spelledOut } from "../japanese/money.js";
import { models_group as shared } from "../tables.js";
import { fault, given, refused } from "./given.js";

/** @type {Record<string, string[]>} */
const ROLES = shared.roles_in_words;

/** @param {string} written */
function roleIn(written) {
  const named = Object.keys(ROLES).find(role => ROLES[role].some(word => written.includes(word)));
  return named || (callWords(written) !== null ? "member" : "");
}

/** @param {string} note @param {Record<string, number | null>} amounts @returns {Written} */
function amountsAnd(note, amounts) {
  /** @type {Written} */
  const out = {};
  Object.entries(amounts).forEach(([name, amount]) => { if (amount !== null) out[name] = amount; });
  if (note) out.note = note;
  return out;
}

/** @type {Record<string, (written: string) => Line>} */
const LINES = {
  Members: written => given(parseHeadcount(written) || { total: written }),
  Recruiting: written => {
    const role = roleIn(written);
    /** @type {Written} */
    const call = role ? { role, title: written } : { title: written };
    return given(call);
  },
  Contact: written => {
    const ways = parseContact(written);
    return ways ? given(ways) : fault("model_type", {}, written);
  },
  Fees: written => {
    const fees = parseFees(spelledOut(written));
    if (!fees.unclear) return given(amountsAnd(fees.note, fees.amounts));
    return isAboutMoney(written) ? given({ note: written }) : refused(fees.rule, written, fees.suggestion);
  },
  Fee: written => {
    const price = parsePrice(written);
    return price.unclear ? refused(price.rule, written, price.suggestion) : given(amountsAnd(price.note, { amount: price.amount }));
  },
};

// The fields that a record written as one line of text gives.
/** @param {City} city @param {string} typeName @param {string} written @returns {Line} */
export function inOneLine(city, typeName, written) {
  if (LINES[typeName]) return LINES[typeName](written);
  return given({ [city.types[typeName].shorthand]: written });
}

// The title of a call for people; one that only answers (有, 随時) in words.
/** @param {City} city @param {Call} value @returns {string} */
export function titled(city, value) {
  const said = callWords(value.title);
  if (!said) return value.title;
  const role = (city.vocabularies.roles || { terms: [] }).terms.find(term => term[0] === value.role);
  return said.replace("〇〇", role ? role[1] : value.role);
}

// Whether an entry seeks anybody.
/** @param {Pick<Call, "title">} each */
const isCalling = each => callWords(each.title) !== "";

// A group without the entries that say that there is nothing: 募集していません, 特になし.
/** @template {Record<string, any>} Value @param {Value} value @returns {Value} */
export function withoutNothing(value) {
  /** @type {Record<string, any>} */
  const made = value;
  if (made.recruiting) made.recruiting = made.recruiting.filter((/** @type {Call} */ each) => !each.title || isCalling(each));
  ["offers", "seeks"].filter(name => made[name]).forEach(name => {
    made[name] = made[name].filter((/** @type {{text?: string}} */ each) => !each.text || !isNone(each.text));
  });
  return value;
}
