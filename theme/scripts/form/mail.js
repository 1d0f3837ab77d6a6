/* Sending by mail: a letter with everything in it, or with a file beside it where that would be too long.
 *
 * byMail(state, pressed)  the button says to whom
 */
import { intake_mail as shared } from "../tables.js";
import { copy } from "./copying.js";
import { done } from "./done.js";
import { attribute, button } from "./element.js";
import { download, follow } from "./links.js";
import { fileName, receiptOf, saved } from "./receipt.js";
import { all, answers, title } from "./state.js";

/** @typedef {import("./state.js").State} State */

// What a mail program takes in an address; Japanese letters take nine characters each.
const LONGEST = 1900;
const BEGIN = shared.begin;
const END = shared.end;

/**
 * Mail programs wrap lines at spaces: with none in it, what was wrapped can be put together again exactly.
 * @type {(text: string) => string}
 */
const unbroken = text => text.replace(/ /g, "\\u0020");

/** @type {(state: State, number: string, withBlock: boolean) => string} */
const letter = (state, number, withBlock) => {
  let lines = [state.center.name + " 御中", "", title(state) + "を届けます。", "受付番号：" + number, ""];
  if (withBlock) lines = lines.concat(["（下の行は消さずにお送りください）", BEGIN, unbroken(saved(all(state))), END, ""]);
  else lines = lines.concat(["端末に保存された " + fileName(number) + " を、このメールに添えてお送りください。", ""]);
  answers(state).slip.forEach(pair => { lines.push(pair[0] + "：" + pair[1]); });
  return lines.join("\r\n");
};

/** @type {(to: string, subject: string, body: string) => string} */
const mailAddress = (to, subject, body) => {
  return "mailto:" + encodeURIComponent(to).replace("%40", "@") + "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body);
};

/**
 * A telephone can hand the file itself to the mail program.
 * @type {(file: File, words: string) => {files: File[], title: string, text: string} | null}
 */
const shareable = (file, words) => {
  const what = { files: [file], title: words, text: words };
  return navigator.canShare && navigator.canShare(what) ? what : null;
};

/** @type {(state: State, number: string, to: string, subject: string) => HTMLElement} */
const copyButton = (state, number, to, subject) => button("メールの文面を写す", () => {
  copy("宛先：" + to + "\n件名：" + subject + "\n\n" + letter(state, number, true)).then(
    () => { state.say("文面を写しました。メールの本文に貼りつけて、" + to + " へ送ってください。"); },
    () => { state.say("写せませんでした。"); }
  );
});

/** @type {(state: State, number: string, to: string, subject: string) => HTMLElement} */
const shareButton = (state, number, to, subject) => {
  const file = new File([saved(all(state))], fileName(number), { type: "application/json" });
  const what = shareable(file, subject);
  if (!what) return copyButton(state, number, to, subject);
  return button("ファイルをほかのアプリで送る", () => {
    navigator.share(what).catch(() => { /* thought better of it */ });
  });
};

/** @type {(state: State, pressed: HTMLButtonElement) => void} */
const byMail = (state, pressed) => {
  const number = receiptOf(state);
  const to = attribute(pressed, "data-to");
  const subject = "【ひろば】" + title(state) + "（" + number + "）";
  const whole = mailAddress(to, subject, letter(state, number, true));
  const fits = whole.length <= LONGEST;
  if (!fits) download(fileName(number), saved(all(state)));
  follow(fits ? whole : mailAddress(to, subject, letter(state, number, false)));
  const next = fits
    ? "メールの画面で、そのまま「送信」を押してください。"
    : "保存されたファイル " + fileName(number) + " をメールに添えて、" + to + " へ送ってください。";
  done(state, "メールを用意しました", number, [
    next, "送信するまでは、まだ届いていません。", "届いたら、センターが確かめて数日のうちに公開します。"
  ], shareButton(state, number, to, subject));
};

export { byMail };
