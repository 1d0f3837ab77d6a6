/* Proposing a change at the code host, with as much of it filled in as an address holds.
 *
 * byCode(state, pressed)  the button says at which repository
 */
import { freeSlug, slugOf } from "../reading/slugs.js";
import { copy } from "./copying.js";
import { done } from "./done.js";
import { attribute, control, element } from "./element.js";
import { dataOf } from "./inspection.js";
import { outward } from "./links.js";
import { yaml } from "./look.js";
import { tidy } from "./pairs.js";
import { receiptOf } from "./receipt.js";
import { title } from "./state.js";

/** @typedef {import("./state.js").Checked} Checked */
/** @typedef {import("../models/base.js").Ask} Ask  a question of the code host's form */

const LONGEST = 7500;

/**
 * Where the profile will be: a new one by its reading, where nobody else is.
 * @type {(state: Checked) => string}
 */
const proposedSlug = state => {
  const spare = attribute(state.form, "data-spare");
  return freeSlug(slugOf(tidy(control(state.form, "kana").value), spare), Object.keys(state.names.groups));
};

/**
 * Where the code host takes the change, and whether it stands in the address already.
 * @type {(state: Checked, pressed: HTMLElement, text: string) => {address: string, isFilled: boolean}}
 */
const proposalAt = (state, pressed, text) => {
  const base = attribute(pressed, "data-repository");
  const branch = attribute(pressed, "data-branch");
  const slug = control(state.form, "_slug").value;
  const file = "content/" + state.kind + "s/" + (slug || proposedSlug(state)) + ".yaml";
  if (slug) return { address: base + "/edit/" + branch + "/" + file, isFilled: false };
  const empty = base + "/new/" + branch + "?filename=" + encodeURIComponent(file);
  const whole = empty + "&value=" + encodeURIComponent(text);
  return whole.length <= LONGEST ? { address: whole, isFilled: true } : { address: empty, isFilled: false };
};

/** @type {(state: Checked, pressed: HTMLElement) => void} */
const byCode = (state, pressed) => {
  const text = yaml(state);
  const proposal = proposalAt(state, pressed, text);
  copy(text).catch(() => { state.say("写せませんでした。"); });
  const links = element("span", "", "tools");
  links.appendChild(outward(proposal.address, "GitHub を開く", "button"));
  links.appendChild(outward(issue(attribute(pressed, "data-repository"), state), "Issue の用紙で送る", "button button--quiet"));
  const next = proposal.isFilled
    ? "開いた画面で「Propose new file」を押してください。"
    : "YAML を写しました。開いた画面の内容をすべて選んで、貼りつけて（Ctrl+V）ください。";
  done(state, "提案の準備ができました", receiptOf(state), [
    next, "公開しないことは入っていません。写真は、プルリクエストに添えてください。", "プルリクエストを職員が確かめると、公開されます。"
  ], links);
};

/**
 * The issue form with everything in it that an address can fill: choices are made there again.
 * @type {(base: string, state: Checked) => string}
 */
const issue = (base, state) => {
  const { table } = state.inspection;
  const asks = table.issue[state.kind];
  const data = dataOf(state, table);
  const slug = control(state.form, "_slug").value;
  let address = base + "/issues/new?template=" + state.kind + ".yml&title=" + encodeURIComponent(title(state));
  Object.keys(asks).forEach(name => {
    const text = name === "slug" ? slug : answerTo(data, name, asks[name]);
    const more = "&" + asks[name].id + "=" + encodeURIComponent(text);
    if (text && address.length + more.length <= LONGEST) address += more;
  });
  return address;
};

/** @type {(data: import("./pairs.js").Data, name: string, ask: Ask) => string} */
const answerTo = (data, name, ask) => {
  const found = name.split(".").reduce(
    (/** @type {unknown} */ at, step) => at && /** @type {Record<string, unknown>} */ (at)[step], data
  );
  if (ask.parts) return ask.head || !Array.isArray(found) ? "" : found.map((/** @type {Record<string, string>} */ one) => joined(one, ask)).join("\n");
  return Array.isArray(found) ? found.join("\n") : typeof found === "string" ? found : "";
};

/**
 * いつ／どこで／補足 on one line; a part says what it is where one before it is missing.
 * @type {(one: Record<string, string>, ask: Ask) => string}
 */
const joined = (one, ask) => {
  const named = ask.named || {};
  let whole = true;
  return Object.keys(named).filter(part => typeof one[part] === "string").map((part, n) => {
    whole = whole && (ask.parts || [])[n] === part;
    return (whole ? "" : named[part] + "：") + one[part].replace(/\s+/g, " ");
  }).join("／");
};

export { byCode };
