/* Text put where it can be pasted from. */

/**
 * Copies a text; the promise fails where the browser does not allow it.
 * @param {string} text
 * @returns {Promise<void>}
 */
const copy = text => {
  if (navigator.clipboard && navigator.clipboard.writeText) return navigator.clipboard.writeText(text);
  // A page without a certificate, as in an office network, has no clipboard but this.
  const box = document.createElement("textarea");
  box.value = text;
  box.setAttribute("readonly", "");
  box.className = "hidden";
  document.body.appendChild(box);
  box.select();
  const worked = document.execCommand("copy");
  box.remove();
  return worked ? Promise.resolve() : Promise.reject(new Error("copy"));
};

export { copy };
