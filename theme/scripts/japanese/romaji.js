/* Kana as plain Latin letters for addresses: generator/japanese/romaji.py. */
import { patterns } from "./expressions.js";
import { casefold, hiragana, narrow } from "./text.js";
import { romaji as shared } from "../tables.js";

const { single, glide, without_y: withoutY, vowels, foreign } = /** @type {Record<string, any>} */ (shared);
const { SOUND } = patterns(shared);

// A reading in small Latin letters, long vowels short, words and all else apart: みどり がっき → midori-gakki.
/** @param {string} kana */
export function romaji(kana) {
  const words = casefold(hiragana(narrow(kana))).split(/[\s・]+/).map(word).join(" ");
  return words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}

/** @param {string} kana */
function word(kana) {
  let double = false;
  const out = SOUND.all(kana).map(([sound]) => {
    const plain = "っー".includes(sound) ? "" : spoken(sound);
    const said = double ? doubled(plain) : plain;
    double = sound === "っ";
    return said;
  });
  return out.join("").replace(/o[ou]+|uu+/g, long => long[0]);
}

/** @param {string} sound */
const spoken = sound => sound.length > 1 ? pair(sound) : single[sound] || sound;

// The sound of a letter with a small one behind it: きゃ, しょ, ふぁ, てぃ.
/** @param {any} _x */
function pair([letter, small]) {
  if (!(small in glide)) return foreign[letter] + vowels[small];
  return (withoutY[letter] || single[letter].slice(0, -1) + "y") + glide[small];
}

/** @param {string} sound */
function doubled(sound) {
  if (sound.startsWith("ch")) return "t" + sound;
  return /^(?:[aiueon]|$)/.test(sound) ? sound : sound[0] + sound;
}
