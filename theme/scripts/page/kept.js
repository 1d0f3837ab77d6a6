/* The shortlist: a list of {url, title} on this device and nowhere else. */

/** @typedef {{ url: string, title: string }} Kept */

const NAME = "hiroba.kept";
const MOST = 40;

/** @param {unknown} one @returns {one is Kept} */
const isKept = (one) =>
  typeof one === "object" && one !== null && "title" in one && typeof one.title === "string" &&
  "url" in one && /^(groups|events|wanted)\/[a-z0-9-]+\/$/.test(String(one.url));

/** @returns {Kept[]} */
export const read = () => {
  try {
    const kept = JSON.parse(window.localStorage.getItem(NAME) || "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch (_) {
    return [];
  }
};

/** @param {Kept[]} kept whether it could be kept: a browser may forbid it */
export const write = (kept) => {
  try {
    window.localStorage.setItem(NAME, JSON.stringify(kept));
    return true;
  } catch (_) {
    return false;
  }
};

/** @param {string} url */
export const has = (url) => read().some((one) => one.url === url);

/** @param {string} url @param {string} title what is in the way of keeping it, or of taking it off; empty if nothing is */
export const toggle = (url, title) => {
  const kept = read();
  const others = kept.filter((one) => one.url !== url);
  const isNew = others.length === kept.length;
  if (isNew && kept.length >= MOST) return "検討リストは" + MOST + "件までです。どれかを外すと、入れられます。";
  const done = write(isNew ? kept.concat([{ url, title }]) : others);
  return done ? "" : "この端末では、検討リストを残せない設定になっています。";
};
