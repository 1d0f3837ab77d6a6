import assert from "node:assert/strict";
import { test } from "node:test";

import { makeFolding } from "../../theme/scripts/search/fold.js";
import { runs, units } from "../../theme/scripts/search/grams.js";
import { shardOf } from "../../theme/scripts/search/hashing.js";
import { gold } from "./gold.js";

const [table, ...lines] = gold("folding");
const { fold } = makeFolding(table);

test("text folds as it does in Python", () => {
  lines.forEach(({ written, folded }) => { assert.equal(fold(written), folded, JSON.stringify(written)); });
});

test("folded text has the same runs and units as in Python", () => {
  lines.forEach(({ folded, units: parts }) => { assert.deepEqual(runs(folded).map(units), parts, folded); });
});

test("a key stands in the file in which Python put it", () => {
  lines.forEach(({ units: parts, shards }) => {
    assert.deepEqual(parts.map((part) => shardOf(part.join(""), 97)), shards);
  });
});

test("there is enough to compare", () => { assert.ok(lines.length > 400); });
