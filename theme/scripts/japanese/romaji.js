/* Kana as plain Latin letters for addresses: generator/japanese/romaji.py. */
import { patterns } from "./expressions.js";
import { casefold, hiragana, narrow } from "./text.js";
import { romaji as shared } from "../tables.js";

const { SOUND } = patterns(shared);

// A reading in small Latin letters, long vowels short, words and all else apart: みどり がっき → midori-gakki.
export function romaji(kana) {
  const words = casefold(hiragana(narrow(kana))).split(/[\s・]+/).map(word).join(" ");
  return words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}

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

const spoken = sound => sound.length > 1 ? pair(sound) : shared.single[sound] || sound;

// The sound of a letter with a small one behind it: きゃ, しょ, ふぁ, てぃ.
function pair([letter, small]) {
  if (!(small in shared.glide)) return shared.foreign[letter] + shared.vowels[small];
  return (shared.without_y[letter] || shared.single[letter].slice(0, -1) + "y") + shared.glide[small];
}

function doubled(sound) {
  if (sound.startsWith("ch")) return "t" + sound;
  return /^(?:[aiueon]|$)/.test(sound) ? sound : sound[0] + sound;
}
