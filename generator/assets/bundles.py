"""Modules joined into few files for publication: what the same pages need is one file, named by its content.

Each module becomes a function that gives its exports, so names never meet. Comments and indentation are left out, and
a source map (version 3) leads each line back to where it was written. Each generated table is joined as a module of
its own (generator/assets/tables.py), so that it stands where it is needed and nowhere if nobody imports it.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.assets.modules import BrokenScript, Module, name_of, written_in
from generator.assets.tables import split

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


# So many letters of tables that only some pages need are a file of their own; fewer cost less where all have them.
_WORTH_A_REQUEST = 1000

# A line of a joined file, with the number of its source and its line there, from 0.
_Line = tuple[str, tuple[int, int] | None]
# The modules of one file, of which the last gives it its name.
_Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Some modules in one file; `needs` are the names of the files that have to be loaded with it."""

    name: str
    text: str
    map: str
    needs: tuple[str, ...]


def bundles(written: Mapping[str, Module], entries: tuple[str, ...]) -> dict[str, Bundle]:
    """The files into which modules, each behind what it needs, are joined: path of a module → its file.

    The first of the `entries` is loaded by every page, so that the others find its modules there.
    """
    modules = split(written)
    groups = _groups(modules, entries)
    home = {path: paths for paths in groups for path in paths}
    texts = {paths: _joined(paths, modules, home) for paths in groups}
    below = {paths: _reached(paths, texts) for paths in groups}
    names = {paths: _name(paths, texts, below[paths]) for paths in groups}
    made = {paths: _bundle(paths, written, texts, names) for paths in groups}
    return {path: made[paths] for path, paths in home.items()}


def _groups(modules: Mapping[str, Module], entries: tuple[str, ...]) -> list[_Group]:
    """The modules that the same roots need; a root is an entry, or what is loaded later."""
    roots = dict.fromkeys((*entries, *(path for module in modules.values() for path in module.later)))
    needed = {root: _needed(root, modules) for root in roots}
    loads = {root: {path for module in needed[root] for path in modules[module].later} for root in roots}
    loads[entries[0]].update(entries[1:])
    groups: dict[tuple[str, ...], list[str]] = {}
    for path in modules:
        users = {root for root in roots if path in needed[root]}
        without = _before(users, entries[0], loads)
        groups.setdefault(tuple(root for root in roots if root not in without), []).append(path)
    return _fewer([tuple(paths) for paths in groups.values()], modules, entries[0])


def _fewer(groups: list[_Group], modules: Mapping[str, Module], first: str) -> list[_Group]:
    """The groups, small ones of nothing but tables at the head of the one that every page loads."""
    small = [
        paths
        for paths in groups
        if all(path != written_in(path) for path in paths)
        and sum(len(modules[path].text.strip()) for path in paths) < _WORTH_A_REQUEST
    ]
    moved = tuple(path for paths in small for path in paths)
    return [(*moved, *paths) if first in paths else paths for paths in groups if paths not in small]


def _before(users: set[str], first: str, loads: Mapping[str, set[str]]) -> set[str]:
    """The roots that may be loaded before any of the users: whatever is loaded after one finds its modules there."""
    found, waiting = set(), [first]
    while waiting:
        root = waiting.pop()
        if root not in users and root not in found:
            found.add(root)
            waiting.extend(loads[root])
    return found


def _needed(root: str, modules: Mapping[str, Module]) -> set[str]:
    found, waiting = {root}, [root]
    while waiting:
        new = {each.source for each in modules[waiting.pop()].imports} - found
        found |= new
        waiting.extend(new)
    return found


@dataclass(frozen=True, slots=True)
class _Text:
    """A joined file before it and those it speaks of have names; `needs` before it runs, `later` when it asks."""

    lines: tuple[_Line, ...]
    needs: tuple[_Group, ...]
    later: tuple[_Group, ...]


def _joined(paths: _Group, modules: Mapping[str, Module], home: Mapping[str, _Group]) -> _Text:
    """One file of these modules; `home` tells in which group each module is."""
    outside = sorted({each.source for path in paths for each in modules[path].imports} - set(paths))
    lines: list[_Line] = [(f'import {{ {name_of(path)} }} from "{_mark(home[path])}";', None) for path in outside]
    sources = _sources(paths)
    for path in paths:
        lines += _wrapped(modules[path], sources.index(written_in(path)), modules, partial(_loaded, home))
    lines.append((f"export {{ {', '.join(map(name_of, paths))} }};", None))
    later = dict.fromkeys(home[source] for path in paths for source in modules[path].later)
    return _Text(tuple(lines), tuple(dict.fromkeys(home[path] for path in outside)), tuple(later))


def _sources(paths: _Group) -> list[str]:
    """The files in which the modules of a group are written."""
    return list(dict.fromkeys(map(written_in, paths)))


def _loaded(home: Mapping[str, _Group], path: str) -> str:
    return f'import("{_mark(home[path])}").then((file) => file.{name_of(path)})'


def _mark(paths: _Group) -> str:
    """What stands for the name of a file until it is known: files may name each other."""
    return f"[[{paths[-1]}]]"


def _reached(paths: _Group, texts: Mapping[_Group, _Text]) -> tuple[_Group, ...]:
    """A file and all whose names stand in it or in those."""
    found = [paths]
    for each in found:
        found.extend(other for other in (*texts[each].needs, *texts[each].later) if other not in found)
    return tuple(found)


def _needs(paths: _Group, texts: Mapping[_Group, _Text]) -> tuple[_Group, ...]:
    """The files that run before one, in their order."""
    return tuple(dict.fromkeys(each for other in texts[paths].needs for each in (*_needs(other, texts), other)))


def _name(paths: _Group, texts: Mapping[_Group, _Text], below: tuple[_Group, ...]) -> str:
    """A name that changes with the file and with every file that it names."""
    content = "\n".join(line for each in (paths, *sorted(below)) for line, _ in texts[each].lines)
    label = re.sub(r"[/#]", "-", re.sub(r"\.js(?=#|$)", "", paths[-1]))
    return f"{label}-{hashlib.sha256(content.encode()).hexdigest()[:8]}.js"


def _bundle(
    paths: _Group, written: Mapping[str, Module], texts: Mapping[_Group, _Text], names: Mapping[_Group, str]
) -> Bundle:
    text, needs = texts[paths], tuple(names[other] for other in _needs(paths, texts))
    joined = "\n".join(line for line, _ in text.lines) + "\n"
    for other in (*text.needs, *text.later):
        joined = joined.replace(f'"{_mark(other)}"', f'"./{names[other]}"')
    name, sources = names[paths], [(path, written[path].text) for path in _sources(paths)]
    made = _map(name, sources, [at for _, at in text.lines])
    return Bundle(name, f"{joined}//# sourceMappingURL={name}.map\n", made, needs)


def _wrapped(module: Module, number: int, modules: Mapping[str, Module], load: partial[str]) -> Iterator[_Line]:
    """The lines of a module as a function, each with its source's number and its line there (from 0)."""
    used = {name for m in modules.values() for each in m.imports if each.source == module.path for name in each.names}
    # Whoever loads a module later may ask it for all that it exports.
    used |= {"*" for m in modules.values() if module.path in m.later}
    yield f"const {name_of(module.path)} = (() => {{", (number, 0)
    for at, line in enumerate(module.inside(load).split("\n")):
        if line.count("`") % 2:
            raise BrokenScript(f"{module.path}:{at + 1}: a template literal must end on its line")
        if short := line.strip():
            yield short, (number, at)
    exports = ((there, here) for there, here in module.exports.items() if "*" in used or there in used)
    yield f"return {{ {', '.join(a if a == b else f'{a}: {b}' for a, b in exports)} }};", None
    yield "})();", None


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
