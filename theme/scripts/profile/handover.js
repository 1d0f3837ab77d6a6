/* An activity on its way to other hands, as its group's page tells it (theme/pages/_handover.html). */
import { text } from "../reading/typed.js";
import { HISTORY } from "../wording/succession.js";
import { block, el, link, orGap, pairs } from "./elements.js";

/** @typedef {import("../wording/succession.js").HandoverView} HandoverView */
/** @typedef {import("./elements.js").Center} Center */
/** @typedef {import("./elements.js").Child} Child */

/** @type {(center: Center) => HTMLElement} */
const ask = center => el("div", "ask", [
  el("p", "", "団体にお名前を伝えずに、まず" + text(center.name) + "にたずねることもできます。"),
  el("dl", "", pairs([
    ["電話", center.phone && link(text(center.phone), "", "phone")],
    ["ファクス", center.fax && el("span", "phone", text(center.fax))],
    ["窓口", (center.address || center.hours)
      && [text(center.address), center.hours && el("span", "note", text(center.hours))]]
  ]))
]);

/** @type {(view: HandoverView, center: Center | null) => HTMLElement} */
export const handedOver = (view, center) => {
  const made = block("活動の引き継ぎ", [
    el("p", "handover__state", orGap(view.state, "状況")),
    view.note && el("p", "", view.note),
    view.rows.length > 0 && el("dl", "pairs handover__rows", pairs(view.rows)),
    view.history.length > 0 && [
      el("h3", "handover__so-far", HISTORY),
      el("ul", "handover__history", view.history.map(step => el("li", "", step)))
    ],
    view.open && center && ask(center),
    view.open && el("p", "handover__more", link("引き継ぐ人を待っている、ほかの活動", ""))
  ]);
  made.classList.add("handover");
  return made;
};
