/* The paper to hand in or fax: of a new profile every answer, of a correction what changes and nothing else; what is
 * private apart; a code that carries the same; and who brings it, with where it goes.
 *
 * slip(box, what)  what: {title, receipt, form, fields, slip, photos, kind, slug, base, changes, told, center,
 *   address} → promise, ready to print. `changes` and their words `told` are null for a new profile.
 */
import { svg } from "../qr/svg.js";
import { pack } from "./carry.js";
import { onlyChanges } from "./changes.js";
import { controls, element } from "./element.js";
import { labelOf, questionOf } from "./errors.js";
import { changeTable } from "./wording.js";

/**
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {object} Slip
 * @property {string} title
 * @property {string} receipt
 * @property {HTMLFormElement} form
 * @property {Pair[]} fields
 * @property {Pair[]} slip
 * @property {string[]} photos  the numbers of new ones
 * @property {string} kind
 * @property {string} slug
 * @property {string} base
 * @property {import("./changes.js").Change[] | null} changes
 * @property {import("./wording.js").Told[] | null} told
 * @property {Record<string, string>} center
 * @property {string} address
 * @typedef {{label: string, texts: string[], name: string}} Row
 */

// The letters from which on a code must be printed larger, so that a telephone can read its squares off paper.
const DENSE = 1200;

/**
 * The words a person chose, not the ids that stand for them.
 * @type {(form: HTMLFormElement, name: string, text: string) => string}
 */
const spoken = (form, name, text) => {
  const found = controls(form).filter(one => one.name === name);
  const tick = found.find(one => (one.type === "checkbox" || one.type === "radio") && one.value === text);
  if (tick && tick.parentElement) return String(tick.parentElement.textContent).trim();
  const select = /** @type {HTMLSelectElement | undefined} */ (
    /** @type {unknown} */ (found.find(one => one.tagName === "SELECT"))
  );
  const option = select && Array.from(select.options).find(one => one.value === text);
  if (option) return String(option.textContent);
  return found.length && found[0].value && found[0].hasAttribute("list") ? found[0].value : text;
};

/** @type {(form: HTMLFormElement, name: string) => string} */
const asked = (form, name) => {
  const question = questionOf(form, name.split("."));
  return question ? labelOf(question) : name;
};

/**
 * One row for each question, its answers on lines of their own.
 * @type {(form: HTMLFormElement, fields: Pair[]) => Row[]}
 */
const rows = (form, fields) => {
  /** @type {Row[]} */
  const found = [];
  fields.forEach(pair => {
    if (/\.file$/.test(pair[0])) return;
    const label = asked(form, pair[0]);
    const text = spoken(form, pair[0], pair[1]);
    const last = found[found.length - 1];
    if (last && last.label === label && last.name === pair[0]) last.texts.push(text);
    else found.push({ label, texts: [text], name: pair[0] });
  });
  return found;
};

/** @type {(found: Row[]) => HTMLElement} */
const table = found => {
  const made = element("table");
  found.forEach(one => {
    const row = element("tr");
    const head = element("th", one.label);
    head.setAttribute("scope", "row");
    row.appendChild(head);
    row.appendChild(element("td", one.texts.join("、")));
    made.appendChild(row);
  });
  return made;
};

/** @type {(box: HTMLElement, told: import("./wording.js").Told[]) => void} */
const corrected = (box, told) => {
  box.appendChild(element("p", told.length
    ? "変わるところは、次の" + told.length + "か所です。ほかは、いまのっている内容のままです。"
    : "変わるところはありません。いまのっている内容のままです。"));
  if (told.length) box.appendChild(changeTable(told));
};

/**
 * New pictures are too large for a code, and can no more be printed; their words go with them.
 * @type {(what: Slip, pairs: Pair[]) => Pair[]}
 */
const withoutPhotos = (what, pairs) => {
  const numbers = what.photos.map(number => "photos." + number + ".");
  return pairs.filter(pair => !numbers.some(number => pair[0].indexOf(number) === 0));
};

/** @type {(what: Slip) => Pair[]} */
const carried = what => {
  const about = [["_kind", what.kind], ["_slug", what.slug], ["_base", what.base], ["_changes", what.changes ? "1" : ""]];
  const told = what.changes ? onlyChanges(what.changes) : what.fields;
  return about.filter(pair => pair[1]).concat(withoutPhotos(what, told));
};

/** @type {(box: HTMLElement, what: Slip) => Promise<void>} */
const code = (box, what) => {
  return pack(carried(what)).then(packed => {
    const whose = what.changes ? what.kind + "=" + what.slug + "&" : "";
    const address = what.address + "?" + whose + "way=paper#d=" + packed;
    const drawn = packed ? svg(address) : null;
    const figure = element("figure", "", address.length > DENSE ? "slip__code slip__code--dense" : "slip__code");
    if (drawn) figure.appendChild(drawn);
    figure.appendChild(element("figcaption", drawn
      ? "職員用：読み取ると、" + (what.changes ? "変わるところ" : "書いた内容") + "がフォームに入ります（公開しない連絡先は入っていません）。"
      : "内容が長いため、読み取り用のコードはつけていません。"));
    box.insertBefore(figure, box.firstChild);
  });
};

/**
 * Who it is from and where it goes stay together, so that no second sheet has a signature alone.
 * @type {(center: Record<string, string>) => HTMLElement}
 */
const foot = center => {
  const made = element("div", "", "slip__foot");
  made.appendChild(element("p", "届け先　" + center.name, "slip__to"));
  if (center.address) made.appendChild(element("p", center.address));
  made.appendChild(element("p", [center.phone && "電話 " + center.phone, center.fax && "ファクス " + center.fax, center.hours].filter(Boolean).join("　")));
  made.appendChild(element("p", "届けた日　　　年　　月　　日　　　書いた方のお名前　　　　　　　　　　　　", "slip__sign"));
  return made;
};

/** @type {(box: HTMLElement, what: Slip) => Promise<void>} */
const slip = (box, what) => {
  box.textContent = "";
  box.appendChild(element("h2", what.title + (what.changes ? "（直すところ）" : "")));
  box.appendChild(element("p", "受付番号　" + what.receipt, "slip__receipt"));
  if (what.told) corrected(box, what.told);
  else box.appendChild(table(rows(what.form, what.fields)));
  if (what.photos.length) box.appendChild(element("p", "新しい写真が" + what.photos.length + "枚あります。紙にはのりません。メールかUSBメモリーでお届けください。"));
  if (what.slip.length) {
    box.appendChild(element("h3", "公開しないこと（センターの控え）"));
    box.appendChild(table(what.slip.map(pair => ({ label: pair[0], texts: [pair[1]], name: pair[0] }))));
  }
  box.appendChild(foot(what.center));
  return code(box, what);
};

export { slip };
