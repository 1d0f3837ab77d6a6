/* Documents by their tokens, asked of a Pagefind bundle. */

/** @typedef {(tokens: string[]) => Promise<Set<number>>} Find the documents that hold the tokens one after another */
/** @typedef {{ results: { id: string }[] }} Answers */
/** @typedef {{ search: (phrase: string, options?: object) => Promise<Answers> }} Pagefind */

/**
 * find() by exact phrases. Pagefind sorts by document number, so the order of all its pages tells which of its ids is
 * which document, and no page's own file is ever loaded. All pages hold the token `every`; search(null) would give the
 * same answer, but loads every part of the index for it.
 *
 * @param {Pagefind} pagefind
 * @returns {Find}
 */
export const makeFind = (pagefind) => {
  /** @type {Map<string, Promise<Set<number>>>} */
  const known = new Map();
  const numbered = pagefind.search('"every"', { sort: { n: "asc" } })
    .then((all) => new Map(all.results.map((result, number) => [result.id, number])));

  /** @param {string} phrase */
  const ask = async (phrase) => {
    const [numbers, answers] = await Promise.all([numbered, pagefind.search('"' + phrase + '"')]);
    return new Set(answers.results.map((result) => Number(numbers.get(result.id))));
  };

  return (tokens) => {
    const phrase = tokens.join(" ");
    const asked = known.get(phrase) || ask(phrase);
    known.set(phrase, asked);
    return asked;
  };
};
