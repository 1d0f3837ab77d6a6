"""What is offered and sought today: by groups at work, whatever their kind, and by places with what they lend."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.directory.model import Directory, GroupEntry, PlaceEntry
from generator.matching.fitting import days_of, people_in
from generator.models.choices import GroupStatus
from generator.models.group import Exchange
from generator.models.place import Room
from generator.things.named import Side, Things, things_in

CITYWIDE = "citywide"
# Areas that are no part of the city, in the ids of the sample vocabulary.
_NOWHERE = frozenset({CITYWIDE, "neighbors", "online"})
_WHILE_RESTING = re.compile("休(?:んで|会中|止中|みの?(?:間|あいだ))")

Owner = GroupEntry | PlaceEntry


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One offer or need that stands today, and what of its owner it is compared by.

    things: what it names and has to give, or seeks; days: 0 is Monday; people: how many a need speaks of; areas: parts
    of the city, without the whole of it; group: None for what a place has.
    """

    side: Side
    owner: Owner
    kind: str
    text: str
    when: str = ""
    until: date | None = None
    things: tuple[str, ...] = ()
    days: frozenset[int] = frozenset()
    people: int = 0
    room: Room | None = None
    group: GroupEntry | None = None
    areas: frozenset[str] = frozenset()
    citywide: bool = False
    fields: frozenset[str] = frozenset()

    @property
    def who(self) -> str:
        """The name of the group or place."""
        return self.owner.group.name if isinstance(self.owner, GroupEntry) else self.owner.place.name


def entries(directory: Directory, things: Things) -> Iterator[Entry]:
    """Every offer and need of a directory that stands on its day, groups first, in their reading order."""
    for group in directory.groups:
        if group.group.status != GroupStatus.ENDED:
            yield from _of_group(group, "offers", group.group.offers, things, directory.today)
            yield from _of_group(group, "seeks", group.group.seeks, things, directory.today)
    for place in directory.places:
        yield from _of_place(place, things, directory)


def is_open(group: GroupEntry, exchange: Exchange, today: date) -> bool:
    """Whether an offer or a need stands on a day; that of a group at rest only if it says that it does meanwhile."""
    at_work = group.group.status == GroupStatus.ACTIVE or bool(_WHILE_RESTING.search(exchange.text))
    return at_work and (exchange.until is None or exchange.until >= today)


def _of_group(group: GroupEntry, side: Side, given: Iterable[Exchange], things: Things, today: date) -> Iterator[Entry]:
    """What a group offers or seeks today."""
    return (_entry(group, side, each, things) for each in given if is_open(group, each, today))


def _entry(group: GroupEntry, side: Side, given: Exchange, things: Things) -> Entry:
    areas = group.group.areas
    return Entry(
        side,
        group,
        given.kind,
        given.text,
        given.when or "",
        given.until,
        things_in(things, given.kind, given.text, side),
        days_of(given.when or "", given.text),
        people_in(given.text) if side == "seeks" else 0,
        group=group,
        areas=frozenset(areas) - _NOWHERE,
        citywide=CITYWIDE in areas,
        fields=frozenset(group.group.fields),
    )


def _of_place(place: PlaceEntry, things: Things, directory: Directory) -> Iterator[Entry]:
    """What a place lends, in its own words: rooms and equipment, of the kinds that the city knows."""
    known = directory.vocabularies.get("exchanges")
    kinds = known.terms if known else {}
    lent: Iterable[tuple[str, str, Room | None]] = (
        *(("room", room.name, room) for room in place.place.rooms),
        *(("equipment", text, None) for text in place.place.equipment),
    )
    for kind, text, room in lent:
        if kind in kinds:
            found = things_in(things, kind, text, "offers")
            yield Entry("offers", place, kind, text, things=found, room=room)
