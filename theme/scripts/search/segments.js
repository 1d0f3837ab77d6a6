/* A question as its words: those that the index knows, and between them what is written in one kind of letters. */
import { KANA_ONLY, KANJI } from "./letters.js";
import { flat } from "./sets.js";
import { stemsOf } from "./stems.js";

/** @typedef {import("./terms.js").Ground} Ground */
/** @typedef {{ text: string, verb: boolean }} Segment a word as it was written; whether its kana are an ending */
/** @typedef {{ cost: number, from: number, known: boolean }} Step */

const LONGEST = 16;
// What a known word costs, and a letter that belongs to none: so few long words are better than many short ones.
const WORD = 1;
const LETTER = { kana: 0.6, other: 1.6 };
// Kanji with the kana that belong to them (習い事), katakana, Latin letters and numbers.
const CHUNK =
  /[\u3005\u3400-\u9fff]+(?:[いきしちみりえけせねべめれげぜびぎじ][\u3005\u3400-\u9fff]+)*[ぁ-ん]*|[ぁ-んー]{3,}|[ァ-ヺー]{2,}|[A-Za-z0-9]+/g;

// What may stand before and after a word in hiragana among other hiragana.
const BEFORE = /[をがはにでとのへもや]$/;
const AFTER = /^(?:[をがはにでとのへもや、]|から|まで|だけ|など|です|だ|する|した|して|たい|な)/;
// What follows a noun.
const NOUN = /^([\u3005\u3400-\u9fff]+(?:[いきしちみりえけせねべめれげぜびぎじ][\u3005\u3400-\u9fff]+)*)(?:[をがはにでとのへもや].*|だ|です.*|な|なん.*|だけ.*|など.*|から.*|まで.*|する|した.*|して.*|しま.*)$/;

// What in hiragana only holds a sentence together.
const FUNCTION = new RegExp("^[をがはにでとのへもや]*(?:(?:" + (
  "さん ちゃん くん たち など とか だけ けど けれど けれども ので のに から まで より って でも とても すぐ ずっと ちょっと ちょっとした いろいろ " +
  "ぜんぜん なんだけど なので なんです なんですけど する した して してて してる している しています したい したくて される された できる できない できます " +
  "ある あるんだけど あります ない なくて いる いた いて います いない なる なって なった なってきて なったので くれる くれません もらえる もらう あげたい " +
  "あげる ほしい ください かもしれない わからない わからん わかりません わかる ところ とき もの こと ため よう みたい ほう なか うち まま という といった " +
  "として について による ばかり くらい ぐらい ほど もう まだ また すこし たくさん みんな だれ だれか どこ どこか いつ いつも なに なにか なん どう どうしたら " +
  "どうすれば これ それ あれ この その あの ここ そこ わたし ぼく おれ うちの いい いいですか よい やる やって やりたい やってる いく いきたい くる きた ちゃう " +
  "じゃなくて じゃない ではなく だった でした ました ません ています ていた ておき たり たら なら ながら つつ とこ そろそろ もっと やっぱり なかなか できれば " +
  "すれば たい です ます だって たいんですけど"
).split(" ").join("|") + ")[をがはにでとのへもやかねよん]*)+$");

/**
 * Whether what stands there is only a piece of something longer: a word in katakana in a longer one, one in hiragana
 * in the middle of other hiragana, one that goes over from hiragana to katakana.
 *
 * @param {string} written
 * @param {string} before
 * @param {string} after
 */
const tornOut = (written, before, after) => {
  if (/^[ァ-ヺー]+$/.test(written)) return /^[ァ-ヺー]/.test(after) || /[ァ-ヺー]$/.test(before);
  // 9 in 90 is no number, 0歳 not in 90歳.
  if ((/^[0-9]/.test(written) && /[0-9]$/.test(before)) || (/[0-9]$/.test(written) && /^[0-9]/.test(after))) return true;
  if (/[ぁ-ん][ァ-ヺ]/.test(written)) return written.length < 5;
  // げーむつくりたい: a word at the beginning, and a verb behind it.
  const begins = !before && (written.length > 3 || (written.length > 2 && stemsOf(after).length > 0));
  if (!/^[ぁ-んー]+$/.test(written) || begins) return false;
  return (/[\u3005\u3400-\u9fffぁ-ん]$/.test(before) && !BEFORE.test(before)) || (/^[ぁ-ん]/.test(after) && !AFTER.test(after));
};

/**
 * @param {Ground} ground
 * @param {string} written
 * @param {import("./fold.js").Folded} folded
 * @returns {(at: number, end: number) => boolean} whether the index knows the folded letters from one to the other
 */
const wordAt = ({ index }, written, { text, from, to }) => (at, end) => {
  const word = text.slice(at, end);
  if (word.length === 1) {
    const alone = KANJI.test(word) && !KANJI.test(text[at - 1] || "") && !KANJI.test(text[end] || "");
    return alone && (!KANA_ONLY.test(text[end] || "を") || AFTER.test(text.slice(end)));
  }
  if (!index.word(word) || (word.length < 3 && KANA_ONLY.test(word) && !/[ァ-ヺ]/.test(written[from[at]]))) return false;
  return !tornOut(written.slice(from[at], to[end - 1]), written.slice(0, from[at]), written.slice(to[end - 1]));
};

/** @param {string} text folded @param {(at: number, end: number) => boolean} known @returns {Step[]} the cheapest way to every place */
const cheapest = (text, known) => {
  /** @type {Step[]} */
  const best = [{ cost: 0, from: 0, known: false }];
  for (let end = 1; end <= text.length; end += 1) {
    const letter = KANA_ONLY.test(text[end - 1]) ? LETTER.kana : LETTER.other;
    best[end] = { cost: best[end - 1].cost + letter, from: end - 1, known: false };
    for (let at = Math.max(0, end - LONGEST); at < end; at += 1) {
      const cost = best[at].cost + WORD;
      if (cost < best[end].cost && known(at, end)) best[end] = { cost, from: at, known: true };
    }
  }
  return best;
};

const PARTICLES = /^(?:[をがはにでともへや]|から|まで|には|では|とか|って)+(?=[ぁ-んー]{3})/;
const ENDING = /(?:ない|たい|ます|ません|った|いた|した|れた|せた|んだ|る|て|く)$/;

/** @param {string} kana @param {boolean} first whether nothing stands before it @returns {Segment[]} without particles, if it says something */
const kanaWord = (kana, first) => {
  // What follows a word without a particle is its ending: られますか in 「借りられますか」.
  if (!first && !PARTICLES.test(kana)) return [];
  const begun = first ? kana : kana.replace(PARTICLES, "");
  const bare = begun.replace(/(?:こと|もの|ところ|とき)?(?:[をがはにでとのへもや]|から|まで|だけ|には|では|とか|って|です|だ|な)*$/, "");
  return bare.length < (first ? 2 : 3) || FUNCTION.test(bare) ? [] : [{ text: bare, verb: ENDING.test(bare) || stemsOf(bare).length > 0 }];
};

/** @param {Ground} ground @param {string} text kanji and kana @returns {Segment[]} 体動かしたい as 体 and 動かしたい */
const inflected = ({ folding, index }, text) => {
  const noun = text.replace(NOUN, "$1");
  // 所 in 直売所 says nothing by itself.
  if (!/[ぁ-ん]$/.test(noun)) return noun.length > 1 ? [{ text: noun, verb: false }] : [];
  const [, before, verb] = noun.match(/^([\u3005\u3400-\u9fff]+)([\u3005\u3400-\u9fff][ぁ-ん]+)$/) || ["", "", noun];
  // Of a prepared text words of two letters and more are there.
  const apart = before.length > 1 && index.word(folding.fold(before));
  const cut = (apart ? verb : noun).replace(/(ない|たい|ません|ます)[ぁ-ん]{2,}$/, "$1");
  return [...(apart ? [{ text: before, verb: false }] : []), { text: cut, verb: true }];
};

/** @param {Ground} ground @param {string} between what no word was known in @returns {Segment[]} */
const chunks = (ground, between) => flat((between.match(CHUNK) || []).map((text, at) => {
  if (KANA_ONLY.test(text)) return kanaWord(text, at === 0 && between.indexOf(text) === 0);
  // A number alone says nothing.
  if (/^[0-9]+$/.test(text)) return [];
  return /^[\u3005\u3400-\u9fff]/.test(text) ? inflected(ground, text) : [{ text, verb: false }];
}));

/**
 * 「スマホの使い方を教えてほしい」 as スマホ, 使い方, 教えてほしい.
 *
 * @param {Ground} ground
 * @param {string} written
 * @returns {Promise<Segment[]>}
 */
export const segments = async (ground, written) => {
  const narrow = written.normalize("NFKC");
  const folded = ground.folding.foldMap(narrow);
  await ground.index.prepare(folded.text);
  const best = cheapest(folded.text, wordAt(ground, narrow, folded));
  /** @type {Segment[]} */
  let out = [];
  let open = narrow.length;
  for (let end = folded.text.length; end > 0; end = best[end].from) {
    const { from, known } = best[end];
    if (known) {
      const word = { text: narrow.slice(folded.from[from], folded.to[end - 1]), verb: false };
      out = [word, ...chunks(ground, " " + narrow.slice(folded.to[end - 1], open)), ...out];
      open = folded.from[from];
    }
  }
  return [...chunks(ground, narrow.slice(0, open)), ...out];
};
