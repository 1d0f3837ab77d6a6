"""Words that mean the same: spelling pairs, synonyms, readings; from parsed YAML to the browser's table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.search.fold import PLAIN, Folding, fold, folding
from generator.search.letters import LETTERS
from generator.search.tokens import katakana

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The vocabulary of search: groups of folded words, and pairs of a folded reading and its word.

    `either` are words that people write in katakana as well as in hiragana (ゴミ and ごみ).
    """

    folding: Folding = field(default=PLAIN)
    either: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()


def load_synonyms(data: Mapping[str, Any]) -> Synonyms:
    """Synonyms from the parsed YAML of content/vocabulary/synonyms.yaml; a missing section is an empty one.

    `spellings` and `synonyms` are lists of lists of words, `readings` maps a word to its reading or readings.
    """
    spellings = data.get("spellings") or ()
    using = folding(spellings)
    groups = (_unique(fold(word, using) for word in group) for group in data.get("synonyms") or ())
    written = (data.get("readings") or {}).items()
    pairs = ((fold(kana, using), fold(word, using)) for word, given in written for kana in _several(given))
    several = tuple(group for group in groups if len(group) > 1)
    return Synonyms(using, _either(spellings, using), several, _unique(pairs))


def browser_table(synonyms: Synonyms) -> dict[str, Any]:
    """The table the browser folds and widens queries with, as JSON data."""
    readings: dict[str, list[str]] = {}
    for reading, word in synonyms.readings:
        if reading != word:
            readings.setdefault(reading, []).append(word)
    return {
        "letters": LETTERS,
        "spellings": dict(synonyms.folding.pairs),
        "either": synonyms.either,
        "synonyms": synonyms.synonyms,
        "readings": readings,
    }


def _either(spellings: Iterable[Iterable[str]], using: Folding) -> tuple[str, ...]:
    mixed = (group for group in map(list, spellings) if any(katakana(word) for word in group))
    return _unique(fold(group[0], using) for group in mixed if not katakana(group[0]))


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))


def _several(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given
