"""The theme's scripts as modules: what each imports and exports, read from its own lines (ECMAScript 2015 modules).

The statements are found by their form at the beginning of a line, which is how ours are written; a test holds every
script to it. Three forms of import, `import "x"`, `import * as n from "x"` and `import { a, b as c } from "x"`; two of
export, `export { a, b as c }` and `export` before a const, class or function. `import("x")` loads a module later.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_IMPORT = re.compile(r'^import (?:(?P<names>\* as \w+|\{[^}]*\}) from )?"(?P<source>[^"]+)";$', re.M)
_LATER = re.compile(r'\bimport\("(?P<source>[^"]+)"\)')
_EXPORT_LIST = re.compile(r"^export \{([^}]*)\};$", re.M)
_EXPORT = re.compile(r"^export (?=(?:const|class|function|async function) (\w+))", re.M)
# JSDoc wherever it stands, and other comments that have lines of their own.
_COMMENT = re.compile(r"/\*\*(?:[^*]|\*(?!/))*\*/|^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*$|^[ \t]*//[^\n]*$", re.M)
_LEFT = re.compile(r"^(?:import|export)\b(?!\().*", re.M)


class BrokenScript(ValueError):
    """A script of the theme that cannot be joined with the others; the message names it."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import: names as they are called there → here; under "*" the whole module."""

    source: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Module:
    """A script by its path below scripts/, as it is written."""

    path: str
    text: str
    # The modules of generated tables of which each table is a module: generator/assets/tables.py.
    split: frozenset[str] = frozenset()

    @cached_property
    def code(self) -> str:
        """The text without its comments, on the same lines: an `import("x").Type` in them loads nothing."""
        return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), self.text)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """What it needs before it runs, in the order of its lines."""
        found = (Import(self._at(each["source"]), _named(each["names"])) for each in _IMPORT.finditer(self.code))
        return tuple(part for each in found for part in self._parts(each))

    @cached_property
    def later(self) -> tuple[str, ...]:
        """The modules that it loads when they are needed."""
        return tuple(dict.fromkeys(self._at(found["source"]) for found in _LATER.finditer(self.code)))

    @cached_property
    def exports(self) -> Mapping[str, str]:
        """What it gives to others: name for them → name in it."""
        listed = {there: here for found in _EXPORT_LIST.finditer(self.code) for here, there in _pairs(found[1])}
        return listed | {name: name for name in _EXPORT.findall(self.code)}

    def inside(self, load: Callable[[str], str]) -> str:
        """Its code as the inside of a function, line by line: imports as constants taken from `source` names.

        `load` gives the expression by which a module is loaded later; the exports are left to the caller.
        """
        text = _IMPORT.sub(lambda found: self._taken(found["names"], self._at(found["source"])), self.code)
        text = _LATER.sub(lambda found: load(self._at(found["source"])), text)
        text = _EXPORT.sub("", _EXPORT_LIST.sub(lambda found: "\n" * found[0].count("\n"), text))
        if left := _LEFT.search(text):
            raise BrokenScript(f"{self.path}: cannot be read: {left[0]}")
        return text

    def _parts(self, whole: Import) -> Iterator[Import]:
        """An import, or if its source is split one for each name."""
        if whole.source not in self.split:
            yield whole
            return
        for there, here in whole.names.items():
            yield Import(part_of(whole.source, there), {there: here})

    def _taken(self, names: str | None, source: str) -> str:
        """An import as constants, on as many lines as it had."""
        parts = self._parts(Import(source, _named(names)))
        return " ".join(filter(None, map(_constant, parts))) + "\n" * (names or "").count("\n")

    def _at(self, source: str) -> str:
        if not source.startswith("."):
            raise BrokenScript(f"{self.path}: {source} is no module beside it")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), source))


def name_of(path: str) -> str:
    """The name under which a joined script keeps a module's exports."""
    # With its ending, lest it be hidden by a name inside: `import * as tables from "./tables.js"`.
    return re.sub(r"\W", "_", path)


def part_of(path: str, name: str) -> str:
    """The path of the module that holds one table of a split module."""
    return f"{path}#{name}"


def written_in(path: str) -> str:
    """The path of the file in which a module, or one table of it, is written."""
    return path.partition("#")[0]


def _pairs(listed: str) -> list[tuple[str, str]]:
    """`a, b as c` as pairs, the name before `as` first."""
    names = (entry.split(" as ") for entry in (part.strip() for part in listed.split(",")) if entry)
    return [(name[0].strip(), name[-1].strip()) for name in names]


def _named(names: str | None) -> dict[str, str]:
    if not names:
        return {}
    return {"*": names[5:]} if names.startswith("*") else dict(_pairs(names[1:-1]))


def _constant(each: Import) -> str:
    source = name_of(each.source)
    if whole := each.names.get("*"):
        return f"const {whole} = {source};"
    taken = ", ".join(a if a == b else f"{a}: {b}" for a, b in each.names.items())
    return f"const {{ {taken} }} = {source};" if taken else ""


def gathered(entries: tuple[str, ...], read: Callable[[str], str]) -> dict[str, Module]:
    """The modules that the entries need, now or later, each after those that it needs before it runs.

    `read` gives a script's text by its path. Raises BrokenScript for a circle, a missing module or a missing export.
    """
    found: dict[str, Module] = {}
    waiting = list(entries)
    while waiting:
        _gather(waiting.pop(0), read, found, (), waiting)
    return found


def _gather(
    path: str, read: Callable[[str], str], found: dict[str, Module], above: tuple[str, ...], waiting: list[str]
) -> None:
    if path in above:
        raise BrokenScript(" → ".join((*above[above.index(path) :], path)))
    if path in found:
        return
    module = Module(path, read(path))
    for needed in module.imports:
        _gather(needed.source, read, found, (*above, path), waiting)
        for name in needed.names:
            if name != "*" and name not in found[needed.source].exports:
                raise BrokenScript(f"{path}: {needed.source} does not export {name}")
    found[path] = module
    waiting.extend(module.later)
