/* Display settings: text size and brightness, kept on this device only. Runs before the page is painted. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  function read(name) {
    try { return localStorage.getItem("hiroba." + name); } catch (e) { return null; }
  }
  function keep(name, value) {
    try { localStorage.setItem("hiroba." + name, value); } catch (e) { /* private mode: the setting lasts for this page */ }
  }
  function apply(name, value) {
    if (value && value !== "auto" && value !== "m") { root.setAttribute("data-" + name, value); } else { root.removeAttribute("data-" + name); }
  }
  apply("theme", read("theme"));
  apply("size", read("size"));
  function press(buttons, attribute, value) {
    for (var i = 0; i < buttons.length; i++) {
      buttons[i].setAttribute("aria-pressed", String(buttons[i].getAttribute(attribute) === value));
    }
  }
  function bind(name, attribute, standard) {
    var buttons = document.querySelectorAll("[" + attribute + "]");
    press(buttons, attribute, read(name) || standard);
    for (var i = 0; i < buttons.length; i++) {
      buttons[i].addEventListener("click", function () {
        var value = this.getAttribute(attribute);
        keep(name, value);
        apply(name, value);
        press(buttons, attribute, value);
      });
    }
  }
  document.addEventListener("DOMContentLoaded", function () {
    bind("theme", "data-theme-choice", "auto");
    bind("size", "data-size", "m");
    var panel = document.querySelector(".display");
    document.addEventListener("keydown", function (event) {
      if (panel && panel.open && event.key === "Escape") { panel.open = false; panel.querySelector("summary").focus(); }
    });
    document.addEventListener("click", function (event) {
      if (panel && panel.open && !panel.contains(event.target)) { panel.open = false; }
    });
  });
})();
