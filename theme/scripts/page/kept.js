/* The shortlist: a list of {url, title} on this device and nowhere else. */

/** @typedef {{ url: string, title: string }} Kept */

const NAME = "hiroba.kept";
const MOST = 40;

/** @param {unknown} one @returns {one is Kept} */
const isKept = (one) =>
  typeof one === "object" && one !== null && "url" in one && /^(groups|events)\/[^/]+\/$/.test(String(one.url));

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
    window.localStorage.setItem(NAME, JSON.stringify(kept.slice(0, MOST)));
    return true;
  } catch (_) {
    return false;
  }
};

/** @param {string} url */
export const has = (url) => read().some((one) => one.url === url);

/** @param {string} url @param {string} title whether it could be kept, or taken off */
export const toggle = (url, title) => {
  const kept = read();
  const others = kept.filter((one) => one.url !== url);
  return write(others.length < kept.length ? others : kept.concat([{ url, title }]));
};
