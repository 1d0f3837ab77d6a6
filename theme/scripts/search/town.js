/* Which documents are of which kind, and which are over: known from their numbers alone. */

/** @typedef {{ count: number, over: number, kinds: Record<string, string>, runs: [string, number][] }} Start of search-index/start.json */
/** @typedef {ReturnType<typeof makeTown>} Town */

/** @param {Start} start */
export const makeTown = (start) => {
  /** @type {{ kind: string, from: number, to: number }[]} */
  const spans = [];
  start.runs.forEach(([kind, size]) => {
    const from = spans.length ? spans[spans.length - 1].to : 0;
    spans.push({ kind, from, to: from + size });
  });

  /** @param {number} number */
  const kindOf = (number) => (spans.find(({ from, to }) => from <= number && number < to) || { kind: "" }).kind;

  return {
    count: start.count,
    // Without what every object has: a kind may be asked for by any word.
    kinds: /** @type {Record<string, string>} */ (Object.assign(Object.create(null), start.kinds)),
    kindOf,
    /** @param {number} number whether it is an event or a grant that is over */
    over: (number) => number >= start.count - start.over,
    /** @param {number} number whether it is a page of text, no record */
    isPage: (number) => kindOf(number) === "page",
    /** @param {string} kind @returns {number[]} */
    ofKind: (kind) => {
      /** @type {number[]} */
      const out = [];
      spans.filter((span) => span.kind === kind).forEach(({ from, to }) => {
        for (let number = from; number < to; number += 1) out.push(number);
      });
      return out;
    }
  };
};
