"""Suggestions by the first letters of what is typed, in small files, so that a telephone loads only what it may show.

`^卓` holds all entries that begin so; if these are many, the best of them and a mark that `^卓球` and its like hold
more. The letters tell the number of the file, so that there is one whatever is typed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.lexical.fold import Folding, fold
from generator.search.grams import BEGUN
from generator.search.name_parts import begun, begun_reading, within
from generator.search.shards import sharded
from generator.search.suggest import VOCABULARIES, Suggestion

# As many are searched on as one types; of more than that only the best are given.
_MOST: Final = 40
_BEST: Final = 10
_FIELD, _NAME, _PART, _WITHIN = range(4)


class Entry(NamedTuple):
    """A beginning, folded, and what is offered for it: fields and areas before names, these before what is in names."""

    rank: int
    begins: str
    text: str
    what: str
    url: str


def shelves(found: Iterable[Suggestion], using: Folding) -> list[str]:
    """The files of all suggestions as JSON, in the order of their numbers; one at least."""
    entries = sorted({entry for one in found for entry in _entries(one, using)}, key=lambda entry: entry[1:])
    shelved = {
        BEGUN + begins: [int(more), [entry[1:] for entry in sorted(those)]]
        for begins, those, more in _shelved("", entries)
    }
    return sharded(shelved, apart=False).shards


def _shelved(begins: str, entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry], bool]]:
    """Letters, what begins with them, and whether more letters give more."""
    more = len(entries) > _MOST
    if begins:
        yield begins, _best(entries) if more else entries, more
    if more or not begins:
        longer = (entry for entry in entries if len(entry.begins) > len(begins))
        for letters, those in groupby(longer, key=lambda entry: entry.begins[: len(begins) + 1]):
            yield from _shelved(letters, list(those))


def _best(entries: Iterable[Entry]) -> list[Entry]:
    """The first few, each page once."""
    pages: dict[str, Entry] = {}
    for entry in sorted(entries):
        pages.setdefault(entry.url, entry)
    return list(pages.values())[:_BEST]


def _entries(one: Suggestion, using: Folding) -> Iterator[Entry]:
    parts = [
        *begun(one.text),
        *begun_reading(one.text, one.kana),
        *(part for words in one.spellings for part in _spaced(words)),
    ]
    ranked = (
        (_FIELD if one.what in VOCABULARIES.values() else _NAME, one.spellings),
        (_PART, parts),
        (_WITHIN, within(one.text)),
    )
    seen = {""}
    for rank, given in ranked:
        for begins in sorted({_typed(words, using) for words in given} - seen):
            seen.add(begins)
            yield Entry(rank, begins, one.text, one.what, one.url)


def _spaced(words: str) -> list[str]:
    parts = words.replace("・", " ").split()
    return [" ".join(parts[at:]) for at in range(len(parts))]


def _typed(words: str, using: Folding) -> str:
    """Words as they are compared with what is typed: without what stands between them."""
    return fold("".join(words.replace("・", " ").split()), using)
