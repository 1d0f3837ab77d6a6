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
