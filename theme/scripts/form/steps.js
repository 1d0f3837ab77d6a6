/* One topic at a time, with its number; the back button of the browser goes one step back.
 *
 * steps(form, entered)  go(number, quiet), place(), of(node) → number, count, tell(number, words)
 */
const draw = (form, all, place) => {
  all.forEach((step, n) => { step.hidden = n !== place; });
  document.getElementById("form-where").textContent = all.length + "つのうち" + (place + 1) + "つめ";
  document.documentElement.classList.toggle("form-under-way", place > 0);
  form.querySelector(".bar span").style.width = Math.round((place + 1) / all.length * 100) + "%";
  form.querySelectorAll("[data-go]").forEach((link, n) => {
    if (n === place) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  });
  form.querySelector(".form__map").open = false;
};

const steps = (form, entered) => {
  const all = Array.from(form.querySelectorAll(".step"));
  const links = form.querySelectorAll("[data-go]");
  let place = 0;

  const go = (number, quiet) => {
    place = Math.max(0, Math.min(all.length - 1, number));
    draw(form, all, place);
    entered(place);
    if (quiet) return;
    history.pushState({ step: place }, "", "#" + all[place].id);
    all[place].querySelector("h2").focus({ preventScroll: true });
    form.scrollIntoView();
  };

  window.addEventListener("popstate", event => {
    if (event.state && typeof event.state.step === "number") go(event.state.step, true);
  });
  history.replaceState({ step: 0 }, "", location.href);
  return {
    go,
    count: all.length,
    place: () => place,
    now: () => all[place],
    isLast: () => place === all.length - 1,
    of: node => all.indexOf(node.closest(".step")),
    tell: (number, words) => { links[number].parentNode.querySelector(".form__state").textContent = words; }
  };
};

export { steps };
