/* Reed and Solomon's error correction over bytes (ISO/IEC 18004, 7.5).
 *
 * woven(data, version, level)  data in blocks, each with its error correction, taken from all blocks in turn
 */
import { LEVELS } from "./levels.js";

const POWER = new Uint8Array(510);
const LOG = new Uint8Array(256);
(() => {
  let value = 1;
  for (let n = 0; n < 255; n += 1) {
    POWER[n] = POWER[n + 255] = value;
    LOG[value] = n;
    value = value << 1 ^ (value & 128 ? 0x11d : 0);
  }
})();

/** @type {(a: number, b: number) => number} */
const times = (a, b) => a && b ? POWER[LOG[a] + LOG[b]] : 0;

/**
 * The polynomial whose zeros are the first powers of 2, without its leading 1.
 * @type {(degree: number) => Uint8Array}
 */
const divisor = degree => {
  const found = new Uint8Array(degree);
  found[degree - 1] = 1;
  for (let n = 0; n < degree; n += 1) {
    for (let at = 0; at < degree; at += 1) found[at] = times(found[at], POWER[n]) ^ (at + 1 < degree ? found[at + 1] : 0);
  }
  return found;
};

/** @type {(data: Uint8Array, by: Uint8Array) => Uint8Array} */
const parity = (data, by) => {
  const rest = new Uint8Array(by.length);
  data.forEach(byte => {
    const lead = byte ^ rest[0];
    rest.copyWithin(0, 1);
    rest[by.length - 1] = 0;
    by.forEach((factor, at) => { rest[at] ^= times(factor, lead); });
  });
  return rest;
};

/**
 * Data in blocks, each with its error correction, taken from all blocks in turn.
 * @type {(data: Uint8Array, version: number, level: import("./levels.js").Level) => number[]}
 */
const woven = (data, version, level) => {
  const count = LEVELS[level].blocks[version - 1];
  const by = divisor(LEVELS[level].parity[version - 1]);
  const short = Math.floor(data.length / count);
  const blocks = [];
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const size = short + (n >= count - data.length % count ? 1 : 0);
    blocks.push(data.subarray(at, at + size));
    at += size;
  }
  return inTurn(blocks).concat(inTurn(blocks.map(block => parity(block, by))));
};

/** @type {(blocks: Uint8Array[]) => number[]} */
const inTurn = blocks => {
  const most = blocks[blocks.length - 1].length;
  /** @type {number[]} */
  const out = [];
  for (let n = 0; n < most; n += 1) blocks.forEach(block => { if (n < block.length) out.push(block[n]); });
  return out;
};

export { woven };
