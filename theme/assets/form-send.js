/* The ways of sending. Each gives the sender a receipt number and says what comes next; a failure loses nothing.
 *
 * HirobaForm.sending(form, state)  binds the buttons. `state` has kind(), slug(), base(), all(), split(), yaml(),
 *   title(), center, ready() (no errors left, or the sender was told), done(words), failed(words), kept()
 */
(function (root) {
  "use strict";

  var LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXY";
  var PATIENCE = 60000;
  // What a mail program takes in an address; Japanese letters take nine characters each.
  var LONGEST_MAIL = 1900;
  var LONGEST_PROPOSAL = 7500;
  var BEGIN = "-----ひろば ここから-----";
  var END = "-----ひろば ここまで-----";

  function receipt(today) {
    var random = new Uint8Array(4);
    (root.crypto || root.msCrypto).getRandomValues(random);
    var letters = Array.prototype.map.call(random, function (one) { return LETTERS[one % LETTERS.length]; }).join("");
    return today.slice(5, 7) + today.slice(8, 10) + "-" + letters;
  }

  function saved(pairs) { return JSON.stringify({ hiroba: 1, fields: pairs }); }

  function download(name, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  // Mail programs wrap lines at spaces: with none in it, what was wrapped can be put together again exactly.
  function unbroken(text) { return text.replace(/ /g, "\\u0020"); }

  function follow(address) {
    var link = document.createElement("a");
    link.href = address;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }

  function fileName(number) { return "hiroba-" + number + ".json"; }

  // --- To a receiver -----------------------------------------------------------------------------------------

  function refused(status) {
    if (status === 413) return "写真が大きすぎて送れませんでした。写真をへらして、もう一度お試しください。";
    if (status === 429) return "送信がこみ合っています。しばらくしてから、もう一度お試しください。";
    if (status === 404 || status === 405 || status === 501) return "送り先が見つかりませんでした。ほかの送り方をお使いください。";
    return "受け付けのコンピューターの都合で送れませんでした。";
  }

  function why() {
    return root.navigator.onLine === false
      ? "いまインターネットにつながっていないようです。つながるところで、もう一度「送る」を押してください。"
      : "送れませんでした。少し待って、もう一度お試しください。";
  }

  function post(form, pairs, readable) {
    var body = new URLSearchParams();
    pairs.forEach(function (pair) { body.append(pair[0], pair[1]); });
    var stop = root.AbortController ? new root.AbortController() : null;
    var timer = setTimeout(function () { if (stop) stop.abort(); }, PATIENCE);
    var request = { method: "POST", body: body, mode: readable ? "cors" : "no-cors", credentials: "omit" };
    if (readable) request.headers = { Accept: "application/json" };
    if (stop) request.signal = stop.signal;
    return root.fetch(form.action, request).then(function (answer) {
      clearTimeout(timer);
      if (!readable) return {};
      return answer.text().then(function (text) {
        var told = {};
        try { told = JSON.parse(text) || {}; } catch (_) { /* not everybody answers in JSON */ }
        if (!answer.ok) throw { words: told.message || refused(answer.status) };
        return told;
      });
    }, function () {
      clearTimeout(timer);
      throw { words: why() };
    });
  }

  function byPost(form, state, button) {
    var number = state.receipt();
    button.disabled = true;
    state.say("送っています。");
    return post(form, state.all(), button.getAttribute("data-reply") === "yes").then(function (told) {
      var next = told.message ? [told.message] : [state.center.name + "が内容を確かめます。", "確かめがすんだら、数日のうちに公開されます。"];
      state.done("送りました", told.receipt || number, next.concat(["分からないところがあれば、お電話することがあります。"]));
    }).catch(function (problem) {
      state.failed((problem.words || why()) + "書いた内容は、この端末に残っています。");
    }).then(function () { button.disabled = false; });
  }

  // --- By mail -----------------------------------------------------------------------------------------------

  function letter(state, number, withBlock) {
    var lines = [state.center.name + " 御中", "", state.title() + "を届けます。", "受付番号：" + number, ""];
    if (withBlock) lines = lines.concat(["（下の行は消さずにお送りください）", BEGIN, unbroken(saved(state.all())), END, ""]);
    else lines = lines.concat(["端末に保存された " + fileName(number) + " を、このメールに添えてお送りください。", ""]);
    state.split().slip.forEach(function (pair) { lines.push(pair[0] + "：" + pair[1]); });
    return lines.join("\r\n");
  }

  function mailAddress(to, subject, body) {
    return "mailto:" + encodeURIComponent(to).replace("%40", "@") + "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body);
  }

  function shareable(file, words) {
    var what = { files: [file], title: words, text: words };
    return root.navigator.canShare && root.navigator.canShare(what) ? what : null;
  }

  function byEmail(state, button) {
    var number = state.receipt();
    var to = button.getAttribute("data-to");
    var subject = "【ひろば】" + state.title() + "（" + number + "）";
    var whole = mailAddress(to, subject, letter(state, number, true));
    var fits = whole.length <= LONGEST_MAIL;
    if (!fits) download(fileName(number), saved(state.all()));
    follow(fits ? whole : mailAddress(to, subject, letter(state, number, false)));
    state.done("メールを用意しました", number, [
      fits ? "メールの画面で、そのまま「送信」を押してください。" : "保存されたファイル " + fileName(number) + " をメールに添えて、" + to + " へ送ってください。",
      "送信するまでは、まだ届いていません。", "届いたら、センターが確かめて数日のうちに公開します。"
    ], shareButton(state, number, to, subject));
  }

  // A telephone can hand the file itself to the mail program; elsewhere the text can be copied into web mail.
  function shareButton(state, number, to, subject) {
    var file = root.File ? new File([saved(state.all())], fileName(number), { type: "application/json" }) : null;
    var what = file && shareable(file, subject);
    var words = letter(state, number, true);
    return root.HirobaForm.tool(what ? "ファイルをほかのアプリで送る" : "メールの文面を写す", function () {
      if (what) root.navigator.share(what).catch(function () { /* thought better of it */ });
      else copied("宛先：" + to + "\n件名：" + subject + "\n\n" + words, state, "文面を写しました。メールの本文に貼りつけて、" + to + " へ送ってください。");
    });
  }

  function copied(text, state, words) {
    root.HirobaForm.copy(text).then(function () { if (words) state.say(words); }, function () { state.say("写せませんでした。"); });
  }

  // --- On paper, as a file, at the code host -----------------------------------------------------------------

  function byPaper(form, state) {
    var number = state.receipt();
    var parts = state.split();
    var box = document.getElementById("slip");
    return root.HirobaForm.slip(box, {
      title: state.title(), receipt: number, form: form, fields: parts.fields, slip: parts.slip,
      photos: state.all().map(function (pair) { return /^_photo\.(\d+)$/.exec(pair[0]); }).filter(Boolean).map(function (found) { return found[1]; }),
      kind: state.kind, slug: state.slug(), base: state.base(), center: state.center, address: state.center.site,
      changes: state.changes(), told: state.told(state.changes())
    }).then(function () {
      printed(box);
      state.done("用紙を用意しました", number, [
        "印刷した用紙を、窓口に持って来るか、ファクス" + (state.center.fax ? "（" + state.center.fax + "）" : "") + "で送ってください。",
        "届いたら、センターが確かめて数日のうちに公開します。"
      ], root.HirobaForm.tool("もう一度印刷する", function () { printed(box); }));
    });
  }

  function printed(box) {
    box.hidden = false;
    document.body.classList.add("prints-slip");
    root.print();
    document.body.classList.remove("prints-slip");
  }

  function byFile(state) {
    var number = state.receipt();
    download(fileName(number), saved(state.all()));
    state.say(fileName(number) + " を保存しました。");
  }

  function byCode(state, button) {
    var base = button.getAttribute("data-repository");
    var branch = button.getAttribute("data-branch");
    var file = "content/" + state.kind + "s/" + (state.slug() || state.proposed()) + ".yaml";
    var proposal = base + "/new/" + branch + "?filename=" + encodeURIComponent(file) + "&value=" + encodeURIComponent(state.yaml());
    var isNew = !state.slug();
    var fits = isNew && proposal.length <= LONGEST_PROPOSAL;
    var address = fits ? proposal : isNew ? base + "/new/" + branch + "?filename=" + encodeURIComponent(file) : base + "/edit/" + branch + "/" + file;
    copied(state.yaml(), state, "");
    var links = document.createElement("span");
    links.className = "tools";
    links.appendChild(outward(address, "GitHub を開く", "button"));
    links.appendChild(outward(issue(base, state), "Issue の用紙で送る", "button button--quiet"));
    state.done("提案の準備ができました", state.receipt(), [
      fits ? "開いた画面で「Propose new file」を押してください。" : "YAML を写しました。開いた画面の内容をすべて選んで、貼りつけて（Ctrl+V）ください。",
      "公開しないことは入っていません。写真は、プルリクエストに添えてください。", "プルリクエストを職員が確かめると、公開されます。"
    ], links);
  }

  function outward(address, words, className) {
    var link = document.createElement("a");
    link.className = className;
    link.href = address;
    link.rel = "noopener";
    link.textContent = words;
    return link;
  }

  // The issue form with everything in it that an address can fill: choices are made there again.
  function issue(base, state) {
    var asks = state.asks();
    var address = base + "/issues/new?template=" + state.kind + ".yml&title=" + encodeURIComponent(state.title());
    Object.keys(asks).forEach(function (name) {
      var text = name === "slug" ? state.slug() : answers(state.data(), name, asks[name]);
      var more = "&" + asks[name].id + "=" + encodeURIComponent(text);
      if (text && address.length + more.length <= LONGEST_PROPOSAL) address += more;
    });
    return address;
  }

  function answers(data, name, ask) {
    var found = name.split(".").reduce(function (at, step) { return at && at[step]; }, data);
    if (ask.parts) return ask.head || !Array.isArray(found) ? "" : found.map(function (one) { return joined(one, ask); }).join("\n");
    return Array.isArray(found) ? found.join("\n") : typeof found === "string" ? found : "";
  }

  // いつ／どこで／補足 on one line; a part says what it is where one before it is missing.
  function joined(one, ask) {
    var whole = true;
    return Object.keys(ask.named).filter(function (part) { return typeof one[part] === "string"; }).map(function (part, n) {
      whole = whole && ask.parts[n] === part;
      return (whole ? "" : ask.named[part] + "：") + one[part].replace(/\s+/g, " ");
    }).join("／");
  }

  function sending(form, state) {
    var ways = {
      post: function (button) { return byPost(form, state, button); },
      email: function (button) { return byEmail(state, button); },
      paper: function () { return byPaper(form, state); },
      code: function (button) { return byCode(state, button); },
      file: function () { return byFile(state); }
    };
    root.HirobaForm.each(form.querySelectorAll("[data-send]"), function (button) {
      button.addEventListener("click", function (event) {
        event.preventDefault();
        var way = button.getAttribute("data-send");
        if (way === "file" || state.ready()) ways[way](button);
      });
    });
  }

  root.HirobaForm.sending = sending;
  root.HirobaForm.newReceipt = receipt;
})(window);
