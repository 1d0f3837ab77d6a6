/* The ways of sending. Each gives the sender a receipt number and says what comes next; a failure loses nothing. */
import { attribute } from "./element.js";
import { download } from "./links.js";
import { byMail } from "./mail.js";
import { byPaper } from "./paper.js";
import { byPost } from "./post.js";
import { byCode } from "./proposal.js";
import { fileName, receiptOf, saved } from "./receipt.js";
import { all } from "./state.js";

/** @typedef {import("./state.js").Checked} Checked */

/** @type {(state: Checked) => void} */
const byFile = state => {
  const name = fileName(receiptOf(state));
  download(name, saved(all(state)));
  state.say(name + " を保存しました。");
};

/** @type {Record<string, (state: Checked, pressed: HTMLButtonElement) => unknown>} */
const WAYS = { post: byPost, email: byMail, paper: byPaper, code: byCode, file: byFile };

/**
 * Sends the way that a button names. Every mistake is told before anything is sent; a file can be kept with mistakes.
 * @type {(state: Checked, pressed: HTMLButtonElement) => void}
 */
const send = (state, pressed) => {
  const way = attribute(pressed, "data-send");
  state.draft.keep();
  state.fail("");
  if (way === "file" || state.inspection.allows(state.form)) WAYS[way](state, pressed);
};

export { send };
