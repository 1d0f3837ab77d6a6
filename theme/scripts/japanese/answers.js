/* What a bare answer (有, 無, 随時) says: generator/japanese/answers.py. */
import { patterns } from "./expressions.js";
import { key, lengthOf } from "./text.js";
import { answers as shared } from "../tables.js";

export const YES = shared.yes;
export const NO = shared.no;
const { BARE, CALLING, NONE, NOT_CALLING } = patterns(shared);

/** @param {string} whole a key @returns {string} without the marks at its edges */
const withoutMarks = whole => {
  let plain = whole;
  while (plain && shared.at_edges.includes(plain[0])) plain = plain.slice(1);
  while (plain && shared.at_edges.includes(plain[plain.length - 1])) plain = plain.slice(0, -1);
  return plain;
};

// What a bare answer says of a call for people, with 〇〇 for whom; "" if nobody is sought, null if it is none.
/** @param {string} written */
export function callWords(written) {
  const whole = key(written);
  const plain = withoutMarks(whole) || whole;
  if (lengthOf(plain) > shared.longest || !plain) return null;
  if (NOT_CALLING.full(plain)) return "";
  const found = CALLING.full(plain);
  if (!found) return null;
  if (found.ask) return shared.ask;
  return found.always ? shared.always_calls : shared.calls;
}

// Whether a text that should name something says in a word that there is nothing: 特になし.
/** @param {string} written */
export function isNone(written) {
  const whole = key(written);
  const plain = withoutMarks(whole) || whole;
  return lengthOf(plain) <= shared.longest && Boolean(NONE.full(plain));
}

// Whether a call says no more than that somebody in a role is wanted.
/** @param {string} title */
export function saysNothing(title) {
  const plain = withoutMarks(key(title));
  return lengthOf(plain) <= shared.longest && (!plain || Boolean(BARE.full(plain)) || callWords(title) !== null);
}
