"""Generated tables as modules of their own, one for each table, so that a page loads those that its scripts name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from generator.assets.modules import Module, part_of

_TABLE = re.compile(r"^export const (\w+) = ", re.M)


def split(modules: Mapping[str, Module]) -> dict[str, Module]:
    """The modules, in place of each of generated tables (`@generated` in its first line) one for each table in use.

    Such a part is called tables.js#days and has the lines of the others empty; who imports the table needs the part.
    A module that somebody imports whole (`* as tables`) or loads later stays one.
    """
    named = {each.source for module in modules.values() for each in module.imports if "*" in each.names}
    loaded = {path for module in modules.values() for path in module.later}
    generated = {path for path, module in modules.items() if "@generated" in module.text.partition("\n")[0]}
    apart = frozenset(generated - named - loaded)
    importing = {path: replace(module, split=apart) for path, module in modules.items() if path not in apart}
    used = {each.source for module in importing.values() for each in module.imports}
    made: dict[str, Module] = {}
    for path, module in modules.items():
        parts = _parts(module) if path in apart else (importing[path],)
        made |= {part.path: part for part in parts if path not in apart or part.path in used}
    return made


def _parts(module: Module) -> Iterator[Module]:
    found = list(_TABLE.finditer(module.text))
    for each, after in zip_longest(found, found[1:]):
        before = "\n" * module.text.count("\n", 0, each.start())
        text = module.text[each.start() : after.start() if after else None]
        yield Module(part_of(module.path, each[1]), before + text)
