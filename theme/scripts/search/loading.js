/* Files of the site, each asked for once and only when it is needed. */

// Longer than any file takes on a slow line.
const PATIENCE = 20000;

/** Something that did not come in time. */
export class Late extends Error {}

/**
 * What is `awaited`, as long as it comes in time. (Not every browser can break off a request.)
 *
 * @template T
 * @param {Promise<T>} awaited
 * @param {string} what
 * @returns {Promise<T>}
 */
export const inTime = (awaited, what) => new Promise((resolve, reject) => {
  const patience = setTimeout(() => { reject(new Late(what)); }, PATIENCE);
  awaited.then(resolve, reject).finally(() => { clearTimeout(patience); });
});

/** @param {string} address @param {RequestInit} [how] @returns {Promise<any>} */
const read = async (address, how) => {
  const answer = await fetch(address, how);
  if (!answer.ok) throw new Error(address + ": " + answer.status);
  return answer.json();
};

/** @param {string} address @returns {Promise<any>} */
export const json = (address) => inTime(read(address), address);

/** @param {string} address @returns {Promise<any>} as the site has it now, not as the browser has kept it */
export const freshJson = (address) => inTime(read(address, { cache: "no-cache" }), address);

/**
 * `make`, done once; what failed is tried again the next time.
 *
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
export const once = (make) => {
  /** @type {Promise<T> | null} */
  let made = null;
  return () => {
    const asked = made || make();
    made = asked;
    return asked.catch((error) => {
      made = null;
      throw error;
    });
  };
};

/**
 * The same for many files by key.
 *
 * @template T
 * @param {(key: string) => Promise<T>} make
 * @returns {((key: string) => Promise<T>) & { forget: (key: string) => void }}
 */
export const each = (make) => {
  /** @type {Map<string, () => Promise<T>>} */
  const kept = new Map();
  /** @param {string} key */
  const get = (key) => {
    const one = kept.get(key) || once(() => make(key));
    kept.set(key, one);
    return one();
  };
  return Object.assign(get, { forget: (/** @type {string} */ key) => { kept.delete(key); } });
};
