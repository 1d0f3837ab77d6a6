import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { freshJson, json, Late } from "../../theme/scripts/search/loading.js";
import { shelf } from "../../theme/scripts/search/shelves.js";
import { builtAnew, startOf, withNewest } from "../../theme/scripts/search/start.js";
import { search_grams as shared } from "../../theme/scripts/tables.js";
import { gold } from "./gold.js";

const built = new Map(gold("search").map(({ name, text }) => [name, text]));
const { edition } = JSON.parse(built.get("search-index/start.json"));

// The same site under other addresses, as it is after a build that changed something.
const moved = (name) => new Map(Array.from(built).map(([address, text]) => [address.replace(edition, name), text.replace(edition, name)]));

let site = built;
let asked = [];
globalThis.fetch = async (address, how) => {
  const name = address.slice(address.indexOf("search-index/"));
  asked.push([name, how && how.cache]);
  return { ok: site.has(name), status: site.has(name) ? 200 : 404, json: async () => JSON.parse(site.get(name)) };
};

test("what comes first is asked of the site, not of what the browser has kept", async () => {
  asked = [];
  await startOf("fresh/");
  assert.deepEqual(asked, [["search-index/start.json", "no-cache"]]);
  await json("search-index/start.json");
  assert.deepEqual(asked[1], ["search-index/start.json", undefined]);
  assert.equal((await freshJson("search-index/start.json")).edition, edition);
});

// A site with one shelf of suggestions.
const shelved = (name, entry) => new Map([
  ["search-index/start.json", JSON.stringify({ edition: name, shelves: 1 })],
  ["search-index/" + name + "/suggest/0.json", JSON.stringify({ [shared.begun + entry[0]]: [0, [entry]] })]
]);

test("suggestions go on after the site was built anew", async () => {
  site = shelved("old", ["て", "手話", "団体", "groups/shuwa/"]);
  assert.equal((await startOf("suggesting/")).edition, "old");
  site = shelved("new", ["て", "手芸", "団体", "groups/shugei/"]);
  assert.deepEqual(await shelf("suggesting/", "て"), [["て", "手芸", "団体", "groups/shugei/"]]);
  assert.equal((await startOf("suggesting/")).edition, "new");
});

test("what is still missing after the site was asked again is an error, and it was asked once", async () => {
  site = built;
  await startOf("broken/");
  asked = [];
  let tried = 0;
  await assert.rejects(withNewest("broken/", async () => {
    tried += 1;
    return json("search-index/nowhere.json");
  }), /404/);
  assert.equal(tried, 1);
  assert.deepEqual(asked.map(([name]) => name), ["search-index/nowhere.json", "search-index/start.json"]);
});

test("two who miss a file at the same time both go on with the new edition", async () => {
  site = built;
  await startOf("together/");
  site = moved("later");
  assert.deepEqual(await Promise.all([1, 2].map(() => builtAnew("together/", edition, new Error("404")))), [true, true]);
});

test("a file that never comes is given up after twenty seconds, and is no sign of a new edition", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { fetch } = globalThis;
  globalThis.fetch = () => new Promise(() => {});
  const waiting = json("search-index/start.json");
  mock.timers.tick(19999);
  const early = await Promise.race([waiting.catch(() => "given up"), Promise.resolve("waiting")]);
  assert.equal(early, "waiting");
  mock.timers.tick(1);
  await assert.rejects(waiting, Late);
  globalThis.fetch = fetch;
  mock.timers.reset();
  assert.equal(await builtAnew("together/", "whichever", new Late("")), false);
});
