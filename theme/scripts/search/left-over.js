/* What is left of a question without its conditions. */

const ENDING = /^(.*(?:[一-龥ァ-ヴー]{2}|[A-Za-z0-9]))(?:を|が)?(?:(?:出来|でき)(?:る|ます)|した(?:い|いです)|して(?:ほしい|もらえる|くれる))(?:もの|ところ|所|場所|こと|会|団体)?$/;
const LEADING = /^(?:の|に|は|で|も|を|が|と|や|から)+(?=[\s、。]|[一-龥ァ-ヴA-Za-z0-9])|^(?:の|に|は|で|も)+$/;

const ON = /^(?:やって(?:い)?る|開催(?:して(?:い)?る|される|中の?)|行われる|開かれる|(?:参加|利用)?できる|行ける|遊べる|通える|ある)(?=[一-龥ァ-ヴA-Za-z])/;
const TRAILING = /([一-龥々ァ-ヴー])(?:で|に|は|の|と|も|を|が)$/;

/** @param {string} rest what is left, without the particles that led to a condition */
export const tidied = (rest) => {
  const words = rest.split(/[\s、。,]+/).map((word) => word.replace(LEADING, "").replace(ON, "").replace(TRAILING, "$1")).filter(Boolean);
  const text = words.join(" ");
  const ending = ENDING.exec(text);
  return ending ? ending[1] : text;
};

/**
 * The question without some of its words, the rest as it was typed.
 *
 * @param {string} text
 * @param {string} words as they stand in it; where they do so more than once, those that stand apart
 */
export const cut = (text, words) => {
  const apart = (" " + text + " ").search(RegExp("[\\s、。,]" + words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + "[\\s、。,]"));
  const at = apart >= 0 ? apart : text.indexOf(words);
  if (at < 0) return text;
  const [before, after] = [text.slice(0, at).trim(), text.slice(at + words.length).replace(/^[\s、。,]+|\s+$/g, "").replace(LEADING, "").replace(/^の/, "")];
  // 来月の無料の催し is 来月の催し without 無料; words that stood apart stay so.
  const between = /[ぁ-ん]$/.test(text.slice(0, at)) ? "" : " ";
  return (after ? before + between + after : before.replace(/[、,]$/, "").replace(TRAILING, "$1")).trim();
};
