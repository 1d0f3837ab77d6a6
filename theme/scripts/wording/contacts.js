/* How to reach somebody, in words (generator/wording/contacts.py). */
import { isTyped, said } from "../reading/typed.js";

/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("../japanese/phones.js").Phone} Phone */
/** @typedef {import("../reading/typed.js").Answer<Phone>} Telephone */
/**
 * @typedef {{kind?: string, url?: string}} Social
 * @typedef {{via?: string, phone?: Telephone, phone_hours?: string, fax?: Telephone, email?: string, form?: string,
 *   website?: string, social?: Social[], address?: string}} Contact
 * @typedef {{phone?: Telephone, fax?: Telephone, email?: string, url?: string}} Ways  of booking
 * @typedef {{viaCenter: boolean, phone: string, hours: string, fax: string, email: string, links: [label: string, address: string][],
 *   address: string}} ContactView
 */

/** @type {(parts: (string | undefined)[], sign: string) => string} */
const joined = (parts, sign) => parts.filter(Boolean).join(sign);

/**
 * What belongs to a number beside its digits: its extension and whose it is (内線12　水野公民館).
 * @param {Telephone | undefined} phone
 * @returns {string}
 */
export const besideNumber = phone => !phone || isTyped(phone) ? ""
  : joined([phone.extension ? "内線" + phone.extension : "", phone.note], "　");

/** @type {(phone: Telephone | undefined) => string} */
const numberOf = phone => said(phone, read => read.number);

/**
 * A fax number with what belongs to it in brackets.
 * @param {Telephone | undefined} fax
 * @returns {string}
 */
export const faxWords = fax => {
  const beside = besideNumber(fax);
  return beside ? numberOf(fax) + "（" + beside + "）" : numberOf(fax);
};

/** @type {(social: Social[] | undefined, directory: Town) => ContactView["links"]} */
const socialLinks = (social, directory) => (social || []).map(each => [
  !each.kind || each.kind === "other" ? "ページ" : directory.choice("Social", "kind", each.kind), each.url || ""
]);

/**
 * How to reach a group, as it allows: {viaCenter, phone, hours, fax, email, links: [[label, address], …], address}.
 * @param {Contact} contact
 * @param {Town} directory
 * @returns {ContactView}
 */
export const contactView = (contact, directory) => ({
  viaCenter: contact.via === "center",
  phone: numberOf(contact.phone),
  hours: joined([besideNumber(contact.phone), contact.phone_hours], "　"),
  fax: faxWords(contact.fax),
  email: contact.email || "",
  links: /** @type {ContactView["links"]} */ ([["問い合わせフォーム", contact.form || ""], ["ホームページ", contact.website || ""]])
    .concat(socialLinks(contact.social, directory)).filter(each => each[1]),
  address: contact.address || ""
});

/**
 * How to reach those who take bookings; null where an event names no way.
 * @param {Ways} booking
 * @param {boolean} isBookable
 * @returns {ContactView | null}
 */
export const bookingContact = (booking, isBookable) => {
  if (!booking.phone && !booking.fax && !booking.email && !booking.url) return null;
  return {
    viaCenter: false,
    phone: numberOf(booking.phone),
    hours: besideNumber(booking.phone),
    fax: faxWords(booking.fax),
    email: booking.email || "",
    links: booking.url ? [[isBookable ? "申し込みページ" : "案内のページ", booking.url]] : [],
    address: ""
  };
};
