/* How it will look: the page beside the form or in its last step, its YAML, and what a correction changes.
 *
 * look(state)           shows all of it as it stands now
 * yaml(state)           the profile as text
 * told(state, changes)  changes in words
 */
import { show } from "../profile/preview.js";
import { dump } from "../profile/yaml.js";
import { STALE } from "./correction.js";
import { questionOf } from "./errors.js";
import { dataOf } from "./inspection.js";
import { entriesFilled } from "./questions.js";
import { changeTable, toldChanges } from "./wording.js";

const yaml = state => {
  const { table } = state.inspection;
  const schema = "# yaml-language-server: $schema=../schema/" + state.kind + ".json";
  return dump(table.records[state.kind], dataOf(state, table), table, schema);
};

const told = (state, changes) =>
  changes && toldChanges(changes, { kind: state.kind, table: state.inspection.table, names: state.names });

const showChanges = state => {
  const box = document.getElementById("form-changes");
  const found = told(state, state.correction.changes());
  box.hidden = !found;
  if (!found) return;
  const words = found.length ? "次の" + found.length + "か所が変わります。" : "まだ、どこも直していません。";
  box.querySelector("p").textContent = words + (state.correction.isStale() ? STALE : "");
  const list = box.querySelector("div");
  list.textContent = "";
  if (found.length) list.appendChild(changeTable(found));
};

const given = state => Object.assign({}, state.inspection.table, state.names, {
  center: state.center, root: state.root, today: state.today
});

// New photos are shown from this device.
const pictured = (form, data) => {
  const entries = entriesFilled(form, "photos");
  (data.photos || []).forEach((photo, n) => {
    const address = entries[n] && entries[n].querySelector('[name^="_photo."]').value;
    if (address) photo.src = address;
  });
  return data;
};

// On the map of the steps stands where something has to be put right.
const showSteps = state => {
  const wrong = state.inspection.problems().filter(one => one.level === "error");
  for (let n = 0; n < state.steps.count; n += 1) state.steps.tell(n, "");
  wrong.map(one => questionOf(state.form, one.path)).filter(Boolean)
    .forEach(question => { state.steps.tell(state.steps.of(question), "直すところがあります"); });
};

const look = state => {
  const data = pictured(state.form, dataOf(state, state.inspection.table));
  document.getElementById("form-yaml").textContent = yaml(state);
  show(document.getElementById("form-preview"), state.kind, data, given(state));
  showChanges(state);
  showSteps(state);
};

export { look, told, yaml };
