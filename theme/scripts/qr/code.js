/* QR codes (ISO/IEC 18004) made in the browser, so that a printed slip carries what was filled in without asking anybody.
 *
 * code(text, forced) {version, level, mask, rows}; `forced` may fix any of the first three (for tests)
 * matrix(text)       rows of booleans, true is dark; null if the text fits no code
 *
 * The smallest version at level L is taken, and level M if it fits in that version too.
 */
import { codewords, fits, segment } from "./bits.js";
import { woven } from "./correction.js";
import { LAST, LEVELS } from "./levels.js";
import { best, masked } from "./masks.js";
import { format, square } from "./square.js";

/** @typedef {import("./levels.js").Level} Level */
/** @typedef {import("./square.js").Square} Square */

/**
 * In pairs of columns from the right, upwards and downwards in turn, past the column of the timing marks.
 * @type {(made: Square, words: number[]) => void}
 */
const fill = (made, words) => {
  const size = made.size;
  let at = 0;
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (let side = 0; side < 2; side += 1) {
        const spot = y * size + right - side;
        if (!made.taken[spot] && at < words.length * 8) {
          made.dark[spot] = words[at >> 3] >>> (7 - at % 8) & 1;
          at += 1;
        }
      }
    }
    up = !up;
  }
};

/** @type {(piece: import("./bits.js").Segment, level: Level) => number} */
const smallest = (piece, level) => {
  for (let version = 1; version <= LAST; version += 1) if (fits(piece, version, level)) return version;
  return 0;
};

/**
 * @typedef {{version: number, level: Level, mask: number, rows: boolean[][]}} Code
 * @type {(text: string, forced?: {version?: number, level?: Level, mask?: number}) => Code | null}
 */
const code = (text, forced) => {
  const given = forced || {};
  const piece = segment(String(text));
  const version = given.version || smallest(piece, given.level || "L");
  if (!version || !fits(piece, version, given.level || "L")) return null;
  const level = given.level || (fits(piece, version, "M") ? "M" : "L");
  const made = square(version);
  fill(made, woven(codewords(piece, version, level), version, level));
  const mask = given.mask === undefined ? best(made) : given.mask;
  made.dark = masked(made, mask);
  format(made, LEVELS[level].bits << 3 | mask);
  return { version, level, mask, rows: rows(made) };
};

/** @type {(made: Square) => boolean[][]} */
const rows = made => {
  const out = [];
  for (let y = 0; y < made.size; y += 1) {
    out.push(Array.from(made.dark.subarray(y * made.size, (y + 1) * made.size), Boolean));
  }
  return out;
};

/** @type {(text: string) => boolean[][] | null} */
const matrix = text => {
  const found = code(text);
  return found && found.rows;
};

export { code, matrix };
