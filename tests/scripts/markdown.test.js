import assert from "node:assert/strict";
import { test } from "node:test";

import { blocks } from "../../theme/scripts/wording/markdown.js";
import { gold } from "./gold.js";
import { page } from "./page.js";

const lines = gold("markdown");

globalThis.document = page;

test("a description is read as a build reads it", () => {
  lines.forEach(({ text, html }) => { assert.equal(blocks(text).map((each) => each.markup).join(""), html, text); });
});

test("there is enough to compare", () => { assert.ok(lines.length > 40); });
