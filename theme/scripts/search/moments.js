/* What is on some days, in the order of time. */

/**
 * Events first, then the groups that meet, each by when it is on first; what begins at the same time keeps its order.
 *
 * @param {number[]} numbers
 * @param {Map<number, string>} moments
 * @param {import("./town.js").Town} town
 */
export const inTime = (numbers, moments, { kindOf }) => {
  /** @param {number} number */
  const key = (number) => (kindOf(number) === "event" ? "0" : "1") + (moments.get(number) || "");
  return numbers.map((number, at) => ({ number, at, key: key(number) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ number }) => number);
};
