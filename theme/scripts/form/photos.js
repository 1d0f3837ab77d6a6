/* Photos, made small in the browser before they are sent: drawn anew as JPEG, whatever they were (HEIC too where the
 * browser reads it), so that what a camera notes beside the picture (place, time, owner) is gone.
 *
 * photos(form, root, say, changed)  binds the buttons; `say` tells what happened.
 */
import { add, each } from "./data.js";

const LONGEST = 1600;
const QUALITY = 0.82;
// As much as one picture may weigh in the address it is sent as.
const HEAVIEST = 900 * 1024;
// How an HEIC file begins behind its first four bytes (ISO/IEC 23008-12), whatever its name is.
const HEIC = /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/;

function drawn(image, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// The picture as a JPEG that is light enough; it gets smaller until it is.
function small(image) {
  let scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
  for (let n = 0; n < 6; n += 1) {
    const address = drawn(image, scale).toDataURL("image/jpeg", QUALITY);
    if (address.length <= HEAVIEST) return address;
    scale *= 0.75;
  }
  return "";
}

function opened(file) {
  return new Promise((done, failed) => {
    const image = new Image();
    const address = URL.createObjectURL(file);
    image.onload = () => { done(image); URL.revokeObjectURL(address); };
    image.onerror = () => { failed(new Error(file.name)); URL.revokeObjectURL(address); };
    image.src = address;
  });
}

function isHeic(file) {
  if (/\.hei[cf]$/i.test(file.name)) return Promise.resolve(true);
  return new Response(file.slice(4, 12)).text().then(begin => HEIC.test(begin), () => false);
}

function show(entry, base) {
  const address = entry.querySelector('[name^="_photo."]').value;
  const file = entry.querySelector('[name$=".file"]').value;
  each(entry.querySelectorAll(".entry__photo, .entry__file"), one => { entry.removeChild(one); });
  if (!address && !file) return;
  const shown = document.createElement(address ? "img" : "p");
  shown.className = address ? "entry__photo" : "entry__file q__help";
  if (address) {
    shown.src = address;
    shown.alt = "選んだ写真";
  } else {
    shown.textContent = "いまのっている写真です。";
  }
  entry.insertBefore(shown, entry.firstChild);
}

function listed(names) { return names.map(name => "「" + name + "」").join(""); }

// One sentence for each reason, with what to do.
function refusals(outcome, most) {
  return [
    outcome.heic.length && listed(outcome.heic) + "は iPhone などの写真の形式（HEIC）で、このブラウザーでは開けません。"
      + "iPhone の Safari でこのページを開いて選ぶか、JPEG に変えてから選んでください。",
    outcome.other.length && listed(outcome.other) + "は写真として開けませんでした。JPEG か PNG の写真を選んでください。",
    outcome.left > 0 && "写真は" + most + "枚までです。あとの" + outcome.left + "枚は入れませんでした。"
  ].filter(Boolean);
}

// Shows the pictures of entries that were put into the form.
let showAll = () => {};

function showPhotos() { showAll(); }

function photos(form, base, say, changed) {
  const picker = form.querySelector("[data-pick-photo]");
  // Not every kind of record has pictures.
  if (!picker) return;
  const blocks = picker.closest("[data-blocks]");
  const refused = blocks.querySelector("[data-refused]");
  const most = Number(blocks.getAttribute("data-most"));

  function take(file) {
    return opened(file).then(image => {
      const address = small(image);
      if (!address) throw new Error(file.name);
      const entry = add(blocks);
      entry.querySelector('[name^="_photo."]').value = address;
      show(entry, base);
      return entry;
    });
  }

  // It stays beside the question until photos are chosen again; who listens hears it at once.
  function tell(outcome) {
    const lines = refusals(outcome, most);
    refused.textContent = "";
    refused.hidden = !lines.length;
    lines.forEach(words => {
      const line = document.createElement("span");
      line.className = "q__wrong";
      line.textContent = words;
      refused.appendChild(line);
    });
    const taken = outcome.entry ? "写真を入れました。写真の説明を書いてください。" : "";
    if (lines.length || taken) say(lines.concat(taken).join(""));
  }

  function takeAll(files, left) {
    const outcome = { entry: null, heic: [], other: [], left };
    return files.reduce((before, file) => before.then(() => take(file)).then(entry => { outcome.entry = entry; }, () => isHeic(file).then(is => { (is ? outcome.heic : outcome.other).push(file.name); })), Promise.resolve()).then(() => outcome);
  }

  blocks.querySelector("[data-pick-photo]").addEventListener("change", function () {
    const picked = Array.prototype.slice.call(this.files);
    const room = Math.max(0, most - blocks.querySelector(".entries").children.length);
    this.value = "";
    takeAll(picked.slice(0, room), picked.length - room).then(outcome => {
      tell(outcome);
      if (!outcome.entry) return;
      outcome.entry.querySelector('input[type="text"]').focus();
      changed();
    });
  });
  showAll = () => {
    each(blocks.querySelectorAll("[data-entry]"), entry => { show(entry, base); });
  };
}

export { photos, showPhotos };
