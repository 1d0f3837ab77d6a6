import assert from "node:assert/strict";
import { test } from "node:test";

import { kanaOf } from "../../theme/scripts/search/romaji.js";
import { gold } from "./gold.js";

test("every way to write a reading out with Latin letters is turned back into its kana", () => {
  const lines = gold("romanised").filter(({ ways }) => ways.length);
  assert.ok(lines.length > 150);
  lines.forEach(({ kana, ways }) => { ways.forEach((way) => { assert.equal(kanaOf(way), kana, way); }); });
});

test("capitals, spaces, hyphens and wide letters change nothing", () => {
  ["kodomo shokudou", "Kodomo-Shokudou", "ＫＯＤＯＭＯ　ＳＨＯＫＵＤＯＵ", "kodomo shokudō"].forEach((way) => {
    assert.equal(kanaOf(way), "こどもしょくどう", way);
  });
});

test("marks over vowels are long vowels in kana", () => {
  assert.equal(kanaOf("Tōkyō"), "とうきょう");
  assert.equal(kanaOf("Yanase-gawa"), "やなせがわ");
  assert.equal(kanaOf("jūdō"), "じゅうどう");
});

test("what is no romaji has no kana", () => {
  ["choir", "volunteer", "wheelchair", "NPO", "手話", "", "table tennis", "DIY", "ltd"].forEach((word) => {
    assert.equal(kanaOf(word), "", word);
  });
});
