/* Handing it in on paper: the slip is made and printed. */
import { done } from "./done.js";
import { button } from "./element.js";
import { told } from "./look.js";
import { receiptOf } from "./receipt.js";
import { slip } from "./slip.js";
import { all, answers, title } from "./state.js";

const photosIn = pairs => pairs.map(pair => /^_photo\.(\d+)$/.exec(pair[0])).filter(Boolean).map(found => found[1]);

const print = box => {
  box.hidden = false;
  document.body.classList.add("prints-slip");
  window.print();
  document.body.classList.remove("prints-slip");
};

const byPaper = async state => {
  const { form, center, kind } = state;
  const number = receiptOf(state);
  const parts = answers(state);
  const changes = state.correction.changes();
  const box = document.getElementById("slip");
  await slip(box, {
    title: title(state), receipt: number, form, fields: parts.fields, slip: parts.slip, photos: photosIn(all(state)),
    kind, slug: form.elements._slug.value, base: form.elements._base.value, center, address: center.site,
    changes, told: told(state, changes)
  });
  print(box);
  done(state, "用紙を用意しました", number, [
    "印刷した用紙を、窓口に持って来るか、ファクス" + (center.fax ? "（" + center.fax + "）" : "") + "で送ってください。",
    "届いたら、センターが確かめて数日のうちに公開します。"
  ], button("もう一度印刷する", () => { print(box); }));
};

export { byPaper };
