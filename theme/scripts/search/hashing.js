/* In which of a number of files a key stands: shard_of() of generator/search/shards.py. */
import { search_shards as shared } from "../tables.js";

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** @param {string} key @param {number} count @returns {number} the number of its file */
export const shardOf = (key, count) => {
  let begun = Array.from(key);
  if (shared.apart.indexOf(begun[0]) < 0 && !/^[0-9]+$/.test(key)) {
    while (shared.marks.indexOf(begun[0] || " ") >= 0) begun = begun.slice(1);
    begun = begun.slice(0, 2);
  }
  const value = begun.reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) || 0), PRIME) >>> 0, BASIS);
  return value % count;
};
