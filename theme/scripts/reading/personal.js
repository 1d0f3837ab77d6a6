/* Whether a text names somebody: generator/reading/personal.py. */
import { patterns } from "../japanese/expressions.js";
import { casefold, head, lengthOf, narrow, strip } from "../japanese/text.js";
import { reading_personal as shared } from "../tables.js";

const { GIVEN_NAME, GROUP_WORDS, HONORED, KANJI_NAME, NOBODY, ROLE, SEPARATORS, TWO_WORDS } = patterns(shared);

const FAMILY = new Set(shared.family);
const GIVEN = new Set(shared.given);

// Whether the part before @ is somebody's name.
/** @param {string} address */
export function isPersonalEmail(address) {
  const local = head(casefold(address.split("@")[0]), 64);
  const parts = SEPARATORS.split(local).filter(Boolean);
  if (parts.some(word => GROUP_WORDS.full(word))) return false;
  return parts.some(word => FAMILY.has(word) || isFullName(word));
}

// Whether a remark beside a number names somebody.
/** @param {string} text */
export function isPersonalName(text) {
  const plain = strip(narrow(text)).split(/\s+/).filter(Boolean).join(" ");
  return lengthOf(plain) <= 60 && plain.split(/[、,/]/).some(isName);
}

/** @param {string} written */
function isName(written) {
  const bare = ROLE.replace(written, " ").replace(/^[ :・]+|[ :・]+$/g, "");
  if (HONORED.test(bare)) return true;
  const close = bare.replace(/ /g, "");
  const names = shared.family_in_kanji;
  if (names.some(each => close === each || isFollowed(close, each))) return true;
  if (!bare || NOBODY.full(bare)) return false;
  if (TWO_WORDS.full(bare)) return true;
  return bare !== written && Boolean(KANJI_NAME.full(bare));
}

/** @param {string} close @param {string} family */
function isFollowed(close, family) {
  if (family.length < 2 || close.indexOf(family) !== 0) return false;
  return Boolean(GIVEN_NAME.full(close.slice(family.length))) && !NOBODY.full(close);
}

/** @param {string} word */
function isFullName(word) {
  for (let n = 2; n < word.length - 1; n += 1) {
    const a = word.slice(0, n), b = word.slice(n);
    if ((FAMILY.has(a) && GIVEN.has(b)) || (GIVEN.has(a) && FAMILY.has(b))) return true;
  }
  return false;
}
