/* What is published of the profile that is corrected, and how far the form has gone from it.
 *
 * correction(form, fields)  `fields()` gives the fields as they stand in the form now
 * .begin(base)              they are what is published, with this digest
 * .published()              those fields; null for a new profile
 * .changes()                what was changed since; null for a new profile
 * .isStale()                whether somebody else published another correction meanwhile
 */
import { changesBetween } from "./changes.js";
import { control } from "./element.js";

/** @typedef {import("./pairs.js").Pair} Pair */

const STALE = "このあいだに、だれかがこのページを直しています。変わるところをよく確かめてください。";

/**
 * @type {(form: HTMLFormElement, fields: () => Pair[]) => {begin: (base: string) => void, published: () => Pair[] | null, changes: () => import("./changes.js").Change[] | null, isStale: () => boolean}}
 */
const correction = (form, fields) => {
  /** @type {{fields: Pair[], base: string} | null} */
  let origin = null;
  return {
    begin: (/** @type {string} */ base) => { origin = { fields: fields(), base }; },
    published: () => origin && origin.fields,
    changes: () => origin && changesBetween(origin.fields, fields()),
    isStale: () => origin !== null && control(form, "_base").value !== origin.base
  };
};

export { STALE, correction };
