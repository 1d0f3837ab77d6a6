/* The eight masks, and how hard a square is to read with each (ISO/IEC 18004, 7.8).
 *
 * masked(made, mask)  the dark modules with a mask laid over the data
 * best(made)          the number of the mask with the fewest penalty points; the format is not in it yet
 */
/** @typedef {import("./square.js").Square} Square */

/** @type {((y: number, x: number) => boolean)[]} */
const MASKS = [
  (y, x) => (y + x) % 2 === 0,
  y => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => (y * x) % 2 + (y * x) % 3 === 0,
  (y, x) => ((y * x) % 2 + (y * x) % 3) % 2 === 0,
  (y, x) => ((y + x) % 2 + (y * x) % 3) % 2 === 0
];

/** @type {(made: Square, mask: number) => Uint8Array} */
const masked = (made, mask) => {
  const size = made.size;
  const dark = new Uint8Array(made.dark);
  dark.forEach((each, spot) => {
    if (!made.taken[spot] && MASKS[mask](Math.floor(spot / size), spot % size)) dark[spot] = each ^ 1;
  });
  return dark;
};

/** @type {(dark: Uint8Array, size: number) => number} */
const penalty = (dark, size) => {
  let total = 0;
  let sum = 0;
  for (let line = 0; line < size; line += 1) {
    total += along(dark, line * size, 1, size) + along(dark, line, size, size);
  }
  for (let spot = 0; spot < dark.length; spot += 1) sum += dark[spot];
  return total + blots(dark, size) + 10 * Math.floor(Math.abs(sum * 100 / dark.length - 50) / 5);
};

/**
 * Long runs of one colour, and what looks like an eye, in one row or column.
 * @type {(dark: Uint8Array, from: number, step: number, size: number) => number}
 */
const along = (dark, from, step, size) => {
  let points = 0;
  let length = 0;
  let before = -1;
  for (let n = 0; n < size; n += 1) {
    const now = dark[from + n * step];
    length = now === before ? length + 1 : 1;
    before = now;
    points += length === 5 ? 3 : length > 5 ? 1 : 0;
  }
  for (let n = 0; n + 7 <= size; n += 1) {
    if (likeEye(dark, from, step, size, n)) {
      points += 40;
      n += 6;
    }
  }
  return points;
};

/** @type {(dark: Uint8Array, from: number, step: number, size: number, n: number) => boolean} */
const likeEye = (dark, from, step, size, n) => {
  const at = (/** @type {number} */ where) => where < 0 || where >= size ? 0 : dark[from + where * step];
  if (!at(n) || at(n + 1) || !at(n + 2) || !at(n + 3) || !at(n + 4) || at(n + 5) || !at(n + 6)) return false;
  return !(at(n - 4) || at(n - 3) || at(n - 2) || at(n - 1)) || !(at(n + 7) || at(n + 8) || at(n + 9) || at(n + 10));
};

/** @type {(dark: Uint8Array, size: number) => number} */
const blots = (dark, size) => {
  let points = 0;
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const spot = y * size + x;
      if (dark[spot] === dark[spot - 1] && dark[spot] === dark[spot - size] && dark[spot] === dark[spot - size - 1]) {
        points += 3;
      }
    }
  }
  return points;
};

/** @type {(made: Square) => number} */
const best = made => {
  const scores = MASKS.map((_, mask) => penalty(masked(made, mask), made.size));
  return scores.indexOf(Math.min.apply(null, scores));
};

export { best, masked };
