/* What one does with a page: keep it on the shortlist, tell somebody, copy its address, print it.
 *
 * The shortlist is a list of {url, title} under "hiroba.kept" on this device and nowhere else. Buttons are hidden until
 * here, so that none is shown that does nothing.
 */
(function (root) {
  "use strict";

  var NAME = "hiroba.kept";
  var MOST = 40;

  function read() {
    try {
      var kept = JSON.parse(root.localStorage.getItem(NAME) || "[]");
      return Array.isArray(kept) ? kept.filter(function (one) { return one && /^(groups|events)\/[^/]+\/$/.test(one.url); }) : [];
    } catch (error) {
      return [];
    }
  }

  // Whether it could be kept: a browser may forbid it.
  function write(kept) {
    try {
      root.localStorage.setItem(NAME, JSON.stringify(kept.slice(0, MOST)));
      return true;
    } catch (error) {
      return false;
    }
  }

  function has(url) {
    return read().some(function (one) { return one.url === url; });
  }

  function toggle(url, title) {
    var kept = read();
    var others = kept.filter(function (one) { return one.url !== url; });
    return write(others.length < kept.length ? others : kept.concat([{ url: url, title: title }]));
  }

  function all(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function say(button, words) {
    var said = button.closest(".tools") && button.closest(".tools").querySelector('[role="status"]');
    if (said) said.textContent = words;
  }

  function showKept() {
    var kept = read();
    all("[data-kept]", function (link) {
      link.hidden = !kept.length;
      link.querySelector(".kept__count").textContent = kept.length;
    });
    all("[data-keep]", function (button) {
      button.setAttribute("aria-pressed", String(has(button.getAttribute("data-keep"))));
    });
  }

  function bindKeep(button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var done = toggle(button.getAttribute("data-keep"), button.getAttribute("data-title"));
      showKept();
      if (!done) say(button, "この端末では、検討リストを残せない設定になっています。");
    });
  }

  function address() {
    var canonical = document.querySelector('link[rel="canonical"]');
    return canonical && location.protocol === "https:" ? canonical.href : location.href.split("#")[0];
  }

  function copied(text) {
    if (navigator.clipboard && navigator.clipboard.writeText) return navigator.clipboard.writeText(text);
    return new Promise(function (done, failed) {
      var box = document.createElement("textarea");
      box.value = text;
      box.setAttribute("readonly", "");
      box.style.position = "fixed";
      box.style.opacity = "0";
      document.body.appendChild(box);
      box.select();
      var worked = document.execCommand("copy");
      document.body.removeChild(box);
      if (worked) done();
      else failed(new Error("copy"));
    });
  }

  function bindCopy(button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      copied(address()).then(
        function () { say(button, "アドレスを写しました。メールなどに貼りつけられます。"); },
        function () { say(button, "写せませんでした。アドレス：" + address()); }
      );
    });
  }

  function bindShare(button) {
    if (!navigator.share) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.share({ title: document.title, url: address() }).catch(function () { /* thought better of it */ });
    });
  }

  function bindPrint(button) {
    button.hidden = false;
    button.addEventListener("click", function () { root.print(); });
  }

  all("[data-keep]", bindKeep);
  all("[data-copy]", bindCopy);
  all("[data-share]", bindShare);
  all("[data-print]", bindPrint);
  showKept();
  root.addEventListener("storage", showKept);
  root.HirobaKept = { read: read, write: write, show: showKept };
})(window);
