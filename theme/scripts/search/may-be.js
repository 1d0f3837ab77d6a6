/* Whether a question may have conditions at all, so that what reads them is loaded for such a question alone. */

const SIGNS = new RegExp([
  // days and parts of the week
  "[0-9一二三四五六七八九十][月日/]", "[0-9][.-][0-9]", "^(?:イベント|催し|もよおし|行事|events?)", "今|本日|明|来|次|翌|こん(?:ど|や|ばん|しゅう|げつ)|らい(?:しゅう|げつ)|つぎ", "週|曜|よう", "きょう|あした|あす|あさって|しゅうまつ",
  "年[末内]", "平日|土日|土・日|土、日|休日|へいじつ|どにち|ウ[ィイ]ークデ",
  "[朝夜晩昼夕]", "日中", "午[前後]", "ごぜん", "ごご", "よる", "あさ", "ゆうがた", "ひるま", "ばん", "帰り", "がえり", "仕事", "会社",
  // money, beginners, and how words are used as conditions
  "無料", "むりょう", "タダ", "ただで", "[0０]円", "なし", "無し", "不要", "ゼロ", "らない", "か(?:から|け)(?:ない|ず)", "初心者", "しょしんしゃ", "ビギナー", "未経験", "(?:初|はじ)めて",
  "向け", "むけ", "対象", "限定", "歓迎", "対応", "可", "ok", "あり", "付き", "つき", "つい", "完備", "ある", "で", "でき", "連れ", "話せ", "通じ", "わか", "分か", "使え", "ための", "参加", "開催", "人(?:も|が|で)", "方(?:も|が|で)",
  "(?:行|い)け", "行き", "(?:入|はい)[れり]", "通え", "(?:遊|あそ)べ", "楽しめ", "られ", "見れ", "観れ", "来れ", "乗れ", "(?:習|なら)え", "学べ", "大丈夫", "だいじょうぶ", "平気",
  // in English
  "\\b(?:this|next|(?:sun|mon|tues|wednes|thurs|fri|satur)days?|today|tonight|tomorrow|weekend|weekends|week|month|free|charge|beginners?|online|in|speaks?|speaking|on|mornings?|afternoons?|evenings?|night|weekdays?|wheelchair)\\b",
  "\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)"
].join("|"), "i");

/** @param {string} text what was asked */
export const mayHaveConditions = (text) => SIGNS.test(text.normalize("NFKC"));
