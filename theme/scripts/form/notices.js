/* What has just happened, seen and heard: a line at the foot of the screen that stays until something else is done.
 *
 * saying(box)           → function (words)
 * failing(box, center)  → function (words): what could not be done, with the number to call; "" takes it away
 */
/** @type {(box: HTMLElement) => (words: string) => void} */
const saying = box => {
  // Reading and scrolling leave it where it is; whoever goes on has read it.
  ["click", "input"].forEach(name => {
    document.addEventListener(name, () => { box.textContent = ""; }, true);
  });
  return words => {
    box.textContent = "";
    window.requestAnimationFrame(() => { box.textContent = words; });
  };
};

/** @type {(box: HTMLElement, center: Record<string, string>) => (words: string) => void} */
const failing = (box, center) => words => {
  box.textContent = words + (center.phone ? "電話（" + center.phone + "）でも受け付けています。" : "");
  box.hidden = !words;
  if (words) box.focus();
};

export { failing, saying };
