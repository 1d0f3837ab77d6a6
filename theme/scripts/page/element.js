/* Parts of a page: found where they have to be, made with text that is text, never markup. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

/** @param {string} className @param {string} text */
export const button = (className, text) => {
  const made = element("button", className, text);
  made.type = "button";
  return made;
};

/**
 * The part of that kind which the page promises to have. Raises an Error without it.
 *
 * @template {Element} T
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export const part = (parent, selector, kind) => {
  const found = parent.querySelector(selector);
  if (!(found instanceof kind)) throw new Error("The page has no " + selector);
  return found;
};

/** @param {ParentNode} parent @param {string} selector @returns {HTMLElement[]} */
export const all = (parent, selector) => Array.from(parent.querySelectorAll(selector));

/** @param {Element} one @param {string} name what it says of itself under that name; "" if nothing */
export const said = (one, name) => one.getAttribute(name) || "";

/** @param {Node} parent */
export const empty = (parent) => {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
};

/** @param {HTMLElement} one @param {boolean} visible */
export const show = (one, visible) => {
  one.hidden = !visible;
};
