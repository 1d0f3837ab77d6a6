/* Sending to a receiver. Nothing is lost where that fails: the draft stays, and the same number is sent again.
 *
 * byPost(state, pressed)  the button says whether the receiver's answer can be read
 */
import { done } from "./done.js";
import { receiptOf } from "./receipt.js";
import { all } from "./state.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {{message?: string, receipt?: string}} Answer
 */

// How long an answer may take, in milliseconds.
const PATIENCE = 60000;

/** @type {(status: number) => string} */
const refused = status => {
  if (status === 413) return "写真が大きすぎて送れませんでした。写真をへらして、もう一度お試しください。";
  if (status === 429) return "送信がこみ合っています。しばらくしてから、もう一度お試しください。";
  if (status === 404 || status === 405 || status === 501) return "送り先が見つかりませんでした。ほかの送り方をお使いください。";
  return "受け付けのコンピューターの都合で送れませんでした。";
};

/** @type {() => string} */
const why = () => {
  return window.navigator.onLine === false
    ? "いまインターネットにつながっていないようです。つながるところで、もう一度「送る」を押してください。"
    : "送れませんでした。少し待って、もう一度お試しください。";
};

/**
 * The answer of the receiver, {message, receipt}; {} where it cannot be read. A failure has `words` for the sender.
 * @type {(form: HTMLFormElement, pairs: import("./pairs.js").Pair[], isReadable: boolean) => Promise<Answer>}
 */
const post = async (form, pairs, isReadable) => {
  const body = new URLSearchParams();
  pairs.forEach(pair => { body.append(pair[0], pair[1]); });
  const stop = new AbortController();
  const timer = setTimeout(() => { stop.abort(); }, PATIENCE);
  const request = /** @type {RequestInit} */ ({ method: "POST", body, mode: isReadable ? "cors" : "no-cors", credentials: "omit", signal: stop.signal });
  if (isReadable) request.headers = { Accept: "application/json" };
  const answer = await fetch(form.action, request).catch(() => { throw { words: why() }; });
  clearTimeout(timer);
  return isReadable ? read(answer) : {};
};

/** @type {(answer: Response) => Promise<Answer>} */
const read = async answer => {
  const text = await answer.text();
  /** @type {Answer} */
  let told = {};
  try { told = JSON.parse(text) || {}; } catch (_) { /* not everybody answers in JSON */ }
  if (!answer.ok) throw { words: told.message || refused(answer.status) };
  return told;
};

/** @type {(state: State, pressed: HTMLButtonElement) => Promise<void>} */
const byPost = async (state, pressed) => {
  const number = receiptOf(state);
  pressed.disabled = true;
  state.say("送っています。");
  try {
    const told = await post(state.form, all(state), pressed.getAttribute("data-reply") === "yes");
    const next = told.message ? [told.message] : [state.center.name + "が内容を確かめます。", "確かめがすんだら、数日のうちに公開されます。"];
    done(state, "送りました", told.receipt || number, next.concat(["分からないところがあれば、お電話することがあります。"]));
  } catch (problem) {
    state.fail((/** @type {{words?: string}} */ (problem).words || why()) + "書いた内容は、この端末に残っています。");
  }
  state.say("");
  pressed.disabled = false;
};

export { byPost };
