/* What of the ways to reach somebody should not be published: generator/check/private.py. */

/**
 * @typedef {import("../japanese/phones.js").Phone} Phone
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {{phone?: Phone, fax?: Phone, email?: string, public?: string[]}} Ways  to reach somebody
 * @typedef {Ways & {via?: string, address?: string, form?: string, website?: string, social?: unknown[]}} Contact
 */
import { patterns } from "../japanese/expressions.js";
import { narrow } from "../japanese/text.js";
import { isPersonalEmail, isPersonalName } from "../reading/personal.js";
import { check_private as shared } from "../tables.js";
import { finding } from "./finding.js";

const { HOUSE, POSTAL_CODE } = patterns(shared);

/** @param {Ways} contact @param {string} item */
const isOpen = (contact, item) => (contact.public || []).includes(item);

/** @param {Ways} contact @param {string} inside  the field that has it */
export function privateFindings(contact, inside) {
  /** @type {Finding[]} */
  const out = [];
  /** @type {const} */ (["phone", "fax"]).forEach(item => {
    const phone = contact[item];
    if (!phone) return;
    if (phone.kind === "mobile" && !isOpen(contact, item)) {
      out.push(finding([inside, item], "private-phone", { value: phone.number, item }));
    }
    if (isPersonalName(phone.note)) out.push(finding([inside, item], "private-name", { value: phone.note }));
  });
  if (contact.email && !isOpen(contact, "email") && isPersonalEmail(contact.email)) {
    out.push(finding([inside, "email"], "private-email", { value: contact.email }));
  }
  return out;
}

/** @param {Contact} contact @returns {Finding[]} */
export function addressFindings(contact) {
  if (!contact.address || isOpen(contact, "address")) return [];
  const bare = POSTAL_CODE.replace(narrow(contact.address), "");
  if (!HOUSE.test(bare)) return [];
  return [finding(["contact", "address"], "private-address", { value: contact.address })];
}
