/* Words for photos that say nothing: generator/check/files.py. */

/** @typedef {{file: string, alt: string}} Photo */
import { key } from "../japanese/text.js";
import { exampleOf } from "../models/base.js";
import { check_files as shared } from "../tables.js";
import { finding } from "./finding.js";

/** @param {import("./finding.js").Known} city @param {Photo[]} [photos] */
export function photoFindings(city, photos) {
  /** @type {import("./finding.js").Finding[]} */
  const out = [];
  (photos || []).forEach((photo, n) => {
    const alt = key(photo.alt);
    const file = photo.file.split("/").filter(Boolean).pop() || "";
    const stem = /^(.+)\.[^.]+$/.exec(file);
    if (![key(photo.file), key(stem ? stem[1] : file)].concat(shared.vague).includes(alt)) return;
    out.push(finding(["photos", n, "alt"], "alt-vague", { value: photo.alt, suggestion: exampleOf(city, "Photo", "alt") }));
  });
  return out;
}
