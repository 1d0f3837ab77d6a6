/* What is needed to finish: preview, photos, codes that bring a draft, and the ways of sending. Loaded after the rest.
 *
 * finish(state)  {look(), told(changes), copyYaml(), takePhotos(files), showPhotos(), unpack(text), send(button)}
 */
import { unpack } from "./carry.js";
import { copy } from "./copying.js";
import { look, told, yaml } from "./look.js";
import { showPhotos, takePhotos } from "./photos.js";
import { send } from "./sending.js";

/** @typedef {import("./changes.js").Change} Change */
/**
 * @typedef {object} Finish
 * @property {typeof unpack} unpack
 * @property {() => void} look
 * @property {(changes: Change[] | null) => import("./wording.js").Told[] | null} told
 * @property {() => Promise<void>} copyYaml
 * @property {(files: File[]) => Promise<boolean>} takePhotos
 * @property {() => void} showPhotos
 * @property {(pressed: HTMLButtonElement) => void} send
 */

/** @type {(state: import("./state.js").Checked) => Finish} */
const finish = state => ({
  unpack,
  look: () => { look(state); },
  told: changes => told(state, changes),
  copyYaml: () => copy(yaml(state)).then(
    () => { state.say("YAML を写しました。"); },
    () => { state.say("写せませんでした。上の文字を選んで写してください。"); }
  ),
  takePhotos: files => takePhotos(state.form, files, state.say),
  showPhotos: () => { showPhotos(state.form); },
  send: pressed => send(state, pressed)
});

export { finish };
