import assert from "node:assert/strict";
import { test } from "node:test";

import { openIndex } from "../../theme/scripts/search/shards.js";
import { anyStanding, standing } from "../../theme/scripts/search/standing.js";
import { numbers } from "../../theme/scripts/search/postings.js";
import { gold } from "./gold.js";

const site = new Map(gold("search").map(({ name, text }) => [name, text]));
const start = JSON.parse(site.get("search-index/start.json"));
let asked = [];
globalThis.fetch = async (address) => {
  asked.push(address);
  return { ok: site.has(address), status: 404, json: async () => JSON.parse(site.get(address)) };
};
const opened = () => openIndex("search-index/" + start.edition + "/", start.shards, start.count);

test("a word stands where all its keys are", async () => {
  const index = opened();
  assert.equal(numbers(await standing(index, "防災訓練")).length, 1);
  assert.equal(numbers(await anyStanding(index, ["防災訓練", "分別"])).length, 2);
  assert.deepEqual(numbers(await standing(index, "訓練防災")), []);
  assert.deepEqual(numbers(await standing(index, "、。")), []);
});

test("what is known to stand nowhere is not asked for again", async () => {
  const index = opened();
  await index.prepare("鯨");
  assert.equal(index.absent("鯨"), true);
  asked = [];
  assert.deepEqual(numbers(await standing(index, "鯨 防災訓練 みどりの風")), []);
  assert.deepEqual(asked, []);
});

test("what was not looked up yet may stand somewhere", () => {
  assert.equal(opened().absent("防災"), false);
});
