import assert from "node:assert/strict";
import { test } from "node:test";

import { choicesFrom, dayOf, isDayOf, overlap, spanIn, spanText, spanWords, today, written } from "../../theme/scripts/search/dates.js";

const choices = (now) => Object.fromEntries(choicesFrom(now).map(([name, span]) => [name, written(span)]));

test("weeks begin on Monday, and of a week or month only what is left is meant", () => {
  assert.deepEqual(choices("2026-11-24"), {
    きょう: "2026-11-24", あした: "2026-11-25", 今週: "2026-11-24..2026-11-29", 今週末: "2026-11-28..2026-11-29",
    来週: "2026-11-30..2026-12-06", 今月: "2026-11-24..2026-11-30", 来月: "2026-12-01..2026-12-31"
  });
  assert.deepEqual(choices("2026-12-31"), {
    きょう: "2026-12-31", あした: "2027-01-01", 今週: "2026-12-31..2027-01-03", 今週末: "2027-01-02..2027-01-03",
    来週: "2027-01-04..2027-01-10", 今月: "2026-12-31", 来月: "2027-01-01..2027-01-31"
  });
});

test("today is the day in Japan, wherever the browser thinks it is", (context) => {
  const zone = process.env.TZ;
  for (const name of ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Auckland"]) {
    process.env.TZ = name;
    for (const [moment, day] of [["2026-11-23T15:20:00Z", "2026-11-24"], ["2026-11-24T14:59:59Z", "2026-11-24"], ["2026-12-31T15:00:00Z", "2027-01-01"]]) {
      context.mock.timers.enable({ apis: ["Date"], now: new Date(moment) });
      assert.equal(today(), day, name);
      context.mock.timers.reset();
    }
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("on a Sunday the week and its end are that one day", () => {
  const sunday = choices("2026-11-29");
  assert.deepEqual([sunday.今週, sunday.今週末, sunday.来週], ["2026-11-29", "2026-11-29", "2026-11-30..2026-12-06"]);
});

test("a span says which days it means, with the year only where it is needed", () => {
  const words = (label, now) => spanWords(spanIn(label), now);
  assert.equal(words("2026-11-28", "2026-11-24"), "11月28日（土）");
  assert.equal(words("2026-11-24..2026-11-29", "2026-11-24"), "11月24日〜29日");
  assert.equal(words("2026-11-30..2026-12-06", "2026-11-24"), "11月30日〜12月6日");
  assert.equal(words("2026-12-28..2027-01-04", "2026-11-24"), "12月28日〜2027年1月4日");
  assert.equal(words("2026-11-23", "2026-11-24"), "11月23日（月）");
  assert.equal(words("2025-12-31", "2026-11-24"), "2025年12月31日（水）");
  assert.equal(words("2027-11-24", "2026-11-24"), "2027年11月24日（水）");
  assert.equal(spanText("2026-11-25", "2026-11-24"), "あした（11月25日・水）");
  assert.equal(spanText("2026-11-24..2026-11-29", "2026-11-24"), "今週（11月24日〜29日）");
  // The same link a week later names the days, and calls them no more what they were.
  assert.equal(spanText("2026-11-24..2026-11-29", "2026-12-01"), "11月24日〜29日");
});

test("what is no span of days is none", () => {
  for (const text of ["", "今週", "2026-11-31", "2026-13-01", "2026-11-29..2026-11-24", "2026-11-24..", "<b>", "2026-1-1"]) {
    assert.equal(spanIn(text), null, text);
  }
  assert.deepEqual([dayOf(2026, 2, 29), dayOf(2028, 2, 29), dayOf(2026, 13, 1), dayOf(2026, 1, 0)], ["", "2028-02-29", "", ""]);
});

test("spans are held against each other", () => {
  const [one, other] = [spanIn("2026-11-24..2026-11-29"), spanIn("2026-11-28..2026-12-06")];
  assert.deepEqual(overlap(one, other), spanIn("2026-11-28..2026-11-29"));
  assert.equal(overlap(one, spanIn("2026-11-30")), null);
  assert.deepEqual([isDayOf("2026-11-28", "2026-11-28..2026-11-29"), isDayOf("2026-11-30", "2026-11-28..2026-11-29")], [true, false]);
});
