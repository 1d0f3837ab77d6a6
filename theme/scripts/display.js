/* Display settings: text size, brightness and furigana, kept on this device only. Runs before the page is painted. */
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
    if (value && value !== "auto" && value !== "m" && value !== "off") { root.setAttribute("data-" + name, value); } else { root.removeAttribute("data-" + name); }
  }
  // Furigana are a module of their own, which is loaded when they are first wished for and then follows data-furigana.
  var here = document.currentScript;
  function furigana(value) {
    if (value !== "on" || !here) { return; }
    var script = document.createElement("script");
    script.type = "module";
    script.src = here.getAttribute("data-furigana");
    root.setAttribute("data-readings", here.getAttribute("data-readings"));
    document.head.appendChild(script);
    here = null;
  }
  apply("theme", read("theme"));
  apply("size", read("size"));
  apply("furigana", read("furigana"));
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
        if (name === "furigana") { furigana(value); }
        press(buttons, attribute, value);
      });
    }
  }
  document.addEventListener("DOMContentLoaded", function () {
    bind("theme", "data-theme-choice", "auto");
    bind("size", "data-size", "m");
    bind("furigana", "data-furigana-choice", "off");
    furigana(read("furigana"));
    var panel = document.querySelector(".display");
    document.addEventListener("keydown", function (event) {
      if (panel && panel.open && event.key === "Escape") { panel.open = false; panel.querySelector("summary").focus(); }
    });
    document.addEventListener("click", function (event) {
      if (panel && panel.open && !panel.contains(event.target)) { panel.open = false; }
    });
  });
})();
