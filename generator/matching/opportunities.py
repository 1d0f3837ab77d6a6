"""Opportunities: the recruiting entries that are open today, with place and time, each at an address of its own."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.directory.model import Directory, GroupEntry, Spot
from generator.japanese.recurrence import Recurrence, parse_recurrence, slots
from generator.models.group import Recruiting


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One recruiting entry of a group (schema.org VolunteerAction, HSDS service).

    name: stays the same when other entries come, go or change places. when: as it is written, of the entry or, if
    `when_of_meeting`, of the group's first meeting; `repeat` where it is understood. spot: where, `spot_of_meeting`
    likewise. slots: the parts of the week, ("saturday", "morning"), in which it surely may be.
    """

    entry: GroupEntry
    call: Recruiting
    name: str
    when: str
    repeat: Recurrence | None
    when_of_meeting: bool
    spot: Spot | None
    spot_of_meeting: bool
    slots: frozenset[tuple[str, str]]

    @property
    def url(self) -> str:
        """The site-relative address of the entry's own page."""
        return _url(self.entry, self.name)


# Lists, pages and exports of one build all ask for the same.
_LAST: list[tuple[Directory, tuple[Opportunity, ...]]] = []


def opportunities_of(entry: GroupEntry) -> tuple[Opportunity, ...]:
    """The open entries of one group, in the order in which it wrote them."""
    named = zip(entry.recruiting, _open_names(entry), entry.wanted_spots, strict=True)
    return tuple(_opportunity(entry, call, name, spot) for call, name, spot in named)


def closed_urls(entry: GroupEntry) -> tuple[tuple[Recruiting, str], ...]:
    """The entries of a group that are not open today, because of their date or its rest, with their addresses."""
    named = zip(entry.group.recruiting, _names(entry.group.recruiting), strict=True)
    return tuple((call, _url(entry, name)) for call, name in named if not _is_open(entry, call))


def opportunities(directory: Directory) -> tuple[Opportunity, ...]:
    """Every open entry of every group that is at work, in the reading order of the groups."""
    found = next((found for known, found in _LAST if known is directory), None)
    if found is None:
        found = tuple(each for entry in directory.groups if entry.recruiting for each in opportunities_of(entry))
        _LAST[:] = [(directory, found)]
    return found


def in_order(found: Sequence[Opportunity]) -> list[Opportunity]:
    """Those that close soonest first, then the newest; undated ones last, in the order in which they came."""
    return sorted(found, key=lambda each: (each.call.until or date.max, _newness(each.call.posted)))


def _newness(posted: date | None) -> int:
    return -posted.toordinal() if posted else 0


def _opportunity(entry: GroupEntry, call: Recruiting, name: str, spot: Spot | None) -> Opportunity:
    """What an entry says; where it says no time or no place, those of the group's first meeting."""
    meetings = () if call.from_home else entry.group.meetings
    own = _read(call.when) if call.when else None
    of_meeting = call.when is None and bool(meetings)
    repeat = meetings[0].when if of_meeting else own
    here = spot or (entry.spots[0] if meetings and spot is None else None)
    return Opportunity(
        entry=entry,
        call=call,
        name=name,
        when=meetings[0].when.text if of_meeting else call.when or "",
        repeat=repeat,
        when_of_meeting=of_meeting,
        spot=here,
        spot_of_meeting=spot is None and here is not None,
        slots=_slots(repeat) if repeat else frozenset(),
    )


@lru_cache(maxsize=4096)
def _read(when: str) -> Recurrence | None:
    """When an entry is, where that is understood; a town says the same few things again and again."""
    said = parse_recurrence(when)
    return said if isinstance(said, Recurrence) else None


_slots = lru_cache(maxsize=4096)(slots)


def _url(entry: GroupEntry, name: str) -> str:
    return f"wanted/{entry.slug}-{name}/"


def _open_names(entry: GroupEntry) -> Iterator[str]:
    """The names of the open entries. They are made of all, so that one keeps its own when another closes."""
    named = zip(entry.group.recruiting, _names(entry.group.recruiting), strict=True)
    return (name for call, name in named if _is_open(entry, call))


def _is_open(entry: GroupEntry, call: Recruiting) -> bool:
    return any(call is each for each in entry.recruiting)


def _names(calls: tuple[Recruiting, ...]) -> Iterator[str]:
    """A name for each entry, made of its role and title."""
    seen: Counter[str] = Counter()
    for call in calls:
        digest = hashlib.sha256(f"{call.role}\n{call.title}".encode()).hexdigest()[:6]
        seen[digest] += 1
        yield digest + (f"-{seen[digest]}" if seen[digest] > 1 else "")
