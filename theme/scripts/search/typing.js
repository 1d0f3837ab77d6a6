/* Typing Japanese: what is still being converted is no text yet. */

/**
 * Calls `changed` for what was typed, but not while it is being converted. Gives a function that says of a key whether
 * it belongs to a conversion (229 in Safari), as the Enter that confirms one does.
 *
 * @param {HTMLInputElement} input
 * @param {() => void} changed
 */
export const typing = (input, changed) => {
  let composing = false;
  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => {
    composing = false;
    changed();
  });
  input.addEventListener("input", (event) => {
    if (!composing && !(event instanceof InputEvent && event.isComposing)) changed();
  });
  return {
    composing: () => composing,
    /** @param {KeyboardEvent} event */
    converts: (event) => composing || event.isComposing || event.keyCode === 229
  };
};

/** @param {() => void} act @param {number} wait in milliseconds; what is asked again within it is done once */
export const soon = (act, wait) => {
  let timer = 0;
  const cancel = () => { window.clearTimeout(timer); };
  const later = () => {
    cancel();
    timer = window.setTimeout(act, wait);
  };
  return { later, cancel };
};
