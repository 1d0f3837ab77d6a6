import assert from "node:assert/strict";
import { test } from "node:test";

import { makeEngine } from "../../theme/scripts/search/engine.js";
import { makeFolding } from "../../theme/scripts/search/fold.js";
import { stream } from "../../theme/scripts/search/tokens.js";
import { gold } from "./gold.js";

const [table] = gold("folding");
const { fold } = makeFolding(table);
const PAGES = [
  { name: "手話サークル つぼみ", text: "手話を学びます。" },
  { name: "河辺の草花", text: "手話通訳があります。" },
  { name: "防災を考える会", text: "防災訓練をします。第2・第4土曜" },
  { name: "分別の輪", text: "燃えないごみと資源の分け方" },
  { name: "手話講演会", text: "終わった催しです。", past: true }
];
const texts = PAGES.map(({ name, text }) => {
  const tokens = ["ny", ...stream("n", fold(name)), "nz", ...stream("x", fold(name)), "xz", ...stream("x", fold(text))];
  return " " + tokens.join(" ") + " ";
});
const find = async (tokens) => {
  const phrase = " " + tokens.join(" ") + " ";
  return new Set(texts.map((text, number) => (text.indexOf(phrase) >= 0 ? number : -1)).filter((number) => number >= 0));
};
const documents = {
  kind: { event: [4] }, kinds: {}, count: PAGES.length, cards: 8, weights: PAGES.map((page) => (page.past ? -1 : 1))
};
const { search, hints, alike } = makeEngine(table, documents, find);
const names = async (query) => (await search(query)).numbers.map((number) => PAGES[number].name);

test("a name comes before the text, and what is over comes last", async () => {
  assert.deepEqual(await names("手話"), ["手話サークル つぼみ", "河辺の草花", "手話講演会"]);
});

test("a reading finds the word", async () => {
  assert.deepEqual(await names("しゅわ"), ["手話サークル つぼみ", "河辺の草花", "手話講演会"]);
  assert.deepEqual(await names("ぼうさいくんれん"), ["防災を考える会"]);
});

test("a number is found apart from what stands between", async () => {
  assert.deepEqual(await names("第2土曜"), ["防災を考える会"]);
  assert.deepEqual(await names("第二土曜"), ["防災を考える会"]);
});

test("what was not quite found says how it was come by", async () => {
  const left = await search("手話　水族館");
  assert.deepEqual([left.near, left.ignored], [true, ["水族館"]]);
  const sentence = await search("手話を習いたい");
  assert.deepEqual([sentence.near, sentence.instead], [true, "手話"]);
  const slip = await search("ぼうざいくんれん");
  assert.deepEqual([slip.near, slip.instead, slip.numbers], [false, "ぼうさいくんれん", [2]]);
});

test("nothing is nothing, and no words are none", async () => {
  assert.deepEqual((await search("鯨")).numbers, []);
  assert.equal((await search("、。")).empty, true);
  assert.deepEqual((await search("constructor")).numbers, []);
  assert.deepEqual(await hints("constructor"), []);
});

test("a question as long as a book ends", async () => {
  assert.deepEqual((await search("手話".repeat(5000))).numbers, (await search("手話".repeat(40))).numbers);
});

test("words are alike that differ by one letter more, less, other or changed round", () => {
  assert.deepEqual(["ひまわい", "ひまり", "ひまわわり", "ひわまり", "ひまわり", "さくら"].map((word) => alike("ひまわり", word)),
    [true, true, true, true, false, false]);
});
