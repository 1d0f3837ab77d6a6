"""What is offered and sought today: by groups at work, whatever their kind, and by places with what they lend."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.directory.model import Directory, GroupEntry, PlaceEntry
from generator.japanese.text import narrow
from generator.matching.provisos import Proviso, Quality, carried, people_in, provisos, qualities, said_of
from generator.matching.times import ANY_TIME, Times, opening_times, times_of
from generator.models.choices import GroupStatus
from generator.models.group import Exchange
from generator.models.place import Room
from generator.things.named import OBJECTS, Side, Things, meant_in, things_in

CITYWIDE = "citywide"
_TRANSPORT = "transport"
_LEFT_OUT = re.compile("ほか|以外|除|休")
# Areas that are no part of the city, in the ids of the sample vocabulary.
_NOWHERE = frozenset({CITYWIDE, "neighbors", "online"})
_WHILE_RESTING = re.compile("休(?:んで|会中|止中|みの?(?:間|あいだ))")

Owner = GroupEntry | PlaceEntry


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One offer or need that stands today, and what of its owner it is compared by.

    things: what it names and has to give, or seeks; people: how many a need speaks of, or have room in what is offered,
    0 where nobody says; carries: goods, people; provisos: the conditions of an offer; asks: what a need asks of its
    thing; told: all that is said of it; areas: parts of the city, without the whole of it; group: None for what a place
    has.
    """

    side: Side
    owner: Owner
    kind: str
    text: str
    when: str = ""
    until: date | None = None
    things: tuple[str, ...] = ()
    times: Times = ANY_TIME
    people: int = 0
    carries: frozenset[str] = frozenset()
    provisos: tuple[Proviso, ...] = ()
    asks: tuple[Quality, ...] = ()
    told: str = ""
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
    named = list(meant_in(things, given.kind, given.text, side))
    is_offer = side == "offers"
    return Entry(
        side,
        group,
        given.kind,
        given.text,
        given.when or "",
        given.until,
        tuple(dict.fromkeys(each.thing for each in named)),
        times_of(given.when or "", given.text),
        people_in(given.text) if given.kind == "room" or not is_offer else 0,
        carried(given.text) if given.kind == _TRANSPORT else frozenset(),
        _provisos(given, things) if is_offer else (),
        () if is_offer or given.kind not in OBJECTS else qualities(named, given.text),
        narrow(given.text),
        group=group,
        areas=frozenset(areas) - _NOWHERE,
        citywide=CITYWIDE in areas,
        fields=frozenset(group.group.fields),
    )


def _provisos(given: Exchange, things: Things) -> tuple[Proviso, ...]:
    """The conditions of an offer, also of its times where they leave some out in words that are not understood."""
    found = tuple(provisos(given.text, things.every_name))
    when = given.when or ""
    if times_of(when, given.text) == ANY_TIME and _LEFT_OUT.search(when):
        return (*found, Proviso(when, frozenset()))
    return found


def _of_place(place: PlaceEntry, things: Things, directory: Directory) -> Iterator[Entry]:
    """What a place lends, in its own words: rooms and equipment, of the kinds that the city knows."""
    known = directory.vocabularies.get("exchanges")
    kinds = known.terms if known else {}
    lent: Iterable[tuple[str, str, Room | None]] = (
        *(("room", room.name, room) for room in place.place.rooms),
        *(("equipment", text, None) for text in place.place.equipment),
    )
    times = opening_times(place.place.hours or "")
    for kind, text, room in lent:
        if kind in kinds:
            yield Entry(
                "offers",
                place,
                kind,
                text,
                things=things_in(things, kind, text, "offers"),
                times=times if room else ANY_TIME,
                people=(room.capacity or 0) if room else 0,
                provisos=said_of(text, place.place.description or "", things.every_name),
                told=narrow(" ".join((text, *(room.equipment if room else ()), place.place.access or ""))),
                room=room,
            )
