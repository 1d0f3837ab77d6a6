import assert from "node:assert/strict";
import { test } from "node:test";

import { dump } from "../../theme/scripts/profile/yaml.js";
import { gold } from "./gold.js";

const [{ types, vocabularies }, ...lines] = gold("yaml");
const table = { types: {}, vocabularies };
Object.keys(types).forEach((name) => { table.types[name] = { fields: Object.fromEntries(types[name]) }; });

test("a profile is written as fmt writes it", () => {
  lines.forEach(({ record, data, yaml }) => { assert.equal(dump(record, data, table), yaml); });
});

test("every field of a group is among them", () => { assert.ok(lines.length > 30); });
