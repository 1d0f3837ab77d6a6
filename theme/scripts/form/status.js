/* What has just happened, seen and heard: a line at the foot of the screen that stays until something else is done.
 *
 * saying(box)  → function (words)
 */
function saying(box) {
  // Reading and scrolling leave it where it is; whoever goes on has read it.
  ["click", "input"].forEach(name => {
    document.addEventListener(name, () => { box.textContent = ""; }, true);
  });
  return words => {
    box.textContent = "";
    window.requestAnimationFrame(() => { box.textContent = words; });
  };
}

export { saying };
