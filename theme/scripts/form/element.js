/* The one way in which the form makes an element. */

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

export { button, element };
