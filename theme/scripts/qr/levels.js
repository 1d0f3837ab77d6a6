/* How much a QR code holds for each version (from 1 on) and level of error correction (ISO/IEC 18004, Table 9). */
import { pages_qr as shared } from "../tables.js";

// `bits` says the level in the code; codewords of error correction in a block, and the number of blocks.
const LEVELS = {
  L: {
    bits: 1,
    parity: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
      28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
    blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
      8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25]
  },
  M: {
    bits: 0,
    parity: shared.parity,
    blocks: shared.blocks
  }
};

/** @typedef {"L" | "M"} Level */

const LAST = 40;

export { LAST, LEVELS };
