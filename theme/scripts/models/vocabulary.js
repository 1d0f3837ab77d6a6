/* Terms of the vocabularies and members of closed lists: generator/models/vocabulary.py. */

/**
 * @typedef {import("./base.js").Choice} Choice
 * @typedef {import("./base.js").City} City
 * @typedef {import("./base.js").Field} Field
 * @typedef {import("./base.js").Vocabulary} Vocabulary
 */
import { key, strip } from "../japanese/text.js";
import { given, refused } from "./given.js";

// The spellings of a vocabulary's terms, remembered.
/** @type {WeakMap<Vocabulary, Map<string, string>>} */
const spellings = new WeakMap();

// Folded ids, labels and aliases → id; what comes first counts.
/** @param {Vocabulary} vocabulary */
function spellingsOf(vocabulary) {
  const known = spellings.get(vocabulary);
  if (known) return known;
  const table = new Map();
  /** @type {(0 | 1 | 3)[]} */ ([0, 1, 3]).forEach(place => {
    vocabulary.terms.forEach(entry => {
      /** @type {string[]} */ ([]).concat(entry[place]).map(key).filter(folded => !table.has(folded)).forEach(folded => { table.set(folded, entry[0]); });
    });
  });
  spellings.set(vocabulary, table);
  return table;
}

// The id of the term that is written.
/** @param {City} city @param {string} written @param {Field} field  that has a vocabulary */
export function readTerm(city, written, field) {
  const name = /** @type {string} */ (field.vocabulary);
  const vocabulary = city.vocabularies[name];
  if (!strip(written)) return refused("empty-text", written);
  if (!vocabulary || vocabulary.terms.some(entry => entry[0] === written)) return given(written);
  const found = spellingsOf(vocabulary).get(key(written));
  return found === undefined ? refused("unknown-term", written, "", { vocabulary: name }) : given(found);
}

// Whether a text is one term of a field's vocabulary or closed list.
/** @param {City} city @param {string} text @param {Field} field  that has a vocabulary or a closed list */
export function isTerm(city, text, field) {
  if (field.choices) return chosen(field, text) !== null;
  return Boolean(city.vocabularies[/** @type {string} */ (field.vocabulary)]) && !readTerm(city, text, field).fault;
}

// The member of a closed list that a text means, or null.
/** @param {Field} field  that has a closed list @param {string} written @returns {Choice | null} */
export function chosen(field, written) {
  const folded = key(written);
  const choices = /** @type {Choice[]} */ (field.choices);
  return choices.filter(([id, label]) => key(id) === folded || key(label) === folded).pop() || null;
}
