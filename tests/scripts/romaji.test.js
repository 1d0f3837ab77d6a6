import assert from "node:assert/strict";
import { test } from "node:test";

import { freeSlug, slugOf } from "../../theme/scripts/reading/slugs.js";
import { gold } from "./gold.js";

test("a reading becomes the address that Python makes of it", () => {
  gold("romaji").forEach(({ kana, address }) => { assert.equal(slugOf(kana, "kai"), address, kana); });
});

test("an address that is taken gets a number behind it", () => {
  assert.equal(freeSlug(slugOf("あおぞら", "kai"), ["aozora", "aozora-2"]), "aozora-3");
});
