/* What a submission is called until it has a page: its number, and the file that holds it.
 *
 * receiptOf(state)   the number, made when it is first asked for
 * fileName(number)   hiroba-1129-AC4E.json
 * saved(pairs)       the content of such a file
 */
import { intake_receipts as shared } from "../tables.js";
import { control } from "./element.js";

const LETTERS = shared.letters;

/** @type {(today: string) => string} */
const newReceipt = today => {
  const letters = Array.from(window.crypto.getRandomValues(new Uint8Array(4)), one => LETTERS[one % LETTERS.length]);
  return today.slice(5, 7) + today.slice(8, 10) + "-" + letters.join("");
};

/** @type {(state: import("./state.js").State) => string} */
const receiptOf = state => {
  const field = control(state.form, "_receipt");
  if (!field.value) field.value = newReceipt(state.today);
  return field.value;
};

/** @type {(number: string) => string} */
const fileName = number => "hiroba-" + number + ".json";

/** @type {(pairs: import("./pairs.js").Pair[]) => string} */
const saved = pairs => JSON.stringify({ hiroba: 1, fields: pairs });

export { fileName, receiptOf, saved };
