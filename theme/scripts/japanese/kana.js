/* Hiragana and katakana, letter for letter. Small, because it is needed before anything is checked. */

/** @param {string} text @param {RegExp} set @param {number} by */
const shifted = (text, set, by) => text.replace(set, letter => String.fromCharCode(letter.charCodeAt(0) + by));

// Full-width katakana as hiragana, and hiragana as katakana; all else stays.
/** @param {string} text */
export const toHiragana = text => shifted(text, /[\u30a1-\u30f6\u30fd\u30fe]/g, -0x60);
/** @param {string} text */
export const toKatakana = text => shifted(text, /[\u3041-\u3096\u309d\u309e]/g, 0x60);
