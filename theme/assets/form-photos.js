/* Photos, made small in the browser before they are sent: drawn anew, so that what a camera notes beside the picture
 * (place, time, owner) is gone.
 *
 * HirobaForm.photos(form, root, say, changed)  binds the buttons; `say` tells what happened.
 */
(function (root) {
  "use strict";

  var LONGEST = 1600;
  var QUALITY = 0.82;
  // As much as one picture may weigh in the address it is sent as.
  var HEAVIEST = 900 * 1024;
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

  function photos(form, base, say, changed) {
    var blocks = form.querySelector("[data-pick-photo]").closest("[data-blocks]");
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

    blocks.querySelector("[data-pick-photo]").addEventListener("change", function () {
      var picked = Array.prototype.slice.call(this.files);
      var room = most - blocks.querySelector(".entries").children.length;
      var left = picked.length - room;
      this.value = "";
      picked.slice(0, Math.max(0, room)).reduce(function (before, file) {
        return before.then(function (entry) {
          return take(file).catch(function () { say("「" + file.name + "」は写真として開けませんでした。JPEG か PNG の写真を選んでください。"); return entry; });
        });
      }, Promise.resolve(null)).then(function (entry) {
        if (left > 0) say("写真は" + most + "枚までです。あとの" + left + "枚は入れませんでした。");
        if (!entry) return;
        if (left <= 0) say("写真を入れました。写真の説明を書いてください。");
        entry.querySelector('input[type="text"]').focus();
        changed();
      });
    });
    root.HirobaForm.showPhotos = function () {
      each(blocks.querySelectorAll("[data-entry]"), function (entry) { show(entry, base); });
    };
  }

  root.HirobaForm.photos = photos;
})(window);
