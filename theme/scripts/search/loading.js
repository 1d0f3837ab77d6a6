/* Files of the site, each asked for once and only when it is needed. */

/** @param {string} address @returns {Promise<any>} */
export const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address + ": " + answer.status);
  return answer.json();
};

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
 * @returns {(key: string) => Promise<T>}
 */
export const each = (make) => {
  /** @type {Map<string, () => Promise<T>>} */
  const kept = new Map();
  return (key) => {
    const one = kept.get(key) || once(() => make(key));
    kept.set(key, one);
    return one();
  };
};
