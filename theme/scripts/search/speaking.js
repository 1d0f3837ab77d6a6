/* What is said of a search: at once for those who see it, once and when it has settled for those who hear it.
 *
 * A live region (role=status) is read aloud at every change. So the line that is seen is a line of its own, which
 * nobody hears, and the live region beside it, which nobody sees, says the same as soon as nobody types any more.
 */
import { element } from "../page/element.js";
import { soon } from "./typing.js";

// Longer than between two keys of somebody who looks for each.
const PAUSE = 1000;

/** @param {HTMLElement} status the live region */
export const speaking = (status) => {
  const line = element("p", "search-told");
  line.setAttribute("aria-hidden", "true");
  status.classList.add("hidden");
  status.insertAdjacentElement("beforebegin", line);
  let text = "";
  const speak = () => { if (status.textContent !== text) status.textContent = text; };
  const pause = soon(speak, PAUSE);

  /** @param {string} words @param {boolean} typing whether more may be typed, so that it is not said yet */
  const tell = (words, typing) => {
    text = words;
    line.textContent = words;
    pause.cancel();
    if (typing) pause.later();
    else speak();
  };
  return { tell };
};
