/* What facets and their labels are called, and in which order choices stand. */

/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./facets.js").Kinds} Kinds */

/** @type {Record<Facet, string>} */
export const LEGENDS = {
  kind: "種類", type: "イベントの種類", month: "月", field: "活動分野", area: "地域", time: "曜日と時間", day: "曜日", fee: "参加費",
  audience: "対象", role: "募集している役割"
};
const DAYS = "月火水木金土日";
const PARTS = ["午前", "午後", "夜"];
/** @type {Partial<Record<Facet, string[]>>} */
const ORDERS = {
  day: DAYS.split(""),
  time: ["平日", "土曜", "日曜"].reduce(
    (all, day) => all.concat(PARTS.map((part) => day + "の" + part)), /** @type {string[]} */ ([]))
};

/** @param {Facet} facet @param {string} label @param {Kinds | null} kinds */
export const labelText = (facet, label, kinds) => {
  if (facet === "kind") return (kinds || {})[label] || label;
  return facet === "day" && DAYS.indexOf(label) >= 0 ? label + "曜" : label;
};

/**
 * The labels as choices: the commonest first, where they have no order of their own.
 *
 * @param {Facet} facet
 * @param {Record<string, number[]>} found
 * @param {Kinds | null} kinds
 */
export const inOrder = (facet, found, kinds) => {
  const order = facet === "kind" ? Object.keys(kinds || {}) : ORDERS[facet];
  if (facet === "month") return Object.keys(found);
  return Object.keys(found).sort((a, b) => {
    if (order) return (order.indexOf(a) + 99) % 99 - (order.indexOf(b) + 99) % 99;
    return found[b].length - found[a].length || (a < b ? -1 : 1);
  });
};
