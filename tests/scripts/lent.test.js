/* 「テント 借りる」 leads to what groups and places lend, and nothing else does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isLending, sentence, thingIn } from "../../theme/scripts/search/lent.js";

const things = [
  { label: "テント", names: ["テント", "ワンタッチテント", "タープ"], url: "exchange/equipment/#tent", offered: 2, sought: 1 },
  { label: "車を出すこと", names: ["車", "自動車"], url: "exchange/transport/#car", offered: 1, sought: 0 },
  { label: "車いす", names: ["車いす", "車椅子"], url: "exchange/equipment/#wheelchair", offered: 3, sought: 0 }
];
const leads = (q) => {
  const found = isLending(q) ? thingIn(things, q) : undefined;
  return found && found.label;
};

test("who wants to borrow or lend something is led to it", () => {
  ["テント 借りる", "テントを借りたい", "ﾃﾝﾄ 貸して", "テントを使いたい", "タープ レンタル"].forEach((q) => {
    assert.equal(leads(q), "テント", q);
  });
  assert.equal(leads("車を出せる"), "車を出すこと");
  assert.equal(leads("車を出してほしい"), "車を出すこと");
});

test("the longest name counts, and only as a word of its own", () => {
  assert.equal(leads("車いすを借りたい"), "車いす");
  assert.equal(leads("車椅子 貸し出し"), "車いす");
  assert.equal(leads("テントウムシを借りたい"), undefined);
  assert.equal(leads("電車を使いたい"), undefined);
});

test("who looks for something else is led nowhere", () => {
  ["テント", "手話", "車いすダンス", "体操", ""].forEach((q) => { assert.equal(leads(q), undefined, q); });
});

test("the line says how many there are", () => {
  assert.equal(sentence(things[0]), "テント：できること2件・求めていること1件");
});
