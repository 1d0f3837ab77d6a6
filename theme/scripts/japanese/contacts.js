/* The ways to reach somebody in one line of text: generator/japanese/contacts.py. */
import { patterns } from "./expressions.js";
import { parsePhone } from "./phones.js";
import { head, lengthOf, narrow, strip } from "./text.js";
import { contacts as shared } from "../tables.js";

const { CENTER, EMAIL, LABELS, NUMBER, URL } = patterns(shared);

/** @param {string} written */
export function parseContact(written) {
  let plain = spacedOut(narrow(head(written, shared.longest + 1)));
  if (lengthOf(plain) > shared.longest) return null;
  if (CENTER.full(plain)) return { via: "center" };
  /** @type {Record<string, string>} */
  const out = {};
  /** @param {import("./expressions.js").Match} found */
  const without = found => { plain = plain.slice(0, found.index) + " " + plain.slice(found.end); };
  Object.entries({ website: URL, email: EMAIL }).forEach(([name, words]) => {
    const found = words.search(plain);
    if (!found) return;
    out[name] = found[0];
    without(found);
  });
  const numbers = NUMBER.all(plain).reverse();
  for (let n = 0; n < numbers.length; n += 1) {
    const names = numbers[n].both && numbers[n].fax ? ["phone", "fax"] : [numbers[n].fax ? "fax" : "phone"];
    const taken = names.some(name => name in out);
    if (taken || parsePhone(numbers[n].number).unclear) return null;
    names.forEach(name => { out[name] = numbers[n].number; });
    without(numbers[n]);
  }
  const left = spacedOut(LABELS.replace(plain, " "));
  if (left && !out.phone) return null;
  if (left) out.phone += " (" + left + ")";
  return Object.keys(out).length ? out : null;
}

/** @param {any} words */
const spacedOut = words => strip(words.split(/[\s\x1c-\x1f\x85]+/).filter(Boolean).join(" "));
