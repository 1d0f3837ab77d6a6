"""Modules joined into few files for publication: what the same pages need is one file, named by its content.

Each module becomes a function that gives its exports, so names never meet. Comments and indentation are left out, and
a source map (version 3) leads each line back to where it was written. A module that only holds generated tables
(`@generated` in its first line) is cut down to those that somebody imports.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.assets.modules import BrokenScript, Module, name_of

_COMMENT_LINE = re.compile(r"^[ \t]*//[^\n]*$", re.M)
_COMMENT_BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$", re.M | re.S)
_TABLE = re.compile(r"^export const (\w+) = ", re.M)
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


# A line of a joined file, with the number of its source and its line there, from 0.
_Line = tuple[str, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Some modules in one file; `needs` are the names of the files that have to be loaded with it."""

    name: str
    text: str
    map: str
    needs: tuple[str, ...]


def bundles(modules: Mapping[str, Module], entries: tuple[str, ...]) -> dict[str, Bundle]:
    """The files into which `modules`, each behind what it needs, are joined: path of a module → its file."""
    groups = _groups(modules, entries)
    made: dict[str, Bundle] = {}
    while len(made) < len(groups):
        ready = [
            paths for paths in groups if paths[-1] not in made and _outside(paths, modules) <= _inside(made, groups)
        ]
        if not ready:
            raise BrokenScript("modules that load each other later cannot be joined")
        for paths in ready:
            made[paths[-1]] = _joined(paths, modules, {p: made[g[-1]] for g in groups for p in g if g[-1] in made})
    return {path: made[paths[-1]] for paths in groups for path in paths}


def _groups(modules: Mapping[str, Module], entries: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The modules that the same roots need; a root is an entry, or what is loaded later."""
    roots = dict.fromkeys((*entries, *(path for module in modules.values() for path in module.later)))
    users: dict[str, list[str]] = {path: [] for path in modules}
    for root in roots:
        for path in _needed(root, modules):
            users[path].append(root)
    groups: dict[tuple[str, ...], list[str]] = {}
    for path in modules:
        groups.setdefault(tuple(users[path]), []).append(path)
    return [tuple(paths) for paths in groups.values()]


def _needed(root: str, modules: Mapping[str, Module]) -> set[str]:
    found, waiting = {root}, [root]
    while waiting:
        new = {each.source for each in modules[waiting.pop()].imports} - found
        found |= new
        waiting.extend(new)
    return found


def _outside(paths: tuple[str, ...], modules: Mapping[str, Module]) -> set[str]:
    """The modules elsewhere whose files have to be named before this one."""
    every = (module for path in paths for module in (modules[path],))
    return {s for m in every for s in (*(each.source for each in m.imports), *m.later)} - set(paths)


def _inside(made: Mapping[str, Bundle], groups: list[tuple[str, ...]]) -> set[str]:
    return {path for paths in groups if paths[-1] in made for path in paths}


def _joined(paths: tuple[str, ...], modules: Mapping[str, Module], files: Mapping[str, Bundle]) -> Bundle:
    """One file of these modules; `files` are those in which the others are."""
    outside = sorted({each.source for path in paths for each in modules[path].imports} - set(paths))
    needs = tuple(dict.fromkeys(name for path in outside for name in (*files[path].needs, files[path].name)))
    lines: list[_Line] = [(f'import {{ {name_of(path)} }} from "./{files[path].name}";', None) for path in outside]
    for number, path in enumerate(paths):
        lines += _wrapped(modules[path], number, modules, partial(_loaded, files))
    lines.append((f"export {{ {', '.join(map(name_of, paths))} }};", None))
    text = "\n".join(line for line, _ in lines) + "\n"
    label = paths[-1].removesuffix(".js").replace("/", "-")
    name = f"{label}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
    sources = [(path, modules[path].text) for path in paths]
    return Bundle(name, f"{text}//# sourceMappingURL={name}.map\n", _map(name, sources, [at for _, at in lines]), needs)


def _loaded(files: Mapping[str, Bundle], path: str) -> str:
    return f'import("./{files[path].name}").then((file) => file.{name_of(path)})'


def _wrapped(module: Module, number: int, modules: Mapping[str, Module], load: partial[str]) -> Iterator[_Line]:
    """The lines of a module as a function, each with its source's number and its line there (from 0)."""
    used = {name for m in modules.values() for each in m.imports if each.source == module.path for name in each.names}
    yield f"const {name_of(module.path)} = (() => {{", (number, 0)
    for at, line in enumerate(_bare(module, used, load).split("\n")):
        if line.count("`") % 2:
            raise BrokenScript(f"{module.path}:{at + 1}: a template literal must end on its line")
        if short := line.strip():
            yield short, (number, at)
    exports = ((there, here) for there, here in module.exports.items() if "*" in used or there in used)
    yield f"return {{ {', '.join(a if a == b else f'{a}: {b}' for a, b in exports)} }};", None
    yield "})();", None


def _bare(module: Module, used: set[str], load: partial[str]) -> str:
    """The text without comments, on the same lines; of generated tables those that are used."""
    text = module.text
    if "@generated" in text.partition("\n")[0] and "*" not in used:
        starts = [found.start() for found in _TABLE.finditer(text)]
        names = _TABLE.findall(text)
        for name, start, end in reversed(list(zip(names, starts, [*starts[1:], len(text)], strict=True))):
            if name not in used:
                text = text[:start] + "\n" * text[start:end].count("\n") + text[end:]
    shown = Module(module.path, text).inside(load)
    return _COMMENT_BLOCK.sub(lambda found: "\n" * found[0].count("\n"), _COMMENT_LINE.sub("", shown))


def _map(name: str, sources: list[tuple[str, str]], lines: list[tuple[int, int] | None]) -> str:
    """A source map: one mapping for each line, from its first column."""
    before, mappings = (0, 0), []
    for at in lines:
        if at is None:
            mappings.append("")
            continue
        mappings.append("".join(map(_vlq, (0, at[0] - before[0], at[1] - before[1], 0))))
        before = at
    made = {
        "version": 3,
        "file": name,
        "sources": [f"scripts/{path}" for path, _ in sources],
        "sourcesContent": [text for _, text in sources],
        "names": [],
        "mappings": ";".join(mappings),
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _vlq(number: int) -> str:
    """A number in base 64, five bits a digit, its sign last (ECMA-426)."""
    rest, out = (abs(number) << 1) | (number < 0), ""
    while True:
        rest, digit = rest >> 5, rest & 31
        out += _DIGITS[digit | (32 if rest else 0)]
        if not rest:
            return out
