/* Where a form starts from: nothing, what is published, what a code on paper carries, a draft on this device.
 *
 * published(state)     promise: what is published stands in the form
 * fromAddress(state)   promise of whether the address of the page brought something
 * offerDraft(state)    asks whether to go on with what was begun here
 * tell(words, isNotice)  says above the form whose it is
 */
import { intake_carried as shared } from "../tables.js";
import { withChanges } from "./changes.js";
import { put, renew } from "./contents.js";
import { STALE } from "./correction.js";
import { offer } from "./draft.js";
import { control, part } from "./element.js";
import { load } from "./later.js";
import { named } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./pairs.js").Pair} Pair */

const LOST = "直す相手が見つかりません。団体やイベントのページの「このページの内容を直す」から開いてください。";
const BROKEN_CODE = shared.broken;

/** @type {(words: string, isNotice?: boolean) => void} */
const tell = (words, isNotice) => {
  const box = part("#form-whose");
  box.textContent = words;
  box.classList.toggle("notice", Boolean(isNotice));
  box.hidden = false;
};

/** @type {(state: State) => Promise<void>} */
const published = async state => {
  const { form, kind, slug } = state;
  if (!slug) return;
  const read = /^[a-z0-9-]+$/.test(slug) && await load(state, "edit/data/" + kind + "/" + slug + ".json").catch(() => null);
  const found = /** @type {{base: string, fields: Pair[]} | false | null} */ (read);
  if (!found) return tell(LOST, true);
  control(form, "_slug").value = slug;
  control(form, "_base").value = found.base;
  put(state, found.fields);
  state.correction.begin(found.base);
  form.classList.add("form--correcting");
  tell("「" + named(state).value + "」の、いま公開している内容が入っています。直したいところだけ書きかえてください。");
};

/**
 * What was cut in the middle of a letter, as mail programs do, stays as it is: whoever receives the token refuses it.
 * @type {(text: string) => string}
 */
const plain = text => {
  try {
    return decodeURIComponent(text);
  } catch (_) {
    return text;
  }
};

/**
 * #t=… is a link that the staff signed, #d=… a draft that a code on paper carries.
 * @type {(state: State) => Promise<boolean>}
 */
const fromAddress = async state => {
  const token = /[#&]t=([^&]+)/.exec(location.hash);
  const carried = /[#&]d=([^&]+)/.exec(location.hash);
  if (token) control(state.form, "_token").value = plain(token[1]);
  // Staff who write down what came on paper or by telephone say so.
  const way = new URLSearchParams(location.search).get("way") || "";
  if (/^(paper|fax|phone|counter|email)$/.test(way)) control(state.form, "_way").value = way;
  if (!carried) return false;
  const finish = await state.later.finish();
  const pairs = await finish.unpack(carried[1]);
  if (!pairs) tell(BROKEN_CODE, true);
  else if (pairs.some(pair => pair[0] === "_changes")) corrected(state, pairs, finish);
  else whole(state, pairs);
  return pairs !== null;
};

/** @type {(state: State, pairs: Pair[]) => void} */
const whole = (state, pairs) => {
  renew(state, pairs);
  tell("用紙のコードから内容を入れました。", true);
};

/**
 * A code of changes brings these, and of all else what is published.
 * @type {(state: State, pairs: Pair[], finish: import("./finish.js").Finish) => void}
 */
const corrected = (state, pairs, finish) => {
  const about = new Map(pairs.map(pair => [pair[0], pair[1]]));
  const before = state.correction.published();
  if (!before || about.get("_slug") !== state.slug || about.get("_kind") !== state.kind) return tell(LOST, true);
  renew(state, withChanges(before, pairs).concat([["_slug", state.slug], ["_base", about.get("_base") || ""]]));
  const many = (finish.told(state.correction.changes()) || []).length;
  return tell("用紙のコードから、直すところを" + many + "か所入れました。" + (state.correction.isStale() ? STALE : ""), true);
};

/** @type {(state: State) => void} */
const offerDraft = state => {
  const kept = state.draft.kept();
  if (!kept) return;
  offer(part("#form-draft"), kept, pairs => {
    renew(state, pairs);
    state.say("続きから書けます。" + (state.correction.isStale() ? STALE : ""));
    state.steps.go(0);
  }, () => { state.draft.forget(); state.steps.go(0); });
};

export { fromAddress, offerDraft, published, tell };
