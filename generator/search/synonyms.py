"""Words that mean the same: spelling pairs, synonyms, readings; from parsed YAML to the browser's table."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from generator.search.fold import PLAIN, Folding, fold, folding
from generator.search.letters import LETTERS
from generator.search.tokens import katakana, stream

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The vocabulary of search: groups of folded words, and pairs of a folded reading and its word.

    `either` are words that people write in katakana as well as in hiragana (ゴミ and ごみ); `also` are wide words with
    the narrow ones that are searched with them, but not the other way round.
    """

    folding: Folding = field(default=PLAIN)
    either: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()


def load_synonyms(data: Mapping[str, Any]) -> Synonyms:
    """Synonyms from the parsed YAML of content/vocabulary/synonyms.yaml; a missing section is an empty one.

    `spellings` and `synonyms` are lists of lists of words, `readings` maps a word to its reading or readings, `also`
    maps a wide word to narrow ones.
    """
    spellings = data.get("spellings") or ()
    using = folding(spellings)
    groups = (_unique(_together(word, using) for word in group) for group in data.get("synonyms") or ())
    written = (data.get("readings") or {}).items()
    pairs = ((fold(kana, using), fold(word, using)) for word, given in written for kana in _several(given))
    several = tuple(group for group in groups if len(group) > 1)
    wide = (data.get("also") or {}).items()
    also = tuple((_together(word, using), tuple(fold(one, using) for one in narrow)) for word, narrow in wide)
    return Synonyms(using, _either(spellings, using), several, _unique(pairs), also)


def used_of(synonyms: Synonyms, tokens: Set[str]) -> Synonyms:
    """The same vocabulary without the readings of words that stand nowhere in the site, given all its tokens."""
    kept = tuple((kana, word) for kana, word in synonyms.readings if tokens >= set(stream("x", word)))
    return replace(synonyms, readings=kept)


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
        "also": dict(synonyms.also),
        "readings": readings,
    }


def _either(spellings: Iterable[Iterable[str]], using: Folding) -> tuple[str, ...]:
    mixed = (group for group in map(list, spellings) if any(katakana(word) for word in group))
    return _unique(fold(group[0], using) for group in mixed if not katakana(group[0]))


def _together(word: str, using: Folding) -> str:
    """A word as it is looked up: 「sign language」 is one word of a group, whatever stands between its parts."""
    return "".join(fold(word, using).split())


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))


def _several(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given
