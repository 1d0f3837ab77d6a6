/* Names and readings without their legal form: generator/japanese/legal_forms.py. */
import { pattern } from "./expressions.js";
import { legal_forms as shared } from "../tables.js";

const KANA = pattern(shared.kana);
const NAME_AT_START = pattern(shared.name_at_start);
const NAME_AT_END = pattern(shared.name_at_end);

// A hiragana reading without the legal form in front.
export function bareReading(reading) {
  const match = KANA.match(reading);
  return (match ? reading.slice(match.end) : "") || reading;
}

// A name as keys are compared, without its legal form.
export function bareName(name) {
  const front = NAME_AT_START.match(name);
  const rest = front ? name.slice(front.end) : name;
  const behind = NAME_AT_END.search(rest);
  return (behind ? rest.slice(0, behind.index) : rest) || name;
}
