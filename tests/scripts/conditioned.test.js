import assert from "node:assert/strict";
import { test } from "node:test";

import { alsoChosen, cleared, conditionText, leftOut, nothingFits, noteOf, takenOff, ticked, unasked, unknownDays, without } from "../../theme/scripts/search/asked.js";
import { conditioned } from "../../theme/scripts/search/conditioned.js";
import { conditionsIn } from "../../theme/scripts/search/conditions.js";
import { inTime } from "../../theme/scripts/search/moments.js";
import { narrowed } from "../../theme/scripts/search/narrowed.js";
import { isAt } from "../../theme/scripts/search/week.js";
import { makeTown } from "../../theme/scripts/search/town.js";

// 0–3 are groups, 4–6 events.
const town = makeTown({ count: 7, over: 0, kinds: {}, runs: [["group", 4], ["event", 3]] });
const FACETS = { fee: { 無料: [0, 4, 5] }, language: { 英語: [1, 5] }, time: { 夜: [2, 6] } };
const MOMENTS = { "2026-11-28": [[5, "T18:00"], [4, "T09:00"], [1, "T10:00"], [0, "T08:00"]], "2026-11-24..2026-11-29": [[6, ""]] };
const WORDS = { language: { 英語: ["英語"] } };
// What the search finds of words; 「無料相談」 is one.
const TEXTS = { 体操: [3, 0, 4], 相談: [2], 無料相談: [3], "無料 将棋": [3], 将棋: [3], 囲碁: [1, 2], "英語で囲碁": [] };
const asked = [];
const desk = (names = []) => ({
  ground: { town },
  facets: { facets: async (wanted) => Object.fromEntries(wanted.map((name) => [name, FACETS[name] || {}])), moments: async (span, parts) => new Map((MOMENTS[span] || []).filter(([, moment]) => !parts || isAt(span, moment.slice(1), parts))) },
  words: async () => WORDS,
  search: async (query) => {
    asked.push(query);
    return { numbers: TEXTS[query] || [], marks: [], near: false, ignored: [], instead: "" };
  },
  named: async (query) => names.indexOf(query) >= 0
});
const ask = (query, more = {}, names = []) => conditioned(desk(names), query, { today: "2026-11-24", ...more });
const told = ({ numbers, near, conditions, dropped }) => [numbers, near, conditions.map((one) => one.words), dropped.map((one) => one.words)];

test("a day alone gives its events in the order of time, then who meets on it", async () => {
  assert.deepEqual(told(await ask("今週の土曜")), [[4, 5, 0, 1], false, ["今週の土曜"], []]);
  assert.deepEqual(told(await ask("今週の土曜のイベント")), [[4, 5], false, ["今週の土曜", "イベント"], []]);
});

test("a time of day is that of the day, not of another on which they meet", async () => {
  // 2 is on at night, but not on that Saturday; 5 is on at 18:00.
  assert.deepEqual(told(await ask("11月28日の夜")), [[5], false, ["11月28日", "夜"], []]);
  assert.deepEqual(told(await ask("今週の土曜の午前")), [[4, 0, 1], false, ["今週の土曜", "午前"], []]);
  assert.deepEqual(told(await ask("今週の土曜の夜 体操")), [[0, 4], true, ["今週の土曜"], ["夜"]]);
  assert.deepEqual(told(await ask("明日の夜 囲碁")), [[2], true, ["夜"], ["明日"]]);
});

test("a day and a time of day that are ticked are one, also where the question says one of them", async () => {
  const files = { facets: desk().facets.facets, moments: desk().facets.moments, orders: async () => ({}) };
  files.facets = async (names) => Object.fromEntries(names.map((name) => [name, { time: { 夜: [0, 2, 5] }, date: { "2026-11-28": [0, 1, 4, 5] } }[name]]));
  const shown = (q, chosen, whole) => narrowed(files, town, [0, 1, 2, 4, 5], { q, chosen, sort: "" }, whole);
  const both = { date: ["2026-11-28"], time: ["夜"] };
  assert.deepEqual(await shown("", both, both), [5]);
  assert.deepEqual(await shown("夜 将棋", { date: both.date }, both), [5]);
  assert.deepEqual(await shown("将棋", { time: both.time }, { time: both.time }), [0, 2, 5]);
});

test("what does not fit is left out of what was found", async () => {
  assert.deepEqual(told(await ask("無料の体操")), [[0, 4], false, ["無料"], []]);
  assert.deepEqual(told(await ask("無料")), [[0, 4, 5], false, ["無料"], []]);
});

test("where nothing fits, a condition is taken off again, and it is said which", async () => {
  assert.deepEqual(told(await ask("英語で囲碁")), [[1], false, ["英語で"], []]);
  assert.deepEqual(told(await ask("夜 将棋")), [[3], true, [], ["夜"]]);
  assert.deepEqual(told(await ask("明日 将棋")), [[3], true, [], ["明日"]]);
  assert.deepEqual(told(await ask("無料で英語で囲碁")), [[1], true, ["英語で"], ["無料で"]]);
});

test("words that stand in a text as they were typed are found as words", async () => {
  assert.deepEqual(told(await ask("無料 将棋")), [[3], false, [], []]);
  assert.deepEqual(told(await ask("無料相談")), [[3], false, [], []]);
});

test("a name is no condition", async () => {
  asked.length = 0;
  await ask("今週の土曜", {}, ["今週の土曜"]);
  assert.deepEqual(asked, ["今週の土曜"]);
});

test("on a day that is over nothing is found, whatever the site still knows", async () => {
  assert.deepEqual((await ask("今週の土曜", { today: "2026-11-29" })).numbers, []);
});

test("a condition says what it means, and taken off it takes its words with it", () => {
  const day = { facet: "date", labels: ["2026-11-28"], words: "今週の土曜", word: "", attached: false };
  const week = { ...day, labels: ["2026-11-24..2026-11-29"], words: "今週" };
  assert.equal(conditionText(day, null, "2026-11-24"), "今週の土曜（11月28日・土）");
  assert.equal(conditionText(week, null, "2026-11-24"), "今週（11月24日〜29日）");
  assert.equal(conditionText({ ...day, words: "11/28" }, null, "2026-11-24"), "11月28日（土）");
  assert.equal(conditionText({ ...day, facet: "kind", labels: ["event"], words: "行事" }, { event: "イベント" }, "2026-11-24"), "イベント");
  assert.deepEqual(without("今週の土曜の体操", day), { q: "体操", plain: false });
  assert.deepEqual(without("今週の土曜", day), { q: "", plain: false });
  assert.deepEqual(without("無料", { ...day, facet: "fee", words: "無料" }), { q: "無料", plain: true });
  assert.equal(leftOut({ dropped: [day] }, "2026-11-24"), "「今週の土曜（11月28日・土）」に合うものがなかったので、この条件をはずしました。");
  assert.equal(nothingFits({ numbers: [], conditions: [day] }, null, "2026-11-24"), "「今週の土曜（11月28日・土）」に合うものは、見つかりませんでした。");
  assert.equal(nothingFits({ numbers: [1], conditions: [day] }, null, "2026-11-24"), "");
  assert.deepEqual(alsoChosen({ time: ["夜"] }, [day]), { time: ["夜"], date: ["2026-11-28"] });
});

test("what is left of a question stays as it was typed", () => {
  const off = (q, words, facet = "time") => without(q, { facet, labels: [], words, word: "", attached: false });
  const left = {
    "日本語を勉強したい 夜|夜": "日本語を勉強したい", "夜 日本語を勉強したい|夜": "日本語を勉強したい", "夜桜を見たい 夜|夜": "夜桜を見たい", "公園で12月5日|12月5日": "公園",
    "火曜の夜のにほんご|火曜の夜": "にほんご", "来月の無料の催し|来月": "無料の催し", "土曜日に車いすで参加できる無料の体操|無料": "土曜日に車いすで参加できる体操", "明日、将棋|明日": "将棋"
  };
  assert.deepEqual(Object.fromEntries(Object.keys(left).map((each) => [each, off(...each.split("|")).q])), left);
  assert.deepEqual(off("催し", "催し", "kind"), { q: "", plain: false });
});

test("what the question says is taken off with its words, in the panel as by its chip", () => {
  const q = "来月の無料の催し";
  const { conditions } = conditionsIn(q, "2026-11-24", {});
  const asking = { q, chosen: { kind: ["event"], area: ["川辺"] }, sort: "" };
  assert.deepEqual(alsoChosen(asking.chosen, conditions), { kind: ["event"], area: ["川辺"], date: ["2026-12-01..2026-12-31"], fee: ["無料"] });
  assert.deepEqual(unasked(asking.chosen, conditions), { kind: [], area: ["川辺"], date: [], fee: [] });
  assert.deepEqual(ticked(asking, conditions, "fee", "無料", false), { q: "来月の催し", plain: false, chosen: { ...asking.chosen, fee: [] } });
  assert.deepEqual(takenOff(asking, conditions[2]), { q: "来月の無料", plain: false, chosen: { kind: [], area: ["川辺"] } });
  assert.deepEqual(ticked(asking, conditions, "fee", "有料", true), { chosen: { ...asking.chosen, fee: ["有料"] } });
  assert.deepEqual(ticked(asking, conditions, "area", "川辺", false), { chosen: { kind: ["event"], area: [] } });
  assert.deepEqual(cleared(asking, conditions), { q: "", plain: false, chosen: {} });
  assert.deepEqual(cleared({ ...asking, q: "体操" }, []), { chosen: {} });
});

test("an event word among others takes only itself off", () => {
  const { conditions } = conditionsIn("今週末 何か イベントある？", "2026-11-24", {});
  assert.deepEqual(conditions.map(({ words }) => words), ["今週末", "イベント"]);
  assert.equal(without("今週末 何か イベントある？", conditions[1]).q, "今週末 何か ある?");
});

test("of days that the site does not know it says so, and of days that are over too", () => {
  const known = ["2026-11-24", "2027-03-04"];
  const told_ = (label, now) => unknownDays([label], known, now);
  const span = "このサイトでわかるのは、3月4日（木）までの予定です。";
  assert.equal(told_("2026-11-28", "2026-11-24"), "");
  assert.equal(told_("2027-03-05", "2026-11-24"), span);
  assert.equal(told_("2027-03-01..2027-03-31", "2026-11-24"), span);
  assert.equal(told_("2026-11-23", "2026-11-24"), "11月23日（月）は、もう過ぎました。");
  // A site that was built long ago, and a clock that is wrong.
  assert.match(told_("2027-04-03", "2027-04-01"), /3月4日（木）までの予定です。$/);
  assert.match(told_("2020-01-02", "2020-01-01"), /^このサイトでわかるのは、2026年11月24日（火）から/);
  assert.equal(unknownDays(["2026-11-28"], [], "2026-11-24"), "");
});

test("what is said beside the number is about days first, and nothing is made up where nothing was found", () => {
  const found = { numbers: [], marks: [], near: false, ignored: [], instead: "", conditions: [], dropped: [] };
  const known = ["2026-11-24", "2027-03-04"];
  assert.equal(noteOf(found, { q: "", chosen: { date: ["2027-05-01"] }, sort: "" }, 0, known, "2026-11-24").slice(0, 11), "このサイトでわかるのは");
  assert.equal(noteOf(found, { q: "手話", chosen: {}, sort: "" }, 3, known, "2026-11-24"), "");
});

test("what begins at the same time keeps its order", () => {
  assert.deepEqual(inTime([1, 5, 0, 4], new Map([[0, "a"], [1, "a"], [4, "b"], [5, "b"]]), town), [5, 4, 1, 0]);
});
