/* What facets and their labels are called, and in which order choices stand. */

/** @typedef {import("./facets.js").Facet} Facet */

/** @type {Record<string, string>} */
export const KINDS = { group: "団体", event: "イベント", place: "施設", page: "案内" };
/** @type {Record<Facet, string>} */
export const LEGENDS = {
  kind: "種類", type: "イベントの種類", month: "月", field: "活動分野", area: "地域", time: "曜日と時間", day: "曜日", fee: "参加費",
  audience: "対象", role: "募集している役割"
};
const DAYS = "月火水木金土日";
const PARTS = ["午前", "午後", "夜"];
/** @type {Partial<Record<Facet, string[]>>} */
const ORDERS = {
  kind: Object.keys(KINDS),
  day: DAYS.split(""),
  time: ["平日", "土曜", "日曜"].reduce(
    (all, day) => all.concat(PARTS.map((part) => day + "の" + part)), /** @type {string[]} */ ([]))
};

/** @param {Facet} facet @param {string} label */
export const labelText = (facet, label) => {
  if (facet === "kind") return KINDS[label] || label;
  return facet === "day" && DAYS.indexOf(label) >= 0 ? label + "曜" : label;
};

/** @param {Facet} facet @param {Record<string, number[]>} found the commonest first, where they have no order of their own */
export const inOrder = (facet, found) => {
  const order = ORDERS[facet];
  if (facet === "month") return Object.keys(found);
  return Object.keys(found).sort((a, b) => {
    if (order) return (order.indexOf(a) + 99) % 99 - (order.indexOf(b) + 99) % 99;
    return found[b].length - found[a].length || (a < b ? -1 : 1);
  });
};
