import assert from "node:assert/strict";
import { test } from "node:test";

import { parseDate, showDate } from "../../theme/scripts/japanese/dates.js";
import { parseDeadline, showDeadline } from "../../theme/scripts/japanese/deadlines.js";
import { parseYen, showYen } from "../../theme/scripts/japanese/money.js";
import { parseTimeRange, showRange } from "../../theme/scripts/japanese/times.js";
import { gold } from "./gold.js";

const READERS = {
  date: [parseDate, showDate],
  deadline: [parseDeadline, showDeadline],
  range: [parseTimeRange, showRange],
  yen: [parseYen, ({ amount }) => showYen(amount)]
};

Object.entries(READERS).forEach(([kind, [parse, show]]) => {
  test("what is typed as a " + kind + " is read and said, or unclear, as in Python", () => {
    const lines = gold("japanese").filter((line) => line.kind === kind);
    assert.ok(lines.some((line) => line.shown !== undefined) && lines.some((line) => line.rule));
    lines.forEach(({ text, shown, rule, suggestion }) => {
      const value = parse(text);
      if (rule) assert.deepEqual([value.unclear, value.rule, value.suggestion], [true, rule, suggestion], text);
      else assert.equal(show(value), shown, text);
    });
  });
});
