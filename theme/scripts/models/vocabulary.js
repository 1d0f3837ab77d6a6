/* Terms of the vocabularies and members of closed lists: generator/models/vocabulary.py. */
import { key, strip } from "../japanese/text.js";
import { given, refused } from "./given.js";

// The spellings of a vocabulary's terms, remembered.
const spellings = new WeakMap();

// Folded ids, labels and aliases → id; what comes first counts.
function spellingsOf(vocabulary) {
  if (spellings.has(vocabulary)) return spellings.get(vocabulary);
  const table = new Map();
  [0, 1, 3].forEach(place => {
    vocabulary.terms.forEach(entry => {
      [].concat(entry[place]).map(key).filter(folded => !table.has(folded)).forEach(folded => { table.set(folded, entry[0]); });
    });
  });
  spellings.set(vocabulary, table);
  return table;
}

// The id of the term that is written.
export function readTerm(city, written, field) {
  const vocabulary = city.vocabularies[field.vocabulary];
  if (!strip(written)) return refused("empty-text", written);
  if (!vocabulary || vocabulary.terms.some(entry => entry[0] === written)) return given(written);
  const found = spellingsOf(vocabulary).get(key(written));
  return found === undefined ? refused("unknown-term", written, "", { vocabulary: field.vocabulary }) : given(found);
}

// Whether a text is one term of a field's vocabulary or closed list.
export function isTerm(city, text, field) {
  if (field.choices) return chosen(field, text) !== null;
  return Boolean(city.vocabularies[field.vocabulary]) && !readTerm(city, text, field).fault;
}

// The member of a closed list that a text means, or null.
export function chosen(field, written) {
  const folded = key(written);
  return field.choices.filter(([id, label]) => key(id) === folded || key(label) === folded).pop() || null;
}
