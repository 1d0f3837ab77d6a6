/* Display settings: text size, brightness and furigana, kept on this device only.
 *
 * The one classic script: it runs before the page is painted. Its block keeps its names out of the page's own.
 */
{
  const root = document.documentElement;
  // What a page is like anyway, and says nothing of.
  const USUAL = ["auto", "m", "off"];
  // Furigana are a module of their own, which is loaded when they are first wished for and then follows data-furigana.
  let here = document.currentScript;

  /** @param {string} name */
  const read = (name) => {
    try {
      return localStorage.getItem("hiroba." + name);
    } catch (_) {
      return null;
    }
  };

  /** @param {string} name @param {string} value */
  const keep = (name, value) => {
    try {
      localStorage.setItem("hiroba." + name, value);
    } catch (_) {
      // Private mode: the setting lasts for this page.
    }
  };

  /** @param {string} name @param {string | null} value */
  const apply = (name, value) => {
    if (value && USUAL.indexOf(value) < 0) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
  };

  /** @param {string | null} value */
  const furigana = (value) => {
    if (value !== "on" || !here) return;
    const script = document.createElement("script");
    script.type = "module";
    script.src = here.getAttribute("data-furigana") || "";
    root.setAttribute("data-readings", here.getAttribute("data-readings") || "");
    document.head.appendChild(script);
    here = null;
  };

  /** @param {NodeListOf<Element>} buttons @param {string} attribute @param {string} value */
  const press = (buttons, attribute, value) => {
    buttons.forEach((button) => {
      button.setAttribute("aria-pressed", String(button.getAttribute(attribute) === value));
    });
  };

  /** @param {string} name @param {string} attribute @param {string} usual */
  const bind = (name, attribute, usual) => {
    const buttons = document.querySelectorAll("[" + attribute + "]");
    press(buttons, attribute, read(name) || usual);
    buttons.forEach((button) => {
      button.addEventListener("click", () => {
        const value = button.getAttribute(attribute) || usual;
        keep(name, value);
        apply(name, value);
        if (name === "furigana") furigana(value);
        press(buttons, attribute, value);
      });
    });
  };

  /** @param {HTMLDetailsElement} panel */
  const closing = (panel) => {
    document.addEventListener("keydown", (event) => {
      if (!panel.open || event.key !== "Escape") return;
      panel.open = false;
      const summary = panel.querySelector("summary");
      if (summary) summary.focus();
    });
    document.addEventListener("click", (event) => {
      if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false;
    });
  };

  // What a script will fill keeps its room from the start (data-asks, data-keeps), so that nothing that one reads is
  // pushed away; where the script does not come, nothing is kept.
  const expect = () => {
    if (!("noModule" in document.createElement("script"))) return;
    if (location.search.length > 1) root.setAttribute("data-asks", "new");
    if (read("kept") && read("kept") !== "[]") root.setAttribute("data-keeps", "");
    const failed = () => {
      root.removeAttribute("data-asks");
      root.setAttribute("data-failed", "");
    };
    window.addEventListener("error", (event) => {
      if (event.target instanceof HTMLScriptElement) failed();
    }, true);
  };

  root.classList.remove("no-js");
  expect();
  apply("theme", read("theme"));
  apply("size", read("size"));
  apply("furigana", read("furigana"));
  document.addEventListener("DOMContentLoaded", () => {
    bind("theme", "data-theme-choice", "auto");
    bind("size", "data-size", "m");
    bind("furigana", "data-furigana-choice", "off");
    furigana(read("furigana"));
    const panel = document.querySelector(".display");
    if (panel instanceof HTMLDetailsElement) closing(panel);
  });
}
