/* Photos, made small in the browser before they are sent: drawn anew as JPEG, whatever they were (HEIC too where the
 * browser reads it), so that what a camera notes beside the picture (place, time, owner) is gone.
 *
 * HirobaForm.photos(form, root, say, changed)  binds the buttons; `say` tells what happened.
 */
(function (root) {
  "use strict";

  var LONGEST = 1600;
  var QUALITY = 0.82;
  // As much as one picture may weigh in the address it is sent as.
  var HEAVIEST = 900 * 1024;
  // How an HEIC file begins behind its first four bytes (ISO/IEC 23008-12), whatever its name is.
  var HEIC = /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/;
  var each = root.HirobaForm.each;

  function drawn(image, scale) {
    var canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    var pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  // The picture as a JPEG that is light enough; it gets smaller until it is.
  function small(image) {
    var scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
    for (var n = 0; n < 6; n += 1) {
      var address = drawn(image, scale).toDataURL("image/jpeg", QUALITY);
      if (address.length <= HEAVIEST) return address;
      scale *= 0.75;
    }
    return "";
  }

  function opened(file) {
    return new Promise(function (done, failed) {
      var image = new Image();
      var address = URL.createObjectURL(file);
      image.onload = function () { done(image); URL.revokeObjectURL(address); };
      image.onerror = function () { failed(new Error(file.name)); URL.revokeObjectURL(address); };
      image.src = address;
    });
  }

  function isHeic(file) {
    if (/\.hei[cf]$/i.test(file.name)) return Promise.resolve(true);
    return new Response(file.slice(4, 12)).text().then(function (begin) { return HEIC.test(begin); }, function () { return false; });
  }

  function show(entry, base) {
    var address = entry.querySelector('[name^="_photo."]').value;
    var file = entry.querySelector('[name$=".file"]').value;
    each(entry.querySelectorAll(".entry__photo, .entry__file"), function (one) { entry.removeChild(one); });
    if (!address && !file) return;
    var shown = document.createElement(address ? "img" : "p");
    shown.className = address ? "entry__photo" : "entry__file q__help";
    if (address) {
      shown.src = address;
      shown.alt = "選んだ写真";
    } else {
      shown.textContent = "いまのっている写真です。";
    }
    entry.insertBefore(shown, entry.firstChild);
  }

  function listed(names) { return names.map(function (name) { return "「" + name + "」"; }).join(""); }

  // One sentence for each reason, with what to do.
  function refusals(outcome, most) {
    return [
      outcome.heic.length && listed(outcome.heic) + "は iPhone などの写真の形式（HEIC）で、このブラウザーでは開けません。"
        + "iPhone の Safari でこのページを開いて選ぶか、JPEG に変えてから選んでください。",
      outcome.other.length && listed(outcome.other) + "は写真として開けませんでした。JPEG か PNG の写真を選んでください。",
      outcome.left > 0 && "写真は" + most + "枚までです。あとの" + outcome.left + "枚は入れませんでした。"
    ].filter(Boolean);
  }

  function photos(form, base, say, changed) {
    var blocks = form.querySelector("[data-pick-photo]").closest("[data-blocks]");
    var refused = blocks.querySelector("[data-refused]");
    var most = Number(blocks.getAttribute("data-most"));

    function take(file) {
      return opened(file).then(function (image) {
        var address = small(image);
        if (!address) throw new Error(file.name);
        var entry = root.HirobaForm.add(blocks);
        entry.querySelector('[name^="_photo."]').value = address;
        show(entry, base);
        return entry;
      });
    }

    // It stays beside the question until photos are chosen again; who listens hears it at once.
    function tell(outcome) {
      var lines = refusals(outcome, most);
      refused.textContent = "";
      refused.hidden = !lines.length;
      lines.forEach(function (words) {
        var line = document.createElement("span");
        line.className = "q__wrong";
        line.textContent = words;
        refused.appendChild(line);
      });
      var taken = outcome.entry ? "写真を入れました。写真の説明を書いてください。" : "";
      if (lines.length || taken) say(lines.concat(taken).join(""));
    }

    function takeAll(files, left) {
      var outcome = { entry: null, heic: [], other: [], left: left };
      return files.reduce(function (before, file) {
        return before.then(function () { return take(file); }).then(function (entry) { outcome.entry = entry; }, function () {
          return isHeic(file).then(function (is) { (is ? outcome.heic : outcome.other).push(file.name); });
        });
      }, Promise.resolve()).then(function () { return outcome; });
    }

    blocks.querySelector("[data-pick-photo]").addEventListener("change", function () {
      var picked = Array.prototype.slice.call(this.files);
      var room = Math.max(0, most - blocks.querySelector(".entries").children.length);
      this.value = "";
      takeAll(picked.slice(0, room), picked.length - room).then(function (outcome) {
        tell(outcome);
        if (!outcome.entry) return;
        outcome.entry.querySelector('input[type="text"]').focus();
        changed();
      });
    });
    root.HirobaForm.showPhotos = function () {
      each(blocks.querySelectorAll("[data-entry]"), function (entry) { show(entry, base); });
    };
  }

  root.HirobaForm.photos = photos;
})(window);
