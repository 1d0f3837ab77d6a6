/* An address made of a reading: あおぞらのかい → aozoranokai, as generator/japanese/romaji.py makes it.
 *
 * slug(kana, taken, spare)  small letters, digits and hyphens; -2, -3 … behind one that is taken
 * hiragana(text)            カタカナ as かたかな
 */
const MOST = 60;
const ROWS = {
  "": "あaいiうuえeおo", k: "かaきiくuけeこo", s: "さaすuせeそo", t: "たaてeとo", n: "なaにiぬuねeのo", h: "はaひiへeほo",
  m: "まaみiむuめeもo", y: "やaゆuよo", r: "らaりiるuれeろo", w: "わa", g: "がaぎiぐuげeごo", z: "ざaずuぜeぞo", d: "だaでeどo",
  b: "ばaびiぶuべeぼo", p: "ぱaぴiぷuぺeぽo"
};
const SINGLE = {
  "し": "shi", "つ": "tsu", "ち": "chi", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu",
  "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa", "ゕ": "ka", "ゖ": "ke"
};
Object.keys(ROWS).forEach(first => {
  for (let n = 0; n < ROWS[first].length; n += 2) SINGLE[ROWS[first][n]] = first + ROWS[first][n + 1];
});
const GLIDE = { "ゃ": "a", "ゅ": "u", "ょ": "o" };
const WITHOUT_Y = { "し": "sh", "ち": "ch", "じ": "j", "ぢ": "j" };
const VOWELS = { "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o" };
const FOREIGN = {
  "ふ": "f", "ゔ": "v", "て": "t", "で": "d", "と": "t", "ど": "d", "う": "w", "つ": "ts", "し": "sh", "ち": "ch", "じ": "j", "く": "kw", "ぐ": "gw"
};
const RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

function hiragana(text) {
  return text.replace(/[\u30a1-\u30f6]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

function pair(letter, small) {
  const sound = SINGLE[letter];
  if (GLIDE[small] && sound && /[iu]$/.test(sound)) return (WITHOUT_Y[letter] || sound.slice(0, -1) + "y") + GLIDE[small];
  return VOWELS[small] && FOREIGN[letter] ? FOREIGN[letter] + VOWELS[small] : "";
}

function doubled(sound) {
  if (sound.indexOf("ch") === 0) return "t" + sound;
  return /^[aiueon]/.test(sound) ? sound : sound[0] + sound;
}

function word(kana) {
  let out = "";
  let double = false;
  for (let n = 0; n < kana.length; n += 1) {
    if (kana[n] === "っ") { double = true; continue; }
    if (kana[n] === "ー") continue;
    const both = pair(kana[n], kana[n + 1] || "");
    const sound = both || SINGLE[kana[n]] || kana[n];
    if (both) n += 1;
    out += double ? doubled(sound) : sound;
    double = false;
  }
  return out.replace(/o[ou]+|uu+/g, long => long[0]);
}

function plain(kana) {
  const words = hiragana(kana.normalize("NFKC")).toLowerCase().split(/[\s・]+/).filter(Boolean).map(word).join(" ");
  let made = words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (made.length > MOST) {
    const cut = made.slice(0, MOST + 1);
    made = cut.slice(0, Math.max(0, cut.lastIndexOf("-"))) || made.slice(0, MOST);
  }
  made = made.replace(/^-+|-+$/g, "");
  return RESERVED.test(made) ? made + "-kai" : made;
}

function slug(kana, taken, spare) {
  const wanted = plain(kana) || spare;
  let found = wanted;
  for (let n = 2; taken.indexOf(found) >= 0; n += 1) found = wanted.slice(0, MOST - 5).replace(/^-+|-+$/g, "") + "-" + n;
  return found;
}

export { hiragana, slug };
