"""What is offered while somebody types: names, fields, areas, places and coming events, by how they begin.

One small file for each first letter (`suggest/3057.json` for し), so that a telephone loads only what it may show.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.directory.model import Directory, GroupEntry, PlainEntry
from generator.japanese.legal_forms import bare_reading
from generator.japanese.text import hiragana
from generator.kinds import EVENT, GROUP, PLACE
from generator.search.fold import Folding, fold

VOCABULARIES = {"fields": "分野", "areas": "地域"}


class Suggestion(NamedTuple):
    """Words that are offered, what they are, where they lead, and everything they may be typed as."""

    text: str
    what: str
    url: str
    spellings: tuple[str, ...]


def suggestions(directory: Directory) -> Iterator[Suggestion]:
    """Everything that can be offered: what has a page and somebody to find there."""
    groups = [g for g in directory.groups if g.group.status != "ended"]
    for name, what in VOCABULARIES.items():
        yield from _terms(directory, name, what, groups)
    for entry in groups:
        record = entry.group
        spellings = (
            record.name,
            record.kana,
            bare_reading(hiragana(record.kana)),
            record.name_en or "",
            *record.aliases,
        )
        yield Suggestion(record.name, GROUP.many, entry.url, spellings)
    for place in directory.places:
        yield Suggestion(place.place.name, PLACE.many, place.url, (place.place.name, place.place.kana))
    for event in directory.events:
        if event.coming:
            yield Suggestion(event.event.title, EVENT.many, event.url, (event.event.title, event.event.kana or ""))
    yield from _plain(directory)


def _plain(directory: Directory) -> Iterator[Suggestion]:
    """Records of other kinds by their titles and readings."""
    for entry in (each for entries in directory.entries.values() for each in entries if isinstance(each, PlainEntry)):
        title = str(getattr(entry.record, entry.kind.title))
        yield Suggestion(title, entry.kind.many, entry.url, (title, getattr(entry.record, "kana", None) or ""))


def _terms(directory: Directory, name: str, what: str, groups: Iterable[GroupEntry]) -> Iterator[Suggestion]:
    known = directory.vocabularies.get(name)
    used = {term for entry in groups for term in getattr(entry.group, name)}
    for term, given in known.terms.items() if known else ():
        if term in used:
            yield Suggestion(given.label, what, f"{name}/{term}/", (given.label, given.kana or "", *given.aliases))


def shelves(found: Iterable[Suggestion], using: Folding) -> dict[str, list[tuple[str, str, str, str]]]:
    """Suggestions by the first letter of each folded beginning: (beginning, text, what, address), in order.

    A name can be begun at each of its parts: 「手話サークル よなべの手」 at 手 and at よ.
    """
    entries = sorted({(begin, *one[:3]) for one in found for begin in _beginnings(one.spellings, using)})
    placed: dict[str, list[tuple[str, str, str, str]]] = {}
    for entry in entries:
        placed.setdefault(f"{ord(entry[0][0]):04x}", []).append(entry)
    return placed


def _beginnings(spellings: Iterable[str], using: Folding) -> set[str]:
    parts = (part for words in spellings for part in _from_each_part(words))
    return set(filter(None, (fold(part, using) for part in parts)))


def _from_each_part(words: str) -> list[str]:
    parts = words.replace("・", " ").split()
    return ["".join(parts[n:]) for n in range(len(parts))]
