import assert from "node:assert/strict";
import { test } from "node:test";

import { makeFolding } from "../../theme/scripts/search/fold.js";
import { stream } from "../../theme/scripts/search/tokens.js";
import { gold } from "./gold.js";

const [table, ...lines] = gold("folding");
const { fold } = makeFolding(table);

test("text folds as it does in Python", () => {
  lines.forEach(({ written, folded }) => { assert.equal(fold(written), folded, JSON.stringify(written)); });
});

test("folded text gives the same tokens as in Python", () => {
  lines.forEach(({ folded, tokens }) => { assert.deepEqual(stream("x", folded), tokens, folded); });
});

test("there is enough to compare", () => { assert.ok(lines.length > 400); });
