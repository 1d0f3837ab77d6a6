/* One week's table of what is kept, and what in it falls together. */
import { wording_days as shared } from "../tables.js";
import { element } from "./element.js";

/** @typedef {import("./entries.js").Entry} Entry */

const DAYS = shared.weekdays.split("");
const PARTS = shared.parts;

/** @param {Entry[]} entries @param {number} day @param {string} part */
const inCell = (entries, day, part) => {
  /** @type {string[]} */
  const found = [];
  entries.forEach((entry) => {
    (entry.cells || []).forEach(([weekday, when, note]) => {
      const text = entry.title + (note ? "（" + note + "）" : "");
      if (weekday === day && (when === part || when === "any") && found.indexOf(text) < 0) found.push(text);
    });
  });
  return found;
};

/** @param {string} scope @param {string} text */
const heading = (scope, text) => {
  const made = element("th", "", text);
  made.scope = scope;
  return made;
};

/** @param {Entry[]} entries @returns {{ table: HTMLTableElement, clashes: string[] }} */
export const week = (entries) => {
  const table = element("table", "shortlist-table");
  const head = table.createTHead().insertRow();
  head.appendChild(element("td"));
  PARTS.forEach(([, name]) => { head.appendChild(heading("col", name)); });
  const body = table.createTBody();
  /** @type {string[]} */
  const clashes = [];
  DAYS.forEach((name, day) => {
    const row = body.insertRow();
    row.appendChild(heading("row", name));
    PARTS.forEach(([part, said]) => {
      const cell = row.insertCell();
      const found = inCell(entries, day, part);
      found.forEach((text) => { cell.appendChild(element("p", "", text)); });
      if (found.length > 1) clashes.push(name + "曜の" + said);
    });
  });
  return { table, clashes };
};
