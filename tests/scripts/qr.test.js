import assert from "node:assert/strict";
import { test } from "node:test";

import { code } from "../../theme/scripts/qr/code.js";
import { gold } from "./gold.js";

test("a code is drawn as segno draws it", () => {
  gold("qr").forEach(({ text, rows, ...forced }) => {
    const drawn = code(text, forced).rows.map((row) => row.map(Number).join(""));
    assert.deepEqual(drawn, rows, text);
  });
});
