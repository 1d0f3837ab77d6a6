/* The ways of sending. Each gives the sender a receipt number and says what comes next; a failure loses nothing.
 *
 * sending(form, state)  binds the buttons. `state` has kind(), slug(), base(), all(), split(), yaml(),
 *   title(), center, ready() (no errors left, or the sender was told), done(words), failed(words), kept()
 */
import { copy, tool } from "./done.js";
import { each } from "./data.js";
import { slip } from "./slip.js";

const LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXY";
const PATIENCE = 60000;
// What a mail program takes in an address; Japanese letters take nine characters each.
const LONGEST_MAIL = 1900;
const LONGEST_PROPOSAL = 7500;
const BEGIN = "-----ひろば ここから-----";
const END = "-----ひろば ここまで-----";

function receipt(today) {
  const random = new Uint8Array(4);
  (window.crypto || window.msCrypto).getRandomValues(random);
  const letters = Array.prototype.map.call(random, one => LETTERS[one % LETTERS.length]).join("");
  return today.slice(5, 7) + today.slice(8, 10) + "-" + letters;
}

function saved(pairs) { return JSON.stringify({ hiroba: 1, fields: pairs }); }

function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60000);
}

// Mail programs wrap lines at spaces: with none in it, what was wrapped can be put together again exactly.
function unbroken(text) { return text.replace(/ /g, "\\u0020"); }

function follow(address) {
  const link = document.createElement("a");
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
  return window.navigator.onLine === false
    ? "いまインターネットにつながっていないようです。つながるところで、もう一度「送る」を押してください。"
    : "送れませんでした。少し待って、もう一度お試しください。";
}

function post(form, pairs, readable) {
  const body = new URLSearchParams();
  pairs.forEach(pair => { body.append(pair[0], pair[1]); });
  const stop = window.AbortController ? new window.AbortController() : null;
  const timer = setTimeout(() => { if (stop) stop.abort(); }, PATIENCE);
  const request = { method: "POST", body, mode: readable ? "cors" : "no-cors", credentials: "omit" };
  if (readable) request.headers = { Accept: "application/json" };
  if (stop) request.signal = stop.signal;
  return window.fetch(form.action, request).then(answer => {
    clearTimeout(timer);
    if (!readable) return {};
    return answer.text().then(text => {
      let told = {};
      try { told = JSON.parse(text) || {}; } catch (_) { /* not everybody answers in JSON */ }
      if (!answer.ok) throw { words: told.message || refused(answer.status) };
      return told;
    });
  }, () => {
    clearTimeout(timer);
    throw { words: why() };
  });
}

function byPost(form, state, button) {
  const number = state.receipt();
  button.disabled = true;
  state.say("送っています。");
  return post(form, state.all(), button.getAttribute("data-reply") === "yes").then(told => {
    const next = told.message ? [told.message] : [state.center.name + "が内容を確かめます。", "確かめがすんだら、数日のうちに公開されます。"];
    state.done("送りました", told.receipt || number, next.concat(["分からないところがあれば、お電話することがあります。"]));
  }).catch(problem => {
    state.failed((problem.words || why()) + "書いた内容は、この端末に残っています。");
  }).then(() => { button.disabled = false; });
}

// --- By mail -----------------------------------------------------------------------------------------------

function letter(state, number, withBlock) {
  let lines = [state.center.name + " 御中", "", state.title() + "を届けます。", "受付番号：" + number, ""];
  if (withBlock) lines = lines.concat(["（下の行は消さずにお送りください）", BEGIN, unbroken(saved(state.all())), END, ""]);
  else lines = lines.concat(["端末に保存された " + fileName(number) + " を、このメールに添えてお送りください。", ""]);
  state.split().slip.forEach(pair => { lines.push(pair[0] + "：" + pair[1]); });
  return lines.join("\r\n");
}

function mailAddress(to, subject, body) {
  return "mailto:" + encodeURIComponent(to).replace("%40", "@") + "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body);
}

function shareable(file, words) {
  const what = { files: [file], title: words, text: words };
  return window.navigator.canShare && window.navigator.canShare(what) ? what : null;
}

function byEmail(state, button) {
  const number = state.receipt();
  const to = button.getAttribute("data-to");
  const subject = "【ひろば】" + state.title() + "（" + number + "）";
  const whole = mailAddress(to, subject, letter(state, number, true));
  const fits = whole.length <= LONGEST_MAIL;
  if (!fits) download(fileName(number), saved(state.all()));
  follow(fits ? whole : mailAddress(to, subject, letter(state, number, false)));
  state.done("メールを用意しました", number, [
    fits ? "メールの画面で、そのまま「送信」を押してください。" : "保存されたファイル " + fileName(number) + " をメールに添えて、" + to + " へ送ってください。",
    "送信するまでは、まだ届いていません。", "届いたら、センターが確かめて数日のうちに公開します。"
  ], shareButton(state, number, to, subject));
}

// A telephone can hand the file itself to the mail program; elsewhere the text can be copied into web mail.
function shareButton(state, number, to, subject) {
  const file = window.File ? new File([saved(state.all())], fileName(number), { type: "application/json" }) : null;
  const what = file && shareable(file, subject);
  const words = letter(state, number, true);
  return tool(what ? "ファイルをほかのアプリで送る" : "メールの文面を写す", () => {
    if (what) window.navigator.share(what).catch(() => { /* thought better of it */ });
    else copied("宛先：" + to + "\n件名：" + subject + "\n\n" + words, state, "文面を写しました。メールの本文に貼りつけて、" + to + " へ送ってください。");
  });
}

function copied(text, state, words) {
  copy(text).then(() => { if (words) state.say(words); }, () => { state.say("写せませんでした。"); });
}

// --- On paper, as a file, at the code host -----------------------------------------------------------------

function byPaper(form, state) {
  const number = state.receipt();
  const parts = state.split();
  const box = document.getElementById("slip");
  return slip(box, {
    title: state.title(), receipt: number, form, fields: parts.fields, slip: parts.slip,
    photos: state.all().map(pair => /^_photo\.(\d+)$/.exec(pair[0])).filter(Boolean).map(found => found[1]),
    kind: state.kind, slug: state.slug(), base: state.base(), center: state.center, address: state.center.site,
    changes: state.changes(), told: state.told(state.changes())
  }).then(() => {
    printed(box);
    state.done("用紙を用意しました", number, [
      "印刷した用紙を、窓口に持って来るか、ファクス" + (state.center.fax ? "（" + state.center.fax + "）" : "") + "で送ってください。",
      "届いたら、センターが確かめて数日のうちに公開します。"
    ], tool("もう一度印刷する", () => { printed(box); }));
  });
}

function printed(box) {
  box.hidden = false;
  document.body.classList.add("prints-slip");
  window.print();
  document.body.classList.remove("prints-slip");
}

function byFile(state) {
  const number = state.receipt();
  download(fileName(number), saved(state.all()));
  state.say(fileName(number) + " を保存しました。");
}

function byCode(state, button) {
  const base = button.getAttribute("data-repository");
  const branch = button.getAttribute("data-branch");
  const file = "content/" + state.kind + "s/" + (state.slug() || state.proposed()) + ".yaml";
  const proposal = base + "/new/" + branch + "?filename=" + encodeURIComponent(file) + "&value=" + encodeURIComponent(state.yaml());
  const isNew = !state.slug();
  const fits = isNew && proposal.length <= LONGEST_PROPOSAL;
  const address = fits ? proposal : isNew ? base + "/new/" + branch + "?filename=" + encodeURIComponent(file) : base + "/edit/" + branch + "/" + file;
  copied(state.yaml(), state, "");
  const links = document.createElement("span");
  links.className = "tools";
  links.appendChild(outward(address, "GitHub を開く", "button"));
  links.appendChild(outward(issue(base, state), "Issue の用紙で送る", "button button--quiet"));
  state.done("提案の準備ができました", state.receipt(), [
    fits ? "開いた画面で「Propose new file」を押してください。" : "YAML を写しました。開いた画面の内容をすべて選んで、貼りつけて（Ctrl+V）ください。",
    "公開しないことは入っていません。写真は、プルリクエストに添えてください。", "プルリクエストを職員が確かめると、公開されます。"
  ], links);
}

function outward(address, words, className) {
  const link = document.createElement("a");
  link.className = className;
  link.href = address;
  link.rel = "noopener";
  link.textContent = words;
  return link;
}

// The issue form with everything in it that an address can fill: choices are made there again.
function issue(base, state) {
  const asks = state.asks();
  let address = base + "/issues/new?template=" + state.kind + ".yml&title=" + encodeURIComponent(state.title());
  Object.keys(asks).forEach(name => {
    const text = name === "slug" ? state.slug() : answers(state.data(), name, asks[name]);
    const more = "&" + asks[name].id + "=" + encodeURIComponent(text);
    if (text && address.length + more.length <= LONGEST_PROPOSAL) address += more;
  });
  return address;
}

function answers(data, name, ask) {
  const found = name.split(".").reduce((at, step) => at && at[step], data);
  if (ask.parts) return ask.head || !Array.isArray(found) ? "" : found.map(one => joined(one, ask)).join("\n");
  return Array.isArray(found) ? found.join("\n") : typeof found === "string" ? found : "";
}

// いつ／どこで／補足 on one line; a part says what it is where one before it is missing.
function joined(one, ask) {
  let whole = true;
  return Object.keys(ask.named).filter(part => typeof one[part] === "string").map((part, n) => {
    whole = whole && ask.parts[n] === part;
    return (whole ? "" : ask.named[part] + "：") + one[part].replace(/\s+/g, " ");
  }).join("／");
}

function sending(form, state) {
  const ways = {
    post: function (button) { return byPost(form, state, button); },
    email: function (button) { return byEmail(state, button); },
    paper: function () { return byPaper(form, state); },
    code: function (button) { return byCode(state, button); },
    file: function () { return byFile(state); }
  };
  each(form.querySelectorAll("[data-send]"), button => {
    button.addEventListener("click", event => {
      event.preventDefault();
      const way = button.getAttribute("data-send");
      if (way === "file" || state.ready()) ways[way](button);
    });
  });
}

export { sending, receipt as newReceipt };
