import assert from "node:assert/strict";
import { test } from "node:test";

import { slug } from "../../theme/scripts/japanese/romaji.js";
import { gold } from "./gold.js";

test("a reading becomes the address that Python makes of it", () => {
  gold("romaji").forEach(({ kana, address }) => { assert.equal(slug(kana, [], "kai"), address, kana); });
});

test("an address that is taken gets a number behind it", () => {
  assert.equal(slug("あおぞら", ["aozora", "aozora-2"], "kai"), "aozora-3");
});
