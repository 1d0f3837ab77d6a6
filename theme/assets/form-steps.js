/* One topic at a time, with its number; the back button of the browser goes one step back.
 *
 * var walk = HirobaForm.steps(form, entered)  go(number, quiet), place(), of(node) → number, count, tell(number, words)
 */
(function (root) {
  "use strict";

  var each = root.HirobaForm.each;

  function steps(form, entered) {
    var all = Array.prototype.slice.call(form.querySelectorAll(".step"));
    var links = form.querySelectorAll("[data-go]");
    var where = document.getElementById("form-where");
    var place = 0;

    function draw() {
      all.forEach(function (step, n) { step.hidden = n !== place; });
      where.textContent = all.length + "つのうち" + (place + 1) + "つめ";
      document.documentElement.classList.toggle("form-under-way", place > 0);
      form.querySelector(".bar span").style.width = Math.round((place + 1) / all.length * 100) + "%";
      each(links, function (link, n) {
        if (n === place) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      });
      form.querySelector(".form__map").open = false;
    }

    function go(number, quiet) {
      place = Math.max(0, Math.min(all.length - 1, number));
      draw();
      entered(place);
      if (quiet) return;
      history.pushState({ step: place }, "", "#" + all[place].id);
      all[place].querySelector("h2").focus({ preventScroll: true });
      form.scrollIntoView();
    }

    root.addEventListener("popstate", function (event) {
      if (event.state && typeof event.state.step === "number") go(event.state.step, true);
    });
    history.replaceState({ step: 0 }, "", location.href);
    return {
      go: go,
      count: all.length,
      place: function () { return place; },
      now: function () { return all[place]; },
      isLast: function () { return place === all.length - 1; },
      of: function (node) { return all.indexOf(node.closest(".step")); },
      tell: function (number, words) { links[number].parentNode.querySelector(".form__state").textContent = words; }
    };
  }

  root.HirobaForm.steps = steps;
})(window);
