"""The word lists of the search: those that the program brings, joined with what a city adds to them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.packaged import packaged
from generator.reading.strict import parse

# Word lists live beside the vocabularies and have a shape of their own.
WORD_LISTS = ("synonyms", "readings", "related")


@cache
def brought() -> Mapping[str, Mapping[str, Any]]:
    """The lists of the program (`words/`), as dicts, lists and strings."""
    return {name: parse(packaged(f"words/{name}.yaml").read_text(encoding="utf-8")) for name in WORD_LISTS}


def with_own(own: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The program's lists with a city's own behind them; of a word that has a reading in both, the city's counts."""
    return {name: _joined(given, own.get(name)) for name, given in brought().items()}


def _joined(given: Mapping[str, Any], own: Any) -> dict[str, Any]:
    """Two parsed lists as one; a section of another shape than the program's is left out."""
    sections = own if isinstance(own, dict) else {}
    return {name: _section(name, section, sections.get(name)) for name, section in given.items()}


def _section(name: str, given: Any, own: Any) -> Any:
    if not isinstance(own, type(given)):
        return given
    if isinstance(given, list):
        return [*given, *(each for each in own if each not in given)]
    if name == "also":
        return {**given, **{wide: [*given.get(wide, ()), *narrow] for wide, narrow in own.items()}}
    return {**given, **own}
