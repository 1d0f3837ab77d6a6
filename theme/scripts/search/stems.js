/* An inflected word's stems, which stand in its other forms: 教えてほしい → 教え, 困っています → 困っ, 困る, 困ら … By rules alone. */

// The letters of each row of verbs (五段): before ない, ます, at the end, before ば and たら, before う.
/** @type {Record<string, string>} */
const ROWS = {
  る: "るりられろ", う: "ういわえお", く: "くきかけこ", ぐ: "ぐぎがげご", す: "すしさせそ",
  つ: "つちたてと", ぬ: "ぬになねの", ぶ: "ぶびばべぼ", む: "むみまめも"
};
/** @type {Record<string, string>} what stands before て and た */
const BEFORE_TE = { る: "っ", う: "っ", つ: "っ", く: "い", ぐ: "い", ぬ: "ん", ぶ: "ん", む: "ん" };

// Kanji of verbs whose row their form does not tell, the commonest row first in each case; others are of る (っ) and む (ん).
/** @type {Record<string, string>} */
const KANJI = {
  う: "習買使言歌洗払拾笑会合思願養飼吸縫追誘祝扱争競失救叶伺舞誓揃違酔補貰手伝味向通負商従狙襲唄謡謳逢遭沿添担",
  く: "書聞聴弾歩働描焼磨炊吹引置着空開続動届招解巻突敷磨泣咲歩叩行抱除導築浮乾驚",
  ぐ: "泳急脱騒研防注継稼嗅仰漕",
  つ: "待持打勝立育保放断建経",
  ぶ: "遊学呼飛運選並結喜叫転浮尊忍",
  む: "読飲住編休組頼進積挟囲畳楽悩踏噛産刻病盗富拝摘頼刻包産歩込澄刈悲親好",
  す: "話直貸探指押出消回渡返残移写映流試治伸隠壊許増減倒起落下過暮交通戻示果足耕癒亡離育助生動鳴犯励壊"
};
// Kanji whose verbs end in いる and える (一段): 起きて, 忘れて.
const STEADY_I = "起降借落過閉感信演足浴伸延尽飽満試用老悔報生煮似強率";
const STEADY_RE = "入別離連疲忘慣流倒汚壊隠遅晴枯折切触訪生溢憧濡崩揺割破優暮現表売";
// Verbs of one kanji and る: 見て, 出た.
const BARE = "見出寝着得居似煮経";
const QUALITIES = "重軽高低長短広狭強弱新古若寒暑熱暗白黒赤青痛辛甘苦酸深浅厚薄遠近早速遅多固硬細太鋭鈍怖眠臭安悪良美濃淡緩明温旨渋凄醜賢偉荒粗脆";

// Common words written in kana alone: stems with the last letter of the row, 1 for 一段, い for qualities.
const KANA = new Map((
  "つく:る なら:う おしえ:1 あそ:ぶ てつだ:う さが:す ある:く うた:う おど:る はな:す およ:ぐ はし:る つか:う なお:す まな:ぶ はたら:く そだて:1 たべ:1 " +
  "あつま:る あつめ:1 ひろ:う あら:う やす:む すわ:る おぼえ:1 はじめ:1 はじま:る つづけ:1 たすけ:1 なや:む こま:る うごか:す かたづけ:1 あずけ:1 あずか:る かり:1 ゆず:る もら:う " +
  "すて:1 つなが:る であ:う しゃべ:る ささえ:1 くら:す すご:す むす:ぶ えら:ぶ はこ:ぶ たた:く えが:く みが:く たがや:す まも:る みまも:る なくな:る なく:す やめ:1 わすれ:1 ふれあ:う " +
  "きこえ:1 みえ:1 おくれ:1 つかれ:1 わかれ:1 おちつ:く あきらめ:1 たずね:1 さそ:う つくろ:う かよ:う とどけ:1 よろこ:ぶ かなし:む のぼ:る おく:る いただ:く かんがえ:1 しらべ:1 なげ:1 ならべ:1 " +
  "たのし:い さびし:い さみし:い むずかし:い やさし:い うれし:い かなし:い あたらし:い いそがし:い くるし:い おいし:い うつくし:い はずかし:い つめた:い あたたか:い おもしろ:い ちいさ:い おおき:い あかる:い ふる:い"
).split(" ").map((entry) => /** @type {[string, string]} */ (entry.split(":"))));
const KANA_STEMS = Array.from(KANA.keys()).sort((a, b) => b.length - a.length);

/** What follows the stem of a verb of one row, by the letter before it. */
const AFTER = {
  te: /^(?:て|で|だ|た(?![いくかけ]))/,
  /** られ, ない, ます, たい, る … */
  steady: /^(?:て|た|ます|まし|ませ|たい|たく|たか|たけ|ない|なく|なか|られ|れ(?:る|ば)|る|よう|ば|さ|っぽ|にく|やす|づら|方|$)/,
  joined: /^(?:ます|まし|ませ|たい|たく|たか|たけ|ながら|にく|やす|づら|方|そう|すぎ|$)/,
  negative: /^(?:ない|なく|なか|なけ|ず|れ|せ|さ)/,
  able: /^(?:る|ます|まし|ませ|ない|なく|なか|なけ|て|た|ば|そう|$)/
};
const MOST = 6;
const LONGEST = 24;

/** @param {string[]} words */
const unique = (words) => Array.from(new Set(words)).slice(0, MOST);

/** @param {string} head @param {string} row @param {string} typed the form that was typed @returns {string[]} */
const inRow = (head, row, typed) => {
  // Two letters before the row are enough to tell the word: 亡くな of 亡くなる.
  if (head.length > 1 && (/[ぁ-ん]$/.test(head) || head.length > 2)) return [head];
  const forms = row === "す" ? ROWS[row].split("") : [ROWS[row][0]].concat(BEFORE_TE[row], ROWS[row].slice(1).split(""));
  // 行く alone of its row has 行って.
  if (row === "く" && /行$/.test(head)) forms[1] = "っ";
  return unique([typed].concat(forms).map((letter) => head + letter));
};

/** @param {string} kanji @param {string} among @returns {string} the row to which a verb of this kanji belongs */
const rowAmong = (kanji, among) => among.split("").filter((row) => (KANJI[row] || "").indexOf(kanji) >= 0)[0] || "";

/** @param {string} letter @returns {string} the row in which a letter other than the last of て stands */
const rowWith = (letter) => Object.keys(ROWS).filter((row) => ROWS[row].indexOf(letter) >= 0)[0] || "";

/** @param {string} head @param {string} letter @param {string} rest @returns {string[]} 困っ(て), 読ん(で), 弾い(て), 直し(て) */
const beforeTe = (head, letter, rest) => {
  const kanji = head.slice(-1);
  if (!AFTER.te.test(rest)) return [];
  if (letter === "っ") return inRow(head, kanji === "行" ? "く" : rowAmong(kanji, "うつ") || "る", letter);
  if (letter === "ん" && /^[でだ]/.test(rest)) return inRow(head, rowAmong(kanji, "ぶむ") || "む", letter);
  if (letter === "い") return inRow(head, /^[でだ]/.test(rest) ? "ぐ" : "く", letter);
  return letter === "し" ? inRow(head, "す", letter) : [];
};

/** @param {string} head @param {string} letter @param {string} rest @returns {string[]} 習い(たい), 遊ば(せる), 飼う, 弾け(る) */
const byRow = (head, letter, rest) => {
  const row = rowWith(letter);
  const place = row ? ROWS[row].indexOf(letter) : -1;
  const kanji = head.slice(-1);
  if (place === 0) return /^(?:の|か|と|こと|人|方|$)/.test(rest) ? inRow(head, row, letter) : [];
  if (place === 1) return AFTER.joined.test(rest) && (row !== "ぬ" || kanji === "死") ? inRow(head, row, letter) : [];
  if (place === 4) return /^う/.test(rest) ? inRow(head, row, letter) : [];
  const known = (KANJI[row] || "").indexOf(kanji) >= 0 || (row === "る" && STEADY_RE.indexOf(kanji) < 0);
  // 飲まない whatever the kanji, 飲まれる only where む is known to be: 集まれる is of 集まる.
  if (place === 2) return AFTER.negative.test(rest) && (known || /^[なず]/.test(rest)) ? inRow(head, row, letter) : [];
  return place === 3 && known && AFTER.able.test(rest) ? inRow(head, row, letter) : [];
};

/** @param {string} head @param {string} letter @param {string} rest @returns {string[]} 教え(て), 起き(て): the stem itself */
const steady = (head, letter, rest) => {
  if (!AFTER.steady.test(rest)) return [];
  const kanji = head.slice(-1);
  const isE = "えけげせぜてでねべめれ".indexOf(letter) >= 0;
  const isI = "いきぎじちびみり".indexOf(letter) >= 0 && STEADY_I.indexOf(kanji) >= 0;
  return (isE && rest !== "") || isI ? [head + letter] : [];
};

/** @param {string} head @param {string} tail @returns {string[]} 重い, 重く, 楽しかった */
const quality = (head, tail) => {
  const found = tail.match(/^(し)?(?:い|く|く[のにへ]|くて|かった|くな[いくかっ].*|すぎ.*|さ|そう|い(?:です|人|の|もの|こと|ので|から))$/);
  if (!found || (!found[1] && QUALITIES.indexOf(head.slice(-1)) < 0)) return [];
  if (found[1]) return [head + "し"];
  const typed = tail[0];
  return unique([head + typed].concat(["い", "く", "か", "さ", "け"].map((letter) => head + letter)));
};

/** @param {string} head @param {string} tail @returns {string[]} 勉強する, 初心者です: the noun */
const noun = (head, tail) => {
  const doing = /^(?:を)?(?:する|し(?:て|た|ます|まし|ない|なく|よう)|でき|出来|され|させ)/.test(tail);
  const being = /^(?:です|でした|だった|だと|である|でも|じゃ|では|な(?:ら|の|人|方|ので)|だ$)/.test(tail);
  return head.length > 1 && (doing || being) ? [head] : [];
};

/** @param {string} head @param {string} tail @returns {string[]} 見たい, 出て */
const bare = (head, tail) => {
  const known = head.length === 1 && BARE.indexOf(head) >= 0 && AFTER.steady.test(tail);
  return known ? unique([head + tail[0], head + "る", head + "て", head + "た", head + "ま", head + "な"]) : [];
};

/** @param {string} word @returns {string[]} */
const inKana = (word) => {
  const stem = KANA_STEMS.filter((known) => word.indexOf(known) === 0)[0];
  if (!stem || word.length === stem.length) return [];
  const row = KANA.get(stem) || "";
  const rest = word.slice(stem.length);
  if (row === "1") return AFTER.steady.test(rest) ? [stem] : [];
  if (row === "い") return /^(?:い|く|か|さ|み|む|そう)/.test(rest) ? [stem] : [];
  const letters = ROWS[row] + (BEFORE_TE[row] || "");
  if (letters.indexOf(rest[0]) < 0 || rest.length + stem.length < 4) return [];
  return stem.length > 2 ? [stem] : unique([rest[0]].concat(ROWS[row].split(""), BEFORE_TE[row] || []).map((letter) => stem + letter));
};

/** @param {string} head @param {string} tail @returns {string[]} the stems by the first rule that fits */
const inKanji = (head, tail) => {
  const [letter, rest] = [tail[0], tail.slice(1)];
  const kana = tail.match(/^[ぁ-ん]/);
  if (!kana) return [];
  const nouns = head.length > 1 ? noun(head, tail) : [];
  if (nouns.length) return nouns;
  const tries = [bare(head, tail), beforeTe(head, letter, rest), quality(head, tail), byRow(head, letter, rest), steady(head, letter, rest)];
  return tries.filter((stems) => stems.length)[0] || [];
};

/**
 * The stems of a verb, a quality or a noun with its verb as it was typed, the most literal first, at most six;
 * none if it is no inflected form.
 *
 * @param {string} word one word, without what stands before it
 * @returns {string[]}
 */
export const stemsOf = (word) => {
  const typed = word.normalize("NFKC").slice(0, LONGEST);
  if (/^[ぁ-ん]+$/.test(typed)) return inKana(typed);
  const parts = typed.match(/^([々一-鿿ァ-ヶー]+|お[々一-鿿]+)([ぁ-ん].*)$/);
  if (!parts) return [];
  const [, head, tail] = parts;
  // 引っ越して, 片付けて, 亡くなって: a verb may have kana before its last letters too.
  const inner = tail.match(/^([ぁ-ん]{1,3}[々一-鿿]+)([ぁ-ん].*)$/);
  const direct = inKanji(head, tail);
  if (direct.length) return direct;
  if (inner) return inKanji(head + inner[1], inner[2]);
  for (let size = 1; size < Math.min(5, tail.length); size += 1) {
    const stems = inKanji(head + tail.slice(0, size), tail.slice(size));
    if (stems.length) return stems;
  }
  return [];
};
