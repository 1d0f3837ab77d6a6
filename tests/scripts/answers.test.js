import assert from "node:assert/strict";
import { test } from "node:test";

import { callWords, isNone, saysNothing } from "../../theme/scripts/japanese/answers.js";
import { peopleIn, showPeople } from "../../theme/scripts/japanese/headcounts.js";
import { gold } from "./gold.js";

test("what only answers, names nothing or counts people is read as in Python", () => {
  gold("answers").forEach(({ text, call, none, nothing, people, shown }) => {
    const read = [callWords(text), isNone(text), saysNothing(text), peopleIn(text), showPeople(text)];
    assert.deepEqual(read, [call, none, nothing, people, shown], text);
  });
});
