/* Photos, made small in the browser before they are sent: drawn anew as JPEG, whatever they were (HEIC too where the
 * browser reads it), so that what a camera notes beside the picture (place, time, owner) is gone.
 *
 * takePhotos(form, files, say)  promise of whether one was taken; `say` tells what happened
 * showPhotos(form)              shows those of the entries that were put into the form
 */
import { desk_http_body as shared } from "../tables.js";
import { attribute, element, part } from "./element.js";
import { add } from "./filling.js";

/** @typedef {{entry: HTMLElement | null, heic: string[], other: string[], left: number}} Outcome  names of files */

const QUALITY = 0.82;
// As much as one picture may weigh in the address it is sent as.
const HEAVIEST = 900 * 1024;
// How an HEIC file begins behind its first four bytes (ISO/IEC 23008-12), whatever its name is.
const HEIC = /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/;

/** @type {(image: HTMLImageElement, scale: number) => HTMLCanvasElement} */
const drawn = (image, scale) => {
  const canvas = /** @type {HTMLCanvasElement} */ (element("canvas"));
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/**
 * The picture as a JPEG that is light enough; it gets smaller until it is.
 * @type {(image: HTMLImageElement) => string}
 */
const small = image => {
  let scale = Math.min(1, shared.longest_side / Math.max(image.naturalWidth, image.naturalHeight));
  for (let n = 0; n < 6; n += 1) {
    const address = drawn(image, scale).toDataURL("image/jpeg", QUALITY);
    if (address.length <= HEAVIEST) return address;
    scale *= 0.75;
  }
  return "";
};

/** @type {(file: File) => Promise<HTMLImageElement>} */
const opened = file => new Promise((done, failed) => {
  const image = new Image();
  const address = URL.createObjectURL(file);
  image.onload = () => { done(image); URL.revokeObjectURL(address); };
  image.onerror = () => { failed(new Error(file.name)); URL.revokeObjectURL(address); };
  image.src = address;
});

/** @type {(file: File) => Promise<boolean>} */
const isHeic = file => {
  if (/\.hei[cf]$/i.test(file.name)) return Promise.resolve(true);
  return new Response(file.slice(4, 12)).text().then(begin => HEIC.test(begin), () => false);
};

/** @type {(entry: HTMLElement, selector: string) => HTMLInputElement} */
const controlOf = (entry, selector) => /** @type {HTMLInputElement} */ (part(selector, entry));

/** @type {(entry: HTMLElement) => void} */
const showOn = entry => {
  const address = controlOf(entry, '[name^="_photo."]').value;
  const file = controlOf(entry, '[name$=".file"]').value;
  entry.querySelectorAll(".entry__photo, .entry__file").forEach(one => { one.remove(); });
  if (!address && !file) return;
  const shown = address ? element("img", "", "entry__photo") : element("p", "いまのっている写真です。", "entry__file q__help");
  if (address) {
    shown.setAttribute("src", address);
    shown.setAttribute("alt", "選んだ写真");
  }
  entry.insertBefore(shown, entry.firstChild);
};

/** @type {(names: string[]) => string} */
const listed = names => names.map(name => "「" + name + "」").join("");

/**
 * One sentence for each reason, with what to do.
 * @type {(outcome: Outcome, most: number) => string[]}
 */
const refusals = (outcome, most) => {
  const found = [
    outcome.heic.length > 0 && listed(outcome.heic) + "は iPhone などの写真の形式（HEIC）で、このブラウザーでは開けません。"
      + "iPhone の Safari でこのページを開いて選ぶか、JPEG に変えてから選んでください。",
    outcome.other.length > 0 && listed(outcome.other) + "は写真として開けませんでした。JPEG か PNG の写真を選んでください。",
    outcome.left > 0 && "写真は" + most + "枚までです。あとの" + outcome.left + "枚は入れませんでした。"
  ];
  return /** @type {string[]} */ (found.filter(Boolean));
};

/**
 * It stays beside the question until photos are chosen again; who listens hears it at once.
 * @type {(blocks: HTMLElement, outcome: Outcome, say: (words: string) => void) => void}
 */
const tell = (blocks, outcome, say) => {
  const refused = part("[data-refused]", blocks);
  const lines = refusals(outcome, mostOf(blocks));
  refused.textContent = "";
  refused.hidden = !lines.length;
  lines.forEach(words => { refused.appendChild(element("span", words, "q__wrong")); });
  const taken = outcome.entry ? "写真を入れました。写真の説明を書いてください。" : "";
  if (lines.length || taken) say(lines.concat(taken).join(""));
};

/** @type {(blocks: HTMLElement) => number} */
const mostOf = blocks => Number(attribute(blocks, "data-most"));

/** @type {(form: HTMLFormElement) => HTMLElement} */
const blocksOf = form => /** @type {HTMLElement} */ (part("[data-pick-photo]", form).closest("[data-blocks]"));

/** @type {(blocks: HTMLElement, file: File) => Promise<HTMLElement>} */
const take = async (blocks, file) => {
  const address = small(await opened(file));
  if (!address) throw new Error(file.name);
  const entry = add(blocks);
  controlOf(entry, '[name^="_photo."]').value = address;
  showOn(entry);
  return entry;
};

/** @type {(form: HTMLFormElement, files: File[], say: (words: string) => void) => Promise<boolean>} */
const takePhotos = async (form, files, say) => {
  const blocks = blocksOf(form);
  const room = Math.max(0, mostOf(blocks) - part(".entries", blocks).children.length);
  /** @type {Outcome} */
  const outcome = { entry: null, heic: [], other: [], left: files.length - room };
  for (const file of files.slice(0, room)) {
    try {
      outcome.entry = await take(blocks, file);
    } catch (_) {
      (await isHeic(file) ? outcome.heic : outcome.other).push(file.name);
    }
  }
  tell(blocks, outcome, say);
  if (outcome.entry) part('input[type="text"]', outcome.entry).focus();
  return outcome.entry !== null;
};

/** @type {(form: HTMLFormElement) => void} */
const showPhotos = form => { blocksOf(form).querySelectorAll("[data-entry]").forEach(entry => { showOn(/** @type {HTMLElement} */ (entry)); }); };

export { showPhotos, takePhotos };
