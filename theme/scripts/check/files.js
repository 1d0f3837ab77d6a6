/* Words for photos that say nothing: generator/check/files.py. */
import { key } from "../japanese/text.js";
import { exampleOf } from "../models/base.js";
import { check_files as shared } from "../tables.js";
import { finding } from "./finding.js";

export function photoFindings(city, photos) {
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
