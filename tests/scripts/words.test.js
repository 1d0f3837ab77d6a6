import assert from "node:assert/strict";
import { test } from "node:test";

import { understood } from "../../theme/scripts/matching/words.js";
import { makeFolding } from "../../theme/scripts/search/fold.js";
import { gold } from "./gold.js";

const [table] = gold("folding");
const folding = makeFolding(table);
const words = new Map([
  ["歌", ["singing"]], ["本", ["reading"]], ["車", ["driving"]], ["花", ["flowers"]], ["運転", ["driving"]], ["料理", ["cooking"]],
  ["pa", ["sound"]], ["日本語", ["japanese"]], ["仲間がほしい", ["friends"]], ["話し相手", ["listening"]],
  [folding.fold("ボール").trim(), ["football"]]
]);
const ask = (text) => {
  const { heard, left } = understood(text, words, folding);
  return [heard.reduce((all, [, values]) => all.concat(values), []), left];
};

test("a word is heard, with what people say around it", () => {
  assert.deepEqual(ask("歌が好き"), [["singing"], []]);
  assert.deepEqual(ask("料理、車の運転の経験"), [["cooking", "driving", "driving"], []]);
  assert.deepEqual(ask("仲間がほしい"), [["friends"], []]);
});

test("a letter within a longer word is not heard", () => {
  ["歌舞伎", "日本酒", "電車", "花粉症", "ゲートボール", "Japanese", "パスタ"].forEach((text) => {
    assert.deepEqual(ask(text), [[], [text]]);
  });
});

test("what one cannot do, gave up or asks of others is no wish", () => {
  ["料理は苦手", "運転はしません", "運転免許を返納した", "話し相手がほしい", "日本語を教えてほしい", "料理はできません"].forEach((text) => {
    assert.deepEqual(ask(text), [[], [text]]);
  });
});

test("words of another language are one thing", () => {
  assert.deepEqual(ask("I want to learn pottery"), [[], ["I want to learn pottery"]]);
});
