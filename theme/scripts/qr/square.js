/* The square of a version without its data: which modules are dark, and which are spoken for (ISO/IEC 18004, 6.3).
 *
 * square(version)      {size, dark, taken}: one number for each module, row after row
 * format(made, info)   writes level and mask into it; null as long as they are not known
 */

/** @typedef {{size: number, dark: Uint8Array, taken: Uint8Array}} Square */

/** @type {(version: number) => Square} */
const square = version => {
  const size = 17 + 4 * version;
  const made = { size, dark: new Uint8Array(size * size), taken: new Uint8Array(size * size) };
  [[3, 3], [3, size - 4], [size - 4, 3]].forEach(at => { eye(made, at[0], at[1]); });
  for (let beat = 8; beat < size - 8; beat += 1) {
    put(made, 6, beat, beat % 2 === 0);
    put(made, beat, 6, beat % 2 === 0);
  }
  marks(made, version);
  format(made, null);
  if (version >= 7) printed(made, version);
  return made;
};

/** @type {(made: Square, y: number, x: number, dark: unknown) => void} */
const put = (made, y, x, dark) => {
  made.dark[y * made.size + x] = dark ? 1 : 0;
  made.taken[y * made.size + x] = 1;
};

/**
 * A corner's pattern with the light rim around it.
 * @type {(made: Square, y: number, x: number) => void}
 */
const eye = (made, y, x) => {
  for (let dy = -4; dy <= 4; dy += 1) {
    for (let dx = -4; dx <= 4; dx += 1) {
      const ring = Math.max(Math.abs(dy), Math.abs(dx));
      if (y + dy >= 0 && y + dy < made.size && x + dx >= 0 && x + dx < made.size) {
        put(made, y + dy, x + dx, ring !== 2 && ring !== 4);
      }
    }
  }
};

/**
 * The rows and columns on which the small alignment marks stand.
 * @type {(version: number) => number[]}
 */
const lines = version => {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const far = 10 + 4 * version;
  const step = version === 32 ? 26 : Math.ceil((far - 6) / (count - 1) / 2) * 2;
  const found = [6];
  for (let left = count - 2; left >= 0; left -= 1) found.push(far - left * step);
  return found;
};

/** @type {(made: Square, version: number) => void} */
const marks = (made, version) => {
  const at = lines(version);
  const last = at.length - 1;
  at.forEach((y, row) => {
    at.forEach((x, column) => {
      const corner = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      if (corner) return;
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) put(made, y + dy, x + dx, Math.max(Math.abs(dy), Math.abs(dx)) !== 1);
      }
    });
  });
};

/**
 * What is left of `value`, with room for `extra` bits, on division by `divisor`; behind the value itself.
 * @type {(value: number, extra: number, divisor: number) => number}
 */
const guarded = (value, extra, divisor) => {
  let rest = value << extra;
  for (let bit = 31; bit >= extra; bit -= 1) {
    if (rest >>> bit & 1) rest ^= divisor << (bit - extra);
  }
  return value << extra | rest;
};

/**
 * Level and mask beside the eyes, twice; all light as long as they are not known (null).
 * @type {(made: Square, info: number | null) => void}
 */
const format = (made, info) => {
  const size = made.size;
  const bits = info === null ? 0 : guarded(info, 10, 0x537) ^ 0x5412;
  for (let n = 0; n < 15; n += 1) {
    const dark = bits >>> n & 1;
    put(made, n < 6 ? n : n < 8 ? n + 1 : 8, n < 8 ? 8 : n === 8 ? 7 : 14 - n, dark);
    put(made, n < 8 ? 8 : size - 15 + n, n < 8 ? size - 1 - n : 8, dark);
  }
  put(made, size - 8, 8, info !== null);
};

/** @type {(made: Square, version: number) => void} */
const printed = (made, version) => {
  const bits = guarded(version, 12, 0x1f25);
  for (let n = 0; n < 18; n += 1) {
    const near = Math.floor(n / 3);
    const far = made.size - 11 + n % 3;
    put(made, near, far, bits >>> n & 1);
    put(made, far, near, bits >>> n & 1);
  }
};

export { format, square };
