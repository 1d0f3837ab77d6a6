/* A text as the codewords of a version (ISO/IEC 18004, 7.4).
 *
 * segment(text)                      how its length is counted, and its bits: alphanumeric where it can be, else UTF-8
 * fits(piece, version, level)        whether the version holds it
 * codewords(piece, version, level)   its bytes, filled up to what the version holds
 */
import { LEVELS } from "./levels.js";
import { square } from "./square.js";

/** @typedef {import("./levels.js").Level} Level */

/**
 * `counted`: the bits of the count in small, middle and large versions; `length` in bits.
 * @typedef {object} Segment
 * @property {number} mode
 * @property {number} count
 * @property {number[]} counted
 * @property {number} length
 * @property {(push: (value: number, width: number) => void) => void} write
 */

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** @type {Map<number, number>} */
const rooms = new Map();

/**
 * How many codewords a version holds in all.
 * @type {(version: number) => number}
 */
const room = version => {
  const known = rooms.get(version);
  if (known) return known;
  const free = square(version).taken.reduce((sum, each) => sum + (each ? 0 : 1), 0);
  rooms.set(version, Math.floor(free / 8));
  return Math.floor(free / 8);
};

/** @type {(version: number, level: Level) => number} */
const capacity = (version, level) =>
  room(version) - LEVELS[level].parity[version - 1] * LEVELS[level].blocks[version - 1];

/**
 * The text as one run of characters: how its length is counted, and its bits.
 * @type {(text: string) => Segment}
 */
const segment = text => {
  const plain = text.split("").every(letter => LETTERS.indexOf(letter) >= 0);
  return plain ? letters(text) : octets(new TextEncoder().encode(text));
};

/** @type {(text: string) => Segment} */
const letters = text => ({
  mode: 2,
  count: text.length,
  counted: [9, 11, 13],
  length: Math.floor(text.length / 2) * 11 + text.length % 2 * 6,
  write: push => {
    let at;
    for (at = 0; at + 1 < text.length; at += 2) {
      push(LETTERS.indexOf(text.charAt(at)) * 45 + LETTERS.indexOf(text.charAt(at + 1)), 11);
    }
    if (at < text.length) push(LETTERS.indexOf(text.charAt(at)), 6);
  }
});

/** @type {(bytes: Uint8Array) => Segment} */
const octets = bytes => ({
  mode: 4,
  count: bytes.length,
  counted: [8, 16, 16],
  length: bytes.length * 8,
  write: push => { bytes.forEach(byte => { push(byte, 8); }); }
});

/** @type {(piece: Segment, version: number) => number} */
const counting = (piece, version) => piece.counted[version < 10 ? 0 : version < 27 ? 1 : 2];

/** @type {(piece: Segment, version: number, level: Level) => boolean} */
const fits = (piece, version, level) =>
  4 + counting(piece, version) + piece.length <= capacity(version, level) * 8;

/**
 * The codewords of the text, filled up to what the version holds.
 * @type {(piece: Segment, version: number, level: Level) => Uint8Array}
 */
const codewords = (piece, version, level) => {
  const wanted = capacity(version, level);
  const out = new Uint8Array(wanted);
  let at = 0;
  const push = (/** @type {number} */ value, /** @type {number} */ width) => {
    for (let bit = width - 1; bit >= 0; bit -= 1, at += 1) out[at >> 3] |= (value >>> bit & 1) << (7 - at % 8);
  };
  push(piece.mode, 4);
  push(piece.count, counting(piece, version));
  piece.write(push);
  at = Math.min(at + 4, wanted * 8);
  const end = Math.ceil(at / 8);
  for (let next = end; next < wanted; next += 1) out[next] = (next - end) % 2 ? 0x11 : 0xec;
  return out;
};

export { codewords, fits, segment };
