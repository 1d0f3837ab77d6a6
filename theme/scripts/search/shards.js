/* The index of a site: small files of keys, each loaded with the first key that is looked up in it. */
import { shardOf } from "./hashing.js";
import { each, json } from "./loading.js";
import { any, hitsOf, none } from "./postings.js";
import { unique } from "./sets.js";
import { search_concepts as shared } from "../tables.js";

/** @typedef {import("./postings.js").Hits} Hits */
/** @typedef {[string[], number[]?, number?, number[]?]} Entry of a word: what it is read as, its groups, its narrower words, related ones */
/** @typedef {[string, string][]} Group words and where each stands */
/** @typedef {Map<string, any>} Shard */
/** @typedef {ReturnType<typeof openIndex>} Index */

const WORD = shared.word;
const GROUP = shared.group;

/** @param {string} text @returns {string[]} what stands at the beginning of all words in it: its letters two by two */
const pairs = (text) => {
  const letters = Array.from(text);
  return unique(letters.map((letter, at) => letter + (letters[at + 1] || "")));
};

// A file that is not loaded.
/** @type {Shard} */
const NOT_YET = new Map();

/** @param {(key: string) => Shard} there @returns words of a text that was prepared */
const wordsThere = (there) => ({
  /** @param {string} key whether it is known already that nothing has it: its file is there, and it is not in it */
  absent: (key) => there(key) !== NOT_YET && !there(key).has(key),
  /** @param {string} word @returns {Entry | undefined} */
  word: (word) => there(word).get(WORD + word),
  /** @param {string} beginning two letters at least @returns {string[]} the words that begin so */
  wordsBegun: (beginning) => Array.from(there(beginning).keys())
    .filter((key) => key.indexOf(WORD + beginning) === 0).map((key) => key.slice(1)),
  /** @param {string} beginning two letters at least @returns {Entry[]} of the words that begin so */
  begun: (beginning) => {
    const shard = there(beginning);
    return Array.from(shard.keys()).filter((key) => key.indexOf(WORD + beginning) === 0).map((key) => shard.get(key));
  }
});

/**
 * @param {string} folder with a slash at its end
 * @param {number} shards
 * @param {number} count of documents
 */
export const openIndex = (folder, shards, count) => {
  /** @type {Map<number, Shard>} */
  const there = new Map();
  const load = each(async (number) => {
    /** @type {Shard} */
    const shard = new Map(Object.entries(await json(folder + "words/" + number + ".json")));
    there.set(Number(number), shard);
    return shard;
  });

  /** @param {string} key */
  const shardFor = (key) => load(String(shardOf(key, shards)));

  const long = each((number) => json(folder + "long/" + number + ".json"));

  /** @param {string} key its entry; a number stands for one that has a file of its own */
  const entry = async (key) => {
    const found = (await shardFor(key)).get(key);
    return typeof found === "number" ? long(String(found)) : found;
  };

  /** @type {(key: string) => Promise<Hits>} */
  const hits = each(async (key) => {
    const text = await entry(key);
    return text === undefined ? none(count) : hitsOf(text, count);
  });

  return {
    count,
    entry,
    hits,
    /** @type {(beginning: string) => Promise<Hits>} of all Latin words that begin so */
    beginning: each(async (beginning) => {
      const keys = Array.from((await shardFor(beginning)).keys());
      const begun = keys.filter((key) => key.indexOf(beginning) === 0 && /^[a-z0-9]+$/.test(key));
      return any(await Promise.all(begun.map(hits)), count);
    }),
    /** @param {number} number @returns {Promise<Group>} */
    group: async (number) => (await entry(GROUP + number)) || [],
    /** @param {string} text loads all words that may stand in it, for `word` and `begun` */
    prepare: (text) => Promise.all(pairs(text).map(shardFor)),
    ...wordsThere((key) => there.get(shardOf(key, shards)) || NOT_YET)
  };
};
