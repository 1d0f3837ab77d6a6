/* The list of what the law asks of an NPO法人, filled in with what a group's profile says (generator/pages/npo.py).
 *
 * Nothing is judged here: which answer a condition has, and why, stands in the file of the group. Without one the list stays
 * as it is, to be filled in by hand.
 */
import { all, element, part, said, show } from "./element.js";

/** @typedef {{name: string, url: string, found: Record<string, [answer: string, words: string]>, counts: Record<string, number>}} Findings */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @param {string} root @param {string} slug @returns {Promise<Findings>} */
const load = async (root, slug) => {
  const answer = await fetch(root + "npo-check/data/" + slug + ".json");
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

/** @param {HTMLElement} item @param {[answer: string, words: string]} told */
const fill = (item, told) => {
  const boxes = all(item, ".npo__boxes li");
  const ticked = boxes.filter(box => said(box, "data-answer") === told[0])[0];
  const line = part(item, ".npo__found", HTMLElement);
  line.textContent = "";
  line.appendChild(element("strong", "", said(ticked, "data-words")));
  if (told[1]) line.appendChild(element("span", "npo__reason", told[1]));
  show(line, true);
  item.setAttribute("data-found", told[0]);
  if (told[0] !== "unknown") ticked.classList.add("npo__ticked");
};

/** @param {HTMLElement} page @param {Findings} found */
const showFindings = (page, found) => {
  all(page, "[data-condition]").forEach(item => { fill(item, found.found[said(item, "data-condition")] || ["unknown", ""]); });
  const { yes, no, unknown } = found.counts;
  const line = part(page, ".npo__group", HTMLElement);
  const link = element("a", "", found.name);
  link.href = said(page, "data-root") + found.url;
  line.appendChild(link);
  line.appendChild(document.createTextNode(
    "のプロフィールから分かること：満たしている " + yes + "、満たしていない " + no + "、プロフィールからは分からない " + unknown
  ));
};

/** Ask for the group that the address names, if it names one. */
export const start = async () => {
  const page = part(document, ".npo", HTMLElement);
  const slug = new URLSearchParams(location.search).get("group") || "";
  if (!SLUG.test(slug)) return;
  try {
    showFindings(page, await load(said(page, "data-root"), slug));
  } catch (_problem) {
    part(page, ".npo__group", HTMLElement).textContent = "この団体のプロフィールを読めませんでした。一覧は、このまま使えます。";
  }
};
