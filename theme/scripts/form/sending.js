/* The ways of sending. Each gives the sender a receipt number and says what comes next; a failure loses nothing. */
import { download } from "./links.js";
import { byMail } from "./mail.js";
import { byPaper } from "./paper.js";
import { byPost } from "./post.js";
import { byCode } from "./proposal.js";
import { fileName, receiptOf, saved } from "./receipt.js";
import { all } from "./state.js";

const byFile = state => {
  const name = fileName(receiptOf(state));
  download(name, saved(all(state)));
  state.say(name + " を保存しました。");
};

const WAYS = { post: byPost, email: byMail, paper: byPaper, code: byCode, file: byFile };

/**
 * Sends the way that a button names. Every mistake is told before anything is sent; a file can be kept with mistakes.
 * @param {import("./state.js").State} state
 * @param {HTMLButtonElement} pressed
 */
const send = (state, pressed) => {
  const way = pressed.getAttribute("data-send");
  state.draft.keep();
  state.fail("");
  if (way === "file" || state.inspection.allows(state.form)) WAYS[way](state, pressed);
};

export { send };
