/* How it will look: the page beside the form or in its last step, its YAML, and what a correction changes.
 *
 * look(state)           shows all of it as it stands now
 * yaml(state)           the profile as text
 * told(state, changes)  changes in words
 */
import { show } from "../profile/preview.js";
import { dump } from "../profile/yaml.js";
import { STALE } from "./correction.js";
import { part } from "./element.js";
import { questionOf } from "./errors.js";
import { dataOf } from "./inspection.js";
import { entriesFilled } from "./questions.js";
import { changeTable, toldChanges } from "./wording.js";

/** @typedef {import("./state.js").Checked} Checked */

/** @type {(state: Checked) => string} */
const yaml = state => {
  const { table } = state.inspection;
  const schema = "# yaml-language-server: $schema=../schema/" + state.kind + ".json";
  return dump(table.records[state.kind], dataOf(state, table), table, schema);
};

/** @type {(state: Checked, changes: import("./changes.js").Change[] | null) => import("./wording.js").Told[] | null} */
const told = (state, changes) =>
  changes && toldChanges(changes, { kind: state.kind, table: state.inspection.table, names: state.names });

/** @type {(state: Checked) => void} */
const showChanges = state => {
  const box = part("#form-changes");
  const found = told(state, state.correction.changes());
  box.hidden = !found;
  if (!found) return;
  const words = found.length ? "次の" + found.length + "か所が変わります。" : "まだ、どこも直していません。";
  part("p", box).textContent = words + (state.correction.isStale() ? STALE : "");
  const list = part("div", box);
  list.textContent = "";
  if (found.length) list.appendChild(changeTable(found));
};

/** @type {(state: Checked) => import("../profile/preview.js").Table} */
const given = state => Object.assign({}, state.inspection.table, state.names, {
  center: state.center, root: state.root, today: state.today
});

/**
 * New photos are shown from this device.
 * @type {(form: HTMLFormElement, data: import("./pairs.js").Data) => import("./pairs.js").Data}
 */
const pictured = (form, data) => {
  const entries = entriesFilled(form, "photos");
  const photos = /** @type {import("./pairs.js").Data[]} */ (data.photos || []);
  photos.forEach((photo, n) => {
    const input = entries[n] && /** @type {HTMLInputElement} */ (part('[name^="_photo."]', entries[n]));
    if (input && input.value) photo.src = input.value;
  });
  return data;
};

/**
 * On the map of the steps stands where something has to be put right.
 * @type {(state: Checked) => void}
 */
const showSteps = state => {
  const problems = state.inspection.problems();
  for (let n = 0; n < state.steps.count; n += 1) state.steps.tell(n, "");
  problems.filter(one => one.level === "error").forEach(one => {
    const question = questionOf(state.form, one.path);
    if (question) state.steps.tell(state.steps.of(question), "直すところがあります");
  });
};

/** @type {(state: Checked) => void} */
const look = state => {
  const data = pictured(state.form, dataOf(state, state.inspection.table));
  part("#form-yaml").textContent = yaml(state);
  show(part("#form-preview"), state.kind, data, given(state));
  showChanges(state);
  showSteps(state);
};

export { look, told, yaml };
