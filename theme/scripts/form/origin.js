/* Where a form starts from: nothing, what is published, what a code on paper carries, a draft on this device.
 *
 * published(state)     promise: what is published stands in the form
 * fromAddress(state)   promise of whether the address of the page brought something
 * offerDraft(state)    asks whether to go on with what was begun here
 * tell(words, isNotice)  says above the form whose it is
 */
import { named } from "./state.js";
import { withChanges } from "./changes.js";
import { put, renew } from "./contents.js";
import { STALE } from "./correction.js";
import { offer } from "./draft.js";
import { load } from "./later.js";

const LOST = "直す相手が見つかりません。団体やイベントのページの「このページの内容を直す」から開いてください。";
const BROKEN_CODE = "読み取ったコードの内容がこわれています。もう一度読み取ってください。";

const tell = (words, isNotice) => {
  const box = document.getElementById("form-whose");
  box.textContent = words;
  box.classList.toggle("notice", Boolean(isNotice));
  box.hidden = false;
};

const published = async state => {
  const { form, kind, slug } = state;
  if (!slug) return;
  const found = /^[a-z0-9-]+$/.test(slug) && await load(state, "edit/data/" + kind + "/" + slug + ".json").catch(() => null);
  if (!found) return tell(LOST, true);
  form.elements._slug.value = slug;
  form.elements._base.value = found.base;
  put(state, found.fields);
  state.correction.begin(found.base);
  form.classList.add("form--correcting");
  tell("「" + named(state).value + "」の、いま公開している内容が入っています。直したいところだけ書きかえてください。");
};

// #t=… is a link that the staff signed, #d=… a draft that a code on paper carries.
const fromAddress = async state => {
  const { elements } = state.form;
  const token = /[#&]t=([^&]+)/.exec(location.hash);
  const carried = /[#&]d=([^&]+)/.exec(location.hash);
  if (token) elements._token.value = decodeURIComponent(token[1]);
  // Staff who write down what came on paper or by telephone say so.
  const way = new URLSearchParams(location.search).get("way");
  if (/^(paper|fax|phone|counter|email)$/.test(way)) elements._way.value = way;
  if (!carried) return false;
  const finish = await state.later.finish();
  const pairs = await finish.unpack(carried[1]);
  if (!pairs) tell(BROKEN_CODE, true);
  else if (pairs.some(pair => pair[0] === "_changes")) corrected(state, pairs, finish);
  else whole(state, pairs);
  return pairs !== null;
};

const whole = (state, pairs) => {
  renew(state, pairs);
  tell("用紙のコードから内容を入れました。", true);
};

// A code of changes brings these, and of all else what is published.
const corrected = (state, pairs, finish) => {
  const about = new Map(pairs);
  const before = state.correction.published();
  if (!before || about.get("_slug") !== state.slug || about.get("_kind") !== state.kind) return tell(LOST, true);
  renew(state, withChanges(before, pairs).concat([["_slug", state.slug], ["_base", about.get("_base") || ""]]));
  const many = finish.told(state.correction.changes()).length;
  return tell("用紙のコードから、直すところを" + many + "か所入れました。" + (state.correction.isStale() ? STALE : ""), true);
};

const offerDraft = state => {
  const kept = state.draft.kept();
  if (!kept) return;
  offer(document.getElementById("form-draft"), kept, pairs => {
    renew(state, pairs);
    state.say("続きから書けます。" + (state.correction.isStale() ? STALE : ""));
    state.steps.go(0);
  }, () => { state.draft.forget(); state.steps.go(0); });
};

export { fromAddress, offerDraft, published, tell };
