/* The public page of a record as it will look, made from what stands in the form at this moment.
 *
 * show(element, kind, data, table)
 *   element  what the preview is put into; what stood there before is taken out
 *   kind     "group", "event" or "grant"
 *   data     texts, lists and objects under the names of the models, as half-filled and as wrong as they may be;
 *            what is not for publication must not be in it. A photo may have `src`, a data: or blob: address, or one
 *            below `table.root`
 *   table    checking.json and names.json, and with them
 *     center        {name, phone, fax}
 *     root          the way to the root of the site
 *     today         "2026-11-23"; the day of this device if it is missing
 *
 * It has the elements and classes of theme/pages/group.html, event.html and grant.html, and the words of generator/wording/ and
 * generator/pages/. Left out is what the form does not know or what does nothing here: other events and groups, icons,
 * buttons, the foot of the page, sizes of documents. What is not understood stands as it was typed.
 */
import { town } from "../directory/town.js";
import { typed } from "../reading/typed.js";
import { append, el } from "./elements.js";
import * as event from "./event.js";
import * as grant from "./grant.js";
import * as group from "./group.js";

/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("../reading/typed.js").Read} Read */
/** @typedef {import("./elements.js").Center} Center */
/** @typedef {import("./elements.js").Child} Child */
/** @typedef {{directory: Town, center: Center | null, root: string}} Site */
/** @typedef {import("../models/base.js").City & import("../directory/town.js").Facts & {center: Center | null, root?: string}} Table */
/** @typedef {{page: (read: Read, site: Site) => Child, card: (read: Read, site: Site) => Child}} Shown */

/** @type {Record<string, Shown>} */
const KINDS = { group, event, grant };

/** @type {(card: Child) => HTMLElement} */
const inLists = card => el("div", "form-preview__list", [
  el("p", "form-preview__label", "一覧ではこう見えます"), el("ul", "cards", card)
]);

/**
 * Show a record as its page and as its entry in lists.
 * @param {HTMLElement} element
 * @param {string} kind
 * @param {unknown} data
 * @param {Table} table
 * @returns {HTMLElement}
 */
export const show = (element, kind, data, table) => {
  const known = KINDS[kind];
  const read = typed(table, kind, data);
  const site = { directory: town(table), center: table.center, root: table.root || "" };
  const made = [el("div", "form-preview__page", known.page(read, site)), inLists(known.card(read, site))];
  while (element.firstChild) element.removeChild(element.firstChild);
  element.classList.add("form-preview");
  append(element, made);
  return element;
};
