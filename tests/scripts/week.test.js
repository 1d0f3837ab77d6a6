import assert from "node:assert/strict";
import { test } from "node:test";

import { isAt, isWithin, wholeWeek } from "../../theme/scripts/search/week.js";

test("a part of the week lies within a wider one", () => {
  const yes = [["火曜の夜", "火曜"], ["火曜の夜", "夜"], ["火曜の夜", "平日の夜"], ["火曜の夜", "平日"], ["日曜の午前", "土日"], ["土曜", "土日"], ["不定期", "不定期"]];
  const no = [["火曜", "火曜の夜"], ["土曜の夜", "平日の夜"], ["平日の夜", "火曜の夜"], ["火曜の夜", "火曜の午前"], ["火曜の夜", "不定期"], ["不定期", "夜"]];
  yes.forEach(([one, wider]) => { assert.equal(isWithin(one, wider), true, one + " " + wider); });
  no.forEach(([one, wider]) => { assert.equal(isWithin(one, wider), false, one + " " + wider); });
});

test("every part of the week has what lies within it, once", () => {
  const whole = wholeWeek({ 火曜の夜: [1, 2], 木曜の夜: [2, 3], 土曜: [4], 平日の夜: [5], 不定期: [6], __proto__: null });
  assert.deepEqual([whole.火曜, whole.夜, whole.平日の夜, whole.土日, whole.土曜の夜, whole.不定期],
    [[1, 2], [1, 2, 3, 5], [1, 2, 3, 5], [4], [], [6]]);
});

test("what is on at a moment is in its part of the week, and what is on at no known time in none of the day", () => {
  const saturday = "2026-12-05";
  for (const [when, labels] of [["19:00", ["夜"]], ["17:00", ["土曜の夜"]], ["16:59", ["午後"]], ["12:00", ["土日の午後"]], ["09:00", ["午前", "午後"]], ["16:00ae", ["夜"]],
    ["10:00me", ["土曜の夜"]], ["m", ["土曜の午前"]], ["", ["土曜"]], ["19:00", ["土曜"]]]) {
    assert.equal(isAt(saturday, when, labels), true, when + labels);
  }
  for (const [when, labels] of [["10:00", ["夜"]], ["19:00", ["日曜の夜"]], ["", ["夜"]], ["m", ["夜"]], ["16:00", ["夜"]], ["10:00me", ["午後"]], ["19:00", ["不定期"]], ["19:00", []]]) {
    assert.equal(isAt(saturday, when, labels), false, when + labels);
  }
});
