import assert from "node:assert/strict";
import { test } from "node:test";

import { kanaOf, romajiKey } from "../../theme/scripts/search/romaji.js";
import { gold } from "./gold.js";

test("every way to write a reading with Latin letters has the key that Python makes of the kana", () => {
  const lines = gold("romanised");
  assert.ok(lines.length > 200);
  lines.forEach(({ kana, key, ways }) => {
    ways.forEach((way) => { assert.equal(romajiKey(way), key, kana + " as " + way); });
  });
});

test("what is typed for kana is turned back into them", () => {
  const lines = gold("romanised").filter(({ typed }) => typed);
  assert.ok(lines.length > 150);
  lines.forEach(({ kana, typed }) => { assert.equal(kanaOf(typed), kana, typed); });
});

test("capitals, spaces, hyphens, wide letters and marks over vowels change nothing", () => {
  const ways = ["kodomo shokudo", "Kodomo-Shokudō", "ＫＯＤＯＭＯ　ＳＨＯＫＵＤＯ", "kodomosyokudou", "kodomo shokudô"];
  assert.deepEqual(Array.from(new Set(ways.map(romajiKey))), ["kodomosyokudo"]);
  assert.equal(romajiKey("Ohno"), romajiKey("Ōno"));
  assert.equal(romajiKey("ka-do"), romajiKey("kaado"));
});

test("words that differ in more than how they are written keep different keys", () => {
  const pairs = [["shuwa", "shiwa"], ["haiku", "haiku kai"], ["kitte", "kite"], ["taiko", "daiko"], ["kyōshitsu", "kōshitsu"]];
  pairs.forEach(([one, other]) => { assert.notEqual(romajiKey(one), romajiKey(other)); });
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

test("what has no Latin letters has no key", () => {
  assert.equal(romajiKey("手話 2026"), "");
});
