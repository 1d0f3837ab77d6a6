import assert from "node:assert/strict";
import { test } from "node:test";

import { commonest, counts, filtered, sorted } from "../../theme/scripts/search/facets.js";

const FACETS = { field: { 環境: [0, 1, 2], 福祉: [2, 3] }, area: { 松山: [0, 3], 中清戸: [1] } };
const ALL = [0, 1, 2, 3];

test("within a facet any label will do, and every facet with a choice has to agree", () => {
  assert.deepEqual(filtered(FACETS, ALL, { field: ["環境", "福祉"] }), ALL);
  assert.deepEqual(filtered(FACETS, ALL, { field: ["福祉"], area: ["松山"] }), [3]);
  assert.deepEqual(filtered(FACETS, ALL, {}), ALL);
});

test("a choice says how many it would leave, so that none leads to an empty page", () => {
  const counted = counts(FACETS, ALL, { area: ["松山"] });
  assert.deepEqual(counted.field, { 環境: 1, 福祉: 1 });
  assert.deepEqual(counted.area, { 松山: 2, 中清戸: 1 });
});

test("a label may be called what every object has", () => {
  const facets = { area: JSON.parse('{"__proto__": [0, 2], "constructor": [1]}') };
  assert.deepEqual(Object.entries(counts(facets, ALL, {}).area), [["__proto__", 2], ["constructor", 1]]);
  assert.deepEqual(filtered(facets, ALL, { area: ["__proto__"] }), [0, 2]);
});

test("a label that nobody knows leaves nothing", () => {
  assert.deepEqual(filtered(FACETS, ALL, { field: ["宇宙"] }), []);
  assert.deepEqual(filtered(FACETS, ALL, { area: ["constructor"] }), []);
});

test("results keep the order of the list, and lists name the commonest first", () => {
  assert.deepEqual(sorted([0, 2, 3], [3, 1, 0, 2]), [3, 0, 2]);
  assert.deepEqual(commonest(FACETS.field, [0, 1, 2], 5), ["環境", "福祉"]);
  assert.deepEqual(commonest(FACETS.field, [3], 5), ["福祉"]);
  assert.deepEqual(commonest(undefined, ALL, 5), []);
});
