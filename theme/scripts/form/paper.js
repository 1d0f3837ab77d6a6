/* Handing it in on paper: the slip is made and printed. */
import { done } from "./done.js";
import { button, control, part } from "./element.js";
import { told } from "./look.js";
import { receiptOf } from "./receipt.js";
import { slip } from "./slip.js";
import { all, answers, title } from "./state.js";

/** @typedef {import("./state.js").Checked} Checked */

/** @type {(pairs: import("./pairs.js").Pair[]) => string[]} */
const photosIn = pairs => pairs.filter(pair => /^_photo\.\d+$/.test(pair[0])).map(pair => pair[0].slice("_photo.".length));

/** @type {(box: HTMLElement) => void} */
const print = box => {
  box.hidden = false;
  document.body.classList.add("prints-slip");
  window.print();
  document.body.classList.remove("prints-slip");
};

/** @type {(state: Checked) => Promise<void>} */
const byPaper = async state => {
  const { form, center, kind } = state;
  const number = receiptOf(state);
  const parts = answers(state);
  const changes = state.correction.changes();
  const box = part("#slip");
  await slip(box, {
    title: title(state), receipt: number, form, fields: parts.fields, slip: parts.slip, photos: photosIn(all(state)),
    kind, slug: control(form, "_slug").value, base: control(form, "_base").value, center, address: center.site,
    changes, told: told(state, changes)
  });
  print(box);
  done(state, "用紙を用意しました", number, [
    "印刷した用紙を、窓口に持って来るか、ファクス" + (center.fax ? "（" + center.fax + "）" : "") + "で送ってください。",
    "届いたら、センターが確かめて数日のうちに公開します。"
  ], button("もう一度印刷する", () => { print(box); }));
};

export { byPaper };
