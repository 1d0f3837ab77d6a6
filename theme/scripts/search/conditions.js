/* Conditions in a question: on which days, when in the week, free, with a wheelchair, in English, for beginners.
 *
 * A word is a condition only where the sentence uses it as one: in 「英語で相談したい」 it is, in 「英語を習いたい」 it is what
 * one looks for. What is left of the question is `rest`.
 */
import { wording_facets as facets } from "../tables.js";
import { written } from "./dates.js";
import { DAY, DAY_WORDS, weekday } from "./day-words.js";
import { tidied } from "./left-over.js";
import { dayLabel } from "./week.js";

/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {Partial<Record<Facet, Record<string, string[]>>>} Words of a city: facet → label → what people call it */
/**
 * `word` is searched as a word too: who has it in the text is meant as well. `attached`: a word goes on where it ends,
 * so that both may be one word (無料相談).
 *
 * @typedef {{ facet: Facet, labels: string[], words: string, word: string, attached: boolean }} Condition
 */
/** @typedef {{ conditions: Condition[], rest: string }} Reading */
/** @typedef {{ facet: Facet, pattern: RegExp, read: (found: RegExpExecArray) => string[] | null, word?: string }} Rule */

// How a sentence goes on behind a condition without saying more: で参加できる, に行ける, がある.
const CAN = "(?:(?:参加|入場|入店|利用|使用|来場|移動|通学)?(?:出来|でき)(?:る|ます|そうな?)|(?:参加|利用|来場)し(?:やすい|たい)|(?:行|い)け(?:る|ます)" +
  "|行き(?:やすい|たい)|(?:入|はい)れ(?:る|ます)|入り(?:やすい|たい)|使え(?:る|ます)|来(?:ら)?れ(?:る|ます)|通え(?:る|ます)|(?:遊|あそ)べ(?:る|ます)" +
  "|楽しめ(?:る|ます)|見(?:ら)?れ(?:る|ます)|観(?:ら)?れ(?:る|ます)|受けられ(?:る|ます)|(?:習|なら)え(?:る|ます)|学べ(?:る|ます)|(?:始|はじ)められ(?:る|ます)" +
  "|(?:参加|入場|利用|来場)(?=$|[\\s、。の])|(?:大丈夫|だいじょうぶ|ok|オーケー|平気|可能|歓迎)(?:な|です)?)";
const GOES_ON = "(?:(?:で(?:も|の)?|に(?:も)?|が|も)?" + CAN + ")";
const NO_NOUN = "(?:(?:の|な)?(?:もの|ところ|所|場所|こと)(?=$|[\\s、。は?]))?";
const PEOPLE = "(?:の(?:まま|人|方|かた|ひと|利用者|ユーザー)|利用者|使用者|ユーザー)?";
const START = "(^|[\\s、。・,]|の|で|に|は)";
const END = "(?=$|[\\s、。・,?!]|の|に|は|で(?:も|き)|から|だけ|開催|やって|通え|参加|でき|ok)";

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @param {string[]} words the longest first */
const anyOf = (words) => "(?:" + words.slice().sort((a, b) => b.length - a.length).map(escaped).join("|") + ")";

/* ---- the parts of the week ------------------------------------------------------------------------------------- */

/** @type {[string, string[]][]} */
const PARTS = [
  ["午前中?|ごぜん(?:ちゅう)?|朝方?|あさ|mornings?", ["午前"]],
  ["午後|ごご|お昼過ぎ|afternoons?", ["午後"]],
  ["夕方|ゆうがた", ["午後", "夜"]],
  ["昼間?|お昼|日中|ひるま", ["午前", "午後"]],
  ["(?:仕事|会社|学校)(?:の)?(?:帰り|がえり)|(?:仕事|会社)(?:の|が)?(?:終わっ?た?|終わり)?(?:の|た)?(?:後|あと)|夜間?|よる|晩|ばん|evenings?|(?:at )?night", ["夜"]]
];
const PART = "(" + PARTS.map(([words]) => words).join("|") + ")";
const SEVERAL = "(平日|へいじつ|ウィークデー|ウイークデー|weekdays?|土日祝?日?|どにち|土・日|土、日|休日|weekends)";

/** @param {string} text */
const partsIn = (text) => (PARTS.find(([words]) => RegExp("^(?:" + words + ")$", "i").test(text)) || ["", []])[1];

/** @param {string} text 火曜, 平日 or nothing */
const dayIn = (text) => {
  if (!text) return "";
  if (/^(?:平日|へいじつ|ウィーク|ウイーク|weekday)/i.test(text)) return "平日";
  return RegExp("^" + SEVERAL + "$", "i").test(text) ? "土日" : dayLabel(weekday(text));
};

/** @param {string} day @param {string} part */
const timeLabels = (day, part) => {
  const [named, parts] = [dayIn(day), part ? partsIn(part) : []];
  if (!parts.length) return [named];
  return parts.map((each) => (named ? named + "の" + each : each));
};

// 第2土曜 is a day of its own, and 日曜大工 none.
const NOT_A_WEEK = "(^|[^0-9一二三四五第・終毎月週ら〜~-])";
/** @type {Rule[]} */
const WEEK = [
  {
    facet: "time", pattern: RegExp(NOT_A_WEEK + "(?:毎週の?)?(?:" + DAY + "|" + SEVERAL + ")(?:の|\\s)?" + PART + END, "i"),
    read: ([, , day, several, part]) => timeLabels(day || several, part)
  },
  {
    facet: "time", pattern: RegExp(NOT_A_WEEK + "(?:毎週の?)?(?:" + DAY + "|" + SEVERAL + ")(?!大工|学校|版|・|と|や|から|[〜~-])(?:に(?!あ))?", "i"),
    read: ([, , day, several]) => timeLabels(day || several, "")
  },
  { facet: "time", pattern: RegExp(START + PART + END + "(?!の(?:会|部))(?:に(?!あ))?", "i"), read: ([, , part]) => timeLabels("", part) },
  { facet: "time", pattern: /\bon (mon|tues|wednes|thurs|fri|satur|sun)days?\b/i, read: ([, day]) => timeLabels(day, "") }
];

/* ---- what it costs, for whom ------------------------------------------------------------------------------------ */

const MONEY = "(?:参加費|会費|費用|料金|入場料|お金|月謝|おかね)(?:の|が|は|も|を)?";
/** @type {Rule[]} */
const FIXED = [
  { facet: "fee", pattern: RegExp("(?:" + MONEY + "(?:かからない|掛からない|かけない|かけずに|いらない|要らない|不要|なし|無し|ゼロ|0円)(?:で|の)?|(?:" + MONEY +
    ")?(?:無料|むりょう)(?!で?はな)(?:で(?!きる|す))?|" + START + "(?:タダ|ただ(?=で)|0円)(?:で)?|\\bfor free\\b|\\bfree of charge\\b|\\bfree(?! market)\\b)" +
    GOES_ON + "?" + NO_NOUN, "i"), read: () => [facets.free] },
  { facet: "audience", word: "初心者", pattern: RegExp("(?:初心者|しょしんしゃ|ビギナー|未経験者?|\\bbeginners?(?: welcome)?\\b|(?:初|はじ)めて(?:の(?:人|方|かた|ひと))?(?=でも|ok|歓迎|向け|の(?:人|方))(?:の(?:人|方))?)" +
    "(?:でも|もok|もオーケー|も?大?歓迎|向け(?:の)?|むけ(?:の)?|のための|ok|可|も(?=参加|大丈夫))?" + GOES_ON + "?" + NO_NOUN, "i"), read: () => [facets.beginners] },
  { facet: "place", word: facets.online, pattern: RegExp("(?:オンライン|リモート|ズーム|zoom|\\bonline\\b)(?:で(?:も|の)?|でも|参加|開催)" + GOES_ON + "?" + NO_NOUN, "i"), read: () => [facets.online] }
];

/* ---- what the city's own words are for --------------------------------------------------------------------------- */

/** How a word of a facet is used as a condition. @type {Partial<Record<Facet, (words: string) => string>>} */
const USES = {
  access: (words) => words + PEOPLE + "(?:[- ](?:accessible|friendly|access)\\b|" + GOES_ON + "|(?:でも?|が|の)(?=[^、。\\s]{0,3}(?:入|行|使|利用|参加|ok))|(?:の|が)?(?:ある|あります|あり|付き|つき|ついた|完備)(?:の)?|対応(?:の)?|可(?![能動])|ok|" +
    "(?:で|でも)(?=$|[\\s、。])|で(?:も)?(?=[一-龥ァ-ヴ]))" + NO_NOUN,
  language: (words) => "(?:\\b(?:speaks? |in )" + words + "\\b|" + words + "[- ]speaking|" + words +
    "(?:で(?:も|の)?(?!す)(?:話せる|しゃべれる|対応(?:できる|してくれる)?)?|(?:が|の|を)(?:話せる|話す|通じる|できる|わかる|分かる|使える)(?:人|方|かた|スタッフ|ところ)?(?:が(?:いる|いない)?|の(?:いる)?|に)?" +
    "|ok|対応(?:の)?|可(?![能愛])))" + NO_NOUN,
  audience: (words) => words + "(?:さん|の(?:ため|方))?(?:向け|むけ|対象|限定|歓迎|のための|(?:で|が|も|でも|と)" + CAN + "|ok)(?:の)?" + NO_NOUN
};

/** @param {Words} words @returns {Rule[]} */
const rulesOf = (words) => {
  /** @type {Rule[]} */
  const rules = [];
  /** @type {Facet[]} */
  const used = ["access", "language", "audience"];
  used.forEach((facet) => {
    const use = USES[facet];
    Object.entries(words[facet] || {}).forEach(([label, called]) => {
      if (use) rules.push({ facet, pattern: RegExp(use(anyOf(called)), "i"), read: () => [label], word: facet === "audience" && called[0].length > 1 ? called[0] : "" });
    });
  });
  return rules;
};

/* ---- the whole question ------------------------------------------------------------------------------------------ */

const GENERIC = /(?:施設|会場|建物|places?|団体|サークル|グループ|クラブ|groups?|circles?|clubs?|集まる|活動(?:している)?|通える|使える|入れる|会(?=$|[\s、。])|イベント|催し(?:もの|物)?|もよおし|行事|予定|スケジュール|events?|(?:なに|何|なん)か?|どこか|(?:やっ|開催し)て(?:る|いる|ます|います)|開催|開かれる|行われる|ある|あります|でき(?:る|ます)|行ける|行きたい|参加(?:し|でき)?(?:たい|る)?|(?:面白い|楽しい|おもしろい)|こと|もの|ところ|場所|教えて(?:ください|ほしい)?|知りたい|さがし?(?:て(?:い?ます|いる)?|たい)|探し?(?:て(?:い?ます|いる)?|たい)|what'?s on|things to do|is there|any|ですか?|ますか?|か|の|が|を|は|に|で|と|も|[\s、。,?!])/gi;
// A day by which something is to be done is none on which something is, nor is one of long ago.
const NO_DAY = /締め?切|しめきり|〆切|期限|必着|(?:明治|大正|昭和|平成)(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})年|1[0-9]{3}年/;
const HAPPENING = /イベント|催し(?:もの|物)?|もよおし|行事|events?/i;
const ONLY_HAPPENING = RegExp("^(?:" + HAPPENING.source + ")$", "i");
const PLACES = /施設|会場|建物|places?/i;
const GROUPS = /団体|サークル|グループ|クラブ|groups?|circles?|clubs?/i;
/** @param {RegExp} pattern @param {RegExpExecArray} found what a match has before its words: the end of the word before them */
const before = (pattern, found) =>
  (pattern.source.indexOf("(^|") === 0 ? found[1] : (/^[\s、の(]/.exec(found[0]) || [""])[0]);

/** @param {string} text @param {number} at whether a word goes on there */
const goesOn = (text, at) => /^[一-龥々ァ-ヴー]/.test(text.slice(at)) && /[一-龥々ァ-ヴー]$/.test(text.slice(0, at));

/**
 * @param {string} text what was asked
 * @param {string} now the ISO day on which it is asked
 * @param {Words} words
 * @returns {Reading}
 */
export const conditionsIn = (text, now, words) => {
  let left = text.normalize("NFKC").trim();
  /** @type {Condition[]} */
  const conditions = [];

  /** @param {Facet} facet @param {RegExp} pattern @param {(found: RegExpExecArray) => string[] | null} read @param {string} word */
  const take = (facet, pattern, read, word) => {
    const found = pattern.exec(left);
    const labels = found && read(found);
    if (!found || !labels) return;
    const end = found.index + found[0].length;
    const attached = goesOn(left, end) || goesOn(left, found.index);
    const start = found.index + before(pattern, found).length;
    conditions.push({ facet, labels, words: left.slice(start, end).trim(), word, attached });
    left = left.slice(0, start) + " " + left.slice(end).replace(/^の/, "");
  };

  DAY_WORDS.forEach(([pattern, mean]) => {
    if (conditions.length || NO_DAY.test(left)) return;
    take("date", pattern, (found) => {
      const span = mean(found, now);
      return span && [written(span)];
    }, "");
  });
  if (conditions.length && /[今明](?:夜|晩)|tonight|こんや|こんばん/i.test(conditions[0].words)) {
    conditions.push({ facet: "time", labels: ["夜"], words: conditions[0].words, word: "", attached: false });
  }
  WEEK.forEach(({ facet, pattern, read }) => { if (!conditions.some((one) => one.facet === "time")) take(facet, pattern, read, ""); });
  FIXED.concat(rulesOf(words)).forEach(({ facet, pattern, read, word }) => { take(facet, pattern, read, word || ""); });
  return isBare(text, conditions) ? { conditions: [], rest: text.trim() } : settled(conditions, conditions.length ? tidied(left) : text.trim());
};

/** @param {string} text @param {Condition[]} conditions 土曜 or 夜 and nothing else: who says so is found by the word, and the better */
const isBare = (text, [one, ...more]) => !more.length && one !== undefined && one.facet === "time" &&
  one.words === text.normalize("NFKC").trim() && one.labels[0].indexOf("の") < 0 && !/[後と帰a-z]|がえり|^[月火水木金土日]よう/i.test(one.words);

/** @param {Condition[]} conditions @param {string} rest @returns {Reading} what is left may say only whether one looks for events, groups or places */
const settled = (conditions, rest) => {
  if (conditions.length ? rest.replace(GENERIC, "") : !ONLY_HAPPENING.test(rest)) return { conditions, rest };
  /** @type {[string, RegExp][]} */
  const named = [["event", HAPPENING], ["group", GROUPS], ["place", PLACES]];
  const found = named.find(([, words]) => words.test(rest));
  const [words] = (found && found[1].exec(rest)) || [""];
  /** @type {Condition[]} */
  const kinds = found ? [{ facet: "kind", labels: [found[0]], words, word: "", attached: false }] : [];
  return { conditions: conditions.concat(kinds), rest: "" };
};
