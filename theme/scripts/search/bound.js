/* What people do with the search box and the order, told to the search of the page. */
import { soon, typing } from "./typing.js";

// Long enough for two quick keys, short enough to seem at once.
const PAUSE = 40;

/**
 * @param {import("./view.js").View} view
 * @param {{ ask: (typed: boolean) => void, sort: (order: string) => void, goBack: () => void }} search `typed` and not sent
 */
export const bind = ({ form, input, select }, { ask, sort, goBack }) => {
  const { later, cancel } = soon(() => { ask(true); }, PAUSE);
  const { composing, converts } = typing(input, later);
  input.addEventListener("keydown", (event) => {
    // The Enter that confirms a conversion is not yet a question.
    if (event.key === "Enter" && converts(event)) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (composing()) return;
    cancel();
    ask(false);
    // On a phone the keyboard would cover the results.
    if (window.matchMedia("(pointer: coarse)").matches) input.blur();
  });
  select.addEventListener("change", () => { sort(select.value); });
  window.addEventListener("popstate", goBack);
};
