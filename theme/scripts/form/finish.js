/* What is needed to finish: preview, photos, codes that bring a draft, and the ways of sending. Loaded after the rest.
 *
 * finish(state)  {look(), told(changes), copyYaml(), takePhotos(files), showPhotos(), unpack(text), send(button)}
 */
import { unpack } from "./carry.js";
import { copy } from "./copying.js";
import { look, told, yaml } from "./look.js";
import { showPhotos, takePhotos } from "./photos.js";
import { send } from "./sending.js";

/** @typedef {import("./state.js").State} State */

/** @type {(state: State) => any} */
const finish = state => ({
  unpack,
  look: () => { look(state); },
  told: (/** @type {import("./changes.js").Change[]} */ changes) => told(state, changes),
  copyYaml: () => copy(yaml(state)).then(
    () => { state.say("YAML を写しました。"); },
    () => { state.say("写せませんでした。上の文字を選んで写してください。"); }
  ),
  takePhotos: (/** @type {File[]} */ files) => takePhotos(state.form, files, state.say),
  showPhotos: () => { showPhotos(state.form); },
  send: (/** @type {HTMLButtonElement} */ pressed) => send(state, pressed)
});

export { finish };
