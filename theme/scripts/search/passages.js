/* The words of a question marked in the text in which they were found. */
import { KANJI } from "./letters.js";

/** @typedef {{ text: string, mark: boolean }} Piece */
/** @typedef {{ from: number, to: number, size: number, rank: number }} Hit `rank`: the place of its word among those marked */
/** @typedef {import("./fold.js").Folding} Folding */

const MOST_HITS = 60;

/** @param {import("./fold.js").Folded} folded @param {string[]} marks @returns {Hit[]} */
const hits = (folded, marks) => {
  /** @type {Hit[]} */
  const found = [];
  marks.filter((mark) => mark.length > 1 || KANJI.test(mark)).forEach((mark, rank) => {
    let at = folded.text.indexOf(mark);
    while (at >= 0 && found.length < MOST_HITS) {
      found.push({ from: folded.from[at], to: folded.to[at + mark.length - 1], size: mark.length, rank });
      at = folded.text.indexOf(mark, at + mark.length);
    }
  });
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
};

/** @param {string} written @param {Hit[]} found @param {number} from @param {number} to @returns {Piece[]} */
const pieces = (written, found, from, to) => {
  /** @type {Piece[]} */
  const out = [];
  let at = from;
  found.forEach((hit) => {
    if (hit.from < at || hit.to > to) return;
    if (hit.from > at) out.push({ text: written.slice(at, hit.from), mark: false });
    out.push({ text: written.slice(hit.from, hit.to), mark: true });
    at = hit.to;
  });
  if (at < to) out.push({ text: written.slice(at, to), mark: false });
  return out;
};

/** @param {Folding} folding @param {string} written @param {string[]} marks the text in pieces, whole */
export const highlighted = (folding, written, marks) =>
  pieces(written, hits(folding.foldMap(written), marks), 0, written.length);

/**
 * About `size` letters around what was asked rather than another word for it, from the start of its sentence where that is near; [] without a hit.
 *
 * @param {Folding} folding
 * @param {string} written
 * @param {string[]} marks
 * @param {number} size
 * @returns {Piece[]}
 */
export const passage = (folding, written, marks, size) => {
  const found = hits(folding.foldMap(written), marks);
  if (!found.length) return [];
  const best = found.reduce((most, hit) => (hit.rank < most.rank ? hit : most));
  const sentence = Math.max(written.lastIndexOf("。", best.from - 1), written.lastIndexOf("\n", best.from - 1)) + 1;
  const near = Math.max(0, best.from - Math.floor(size / 3));
  const from = sentence > near || best.from - sentence < size / 2 ? sentence : near;
  const stop = written.indexOf("\n", best.to);
  const end = Math.min(written.length, from + size);
  const to = stop >= 0 && stop < end ? stop : end;
  const out = pieces(written, found, from, Math.max(to, best.to));
  if (from > 0 && from !== sentence) out.unshift({ text: "…", mark: false });
  if (to < written.length && stop !== to && written[to - 1] !== "。") out.push({ text: "…", mark: false });
  return out;
};
