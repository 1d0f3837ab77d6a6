/* The panel above the results: its choices and their numbers come when it is open, behind what one looked for. */
import { empty } from "../page/element.js";
import { anyChosen } from "./address.js";
import { counts, FACETS } from "./facets.js";
import { panel } from "./panel.js";

/** @typedef {import("./facets.js").Chosen} Chosen */

/**
 * @param {import("./view.js").View} view
 * @param {import("./files.js").Files} files
 * @param {import("./panel.js").Choose} choose
 * @param {() => void} clear
 */
export const makeChoices = ({ filters }, files, choose, clear) => {
  /** @type {import("./panel.js").Panel | null} */
  let made = null;
  let unfolded = false;
  /** @type {{ within: number[], chosen: Chosen }} */
  let last = { within: [], chosen: {} };

  const write = async () => {
    const { within, chosen } = last;
    const there = made;
    if (!there || !(there.box.open || anyChosen(chosen))) return;
    const facets = await files.facets(FACETS);
    if (within !== last.within || chosen !== last.chosen) return;
    there.fill(facets);
    there.update(counts(facets, within, chosen), chosen);
  };

  /** @param {import("./facets.js").Kinds | null} kinds puts the panel in the place of the plain links */
  const place = (kinds) => {
    const own = panel(kinds, choose, () => {
      clear();
      own.summary.focus();
    });
    const links = filters.querySelector("details");
    own.box.open = Boolean(links && links.open);
    own.box.addEventListener("toggle", write);
    empty(filters);
    filters.appendChild(own.box);
    return own;
  };

  return {
    /** @param {import("./facets.js").Kinds | null} kinds @param {boolean} asks whether something is asked */
    make: (kinds, asks) => {
      made = made || place(kinds);
      if (!asks || unfolded) return;
      // From the first question on there is room for it beside what was found, where the screen is wide.
      unfolded = true;
      if (kinds && window.matchMedia("(min-width: 60rem)").matches) made.box.open = true;
    },
    focus: () => { if (made) made.summary.focus(); },
    /** @param {number[]} within what was found before it was narrowed down @param {Chosen} chosen */
    count: (within, chosen) => {
      last = { within, chosen };
      return write();
    }
  };
};
