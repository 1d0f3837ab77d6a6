/* What has just happened, seen and heard: a line at the foot of the screen that stays until something else is done.
 *
 * HirobaForm.saying(box)  → function (words)
 */
(function (root) {
  "use strict";

  function saying(box) {
    // Reading and scrolling leave it where it is; whoever goes on has read it.
    ["click", "input"].forEach(function (name) {
      document.addEventListener(name, function () { box.textContent = ""; }, true);
    });
    return function (words) {
      box.textContent = "";
      root.requestAnimationFrame(function () { box.textContent = words; });
    };
  }

  root.HirobaForm.saying = saying;
})(window);
