"""Words that mean the same: spelling pairs, synonyms, readings, from parsed YAML."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.lexical.fold import PLAIN, Folding, fold, folding

Value = TypeVar("Value")
_KATAKANA = re.compile("[ァ-ヺー]{2}")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The vocabulary of search: groups of words, and pairs of a word and its reading, as written.

    `either` are folded words that people write in katakana or in hiragana (ゴミ and ごみ); `also` are wide words
    with the narrow ones that are searched with them, but not the other way round; `related` are words that stand
    nowhere, with those that profiles use for what serves them.
    """

    folding: Folding = field(default=PLAIN)
    either: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    related: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()


def load_synonyms(data: Mapping[str, Any]) -> Synonyms:
    """Synonyms from the sections of all word lists (the program's, joined with a city's); a missing one is empty.

    `spellings` and `synonyms` are lists of lists of words, `readings` maps a word to its reading or readings, `also`
    maps a wide word to narrow ones, `related` is a list of `words` and the words `to` which they lead; that they have
    this shape is seen to by `generator.reading.words`.
    """
    spellings = data.get("spellings") or ()
    using = folding(spellings)
    groups = tuple(tuple(_unique(group)) for group in data.get("synonyms") or ())
    several = tuple(group for group in groups if len({fold(word, using) for word in group}) > 1)
    pairs = ((word, kana) for word, given in (data.get("readings") or {}).items() for kana in _several(given))
    also = tuple((word, tuple(narrow)) for word, narrow in (data.get("also") or {}).items())
    related = tuple((tuple(line["words"]), tuple(line["to"])) for line in data.get("related") or ())
    return Synonyms(using, _either(spellings, using), several, _unique(pairs), also, related)


def together(word: str, using: Folding) -> str:
    """A word as it is looked up: 「sign language」 is one word of a group, whatever stands between its parts."""
    return "".join(fold(word, using).split())


def all_together(words: Iterable[str], using: Folding) -> list[str]:
    """Many words as they are looked up: folded as the lines of one text, which is several times as fast."""
    # An end behind each, so that no words are no lines.
    lines = fold("".join(f"{' '.join(word.split())}\n" for word in words), using).split("\n")
    return ["".join(line.split()) for line in lines[:-1]]


def _either(spellings: Iterable[Iterable[str]], using: Folding) -> tuple[str, ...]:
    mixed = (group for group in map(list, spellings) if any(map(_katakana, group)))
    return _unique(fold(group[0], using) for group in mixed if not _katakana(group[0]))


def _katakana(written: str) -> bool:
    return _KATAKANA.search(unicodedata.normalize("NFKC", written)) is not None


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))


def _several(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given
