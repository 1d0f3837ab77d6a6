/* How much of a question is asked, and shown where it is repeated. */

const LONGEST = 80;

/** @param {string} query */
export const asked = (query) => query.slice(0, LONGEST);

/** @param {string} query */
export const shown = (query) => {
  // A letter of two halves is not cut in two.
  const short = asked(query).replace(/[\ud800-\udbff]$/, "");
  return query.length > LONGEST ? short + "…" : query;
};
