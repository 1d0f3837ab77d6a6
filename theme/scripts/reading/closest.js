/* The possibility nearest to a word: `difflib.get_close_matches` with n=1. */

// Where each letter stands in a text; in one of two hundred letters and more, not of those that are everywhere.
/** @param {string[]} letters */
function placesOf(letters) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  letters.forEach((letter, at) => {
    const known = places.get(letter);
    if (known) known.push(at);
    else places.set(letter, [at]);
  });
  if (letters.length >= 200) {
    const most = Math.floor(letters.length / 100) + 1;
    places.forEach((found, letter) => { if (found.length > most) places.delete(letter); });
  }
  return places;
}

/** @param {string[]} a @param {string[]} b @param {Map<string, number[]>} places @param {number[]} span  begin and end in a, and in b */
function longestMatch(a, b, places, span) {
  let besti = span[0], bestj = span[2], size = 0;
  let lengths = new Map();
  for (let i = span[0]; i < span[1]; i += 1) {
    const next = new Map();
    const found = places.get(a[i]) || [];
    for (let n = 0; n < found.length; n += 1) {
      const j = found[n];
      if (j < span[2]) continue;
      if (j >= span[3]) break;
      const k = (lengths.get(j - 1) || 0) + 1;
      next.set(j, k);
      if (k > size) { besti = i - k + 1; bestj = j - k + 1; size = k; }
    }
    lengths = next;
  }
  while (besti > span[0] && bestj > span[2] && a[besti - 1] === b[bestj - 1]) { besti -= 1; bestj -= 1; size += 1; }
  while (besti + size < span[1] && bestj + size < span[3] && a[besti + size] === b[bestj + size]) size += 1;
  return [besti, bestj, size];
}

/** @param {string[]} a @param {string[]} b @param {Map<string, number[]>} places */
function matches(a, b, places) {
  const queue = [[0, a.length, 0, b.length]];
  let total = 0;
  while (queue.length) {
    const span = /** @type {number[]} */ (queue.pop());
    const found = longestMatch(a, b, places, span);
    if (!found[2]) continue;
    total += found[2];
    if (span[0] < found[0] && span[2] < found[1]) queue.push([span[0], found[0], span[2], found[1]]);
    const i = found[0] + found[2], j = found[1] + found[2];
    if (i < span[1] && j < span[3]) queue.push([i, span[1], j, span[3]]);
  }
  return total;
}

// The possibility nearest to a word (difflib.get_close_matches with n=1), or "".
/** @param {string} word @param {string[]} possibilities @param {number} cutoff */
export function closest(word, possibilities, cutoff) {
  const b = Array.from(word);
  const places = placesOf(b);
  let best = "", score = -1;
  possibilities.forEach(possibility => {
    const a = Array.from(possibility);
    const total = a.length + b.length;
    if (total && (2 * Math.min(a.length, b.length)) / total < cutoff) return;
    const ratio = total ? (2 * matches(a, b, places)) / total : 1;
    if (ratio >= cutoff && (ratio > score || (ratio === score && possibility > best))) {
      best = possibility;
      score = ratio;
    }
  });
  return best;
}
