import assert from "node:assert/strict";
import { test } from "node:test";

import { parseRecurrence } from "../../theme/scripts/japanese/recurrence.js";
import { showRecurrence } from "../../theme/scripts/japanese/wording.js";
import { shortDays } from "../../theme/scripts/wording/days.js";
import { gold } from "./gold.js";

const lines = gold("recurrences");

test("a recurrence stands on a page and on a card in the words of a build", () => {
  lines.forEach(({ text, shown, short }) => {
    const read = parseRecurrence(text);
    assert.deepEqual([showRecurrence(read), shortDays(read)], [shown, short], text);
  });
});

test("there is enough to compare", () => { assert.ok(lines.length > 200); });
