/* QR codes (ISO/IEC 18004) made in the browser, so that a printed slip carries what was filled in without asking anybody.
 *
 * matrix(text)       rows of booleans, true is dark; null if the text fits no code
 * svg(text, title)   the same as an SVG element with its margin; null likewise
 * code(text, forced) {version, level, mask, rows}; `forced` may fix any of the first three (for tests)
 *
 * Alphanumeric mode where every letter allows it, else the bytes of UTF-8. The smallest version at level L is taken,
 * and level M if it fits in that version too.
 */
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
// For each version: codewords of error correction in a block, and the number of blocks (Table 9 of the standard).
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
    parity: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
      26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
      17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49]
  }
};
const LAST = 40;
const MASKS = [
  (y, x) => (y + x) % 2 === 0,
  y => y % 2 === 0,
  (y, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => (y * x) % 2 + (y * x) % 3 === 0,
  (y, x) => ((y * x) % 2 + (y * x) % 3) % 2 === 0,
  (y, x) => ((y + x) % 2 + (y * x) % 3) % 2 === 0
];
const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 4;

/* The square without its data: modules that are dark, and modules that are spoken for. */

function square(version) {
  const size = 17 + 4 * version;
  const made = { size, dark: new Uint8Array(size * size), taken: new Uint8Array(size * size) };
  [[3, 3], [3, size - 4], [size - 4, 3]].forEach(at => { eye(made, at[0], at[1]); });
  let beat;
  for (beat = 8; beat < size - 8; beat += 1) {
    put(made, 6, beat, beat % 2 === 0);
    put(made, beat, 6, beat % 2 === 0);
  }
  marks(made, version);
  format(made, null);
  if (version >= 7) printed(made, version);
  return made;
}

function put(made, y, x, dark) {
  made.dark[y * made.size + x] = dark ? 1 : 0;
  made.taken[y * made.size + x] = 1;
}

// A corner's pattern with the light rim around it.
function eye(made, y, x) {
  let dy, dx, ring;
  for (dy = -4; dy <= 4; dy += 1) {
    for (dx = -4; dx <= 4; dx += 1) {
      ring = Math.max(Math.abs(dy), Math.abs(dx));
      if (y + dy >= 0 && y + dy < made.size && x + dx >= 0 && x + dx < made.size) {
        put(made, y + dy, x + dx, ring !== 2 && ring !== 4);
      }
    }
  }
}

// The rows and columns on which the small alignment marks stand.
function lines(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const far = 10 + 4 * version;
  const step = version === 32 ? 26 : Math.ceil((far - 6) / (count - 1) / 2) * 2;
  const found = [6];
  let left;
  for (left = count - 2; left >= 0; left -= 1) found.push(far - left * step);
  return found;
}

function marks(made, version) {
  const at = lines(version);
  const last = at.length - 1;
  at.forEach((y, row) => {
    at.forEach((x, column) => {
      const corner = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      let dy, dx;
      if (corner) return;
      for (dy = -2; dy <= 2; dy += 1) {
        for (dx = -2; dx <= 2; dx += 1) put(made, y + dy, x + dx, Math.max(Math.abs(dy), Math.abs(dx)) !== 1);
      }
    });
  });
}

// What is left of `value`, with room for `extra` bits, on division by `divisor`; behind the value itself.
function guarded(value, extra, divisor) {
  let rest = value << extra;
  let bit;
  for (bit = 31; bit >= extra; bit -= 1) {
    if (rest >>> bit & 1) rest ^= divisor << (bit - extra);
  }
  return value << extra | rest;
}

// Level and mask beside the eyes, twice; all light as long as they are not known (null).
function format(made, info) {
  const size = made.size;
  const bits = info === null ? 0 : guarded(info, 10, 0x537) ^ 0x5412;
  let n, dark;
  for (n = 0; n < 15; n += 1) {
    dark = bits >>> n & 1;
    put(made, n < 6 ? n : n < 8 ? n + 1 : 8, n < 8 ? 8 : n === 8 ? 7 : 14 - n, dark);
    put(made, n < 8 ? 8 : size - 15 + n, n < 8 ? size - 1 - n : 8, dark);
  }
  put(made, size - 8, 8, info !== null);
}

function printed(made, version) {
  const bits = guarded(version, 12, 0x1f25);
  let n, near, far;
  for (n = 0; n < 18; n += 1) {
    near = Math.floor(n / 3);
    far = made.size - 11 + n % 3;
    put(made, near, far, bits >>> n & 1);
    put(made, far, near, bits >>> n & 1);
  }
}

/* What is written into it. */

const rooms = {};

// How many codewords a version holds in all.
function room(version) {
  if (!rooms[version]) {
    const taken = square(version).taken;
    let free = 0;
    taken.forEach(each => { free += each ? 0 : 1; });
    rooms[version] = Math.floor(free / 8);
  }
  return rooms[version];
}

function capacity(version, level) {
  return room(version) - LEVELS[level].parity[version - 1] * LEVELS[level].blocks[version - 1];
}

// The text as one run of characters: how its length is counted, and its bits.
function run(text) {
  const plain = text.split("").every(letter => LETTERS.indexOf(letter) >= 0);
  return plain ? letters(text) : octets(new TextEncoder().encode(text));
}

function letters(text) {
  return {
    mode: 2,
    count: text.length,
    counted: [9, 11, 13],
    length: Math.floor(text.length / 2) * 11 + text.length % 2 * 6,
    write: function (push) {
      let at;
      for (at = 0; at + 1 < text.length; at += 2) {
        push(LETTERS.indexOf(text.charAt(at)) * 45 + LETTERS.indexOf(text.charAt(at + 1)), 11);
      }
      if (at < text.length) push(LETTERS.indexOf(text.charAt(at)), 6);
    }
  };
}

function octets(bytes) {
  return {
    mode: 4,
    count: bytes.length,
    counted: [8, 16, 16],
    length: bytes.length * 8,
    write: function (push) { bytes.forEach(byte => { push(byte, 8); }); }
  };
}

function counting(piece, version) {
  return piece.counted[version < 10 ? 0 : version < 27 ? 1 : 2];
}

function fits(piece, version, level) {
  return 4 + counting(piece, version) + piece.length <= capacity(version, level) * 8;
}

// The codewords of the text, filled up to what the version holds.
function codewords(piece, version, level) {
  const wanted = capacity(version, level);
  const out = new Uint8Array(wanted);
  let at = 0;
  function push(value, width) {
    let bit;
    for (bit = width - 1; bit >= 0; bit -= 1, at += 1) out[at >> 3] |= (value >>> bit & 1) << (7 - at % 8);
  }
  push(piece.mode, 4);
  push(piece.count, counting(piece, version));
  piece.write(push);
  at = Math.min(at + 4, wanted * 8);
  const end = Math.ceil(at / 8);
  let next;
  for (next = end; next < wanted; next += 1) out[next] = (next - end) % 2 ? 0x11 : 0xec;
  return out;
}

/* Reed and Solomon's error correction over bytes. */

const POWER = new Uint8Array(510);
const LOG = new Uint8Array(256);
(() => {
  let value = 1;
  let n;
  for (n = 0; n < 255; n += 1) {
    POWER[n] = POWER[n + 255] = value;
    LOG[value] = n;
    value = value << 1 ^ (value & 128 ? 0x11d : 0);
  }
})();

function times(a, b) {
  return a && b ? POWER[LOG[a] + LOG[b]] : 0;
}

// The polynomial whose zeros are the first powers of 2, without its leading 1.
function divisor(degree) {
  const found = new Uint8Array(degree);
  let n, at;
  found[degree - 1] = 1;
  for (n = 0; n < degree; n += 1) {
    for (at = 0; at < degree; at += 1) found[at] = times(found[at], POWER[n]) ^ (at + 1 < degree ? found[at + 1] : 0);
  }
  return found;
}

function parity(data, by) {
  const rest = new Uint8Array(by.length);
  data.forEach(byte => {
    const lead = byte ^ rest[0];
    rest.copyWithin(0, 1);
    rest[by.length - 1] = 0;
    by.forEach((factor, at) => { rest[at] ^= times(factor, lead); });
  });
  return rest;
}

// Data in blocks, each with its error correction, taken from all blocks in turn.
function woven(data, version, level) {
  const count = LEVELS[level].blocks[version - 1];
  const by = divisor(LEVELS[level].parity[version - 1]);
  const short = Math.floor(data.length / count);
  const blocks = [];
  let at = 0;
  let n, size;
  for (n = 0; n < count; n += 1) {
    size = short + (n >= count - data.length % count ? 1 : 0);
    blocks.push(data.subarray(at, at + size));
    at += size;
  }
  return inTurn(blocks).concat(inTurn(blocks.map(block => parity(block, by))));
}

function inTurn(blocks) {
  const most = blocks[blocks.length - 1].length;
  const out = [];
  let n;
  function take(block) { if (n < block.length) out.push(block[n]); }
  for (n = 0; n < most; n += 1) blocks.forEach(take);
  return out;
}

// In pairs of columns from the right, upwards and downwards in turn, past the column of the timing marks.
function fill(made, words) {
  const size = made.size;
  let at = 0;
  let up = true;
  let right, step, y, side, spot;
  for (right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (step = 0; step < size; step += 1) {
      y = up ? size - 1 - step : step;
      for (side = 0; side < 2; side += 1) {
        spot = y * size + right - side;
        if (!made.taken[spot] && at < words.length * 8) {
          made.dark[spot] = words[at >> 3] >>> (7 - at % 8) & 1;
          at += 1;
        }
      }
    }
    up = !up;
  }
}

function masked(made, mask) {
  const size = made.size;
  const dark = new Uint8Array(made.dark);
  dark.forEach((each, spot) => {
    if (!made.taken[spot] && MASKS[mask](Math.floor(spot / size), spot % size)) dark[spot] = each ^ 1;
  });
  return dark;
}

/* How hard a square is to read (7.8.3). The format is not in it yet, and the margin is light. */

function penalty(dark, size) {
  let total = 0;
  let sum = 0;
  let line, spot;
  for (line = 0; line < size; line += 1) {
    total += along(dark, line * size, 1, size) + along(dark, line, size, size);
  }
  for (spot = 0; spot < dark.length; spot += 1) sum += dark[spot];
  return total + blots(dark, size) + 10 * Math.floor(Math.abs(sum * 100 / dark.length - 50) / 5);
}

// Long runs of one colour, and what looks like an eye, in one row or column.
function along(dark, from, step, size) {
  let points = 0;
  let length = 0;
  let before = -1;
  let n, now;
  for (n = 0; n < size; n += 1) {
    now = dark[from + n * step];
    length = now === before ? length + 1 : 1;
    before = now;
    points += length === 5 ? 3 : length > 5 ? 1 : 0;
  }
  for (n = 0; n + 7 <= size; n += 1) {
    if (likeEye(dark, from, step, size, n)) {
      points += 40;
      n += 6;
    }
  }
  return points;
}

function likeEye(dark, from, step, size, n) {
  function at(where) { return where < 0 || where >= size ? 0 : dark[from + where * step]; }
  if (!at(n) || at(n + 1) || !at(n + 2) || !at(n + 3) || !at(n + 4) || at(n + 5) || !at(n + 6)) return false;
  return !(at(n - 4) || at(n - 3) || at(n - 2) || at(n - 1)) || !(at(n + 7) || at(n + 8) || at(n + 9) || at(n + 10));
}

function blots(dark, size) {
  let points = 0;
  let y, x, spot;
  for (y = 1; y < size; y += 1) {
    for (x = 1; x < size; x += 1) {
      spot = y * size + x;
      if (dark[spot] === dark[spot - 1] && dark[spot] === dark[spot - size] && dark[spot] === dark[spot - size - 1]) {
        points += 3;
      }
    }
  }
  return points;
}

/* All of it together. */

function smallest(piece, level) {
  let version;
  for (version = 1; version <= LAST; version += 1) if (fits(piece, version, level)) return version;
  return 0;
}

function best(made) {
  const scores = MASKS.map((_, mask) => penalty(masked(made, mask), made.size));
  return scores.indexOf(Math.min.apply(null, scores));
}

function code(text, forced) {
  const given = forced || {};
  const piece = run(String(text));
  const version = given.version || smallest(piece, given.level || "L");
  if (!version || !fits(piece, version, given.level || "L")) return null;
  const level = given.level || (fits(piece, version, "M") ? "M" : "L");
  const made = square(version);
  fill(made, woven(codewords(piece, version, level), version, level));
  const mask = given.mask === undefined ? best(made) : given.mask;
  made.dark = masked(made, mask);
  format(made, LEVELS[level].bits << 3 | mask);
  return { version, level, mask, rows: rows(made) };
}

function rows(made) {
  const out = [];
  let y;
  for (y = 0; y < made.size; y += 1) {
    out.push(Array.from(made.dark.subarray(y * made.size, (y + 1) * made.size), Boolean));
  }
  return out;
}

function matrix(text) {
  const found = code(text);
  return found && found.rows;
}

function svg(text, title) {
  const found = matrix(text);
  if (!found) return null;
  const side = found.length + 2 * MARGIN;
  const picture = shape("svg", { viewBox: "0 0 " + side + " " + side, role: "img", "class": "qr", "shape-rendering": "crispEdges" });
  const name = shape("title", {});
  name.textContent = title || "QRコード";
  picture.appendChild(name);
  // Dark on light whatever the colours of the page are: many readers know nothing else.
  picture.appendChild(shape("rect", { width: side, height: side, fill: "#fff" }));
  picture.appendChild(shape("path", { d: bars(found), fill: "#000" }));
  return picture;
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.keys(attributes).forEach(each => { made.setAttribute(each, attributes[each]); });
  return made;
}

// One bar for every run of dark modules in a row.
function bars(found) {
  let path = "";
  found.forEach((row, y) => {
    let x, end;
    for (x = 0; x < row.length; x = end + 1) {
      end = x;
      while (row[end]) end += 1;
      if (end > x) path += "M" + (x + MARGIN) + " " + (y + MARGIN) + "h" + (end - x) + "v1h-" + (end - x) + "z";
    }
  });
  return path;
}

export { matrix, svg, code };
