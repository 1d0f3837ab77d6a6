"""Opportunities: the recruiting entries that are open today, with place and time, each at an address of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.directory.model import Directory, GroupEntry, Spot
from generator.japanese.moments import Moment, moment_cells, moment_slots
from generator.japanese.recurrence import Recurrence, slots, week_cells
from generator.models.calls import borrowed, call_names, when_of
from generator.models.choices import GroupStatus
from generator.models.group import Recruiting


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One recruiting entry of a group (schema.org VolunteerAction, HSDS service).

    name: stays the same when other entries come, go or change places. when: as it is written, of the entry or, if
    `when_of_meeting`, of the meeting that it surely means; empty where nobody says. Where that is understood, `repeat`
    says when again and again, `moment` on which day or days. spot: where, `spot_of_meeting` likewise. slots: the parts
    of the week, ("saturday", "morning"), in which it surely may be.
    """

    entry: GroupEntry
    call: Recruiting
    name: str
    when: str
    repeat: Recurrence | None
    moment: Moment | None
    when_of_meeting: bool
    spot: Spot | None
    spot_of_meeting: bool
    slots: frozenset[tuple[str, str]]

    @property
    def cells(self) -> frozenset[tuple[int, str]]:
        """The parts of the week in which it surely is, (5, "morning"): Monday is 0, a day without hours has "any"."""
        if self.moment:
            return moment_cells(self.moment)
        return week_cells(self.repeat) if self.repeat else frozenset()

    @property
    def on_one_day(self) -> bool:
        """Whether it is on a single day."""
        return self.moment is not None and self.moment.first == self.moment.last

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
    named = zip(entry.group.recruiting, call_names(entry.group.recruiting), strict=True)
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
    """What an entry says; where it says no time or no place, those of the meeting that it surely means."""
    meetings = entry.group.meetings if entry.group.status == GroupStatus.ACTIVE else ()
    places = [each.text if each else None for each in entry.spots]
    taken = borrowed(call, spot.text if spot else None, meetings, places)
    repeats = meetings[taken.when].when if taken.when is not None else None
    read = when_of(call)
    repeat = repeats or (read if isinstance(read, Recurrence) else None)
    moment = read if isinstance(read, Moment) else None
    return Opportunity(
        entry=entry,
        call=call,
        name=name,
        when=repeats.text if repeats else call.when or "",
        repeat=repeat,
        moment=moment,
        when_of_meeting=repeats is not None,
        spot=entry.spots[taken.place] if taken.place is not None else spot,
        spot_of_meeting=taken.place is not None,
        slots=_slots(repeat) if repeat else moment_slots(moment) if moment else frozenset(),
    )


_slots = lru_cache(maxsize=4096)(slots)


def _url(entry: GroupEntry, name: str) -> str:
    return f"wanted/{entry.slug}-{name}/"


def _open_names(entry: GroupEntry) -> Iterator[str]:
    """The names of the open entries. They are made of all, so that one keeps its own when another closes."""
    named = zip(entry.group.recruiting, call_names(entry.group.recruiting), strict=True)
    return (name for call, name in named if _is_open(entry, call))


def _is_open(entry: GroupEntry, call: Recruiting) -> bool:
    return any(call is each for each in entry.recruiting)
