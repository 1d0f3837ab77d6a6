/* How many years or people a condition asks for: generator/japanese/bounds.py. */
import { bounds as shared } from "../tables.js";
import { patterns } from "./expressions.js";
import { compact, kanjiNumber, strip } from "./text.js";
import { parser, unclear } from "./unclear.js";

/** @typedef {ReturnType<typeof import("./expressions.js").pattern>} Expression */

const { MEMBERS_LEAST, ONLY_LEAST, ONLY_MOST, YEARS_LEAST, YEARS_MOST } = patterns(shared);

/** @typedef {{pattern: Expression, facts: Record<string, string>}} Other  what a text of the other side looks like, and where that belongs */

/** @type {(wanted: Expression, like: string, other?: Other) => (text: string) => number | import("./unclear.js").Unclear} */
const bound = (wanted, like, other) => parser(text => {
  const plain = compact(text);
  const match = wanted.full(plain);
  const found = match ? kanjiNumber(match.number.replace(/,/g, "")) : null;
  if (found !== null) return found;
  return other && other.pattern.full(plain) ? unclear("bound-turned", text, strip(text), other.facts) : unclear("bound", text, like);
});

export const parseYearsLeast = bound(YEARS_LEAST, shared.as_years, { pattern: ONLY_MOST, facts: shared.to_most });
export const parseYearsMost = bound(YEARS_MOST, shared.as_years_most, { pattern: ONLY_LEAST, facts: shared.to_least });
export const parseMembersLeast = bound(MEMBERS_LEAST, shared.as_members);
