"""What a group looks for and has to give, entry by entry: what staff choose from when a need was met."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.directory.model import Directory, GroupEntry
from generator.matching.entries import is_open
from generator.matching.opportunities import closed_urls, opportunities_of
from generator.models.choices import GroupStatus, Succession

SUCCESSION = "succession"
_SUCCESSION = "引き継ぎ"
_SIDES = {"offer": "できること", "seek": "求めていること"}
_WANTED = "募集"


@dataclass(frozen=True, slots=True)
class Need:
    """One entry of a group: what kind it is (as `Outcome.need`), its name, both in words; `over`: not open today."""

    need: str
    entry: str
    kind: str
    words: str
    over: bool = False


def needs_of(directory: Directory, entry: GroupEntry) -> tuple[Need, ...]:
    """Everything that a group that is at work looks for or has to give: open entries first."""
    if entry.group.status == GroupStatus.ENDED:
        return ()
    found = (*_wanted(directory, entry), *_succession(entry), *_exchanges(directory, entry))
    return tuple(sorted(found, key=lambda need: need.over))


def need_words(directory: Directory, need: str) -> str:
    """What kind of need was met: 募集（ボランティア）."""
    kind, _, term = need.partition(":")
    if kind == SUCCESSION:
        return _SUCCESSION
    if kind == "wanted":
        return f"{_WANTED}（{directory.label('roles', term)}）"
    return f"{_SIDES.get(kind, kind)}（{directory.label('exchanges', term)}）"


def every_need(directory: Directory) -> tuple[str, ...]:
    """Every kind of need that there can be, by the city's vocabularies."""
    roles = directory.vocabularies.get("roles")
    kinds = directory.vocabularies.get("exchanges")
    sides = (f"{side}:{kind}" for side in _SIDES for kind in (kinds.terms if kinds else ()))
    return (*(f"wanted:{role}" for role in (roles.terms if roles else ())), SUCCESSION, *sides)


def _wanted(directory: Directory, entry: GroupEntry) -> Iterator[Need]:
    for each in opportunities_of(entry):
        need = f"wanted:{each.call.role}"
        yield Need(need, each.name, need_words(directory, need), each.call.title)
    for call, url in closed_urls(entry):
        need = f"wanted:{call.role}"
        name = url.removeprefix(f"wanted/{entry.slug}-").removesuffix("/")
        yield Need(need, name, need_words(directory, need), call.title, over=True)


def _succession(entry: GroupEntry) -> Iterator[Need]:
    told = entry.group.succession
    if told and told.status in (Succession.LOOKING, Succession.TALKING):
        yield Need(SUCCESSION, "", _SUCCESSION, told.note or told.status.label)


def _exchanges(directory: Directory, entry: GroupEntry) -> Iterator[Need]:
    for side in ("seek", "offer"):
        for each in getattr(entry.group, f"{side}s"):
            need = f"{side}:{each.kind}"
            over = not is_open(entry, each, directory.today)
            yield Need(need, _name(f"{each.kind}\n{each.text}"), need_words(directory, need), each.text, over=over)


def _name(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
