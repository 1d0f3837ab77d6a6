/* How to reach somebody, in words (generator/wording/contacts.py). */
import { isTyped, said } from "../reading/typed.js";

/** @typedef {import("../reading/typed.js").Read} Read */
/** @typedef {import("../directory/town.js").Town} Town */
/**
 * @typedef {{viaCenter: boolean, phone: string, hours: string, fax: string, email: string, links: string[][],
 *   address: string}} ContactView
 */

const joined = (parts, sign) => parts.filter(Boolean).join(sign);

/**
 * What belongs to a number beside its digits: its extension and whose it is (内線12　水野公民館).
 * @param {any} phone
 * @returns {string}
 */
export const besideNumber = phone => !phone || isTyped(phone) ? ""
  : joined([phone.extension ? "内線" + phone.extension : "", phone.note], "　");

const numberOf = phone => said(phone, read => read.number);

/**
 * A fax number with what belongs to it in brackets.
 * @param {any} fax
 * @returns {string}
 */
export const faxWords = fax => {
  const beside = besideNumber(fax);
  return beside ? numberOf(fax) + "（" + beside + "）" : numberOf(fax);
};

const socialLinks = (social, directory) => (social || []).map(each => [
  !each.kind || each.kind === "other" ? "ページ" : directory.choice("Social", "kind", each.kind), each.url || ""
]);

/**
 * How to reach a group, as it allows: {viaCenter, phone, hours, fax, email, links: [[label, address], …], address}.
 * @param {Read} contact
 * @param {Town} directory
 * @returns {ContactView}
 */
export const contactView = (contact, directory) => ({
  viaCenter: contact.via === "center",
  phone: numberOf(contact.phone),
  hours: joined([besideNumber(contact.phone), contact.phone_hours], "　"),
  fax: faxWords(contact.fax),
  email: contact.email || "",
  links: [["問い合わせフォーム", contact.form], ["ホームページ", contact.website]]
    .concat(socialLinks(contact.social, directory)).filter(each => each[1]),
  address: contact.address || ""
});

/**
 * How to reach those who take bookings; null where an event names no way.
 * @param {Read} booking
 * @param {boolean} isBookable
 * @returns {ContactView | null}
 */
export const bookingContact = (booking, isBookable) => {
  if (!["phone", "fax", "email", "url"].some(name => booking[name])) return null;
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
