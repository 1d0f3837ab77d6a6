"""What is offered while somebody types: names, fields, areas, places and coming events."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.directory.model import Directory, GroupEntry, PlainEntry
from generator.japanese.legal_forms import bare_reading
from generator.japanese.text import hiragana
from generator.kinds import EVENT, GROUP, PLACE

VOCABULARIES = {"fields": "分野", "areas": "地域"}


class Suggestion(NamedTuple):
    """Words that are offered, what they are, where they lead, all that they may be typed as, and how they are read."""

    text: str
    what: str
    url: str
    spellings: tuple[str, ...]
    kana: str = ""


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
        yield Suggestion(record.name, GROUP.many, entry.url, spellings, record.kana)
    for place in directory.places:
        yield _named(place.place.name, place.place.kana, PLACE.many, place.url)
    for event in directory.events:
        if event.coming:
            yield _named(event.event.title, event.event.kana, EVENT.many, event.url)
    yield from _plain(directory)


def _plain(directory: Directory) -> Iterator[Suggestion]:
    """Records of other kinds by their titles and readings."""
    for entry in (each for entries in directory.entries.values() for each in entries if isinstance(each, PlainEntry)):
        title = str(getattr(entry.record, entry.kind.title))
        yield _named(title, getattr(entry.record, "kana", None), entry.kind.many, entry.url)


def _named(title: str, kana: str | None, what: str, url: str) -> Suggestion:
    return Suggestion(title, what, url, (title, kana or ""), kana or "")


def _terms(directory: Directory, name: str, what: str, groups: Iterable[GroupEntry]) -> Iterator[Suggestion]:
    known = directory.vocabularies.get(name)
    used = {term for entry in groups for term in getattr(entry.group, name)}
    for term, given in known.terms.items() if known else ():
        if term in used:
            spellings = (given.label, given.kana or "", *given.aliases)
            yield Suggestion(given.label, what, f"{name}/{term}/", spellings, given.kana or "")
