/* An address made of a reading: あおぞらのかい → aozoranokai, as generator/japanese/romaji.py makes it.
 *
 * HirobaForm.slug(kana, taken, spare)  small letters, digits and hyphens; -2, -3 … behind one that is taken
 * HirobaForm.hiragana(text)            カタカナ as かたかな
 */
(function (root) {
  "use strict";

  var MOST = 60;
  var ROWS = {
    "": "あaいiうuえeおo", k: "かaきiくuけeこo", s: "さaすuせeそo", t: "たaてeとo", n: "なaにiぬuねeのo", h: "はaひiへeほo",
    m: "まaみiむuめeもo", y: "やaゆuよo", r: "らaりiるuれeろo", w: "わa", g: "がaぎiぐuげeごo", z: "ざaずuぜeぞo", d: "だaでeどo",
    b: "ばaびiぶuべeぼo", p: "ぱaぴiぷuぺeぽo"
  };
  var SINGLE = {
    "し": "shi", "つ": "tsu", "ち": "chi", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu",
    "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa", "ゕ": "ka", "ゖ": "ke"
  };
  Object.keys(ROWS).forEach(function (first) {
    for (var n = 0; n < ROWS[first].length; n += 2) SINGLE[ROWS[first][n]] = first + ROWS[first][n + 1];
  });
  var GLIDE = { "ゃ": "a", "ゅ": "u", "ょ": "o" };
  var WITHOUT_Y = { "し": "sh", "ち": "ch", "じ": "j", "ぢ": "j" };
  var VOWELS = { "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o" };
  var FOREIGN = {
    "ふ": "f", "ゔ": "v", "て": "t", "で": "d", "と": "t", "ど": "d", "う": "w", "つ": "ts", "し": "sh", "ち": "ch", "じ": "j", "く": "kw", "ぐ": "gw"
  };
  var RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

  function hiragana(text) {
    return text.replace(/[\u30a1-\u30f6]/g, function (letter) { return String.fromCharCode(letter.charCodeAt(0) - 0x60); });
  }

  function pair(letter, small) {
    var sound = SINGLE[letter];
    if (GLIDE[small] && sound && /[iu]$/.test(sound)) return (WITHOUT_Y[letter] || sound.slice(0, -1) + "y") + GLIDE[small];
    return VOWELS[small] && FOREIGN[letter] ? FOREIGN[letter] + VOWELS[small] : "";
  }

  function doubled(sound) {
    if (sound.indexOf("ch") === 0) return "t" + sound;
    return /^[aiueon]/.test(sound) ? sound : sound[0] + sound;
  }

  function word(kana) {
    var out = "";
    var double = false;
    for (var n = 0; n < kana.length; n += 1) {
      if (kana[n] === "っ") { double = true; continue; }
      if (kana[n] === "ー") continue;
      var both = pair(kana[n], kana[n + 1] || "");
      var sound = both || SINGLE[kana[n]] || kana[n];
      if (both) n += 1;
      out += double ? doubled(sound) : sound;
      double = false;
    }
    return out.replace(/o[ou]+|uu+/g, function (long) { return long[0]; });
  }

  function plain(kana) {
    var words = hiragana(kana.normalize("NFKC")).toLowerCase().split(/[\s・]+/).filter(Boolean).map(word).join(" ");
    var made = words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    if (made.length > MOST) {
      var cut = made.slice(0, MOST + 1);
      made = cut.slice(0, Math.max(0, cut.lastIndexOf("-"))) || made.slice(0, MOST);
    }
    made = made.replace(/^-+|-+$/g, "");
    return RESERVED.test(made) ? made + "-kai" : made;
  }

  function slug(kana, taken, spare) {
    var wanted = plain(kana) || spare;
    var found = wanted;
    for (var n = 2; taken.indexOf(found) >= 0; n += 1) found = wanted.slice(0, MOST - 5).replace(/^-+|-+$/g, "") + "-" + n;
    return found;
  }

  root.HirobaForm.hiragana = hiragana;
  root.HirobaForm.slug = slug;
})(window);
