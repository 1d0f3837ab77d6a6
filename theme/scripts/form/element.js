/* The one way in which the form makes an element, and finds one that its page has. */

/**
 * An element with these words, in which nothing is read as HTML, and a class where one is given.
 * @param {string} name
 * @param {string} [words]
 * @param {string} [className]
 * @returns {HTMLElement}
 */
const element = (name, words, className) => {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  if (className) made.className = className;
  return made;
};

/**
 * A quiet button that does something.
 * @param {string} words
 * @param {() => void} act
 * @returns {HTMLElement}
 */
const button = (words, act) => {
  const made = element("button", words, "button button--quiet");
  made.setAttribute("type", "button");
  made.addEventListener("click", act);
  return made;
};

/**
 * The element of the page with this selector, which is always there.
 * @type {(selector: string, root?: ParentNode) => HTMLElement}
 */
const part = (selector, root) => {
  const found = (root || document).querySelector(selector);
  if (!found) throw new Error("The page has no " + selector);
  return /** @type {HTMLElement} */ (found);
};

/**
 * The controls of a form, in their order.
 * @type {(form: HTMLFormElement) => HTMLInputElement[]}
 */
const controls = form => /** @type {HTMLInputElement[]} */ (Array.from(form.elements));

/**
 * The control with this name.
 * @type {(form: HTMLFormElement, name: string) => HTMLInputElement}
 */
const control = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** @type {(one: Element, name: string) => string} */
const attribute = (one, name) => one.getAttribute(name) || "";

export { attribute, button, control, controls, element, part };
