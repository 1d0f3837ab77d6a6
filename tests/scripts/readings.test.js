import assert from "node:assert/strict";
import { test } from "node:test";

import { parts, readingsOf, wordAt } from "../../theme/scripts/page/readings.js";

const READINGS = readingsOf({
  words: { 川: "かわ", 読み聞かせ: "よみきかせ", 清掃: "せいそう", 日曜: "にちよう" },
  contexts: [["一日", "いちにち", "", "中"], ["一日", "ついたち", "月", ""]]
});

test("the longest word that begins here is taken", () => {
  assert.deepEqual(wordAt(READINGS, "読み聞かせ会", 0), ["読み聞かせ", "よみきかせ"]);
});

test("a lone kanji is read only where it stands alone", () => {
  assert.deepEqual(wordAt(READINGS, "川を", 0), ["川", "かわ"]);
  assert.equal(wordAt(READINGS, "川岸", 0), null);
});

test("what stands beside a word decides how it is read", () => {
  assert.deepEqual(wordAt(READINGS, "一日中", 0), ["一日", "いちにち"]);
  assert.deepEqual(wordAt(READINGS, "四月一日", 2), ["一日", "ついたち"]);
  assert.equal(wordAt(READINGS, "一日券", 0), null);
});

test("kana of a word stands for itself in its reading", () => {
  assert.deepEqual(parts("読み聞かせ", "よみきかせ"), [["読", "よ"], ["み", ""], ["聞", "き"], ["かせ", ""]]);
  assert.deepEqual(parts("清掃", "せいそう"), [["清掃", "せいそう"]]);
  assert.deepEqual(parts("ご飯", "めし"), [["ご飯", "めし"]]);
});
