/* The parts of a page that searches: those that stand in it, and those that a script adds.
 *
 *   <div id="search-app" data-root="../" data-kind="group" data-list="plain-list">
 *     <form …><input type="search" name="q"> …</form>
 *     <p class="search-status" role="status"></p>
 *     <div class="search-filters"></div>
 *     <ol class="search-results"></ol>
 *     <template class="search-consult">…whom to ask…</template>
 *   </div>
 */
import { button, element, part, said, show } from "../page/element.js";

/** @typedef {ReturnType<typeof viewOf>} View */

const SORTS = [["", "合う順"], ["kana", "五十音順"], ["date", "日付の近い順"]];

/** @param {string} sort whether there is such an order besides that of the search itself */
export const isOrder = (sort) => SORTS.some(([name]) => name && name === sort);

const makeOrder = () => {
  const order = element("p", "search-order");
  const label = element("label", "", "ならび順");
  const select = element("select");
  SORTS.forEach(([value, text]) => {
    const option = element("option", "", text);
    option.value = value;
    select.appendChild(option);
  });
  label.appendChild(select);
  order.appendChild(label);
  return { order, select };
};

/** @param {ParentNode} parent @param {string} selector */
const box = (parent, selector) => part(parent, selector, HTMLElement);

/** @param {boolean} asks whether something is asked: the styles then keep room for what is found @param {"new" | "told"} how far */
export const keepRoom = (asks, how) => {
  if (asks) document.documentElement.setAttribute("data-asks", how);
  else document.documentElement.removeAttribute("data-asks");
};

/** @param {HTMLElement} app with data-list results take the place of that list, its `plain` one */
export const viewOf = (app) => {
  const form = part(app, "form", HTMLFormElement);
  const [status, filters, list] = [".search-status", ".search-filters", ".search-results"].map((each) => box(app, each));
  const [note, help, on] = [element("p", "search-note"), element("div", "search-help"), element("ul", "search-on")];
  const lent = element("p", "search-lent");
  const more = button("search-more", "");
  const { order, select } = makeOrder();
  const plain = document.getElementById(said(app, "data-list"));
  [more, help, note, on, order, lent].forEach((one) => { show(one, false); });
  filters.insertAdjacentElement("afterend", on);
  [lent, order, note].forEach((one) => { list.insertAdjacentElement("beforebegin", one); });
  list.insertAdjacentElement("afterend", more);
  more.insertAdjacentElement("afterend", help);
  return {
    app, form, input: part(form, 'input[name="q"]', HTMLInputElement), status, filters, list, note, help, on, more, order, lent,
    select, plain, title: document.title, root: said(app, "data-root") || "./"
  };
};
