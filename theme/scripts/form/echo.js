/* What was understood, said beside the question it was typed at.
 *
 * echo(question, understood, prefix)  `understood(path, text)` gives the words; with `prefix` words stand as they are
 * complete(input, understood)         www.example.org gets the https:// that paper leaves out
 */
import { attribute } from "./element.js";
import { tidy } from "./pairs.js";

/** @typedef {(path: string[], text: string) => string} Understood  the words; "" where nothing was */

/** @type {(question: Element) => string[]} */
const pathOf = question => (attribute(question, "data-q") || attribute(question, "data-entries")).split(".");

/** @type {(question: Element, understood: Understood, prefix: string) => void} */
const echo = (question, understood, prefix) => {
  const input = /** @type {HTMLInputElement | null} */ (question.querySelector("input[type=text], textarea"));
  const said = question.querySelector(".q__said");
  if (!input || !said) return;
  const words = input.value ? understood(pathOf(question), input.value) : "";
  // Words that stand as they are were not read, which is said as a doubt.
  const isKept = input.value.trim().indexOf(prefix) === 0;
  said.textContent = words && words !== tidy(input.value) && !isKept ? "「" + words + "」と読みました。" : "";
};

/** @type {(input: HTMLInputElement, understood: Understood) => void} */
const complete = (input, understood) => {
  const question = input.closest("[data-q], [data-entries]");
  const whole = question && input.value && understood(pathOf(question), input.value);
  if (whole) input.value = whole;
};

export { complete, echo };
