import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, anyChosen, askedIn, withChoice } from "../../theme/scripts/search/address.js";
import { inOrder, labelText } from "../../theme/scripts/search/labels.js";
import { numerals } from "../../theme/scripts/search/numerals.js";
import { highlighted, passage } from "../../theme/scripts/search/passages.js";
import { makeFolding } from "../../theme/scripts/search/fold.js";
import { explanation, sentence } from "../../theme/scripts/search/sentences.js";

const FOUND = { numbers: [1], marks: [], near: false, ignored: [], instead: "" };

test("what is asked goes into the address and comes back", () => {
  const asking = { q: "手話", chosen: { field: ["福祉", "文化"], area: ["松山"] }, sort: "kana" };
  const address = addressOf("/search/", asking);
  const back = askedIn(address.slice("/search/".length));
  assert.deepEqual([back.q, back.chosen.field, back.chosen.area, back.sort], ["手話", ["福祉", "文化"], ["松山"], "kana"]);
  assert.equal(addressOf("/search/", { q: "", chosen: {}, sort: "" }), "/search/");
  assert.equal(askedIn("?kind=event", "kind").chosen.kind, undefined);
});

test("an address of before, with the weekday apart, means the same part of the week", () => {
  assert.deepEqual(askedIn("?day=土").chosen.time, ["土曜"]);
  assert.deepEqual(askedIn("?day=土&time=土曜の午前").chosen.time, ["土曜の午前"]);
  assert.deepEqual(askedIn("?day=火&day=木&time=平日の夜").chosen.time, ["火曜の夜", "木曜の夜"]);
  assert.deepEqual(askedIn("?day=火&time=日曜の夜").chosen.time, ["火曜", "日曜の夜"]);
  assert.deepEqual(askedIn("?day=不定期").chosen.time, ["不定期"]);
  assert.deepEqual(askedIn("?time=平日の夜").chosen.time, ["平日の夜"]);
});

test("a choice is added once and taken off again", () => {
  const once = withChoice(withChoice({}, "field", "福祉", true), "field", "福祉", true);
  assert.deepEqual(once, { field: ["福祉"] });
  assert.equal(anyChosen(once), true);
  assert.equal(anyChosen(withChoice(once, "field", "福祉", false)), false);
});

test("a sentence says how many there are and how they were come by", () => {
  assert.equal(sentence("手話", FOUND, 1, false), "手話の検索結果　1件");
  assert.equal(sentence("手話", FOUND, 0, true), "手話の検索結果　0件（しぼりこみ中）");
  assert.equal(sentence("鯨", { numbers: [], near: false }, 0, false), "「鯨」は見つかりませんでした。");
  assert.equal(sentence("", FOUND, 3, true), "3件（しぼりこみ中）");
  assert.equal(explanation("手話", FOUND), "");
  assert.equal(explanation("ひまわい", { ...FOUND, near: true, instead: "ひまわり" }),
    "「ひまわい」は見つからなかったので、「ひまわり」でさがしました。");
  assert.equal(explanation("川　鯨", { ...FOUND, near: true, ignored: ["鯨"] }),
    "すべてのことばに合うものがなかったので、「鯨」をのぞいてさがしました。");
});

test("choices stand in their own order, else the commonest first", () => {
  assert.deepEqual(inOrder("field", { 文化: [1], 福祉: [1, 2] }, null), ["福祉", "文化"]);
  assert.deepEqual(inOrder("kind", { event: [1, 2], group: [3] }, { group: "団体", event: "イベント" }), ["group", "event"]);
  assert.deepEqual([labelText("time", "土曜の夜", null), labelText("kind", "group", { group: "団体" })], ["土曜の夜", "団体"]);
});

test("numbers are also written the other way", () => {
  assert.deepEqual(numerals("第二会議室"), ["第2会議室"]);
  assert.deepEqual(numerals("70歳"), ["七十歳"]);
  assert.deepEqual(numerals("千二百三十四"), ["1234"]);
  assert.deepEqual(numerals("042-000-0011"), []);
});

test("a mark covers the word as it was written, whatever its width", () => {
  const folding = makeFolding({});
  const shown = highlighted(folding, "川の ｺﾞﾐ拾い をします", [folding.fold("ごみ拾い")]);
  assert.deepEqual(shown.filter((piece) => piece.mark).map((piece) => piece.text), ["ｺﾞﾐ拾い"]);
  assert.equal(shown.map((piece) => piece.text).join(""), "川の ｺﾞﾐ拾い をします");
  assert.deepEqual(passage(folding, "本文です。", ["ない"], 40), []);
});
