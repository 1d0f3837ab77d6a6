/* The small Markdown of descriptions as elements: paragraphs, lists, bold and slanted words, small headings, quotations,
 * links. It reads as generator/wording/markdown.py does; what else people write stays the text it is. No text becomes HTML.
 */
import { patterns } from "../japanese/expressions.js";
import { wording_markdown as shared } from "../tables.js";

const ITEM = /^\s*([-*+]|\d{1,9}[.)])[ \t]+(.*)$/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const QUOTED = /^ {0,3}>[ \t]?/;
// Escaped sign | picture, which is none here | link | bold and slanted | bold | slanted.
const INLINE = new RegExp([
  "\\\\([!-/:-@[-\u0060{-~])", "(!\\[)", "\\[([^[\\]]*)\\]\\(\\s*<?((?:[^()<>\\s]|\\([^()<>\\s]*\\))*)>?\\s*\\)",
  "\\*{3}(?=[^\\s*])([^*]*[^\\s*])\\*{3}", "\\*\\*(?=[^\\s*])([\\s\\S]*?[^\\s])\\*\\*(?!\\*)", "\\*(?=[^\\s*])([^*]*[^\\s*])\\*"
].join("|"), "g");
const { LED } = patterns(shared);
const DEEPEST = 4;

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Node[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
const el = (name, children) => {
  const made = document.createElement(name);
  children.forEach(child => { made.appendChild(child); });
  return made;
};

/**
 * Words in which every line break is one.
 * @type {(words: string) => Node[]}
 */
const lined = words => {
  /** @type {Node[]} */
  const nodes = [];
  words.split("\n").forEach((line, at) => {
    if (at) nodes.push(document.createElement("br"));
    if (line) nodes.push(document.createTextNode(line));
  });
  return nodes;
};

/** @type {(words: string, deep: number) => Node[]} */
const inline = (words, deep) => {
  /** @type {Node[]} */
  let nodes = [];
  let at = 0;
  const sign = new RegExp(INLINE.source, "g");
  let match = deep > DEEPEST ? null : sign.exec(words);
  while (match) {
    nodes = nodes.concat(lined(words.slice(at, match.index)), marked(match, deep));
    at = sign.lastIndex;
    match = sign.exec(words);
  }
  return nodes.concat(lined(words.slice(at)));
};

/** @type {(match: RegExpExecArray, deep: number) => Node[]} */
const marked = (match, deep) => {
  if (match[1]) return lined(match[1]);
  if (match[2]) return lined(match[2]);
  if (match[5]) return [el("em", [el("strong", inline(match[5], deep + 1))])];
  if (match[6]) return [el("strong", inline(match[6], deep + 1))];
  if (match[7]) return [el("em", inline(match[7], deep + 1))];
  return linked(inline(match[3], deep + 1), match[4]);
};

/**
 * A link whose address is not allowed is only its words.
 * @type {(words: Node[], address: string) => Node[]}
 */
const linked = (words, address) => {
  if (!LED.full(address)) return words;
  const made = el("a", words);
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer nofollow";
  return [made];
};

/** @type {(lines: string[]) => HTMLElement} */
const paragraph = lines => {
  return el("p", inline(lines.map(line => line.trim()).join("\n"), 0));
};

/**
 * Those of the lines from `from` on that belong together, the first one whatever it is.
 * @type {(lines: string[], from: number, belongs: (line: string, next: string | undefined) => boolean) => string[]}
 */
const run = (lines, from, belongs) => {
  let end = from + 1;
  while (end < lines.length && belongs(lines[end], lines[end + 1])) end += 1;
  return lines.slice(from, end);
};

/** @type {(line: string) => boolean} */
const isPlain = line => Boolean(line.trim()) && !ITEM.test(line) && !HEADING.test(line) && !QUOTED.test(line);

/** @type {(line: string) => boolean} */
const isOrdered = line => /^\s*\d/.test(line);

/** @type {(line: string, next: string | undefined) => boolean} */
const inList = (line, next) => {
  return ITEM.test(line) || isPlain(line) || (!line.trim() && next !== undefined && (ITEM.test(next) || /^\s{2,}\S/.test(next)));
};

/** @type {(line: string) => number} */
const indent = line => {
  return line.length - line.replace(/^\s+/, "").length;
};

/**
 * Items that stand two spaces further in belong to the item above them.
 * @type {(lines: string[], deep: number) => HTMLElement}
 */
const items = (lines, deep) => {
  /** @type {{own: string[], inner: string[]}[]} */
  const found = [];
  lines.forEach(line => {
    const match = ITEM.exec(line);
    if (match && (deep >= DEEPEST || indent(line) < indent(lines[0]) + 2)) found.push({ own: [match[2]], inner: [] });
    else if (match || found[found.length - 1].inner.length) found[found.length - 1].inner.push(line);
    else if (line.trim()) found[found.length - 1].own.push(line.trim());
  });
  return el(isOrdered(lines[0]) ? "ol" : "ul", found.map(each => {
    const own = inline(each.own.join("\n"), 0);
    return el("li", each.inner.length ? own.concat(items(each.inner, deep + 1)) : own);
  }));
};

/** @type {(line: string) => HTMLElement} */
const heading = line => {
  const [, signs, words] = HEADING.exec(line) || ["", "", ""];
  // Headings inside a profile stand below the page's own.
  const made = el(signs.length < 3 ? "h3" : "h4", inline(words, 0));
  made.setAttribute("aria-level", signs.length < 3 ? "5" : "6");
  return made;
};

/** @type {(lines: string[], deep: number) => HTMLElement} */
const quoted = (lines, deep) => {
  return el("blockquote", within(lines.map(line => line.replace(QUOTED, "")), deep + 1));
};

/**
 * The part that begins at a line: how many lines it has, and its element, if any.
 * @type {(lines: string[], at: number, deep: number) => {size: number, made: HTMLElement | null}}
 */
const partAt = (lines, at, deep) => {
  const line = lines[at];
  if (HEADING.test(line)) return { size: 1, made: heading(line) };
  if (ITEM.test(line)) return sized(run(lines, at, inList), part => items(part, deep));
  if (QUOTED.test(line) && deep < DEEPEST) return sized(run(lines, at, quotes), part => quoted(part, deep));
  return line.trim() ? sized(run(lines, at, isPlain), paragraph) : { size: 1, made: null };
};

/** @type {(part: string[], make: (part: string[]) => HTMLElement) => {size: number, made: HTMLElement}} */
const sized = (part, make) => ({ size: part.length, made: make(part) });

/** @type {(lines: string[], deep: number) => HTMLElement[]} */
const within = (lines, deep) => {
  /** @type {HTMLElement[]} */
  const made = [];
  let at = 0;
  while (at < lines.length) {
    const part = partAt(lines, at, deep);
    if (part.made) made.push(part.made);
    at += part.size;
  }
  return made;
};

/** @type {(line: string) => boolean} */
const quotes = line => QUOTED.test(line);

/**
 * A list of elements.
 * @param {string} text
 */
export const blocks = text => within(String(text).replace(/\r\n?/g, "\n").split("\n"), 0);

