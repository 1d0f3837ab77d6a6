import assert from "node:assert/strict";
import { test } from "node:test";

import { filesOf } from "../../theme/scripts/search/files.js";
import { gold } from "./gold.js";

// The index that Python made of the pages in tests/search/few.py, served from memory.
const site = new Map(gold("search").map(({ name, text }) => ["../" + name, text]));
let asked = [];
globalThis.fetch = async (address) => {
  asked.push(address);
  return { ok: site.has(address), status: site.has(address) ? 200 : 404, json: async () => JSON.parse(site.get(address)) };
};

const files = filesOf("../");
const { search, hints, alike } = await files.engine();
const named = (numbers) => Promise.all(numbers.map(async (number) => (await files.card(String(number))).title));
const names = async (query) => named((await search(query)).numbers);
const SHUWA = ["手話", "手話サークル つぼみ", "河辺の草花", "手話講演会"];

test("a name comes before the text, and what is over comes last", async () => {
  assert.deepEqual(await names("手話"), SHUWA);
});

test("where a word is found, others of its meaning count only where they are prominent", async () => {
  // 「いぬの輪」 has sign language somewhere in its text.
  assert.equal((await names("手話")).indexOf("いぬの輪"), -1);
});

test("a page of text that has the word somewhere is no answer where records have it", async () => {
  assert.equal((await names("手話")).indexOf("このサイトについて"), -1);
});

test("pages of text are no answer that ends the search, but come behind it", async () => {
  // 「手話を習いたい」 stands in a page of text alone: groups with 手話 come before it.
  const sentence = await search("手話を習いたい");
  assert.deepEqual([sentence.near, sentence.words], [true, ["手話"]]);
  const found = await named(sentence.numbers);
  assert.deepEqual([found[0], found[found.length - 1]], ["手話サークル つぼみ", "このサイトについて"]);
});

test("what pages of text alone have is found there", async () => {
  assert.deepEqual(await names("囲碁　将棋"), ["このサイトについて"]);
});

test("a page of text that speaks of a thing comes behind what has it, even behind what is over", async () => {
  assert.deepEqual(await names("クッキー"), ["秋の市", "個人の情報"]);
});

test("what is called by a name comes before what speaks of it in Latin letters, however wide they are", async () => {
  for (const typed of ["tsubomi", "Tsubomi", "ｔｓｕｂｏｍｉ", "ＴＳＵＢＯＭＩ"]) {
    assert.deepEqual(await names(typed), ["手話サークル つぼみ", "川の会"], typed);
  }
});

test("a reading finds the word", async () => {
  assert.deepEqual(new Set(await names("しゅわ")), new Set(SHUWA));
  assert.deepEqual(await names("ぼうさいくんれん"), ["防災を考える会"]);
});

test("numbers and Latin letters among kanji are found as parts of a run", async () => {
  assert.deepEqual(await names("第2土曜"), ["防災を考える会"]);
  assert.deepEqual(await names("第二土曜"), ["防災を考える会"]);
  assert.deepEqual(await names("3歳児"), ["河辺の草花"]);
  assert.deepEqual(await names("NPO法人"), ["NPO法人 みどりの風"]);
  assert.deepEqual(await names("Wi-Fi"), ["河辺の草花"]);
});

test("a word within another is no synonym of what it is not", async () => {
  assert.deepEqual(await names("動物"), ["いぬの輪"]);
  assert.deepEqual(await names("パソコン"), ["水彩の会"]);
  assert.deepEqual(await names("絵画"), ["水彩の会"]);
  assert.deepEqual(await names("喫茶"), ["水彩の会"]);
});

test("a wide word brings narrow ones", async () => {
  assert.deepEqual(await names("運動"), ["のびのび体操"]);
});

test("the exact name comes first, whole or by a part of it", async () => {
  assert.equal((await names("みどりの風"))[0], "NPO法人 みどりの風");
  assert.equal((await names("川の会"))[0], "川の会");
});

test("words joined by の are also found apart, behind those that have them as they were written", async () => {
  assert.deepEqual(await names("川辺の清掃"), ["川の会", "清掃と川辺"]);
});

test("letters outside the basic plane are letters", async () => {
  assert.deepEqual(await names("𠮷野町"), ["のびのび体操"]);
});

test("what was not quite found says how it was come by", async () => {
  const left = await search("防災　訓練　水族館");
  assert.deepEqual([left.near, left.ignored], [true, ["水族館"]]);
  const slip = await search("ぼうざい");
  assert.deepEqual([slip.near, slip.instead, await named(slip.numbers)], [true, "防災", ["防災を考える会"]]);
});

test("nothing is nothing, and no words are none", async () => {
  assert.deepEqual((await search("鯨")).numbers, []);
  assert.equal((await search("、。")).empty, true);
  assert.equal((await search("")).empty, true);
});

test("words that every object has, quotes, and broken letters are only words", async () => {
  for (const query of ["__proto__", "constructor", "toString", "#1", "^川$", "~手話x", "\u2028", "\ud83d", "a\udc00b", "%00"]) {
    const { numbers } = await search(query);
    assert.ok(numbers.every(Number.isInteger), query);
    assert.ok((await hints(query)).every(Number.isInteger), query);
  }
  assert.deepEqual((await search("constructor")).numbers, []);
  assert.deepEqual((await search("__proto__")).numbers, []);
});

test("a question as long as a book ends", async () => {
  assert.deepEqual((await search("手話".repeat(5000))).numbers, (await search("手話".repeat(40))).numbers);
});

test("a file is asked for once, and only files that there are", async () => {
  asked = [];
  await search("手話");
  assert.deepEqual(asked, []);
  const fresh = filesOf("../");
  await (await fresh.engine()).search("川辺の清掃");
  assert.equal(new Set(asked).size, asked.length);
  assert.deepEqual(asked.filter((address) => !site.has(address)), []);
});

test("an answer does not depend on what was asked before", async () => {
  const asked = ["手話を習いたい", "犬動かしたい", "川動かしたい", "絵動かしたい", "本読みたい", "ぼうさいくんれん", "川辺の清掃", "喫茶店で話したい"];
  const used = await filesOf("../").engine();
  for (const query of [...asked, "犬", "川", "絵", "本", "体"]) await used.search(query);
  for (const query of asked) {
    const fresh = await filesOf("../").engine();
    assert.deepEqual(await used.search(query), await fresh.search(query), query);
  }
});

test("words are alike that differ by one letter more, less, other or changed round", () => {
  assert.deepEqual(["ひまわい", "ひまり", "ひまわわり", "ひわまり", "ひまわり", "さくら"].map((word) => alike("ひまわり", word)),
    [true, true, true, true, false, false]);
});
