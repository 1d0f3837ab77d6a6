import assert from "node:assert/strict";
import { test } from "node:test";

import { distance, oneOff, tolerance } from "../../theme/scripts/search/edits.js";

const within = (one, other) => distance(one, other) <= Math.min(tolerance(one), tolerance(other));

test("one letter more, less, other or changed round is a slip", () => {
  for (const typed of ["やなせがわわ", "やなせわ", "やなせがた", "やなせわが", "やせながわ", "なやせがわ"]) {
    assert.equal(within(typed, "やなせがわ"), true, typed);
  }
});

test("a missed dakuten and a long mark are less than another letter, and two of them are more than one", () => {
  assert.ok(distance("やなせかわ", "やなせがわ") < distance("やなせまわ", "やなせがわ"));
  assert.ok(distance("こらす", "こらーす") < distance("こらす", "こらんです"));
  assert.ok(distance("たいぴんく", "だいびんぐ") > 1);
  assert.ok(distance("けいき", "けーき") < 1);
});

test("two slips are one too many in a short word, and none is allowed in three letters", () => {
  assert.equal(within("やなぜかわ", "やなせがわ"), false);
  assert.equal(within("すまーとほん", "すまとふおん"), false);
  assert.equal(within("ぼらんてやぐるーぷ", "ぼらんてぃあぐるーぷ"), true);
  assert.equal(tolerance("めだか"), 0);
  assert.equal(within("めたか", "めだか"), false);
});

test("another kanji is another word", () => {
  assert.equal(within("市民農園", "市民公園"), false);
  assert.equal(within("社会教育課", "社会体育課"), false);
  assert.equal(within("芝山どんくり", "芝山どんぐり"), true);
});

test("words are alike that differ by one letter more, less, other or changed round", () => {
  assert.deepEqual(["ひまわい", "ひまり", "ひまわわり", "ひわまり", "ひまわり", "さくら"].map((word) => oneOff("ひまわり", word)),
    [true, true, true, true, false, false]);
});
