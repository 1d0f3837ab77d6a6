/* Names and readings without their legal form: generator/japanese/legal_forms.py. */
import { patterns } from "./expressions.js";
import { legal_forms as shared } from "../tables.js";

const { KANA, NAME_AT_END, NAME_AT_START } = patterns(shared);

// A hiragana reading without the legal form in front.
/** @param {string} reading */
export function bareReading(reading) {
  const match = KANA.match(reading);
  return (match ? reading.slice(match.end) : "") || reading;
}

// A name as keys are compared, without its legal form.
/** @param {string} name */
export function bareName(name) {
  const front = NAME_AT_START.match(name);
  const rest = front ? name.slice(front.end) : name;
  const behind = NAME_AT_END.search(rest);
  return (behind ? rest.slice(0, behind.index) : rest) || name;
}
