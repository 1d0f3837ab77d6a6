/* Kinds of letters, as search tells them apart. */
export const KANA_ONLY = /^[ぁ-ゖー]+$/;
export const KANJI = /^[\u3005\u3007\u3400-\u9fff]$/;
export const LATIN_RUN = /^[a-z0-9]+$/;

/** @param {string} letter one UTF-16 unit */
export const hiragana = (letter) => {
  const code = letter.charCodeAt(0);
  const katakana = (code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe;
  return katakana ? String.fromCharCode(code - 0x60) : letter;
};

/** @param {string} text */
export const katakana = (text) =>
  text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

// The kanji of the first level of JIS X 0208, which everyday Japanese is written in: rows 16 to 47.
/** @type {Set<string> | null} */
let everyday = null;

/** @returns {Set<string>} */
const firstLevel = () => {
  const bytes = [];
  for (let row = 16; row <= 47; row += 1) {
    for (let cell = 1; cell <= 94; cell += 1) bytes.push(row + 0xa0, cell + 0xa0);
  }
  return new Set(new TextDecoder("euc-jp").decode(new Uint8Array(bytes)));
};

/** @param {string} letter @returns {boolean} whether it is a kanji that everyday Japanese does not use */
export const isRare = (letter) => {
  everyday = everyday || firstLevel();
  return KANJI.test(letter) && !everyday.has(letter);
};
