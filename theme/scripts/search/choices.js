/* The panel above the results: its choices and their numbers come when it is open, behind what one looked for. */
import { empty } from "../page/element.js";
import { anyChosen } from "./address.js";
import { choicesFrom, overlap, today, written } from "./dates.js";
import { counts, FACETS } from "./facets.js";
import { panel } from "./panel.js";

/** @typedef {import("./facets.js").Chosen} Chosen */

/** @param {import("./files.js").Files} files the days to choose from, as far as the site knows what is on them */
const spansFrom = async (files) => {
  const [first, last] = (await files.ready()).start.days;
  return choicesFrom(today()).filter(([, span]) => first && overlap(span, { first, last })).map(([, span]) => written(span));
};

/**
 * What one can narrow down by; what is on which day is loaded when somebody asks for days.
 *
 * @param {import("./files.js").Files} files
 * @param {import("./panel.js").Panel} panel
 * @param {Chosen} chosen
 */
const knownOf = async (files, { boxOf }, { date = [] }) => {
  const spans = await spansFrom(files);
  const dates = boxOf("date");
  const asked = date.length > 0 || Boolean(dates && dates.open);
  const facets = await files.facets(FACETS.filter((facet) => asked || facet !== "date"), spans.concat(date));
  return { facets, spans };
};

/** @param {HTMLElement} filters @param {() => void} write @param {import("./panel.js").Panel} own which takes the place of the plain links */
const place = (filters, write, own) => {
  const links = filters.querySelector("details");
  own.box.open = Boolean(links && links.open);
  own.box.addEventListener("toggle", write);
  empty(filters);
  filters.appendChild(own.box);
  return own;
};

/**
 * @param {import("./view.js").View} view
 * @param {import("./files.js").Files} files
 * @param {import("./panel.js").Choose} choose
 * @param {() => void} clear
 * @param {() => void} failed what is done if it cannot be loaded when somebody asks for it
 */
export const makeChoices = ({ filters }, files, choose, clear, failed) => {
  /** @type {import("./panel.js").Panel | null} */
  let made = null;
  let unfolded = false;
  /** @type {{ within: number[], chosen: Chosen, whole: Chosen }} */
  let last = { within: [], chosen: {}, whole: {} };

  const write = async () => {
    const { within, chosen, whole } = last;
    const there = made;
    // What was open once must not say of a closed panel what was chosen before.
    if (!there || !(there.box.open || there.filled() || anyChosen(chosen))) return;
    const { facets, spans } = await knownOf(files, there, chosen);
    if (within !== last.within || chosen !== last.chosen) return;
    there.fill({ ...facets, date: Object.fromEntries(spans.map((span) => [span, []])) });
    there.whenOpened("date", asked);
    there.update(counts(facets, within, chosen), whole);
  };

  const asked = () => { write().catch(failed); };

  return {
    /** @param {import("./facets.js").Kinds | null} kinds @param {boolean} asks whether something is asked */
    make: (kinds, asks) => {
      made = made || place(filters, asked, panel(kinds, choose, () => {
        clear();
        if (made) made.summary.focus();
      }));
      if (!asks || unfolded) return;
      // From the first question on there is room for it beside what was found, where the screen is wide.
      unfolded = true;
      if (kinds && window.matchMedia("(min-width: 60rem)").matches) made.box.open = true;
    },
    focus: () => { if (made) made.summary.focus(); },
    /** @param {number[]} within what was found before it was narrowed down @param {Chosen} chosen @param {Chosen} whole with what the question says itself */
    count: (within, chosen, whole) => {
      last = { within, chosen, whole };
      return write();
    }
  };
};
