import assert from "node:assert/strict";
import { test } from "node:test";

import { conditionsIn } from "../../theme/scripts/search/conditions.js";
import { mayHaveConditions } from "../../theme/scripts/search/may-be.js";
import { tidied } from "../../theme/scripts/search/left-over.js";

// What conditions.json says of a city.
const WORDS = {
  access: {
    車いす可: ["車いす", "車椅子", "車イス", "くるまいす", "wheelchair"], ベビーカー可: ["ベビーカー"], 授乳室: ["授乳室"],
    筆談対応: ["筆談"], "スロープ・エレベーター": ["エレベーター", "スロープ", "段差なし"]
  },
  language: { 英語: ["英語", "english"], 手話: ["手話"], 中国語: ["中国語", "chinese", "中文"], やさしい日本語: ["やさしい日本語"] },
  audience: {
    子ども: ["子ども", "子供", "小学生"], 乳幼児と保護者: ["子連れ", "親子"], 高齢の方: ["高齢者", "シニア"],
    外国にルーツのある方: ["外国人"], どなたでも: ["誰", "だれ", "どなた"]
  }
};
// A Tuesday.
const TODAY = "2026-11-24";

/** @param {string} text @param {string} [now] facet:labels … | rest */
const read = (text, now = TODAY) => {
  const { conditions, rest } = conditionsIn(text, now, WORDS);
  // What reads conditions is loaded only then.
  assert.ok(!conditions.length || mayHaveConditions(text), text);
  return conditions.map(({ facet, labels }) => facet + ":" + labels.join("/")).concat(rest ? ["| " + rest] : []).join(" ");
};

/** @param {Record<string, string>} phrases @param {string} [now] */
const all = (phrases, now) => {
  assert.deepEqual(Object.fromEntries(Object.keys(phrases).map((text) => [text, read(text, now)])), phrases);
};

test("days near today", () => {
  all({
    今日: "date:2026-11-24", きょう: "date:2026-11-24", 本日: "date:2026-11-24", 明日: "date:2026-11-25", あした: "date:2026-11-25",
    あす: "date:2026-11-25", 明後日: "date:2026-11-26", あさって: "date:2026-11-26", しあさって: "date:2026-11-27",
    今夜: "date:2026-11-24 time:夜", 明日の夜: "date:2026-11-25 time:夜", あしたのよる: "date:2026-11-25 time:夜",
    "明日、将棋": "date:2026-11-25 | 将棋", 今晩のイベント: "date:2026-11-24 time:夜 kind:event", today: "date:2026-11-24",
    Tomorrow: "date:2026-11-25", tonight: "date:2026-11-24 time:夜", "day after tomorrow": "date:2026-11-26"
  });
});

test("weeks begin on Monday, and of this one the rest is meant", () => {
  all({
    今週: "date:2026-11-24..2026-11-29", こんしゅう: "date:2026-11-24..2026-11-29", 来週: "date:2026-11-30..2026-12-06",
    再来週: "date:2026-12-07..2026-12-13", 今週の土曜: "date:2026-11-28", 今週土曜日: "date:2026-11-28",
    こんしゅうのどようび: "date:2026-11-28", 来週の火曜: "date:2026-12-01", らいしゅうのかようび: "date:2026-12-01",
    今週末: "date:2026-11-28..2026-11-29", 週末の体操: "date:2026-11-28..2026-11-29 | 体操", 来週末: "date:2026-12-05..2026-12-06",
    今週の土日: "date:2026-11-28..2026-11-29", "this weekend": "date:2026-11-28..2026-11-29", "next week": "date:2026-11-30..2026-12-06",
    "events this weekend": "date:2026-11-28..2026-11-29 kind:event", "this Saturday": "date:2026-11-28", weekend: "date:2026-11-28..2026-11-29"
  });
  all({ 今週: "date:2026-11-29", 今週末: "date:2026-11-29", 来週: "date:2026-11-30..2026-12-06", 今週の土曜: "date:2026-11-28" }, "2026-11-29");
});

test("the next of a weekday is the one that comes, and today is not yet it", () => {
  all({ 今度の日曜: "date:2026-11-29", 次の土曜日: "date:2026-11-28", この日曜: "date:2026-11-29", 今度の火曜: "date:2026-12-01", "next Sunday": "date:2026-11-29" });
  all({ 今度の日曜: "date:2026-12-06", この日曜: "date:2026-11-29", 今度の土日: "date:2026-12-05..2026-12-06" }, "2026-11-29");
});

test("months and days of the calendar, the next that come", () => {
  all({
    今月: "date:2026-11-24..2026-11-30", 来月: "date:2026-12-01..2026-12-31", らいげつ: "date:2026-12-01..2026-12-31",
    "12月": "date:2026-12-01..2026-12-31", "12月のイベント": "date:2026-12-01..2026-12-31 kind:event", "1月": "date:2027-01-01..2027-01-31",
    "12月5日": "date:2026-12-05", 十二月五日: "date:2026-12-05", "１２月５日": "date:2026-12-05", "12月5日(土)": "date:2026-12-05",
    "12/5": "date:2026-12-05", "12/5（土）": "date:2026-12-05", "2026/12/5": "date:2026-12-05", "2026年12月5日": "date:2026-12-05",
    来年の1月10日: "date:2027-01-10", "11月3日": "date:2027-11-03", "5日": "date:2026-12-05", "24日": "date:2026-11-24", 来月5日: "date:2026-12-05",
    "12月5日〜7日": "date:2026-12-05..2026-12-07", "12月28日から1月3日": "date:2026-12-28..2027-01-03", "12月上旬": "date:2026-12-01..2026-12-10",
    来月末: "date:2026-12-25..2026-12-31", 年末: "date:2026-12-25..2026-12-31", 年末年始: "date:2026-12-28..2027-01-04", 年内: "date:2026-11-24..2026-12-31",
    来月の演奏会: "date:2026-12-01..2026-12-31 | 演奏会", 公園で12月5日: "date:2026-12-05 | 公園", "December 5": "date:2026-12-05", "5th December": "date:2026-12-05"
  });
});

test("a day in the years of the era, and with points, lines and strokes", () => {
  all({
    "令和8年12月5日": "date:2026-12-05", "令和八年十二月五日": "date:2026-12-05", "R8.12.5": "date:2026-12-05", "r8/12/5": "date:2026-12-05", "Ｒ８年１２月５日": "date:2026-12-05",
    "令和8年12月5日の夜": "date:2026-12-05 time:夜", "令和9年1月のイベント": "date:2027-01-01..2027-01-31 kind:event", "令和9年の1月10日 将棋": "date:2027-01-10 | 将棋",
    "2026/12/5 体操": "date:2026-12-05 | 体操", "2026.12.5": "date:2026-12-05", "2026-12-05": "date:2026-12-05", "令和元年5月1日": "date:2019-05-01"
  });
  for (const text of ["昭和20年8月15日", "1945年8月15日", "平成3年5月", "R8", "R8.13.5", "令和8年", "3.11"]) assert.equal(read(text), "| " + text, text);
});

test("a weekday half in kana is one, and what only sounds like it is none", () => {
  all({
    火よう: "time:火曜", 土よう: "time:土曜", "土よう 料理": "time:土曜 | 料理", 火ようびの夜: "time:火曜の夜", かようびの体操: "time:火曜 | 体操", "どよう 体操": "time:土曜 | 体操",
    "来週の火よう": "date:2026-12-01", "今度の土よう": "date:2026-11-28"
  });
  for (const text of ["水ようかん", "かようきょく", "学校にかよう", "日ようだいく", "500円以下"]) assert.equal(read(text), "| " + text, text);
});

test("what means all events is no word", () => {
  all({ 催し: "kind:event", 催し物: "kind:event", イベント: "kind:event", 行事: "kind:event", もよおし: "kind:event", events: "kind:event" });
  for (const text of ["行事食", "イベントスタッフ", "年中行事", "団体", "催し 手伝い"]) assert.equal(read(text), "| " + text, text);
});

test("what only looks like a day is none", () => {
  for (const text of [
    "きょうしつ", "きょうだい", "きょうと", "あすなろ", "あしたば", "明日香村", "明日葉", "今日子", "今週号", "来月号", "3日間", "5日間", "1日体験", "3日坊主",
    "五日市", "毎月15日", "第2土曜", "第二土曜日", "12月5日まで", "12月5日(土)まで", "12月5日以降", "締切12月5日", "12月5日締切", "7月20日生まれ",
    "〒204-0022", "042-000-0011", "24時間", "13月5日", "2月30日", "99/99", "先週", "昨日", "来年", "週末里親", "24/7", "今川焼", "お正月"
  ]) assert.equal(read(text), "| " + text.normalize("NFKC"), text);
});

test("parts of the week are conditions beside something else, or where two are said", () => {
  all({
    火曜の夜: "time:火曜の夜", 平日の午前: "time:平日の午前", "土曜日 午前中": "time:土曜の午前", 日曜の朝: "time:日曜の午前", 平日夜: "time:平日の夜",
    平日の夜に通える: "time:平日の夜", "夜 ヨガ": "time:夜 | ヨガ", 夜の散歩: "time:夜 | 散歩", "土日 料理": "time:土日 | 料理",
    "毎週土曜 料理": "time:土曜 | 料理", 火曜日に体操: "time:火曜 | 体操", 仕事帰り: "time:夜", 仕事の後に通える: "time:夜", 昼間に集まる: "time:午前/午後",
    "weekday evening": "time:平日の夜", "on Sundays": "time:日曜", "土曜 子ども": "time:土曜 | 子ども"
  });
});

test("a weekday alone, in a name or with its week is a word", () => {
  for (const text of [
    "土曜", "木曜日", "平日", "夜", "午前", "毎週土曜", "第2・第4土曜", "月曜・木曜", "月曜から金曜", "日曜大工", "日曜学校", "日曜版", "夜なべの手", "夜景",
    "夜間パトロール", "朝市", "朝ごはん", "朝顔", "昼食"
  ]) assert.equal(read(text), "| " + text, text);
});

test("what costs nothing", () => {
  all({
    無料: "fee:無料", むりょう: "fee:無料", タダ: "fee:無料", "0円": "fee:無料", 会費なし: "fee:無料", 参加費無料の体操: "fee:無料 | 体操",
    お金がかからない: "fee:無料", お金をかけずに楽しめる: "fee:無料", 会費がかからないサークル: "fee:無料 kind:group", 無料で見られる展示: "fee:無料 | 展示",
    ただで習える: "fee:無料", "無料 体操": "fee:無料 | 体操", 無料のイベント: "fee:無料 kind:event", free: "fee:無料", "free english": "fee:無料 | english"
  });
  for (const text of ["ただいま募集中", "free market", "有料"]) assert.equal(read(text), "| " + text);
});

test("with a wheelchair or a pram, and what a place has", () => {
  all({
    車いすで参加できる運動: "access:車いす可 | 運動", 車いすで行ける: "access:車いす可", 車椅子でも入れる: "access:車いす可", くるまいすで行けるところ: "access:車いす可",
    車いす対応: "access:車いす可", "車いすOK": "access:車いす可", 車いすの人も参加できる: "access:車いす可", 車いすで: "access:車いす可",
    ベビーカーで入れる: "access:ベビーカー可", 授乳室のある施設: "access:授乳室 kind:place", 筆談できる: "access:筆談対応", エレベーターがある会場: "access:スロープ・エレベーター kind:place", "wheelchair accessible": "access:車いす可"
  });
  for (const text of ["車いすを借りたい", "車いすの修理", "車いすダンス", "車いす", "車いすを押す", "授乳室", "筆談", "ベビーカーを貸してほしい"]) {
    assert.equal(read(text), "| " + text);
  }
});

test("in a language, unless it is what one wants to learn", () => {
  all({
    英語で相談: "language:英語 | 相談", 英語で相談できる: "language:英語 | 相談", "英語OK": "language:英語", 英語が話せる人がいる: "language:英語",
    英語の通じるところ: "language:英語", "in English": "language:英語", "English speaking": "language:英語", 中国語で話せる: "language:中国語",
    やさしい日本語で: "language:やさしい日本語", 手話で話せる: "language:手話"
  });
  for (const text of ["英語", "英語を習いたい", "英語教室", "英語の本を読む", "日本語を勉強したい", "中国語を教えたい", "手話サークル", "手話を習いたい", "手話通訳", "英語の先生になりたい"]) {
    assert.equal(read(text), "| " + text);
  }
});

test("for whom", () => {
  all({
    初心者: "audience:初心者歓迎", "初心者 卓球": "audience:初心者歓迎 | 卓球", 初心者歓迎: "audience:初心者歓迎", 初心者でもできる将棋: "audience:初心者歓迎 | 将棋",
    はじめてでもOKな俳句: "audience:初心者歓迎 | 俳句", 未経験者歓迎: "audience:初心者歓迎", beginners: "audience:初心者歓迎", 子連れで行けるところ: "audience:乳幼児と保護者",
    "子連れOK": "audience:乳幼児と保護者", 高齢者向けの体操: "audience:高齢の方 | 体操", 小学生が参加できる: "audience:子ども",
    外国人も参加できる: "audience:外国にルーツのある方", 誰でも参加できる: "audience:どなたでも", 子連れで参加: "audience:乳幼児と保護者", オンラインで参加できる講座: "place:オンライン | 講座"
  });
  for (const text of ["初めての料理", "子ども", "小学生", "シニア", "親子料理", "高齢者", "オンライン", "外国人"]) assert.equal(read(text), "| " + text);
});

test("several conditions in one sentence", () => {
  all({
    "火曜の夜 初心者": "time:火曜の夜 audience:初心者歓迎", 土曜日に車いすで参加できる無料の体操: "time:土曜 fee:無料 access:車いす可 | 体操",
    今週末に子どもと行けるイベント: "date:2026-11-28..2026-11-29 audience:子ども kind:event", "free events tomorrow": "date:2026-11-25 fee:無料 kind:event",
    日曜に英語で話せるサークル: "time:日曜 language:英語 kind:group", どこか今週末に行けるところはありますか: "date:2026-11-28..2026-11-29",
    今日やってる教室: "date:2026-11-24 | 教室", 来月開かれる講演会: "date:2026-12-01..2026-12-31 | 講演会", 今週末に行ける場所: "date:2026-11-28..2026-11-29",
    "今週末何かやってる？": "date:2026-11-28..2026-11-29"
  });
});

test("a word that goes on is said to, so that both may be one word", () => {
  const attached = (text) => conditionsIn(text, TODAY, WORDS).conditions.map((one) => one.attached);
  assert.deepEqual([attached("無料相談"), attached("無料 相談"), attached("無料で相談")], [[true], [false], [false]]);
});

test("for a plain word nothing more is loaded", () => {
  for (const text of ["手話", "防災", "将棋", "手話を習いたい", "スマホの使い方を教えてほしい", "ボランティア", "haiku", "のどぼとけ"]) {
    assert.equal(mayHaveConditions(text), false, text);
  }
});

test("a city that has no such words has no such conditions, and a word is never a pattern", () => {
  assert.equal(conditionsIn("英語で相談", TODAY, {}).rest, "英語で相談");
  const odd = conditionsIn("(英語で相談", TODAY, { language: { "(": ["("], "a+": ["a+"] } });
  assert.deepEqual([odd.conditions.length, odd.rest], [0, "(英語で相談"]);
});

test("long and odd questions are read in one go", () => {
  for (const text of ["なにか".repeat(27), "で".repeat(80), "12月".repeat(20), "土曜".repeat(40), "の".repeat(80) + "x", "今週 ".repeat(20), "無料".repeat(40)]) {
    assert.equal(typeof conditionsIn(text, TODAY, WORDS).rest, "string");
  }
});

test("what is left has no particles at its ends", () => {
  assert.deepEqual([tidied("の演奏会"), tidied(" 公園で "), tidied("相談したい"), tidied("のりもの"), tidied("")], ["演奏会", "公園", "相談", "のりもの", ""]);
});
