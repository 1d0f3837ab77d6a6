/* What was understood, said beside the question it was typed at.
 *
 * echo(question, understood, prefix)  `understood(path, text)` gives the words; with `prefix` words stand as they are
 * complete(input, understood)         www.example.org gets the https:// that paper leaves out
 */
import { tidy } from "./pairs.js";

const pathOf = question => (question.getAttribute("data-q") || question.getAttribute("data-entries")).split(".");

const echo = (question, understood, prefix) => {
  const input = question.querySelector("input[type=text], textarea");
  const said = question.querySelector(".q__said");
  if (!input || !said) return;
  const words = input.value ? understood(pathOf(question), input.value) : "";
  // Words that stand as they are were not read, which is said as a doubt.
  const isKept = input.value.trim().indexOf(prefix) === 0;
  said.textContent = words && words !== tidy(input.value) && !isKept ? "「" + words + "」と読みました。" : "";
};

const complete = (input, understood) => {
  const question = input.closest("[data-q], [data-entries]");
  const whole = input.value && understood(pathOf(question), input.value);
  if (whole) input.value = whole;
};

export { complete, echo };
