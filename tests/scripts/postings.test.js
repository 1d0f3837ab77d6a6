import assert from "node:assert/strict";
import { test } from "node:test";

import {
  any, ELSEWHERE, every, FIELD, hitsOf, NAME, none, numbers, numbersOf, SENTENCE, size, stepped
} from "../../theme/scripts/search/postings.js";
import { shardOf } from "../../theme/scripts/search/hashing.js";
import { gold } from "./gold.js";

const lines = gold("postings");
const { keys, shards } = lines[lines.length - 1];
const written = lines.slice(0, -1);
const STEPS = [ELSEWHERE, SENTENCE, FIELD, NAME];

test("the numbers of documents are read as Python wrote them", () => {
  written.forEach(({ zones, text }) => {
    const texts = text.split(" ");
    zones.forEach((zone, at) => { assert.deepEqual(numbersOf(texts[at] || ""), zone); });
  });
});

test("every document has the step of its zone, and all others none", () => {
  written.forEach(({ zones, text }) => {
    const hits = hitsOf(text, 2000001);
    zones.forEach((zone, at) => { zone.forEach((number) => { assert.equal(hits[number], STEPS[at]); }); });
    assert.equal(size(hits), zones.flat().length);
  });
});

test("a number beyond the last document changes nothing", () => {
  assert.deepEqual(Array.from(hitsOf(written[0].text, 2)), [ELSEWHERE, SENTENCE]);
});

test("a key stands in the file in which Python put it", () => {
  assert.deepEqual(keys.map((key) => shardOf(key, 97)), shards);
});

test("what any has counts at its best step, what all have at their worst", () => {
  const [one, other] = [Uint8Array.of(2, 0, 8, 0), Uint8Array.of(6, 4, 0, 0)];
  assert.deepEqual(Array.from(any([one, other], 4)), [2, 4, 8, 0]);
  assert.deepEqual(Array.from(every([one, other])), [6, 0, 0, 0]);
  assert.deepEqual(Array.from(every([one])), [2, 0, 8, 0]);
  assert.deepEqual(Array.from(any([], 3)), [0, 0, 0]);
});

test("steps change for what was hit alone, and 0 drops it", () => {
  const hits = Uint8Array.of(2, 0, 8);
  assert.deepEqual(Array.from(stepped(hits, (step) => step + 1)), [3, 0, 9]);
  assert.deepEqual(Array.from(stepped(hits, (step, number) => (number ? step : 0))), [0, 0, 8]);
  assert.deepEqual([numbers(hits), size(hits), size(none(5))], [[0, 2], 2, 0]);
});
