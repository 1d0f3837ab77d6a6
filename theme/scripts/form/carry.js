/* What was filled in as a short text, for the fragment of an address: in a QR code, in a link to go on elsewhere.
 *
 * pack(pairs)   promise of the text for [[name, value], …]; of null where it would be above the limit
 * unpack(text)  promise of the pairs; of null for anything that pack did not make
 *
 * The text is a letter for the way it was packed, then base64url: "d" for raw deflate (RFC 1951), "s" for stored as it
 * is, where a browser cannot deflate. Inside is JSON in UTF-8: one list in which names and values take turns, begun by
 * the number of this shape. Nothing above LIMIT bytes is unpacked, whatever it claims to be.
 */
import { intake_carried as shared } from "../tables.js";

/** @typedef {import("./pairs.js").Pair} Pair */

const SHAPE = shared.shape;
const LIMIT = shared.limit;
// Letters that LIMIT bytes take in base64, and the letter before them.
const LONGEST = Math.ceil(LIMIT / 3) * 4 + 1;
const METHOD = "deflate-raw";

/** @type {(kind: string) => any} */
const stream = kind => {
  try {
    return new (/** @type {any} */ (window))[kind](METHOD);
  } catch (_) {
    return null;
  }
};

/**
 * All bytes that come out of a stream; null as soon as they are more than LIMIT.
 * @type {(bytes: any, made: any) => Promise<Uint8Array | null>}
 */
const through = async (bytes, made) => {
  const reader = /** @type {ReadableStream} */ (new Response(bytes).body).pipeThrough(made).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  let piece = await reader.read();
  while (!piece.done) {
    size += piece.value.length;
    if (size > LIMIT) {
      reader.cancel().catch(() => {});
      return null;
    }
    parts.push(piece.value);
    piece = await reader.read();
  }
  return joined(parts, size);
};

/** @type {(parts: Uint8Array[], size: number) => Uint8Array} */
const joined = (parts, size) => {
  const all = new Uint8Array(size);
  let at = 0;
  parts.forEach(part => {
    all.set(part, at);
    at += part.length;
  });
  return all;
};

/** @type {(bytes: Uint8Array) => string} */
const lettersOf = bytes => {
  let text = "";
  bytes.forEach(byte => { text += String.fromCharCode(byte); });
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};

/** @type {(letters: string) => Uint8Array} */
const bytesOf = letters => {
  const text = atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
};

/** @type {(pairs: Pair[]) => Promise<string | null>} */
const pack = async pairs => {
  /** @type {(string | number)[]} */
  const list = [SHAPE];
  pairs.forEach(pair => { list.push(String(pair[0]), String(pair[1])); });
  const bytes = new TextEncoder().encode(JSON.stringify(list));
  if (bytes.length > LIMIT) return null;
  const deflating = stream("CompressionStream");
  const packed = deflating && (await through(bytes, deflating));
  return packed && packed.length < bytes.length ? "d" + lettersOf(packed) : "s" + lettersOf(bytes);
};

/**
 * The pairs of a list that has the shape we make, else null.
 * @type {(list: any) => Pair[] | null}
 */
const pairsOf = list => {
  const whole = Array.isArray(list) && list[0] === SHAPE && list.length % 2 === 1;
  if (!whole || !list.slice(1).every(each => typeof each === "string")) return null;
  /** @type {Pair[]} */
  const pairs = [];
  for (let at = 1; at < list.length; at += 2) pairs.push([list[at], list[at + 1]]);
  return pairs;
};

/** @type {(text: unknown) => Promise<Pair[] | null>} */
const opened = async text => {
  if (typeof text !== "string" || text.length > LONGEST || !/^[ds][A-Za-z0-9_-]+$/.test(text)) return null;
  /** @type {Uint8Array | null} */
  let bytes = bytesOf(text.slice(1));
  if (text.charAt(0) === "d") {
    const inflating = stream("DecompressionStream");
    if (inflating) bytes = await through(bytes, inflating);
    else return null;
  }
  if (!bytes || bytes.length > LIMIT) return null;
  return pairsOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
};

/**
 * What is broken fails in one of many ways, and each of them means the same to whoever asked.
 * @type {(text: unknown) => Promise<Pair[] | null>}
 */
const unpack = text => opened(text).catch(() => null);

export { pack, unpack, LIMIT };
