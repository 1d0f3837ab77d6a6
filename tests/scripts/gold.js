import { readFileSync } from "node:fs";

/** The values that Python wrote: `python -m scripts.gold`. */
export const gold = (name) => {
  const text = readFileSync(new URL("gold/" + name + ".jsonl", import.meta.url), "utf-8");
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
};
