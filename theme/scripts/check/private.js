/* What of the ways to reach somebody should not be published: generator/check/private.py. */
import { patterns } from "../japanese/expressions.js";
import { narrow } from "../japanese/text.js";
import { isPersonalEmail, isPersonalName } from "../reading/personal.js";
import { check_private as shared } from "../tables.js";
import { finding } from "./finding.js";

const { HOUSE, POSTAL_CODE } = patterns(shared);

const isOpen = (contact, item) => (contact.public || []).includes(item);

export function privateFindings(contact, inside) {
  const out = [];
  ["phone", "fax"].forEach(item => {
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

export function addressFindings(contact) {
  if (!contact.address || isOpen(contact, "address")) return [];
  const bare = POSTAL_CODE.replace(narrow(contact.address), "");
  if (!HOUSE.test(bare)) return [];
  return [finding(["contact", "address"], "private-address", { value: contact.address })];
}
