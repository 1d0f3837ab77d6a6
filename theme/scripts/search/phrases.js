/* What of a question is politeness, wish or asking, and what it is about: スマホの使い方を教えてほしい → スマホの使い方. */

/** @typedef {{ text: string, dropped: string[] }} Stripped what it is about, and the parts that were left out, as typed */

/** Words that say little beside others; they stay where they are, and the search may do without them. */
export const WEAK = (
  "かた 方 人 ひと 者 こと 事 もの 物 ところ 所 場所 場 会 団体 グループ 仲間 相手 集まり できる いい 良い よい ほしい 欲しい " +
  "おすすめ お勧め オススメ 近く ちかく 近所 付近 周辺 市内 地元 地域 方法 やり方 みんな 皆 誰か だれか 何か なにか どこか " +
  "自分 私 わたし 一緒 今 いま 最近 とても もっと たくさん いろいろ 色々 簡単 楽 普通 困る 悩む 行く 来る する やる なる"
).split(" ");

const DONE = "(?:の|ん)?(?:です|でしょう)?(?:か|かな|かしら|が|けど|けれど|けれども|よ|ね|な)?";
const THINK = "(?:と(?:思|おも)(?:って(?:い)?(?:る|ます)|う|い(?:ます)?)(?:が|けど)?)?";
const WHO = "(?:人|方|かた|ひと|ところ|所|場所|会|団体|サークル|グループ|教室)?";
const ON = "(?:を|が|は|も|に|で|って|へ)?";
const GOING_ON = "て(?:い)?(?:る|ます|ました)";
const ASKED = "(?:ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください(?:ませ(?:んか)?)?|下さい(?:ませ(?:んか)?)?|くれませんか|くれないか" +
  "|もらえ(?:る|ます|ません|ない)|いただけ(?:る|ます|ません|ない)|頂け(?:る|ます|ません)|くれ(?:る|ます)|くださる|くださいます)";
const GOOD = "(?:いい|よい|良い|大丈夫|だいじょうぶ|可|OK)";

/*
 * Ends of questions. What stands in the first brackets is kept. The first that fits counts, and then all are tried again.
 */
const ENDS = [
  // 〜を教えてほしい
  `()${ON}(?:教|おし)えて(?:${ASKED}${DONE}${WHO})?`,
  `()${ON}(?:よく|少し|もっと)?(?:知|し)りたい${THINK}${DONE}`,
  `()(?:の)?(?:こと)?${ON}(?:よく)?(?:分か|わか|解)(?:ら(?:ない|なくて|ず)|りません)${DONE}`,
  // 〜を探しています、〜に興味があります
  `()${ON}(?:探|さが|捜)し(?:${GOING_ON}|たい)${THINK}${DONE}`,
  `()${ON}募集し${GOING_ON}${DONE}`,
  `()${ON}(?:興味|関心)[がは]?(?:ある|あり(?:ます|まして))${DONE}`,
  `()${ON}(?:困|こま)っ${GOING_ON}${DONE}`,
  // どこですか、どうすればいいですか
  `()${ON}(?:どう|(?:どこ|どちら|誰|だれ)[にでへ]?|(?:何|なに)を|いつ)(?:すれば|したら|行けば|いけば|聞けば|頼めば)${GOOD}${DONE}`,
  `()${ON}(?:どこ|どちら)[にでへ]?(?:あ(?:る|ります)|や(?:る|っ${GOING_ON}))?${DONE}`,
  `()${ON}(?:いつ|何時|何曜日)(?:から|まで|に)?(?:あ(?:る|ります)|や(?:る|ります|っ${GOING_ON})|開い${GOING_ON})?${DONE}`,
  // 〜はありますか
  `()(?:は|が|も|に|って)(?:あり|おり)(?:ます|ません)${DONE}`,
  `()[はがもに]い(?:ます|ません)${DONE}`,
  `([々一-鿿ァ-ヶーA-Za-z0-9ろ])(?:あり|おり)(?:ます|ません)${DONE}`,
  `([人方者員師生達ちん])い(?:ます|ません)${DONE}`,
  `()[はがも](?:ある|ない|いる|いない)${DONE}`,
  `([々一-鿿ァ-ヶーA-Za-z0-9])(?:ある|ない|いる|いない)(?:の|ん)?(?:です|でしょう)?(?:か|かな|かしら)`,
  `()${ON}(?:必要|要り?ます|いります)${DONE}`,
  // 〜でもいいですか、〜に参加したい
  `()(?:でも|も|で|は)${GOOD}${DONE}`,
  `()に(?:参加|入会|加入)(?:したい|できる|できます|する(?:に)?は)${THINK}${DONE}`,
  `()(?:に|へ|でも|も)(?:入|はい)(?:りたい|る(?:に)?は|れる|れます|れません)${THINK}${DONE}`,
  `(から|まで)(?:入|はい)れ(?:る|ます)${DONE}`,
  // 〜がしたい、〜をやってみたい、〜できるところ
  `()[をがはもに](?:し|やり|やって?み|して?み|始め|はじめ|見つけ|みつけ)たい${THINK}${DONE}${WHO}`,
  `([々一-鿿ァ-ヶー]{2}|お[々一-鿿]{1,2}[いり])(?:し|して?み)たい${THINK}${DONE}${WHO}`,
  `([々一-鿿ァ-ヶーA-Za-z])(?:やり|やって?み)たい${THINK}${DONE}${WHO}`,
  `()[をがはも]?(?:でき|出来)(?:る|ます|ません|ない)${DONE}${WHO}`,
  `()[をがはもに]?(?:やっ|行っ|おこなっ)${GOING_ON}${DONE}${WHO}`,
  `([てで])(?:みたい|み(?:る|ます))${THINK}${DONE}${WHO}`,
  `([々一-鿿ァ-ヶー]{2})して${ASKED}${DONE}${WHO}`,
  `([てで])${ASKED}${DONE}${WHO}`,
  `(る)ように(?:なり|し)たい${THINK}${DONE}${WHO}`,
  `([々一-鿿いきぎしじちにびみりえけげせぜてでねべめれ])たい${THINK}${DONE}${WHO}`,
  // 〜ます、〜です
  `([てで])(?:い)?(?:ます|ました|ません)${DONE}`,
  `([々一-鿿ぁ-ん])(?:ます|ました|ません)${DONE}`,
  `()(?:な|なん|の|ん)?(?:です|でしょう)${DONE}`,
  `()${ON}(?:お願い|おねがい)(?:(?:いた|致)?し(?:ます|たい)|できます)?${DONE}`,
  // 碁を打てる場所
  `(る|[っんいたし]た)(?:人|方|かた|ひと|ところ|所|場所|会|団体|サークル|グループ)`
].map((pattern) => new RegExp(pattern + "$"));
const NO_WISH = /(?:[冷重眠煙平]|つめ|めで|[がはもの]い)たい/;

/* What stands between: 認知症に関する相談. What is kept of it stands in the first brackets. */
const BETWEEN = [
  /()について(?![いくっ行来])(?:の|は)?/g, /()に(?:関|かん)(?:する|して(?:の)?)/g, /()のための/g, /()のことで(?=\S)/g,
  /()(?:どこ|誰|だれ)か(?:[でにへがと]|(?=\s))/g, /(^|\s)(?:何|なに)か(?=[々一-鿿ァ-ヶ\s])/g,
  /()[にでをが]?(?:やって|行って|開いて)(?:い)?る(?=[々一-鿿ァ-ヶA-Za-z])(?!(?:会|人|方|所|場所|団体|教室|サークル|グループ)$)/g, /()に(?:ある|いる)(?=[々一-鿿ァ-ヶ])/g,
  /([々一-鿿]{2})する(?=[々一-鿿ァ-ヶ])/g, /(^|\s)(?:すみません|こんにちは|はじめまして|できれば|なるべく)[、,\s]*/g
];

const ARTICLE = "(?:an?\\s+|the\\s+|some\\s+)?";
const DOING = "(?:\\s+to\\s+(?:learn|study|join|play|find|do|practi[cs]e|try|get))?";
const ENGLISH = [
  new RegExp("^i(?:'m|\\s+am)?\\s+(?:want|need|looking\\s+for|would\\s+like|like)" + DOING + "\\s+" + ARTICLE, "i"),
  new RegExp("^(?:where|how)\\s+(?:can|do)\\s+i\\s+(?:learn|find|join|play|study|get)\\s+" + ARTICLE, "i"),
  new RegExp("^(?:looking\\s+for|how\\s+to\\s+(?:join|learn|find)|is\\s+there|are\\s+there|do\\s+you\\s+have)\\s+" + ARTICLE + "(?:any\\s+)?", "i"),
  /\s+(?:near\s+me|nearby|please)$/i
];
const SILENT = /[\s、。,.!?！？…〜~]+$/;
const LONGEST_END = 48;

/** @param {string} rest whether it says what is meant: more than a particle or a beginning of a verb */
const says = (rest) => /[^ぁ-んー\s、。]/.test(rest) || rest.replace(/[^ぁ-ん]/g, "").length > 2;

/** @param {string} text @param {string} whole @returns {string} without a particle that lost its verb */
const unhanging = (text, whole) => {
  if (text === whole) return text;
  const kept = text.replace(/([^ぁ-ん\s])(?:を|が|は|に|で|も|の|へ|には|では)$/, "$1").replace(/を$/, "");
  return says(kept) ? kept : text;
};

/** @param {string} text @returns {string} the text without what ends it; the same if nothing does */
const shortened = (text) => {
  const cut = Math.max(0, text.length - LONGEST_END);
  const tail = text.slice(cut);
  for (let at = 0; at < ENDS.length; at += 1) {
    const found = tail.match(ENDS[at]);
    const rest = found ? text.slice(0, cut + (found.index || 0)) + found[1] : "";
    if (found && says(rest) && !(found[1] && NO_WISH.test(tail.slice(-8)))) return unhanging(rest, text);
  }
  return text;
};

/** @param {string} text @param {string[]} dropped @returns {string} */
const ended = (text, dropped) => {
  let made = text.replace(SILENT, "") || text;
  for (let times = 0; times < 8; times += 1) {
    const next = shortened(made).replace(SILENT, "");
    if (next === made) break;
    dropped.unshift(made.slice(next.length).trim());
    made = next;
  }
  return made;
};

/** @param {string} text @param {string[]} dropped @returns {string} */
const between = (text, dropped) => BETWEEN.reduce((made, pattern) => {
  const next = made.replace(pattern, (whole, kept) => {
    dropped.push(whole.slice(kept.length).trim());
    return kept + " ";
  });
  return next.trim() || made;
}, text);

/** @param {string} text @param {string[]} dropped @returns {string} */
const inEnglish = (text, dropped) => ENGLISH.reduce((made, pattern) => {
  const found = made.match(pattern);
  const next = made.replace(pattern, "").trim();
  if (!found || !next) return made;
  dropped.push(found[0].trim());
  return next;
}, text);

/**
 * A question without politeness, wish and asking. Something always stays: what is nothing else is left as it is.
 *
 * @param {string} typed
 * @returns {Stripped}
 */
export const strip = (typed) => {
  const whole = typed.normalize("NFKC").trim();
  /** @type {string[]} */
  const dropped = [];
  const english = inEnglish(whole.replace(SILENT, "") || whole, dropped);
  const text = ended(between(english, dropped), dropped).replace(/\s+/g, " ").trim();
  if (!text || /^(?:教え|おしえ|探し|さがし|困っ)て?$/.test(text)) return { text: whole, dropped: [] };
  return { text, dropped: dropped.filter((part) => part) };
};
