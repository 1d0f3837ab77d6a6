"""Groups with groups: what can be given and what is sought, brought together by the thing, each pair with its reasons.

Who offers: groups at work, whatever their kind, and places with their rooms and what can be borrowed there. A need is
compared with a few offers of the same thing alone: those of its area, of groups at work in the whole city, of places,
and the next ones of all. So the work grows with the number of entries, and attention is spread over all of them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.directory.model import Directory, GroupEntry, PlaceEntry
from generator.matching.fitting import days_of, fits, people_in
from generator.models.choices import GroupStatus
from generator.models.group import Exchange
from generator.models.place import Room
from generator.things.named import Side, Things, things_in, things_of

CITYWIDE = "citywide"
# Areas that are no part of the city, in the ids of the sample vocabulary.
_NOWHERE = frozenset({CITYWIDE, "neighbors", "online"})
# How many following entries of each ring are looked at, and how many partners an entry has at most.
LOOK = 6
SHOWN = 3
# What each reason weighs.
_EXACT, _AREA, _NEXT, _CITYWIDE, _DAY, _MEETS, _FIELD = 4, 4, 2, 1, 3, 3, 1

_WHILE_RESTING = re.compile("休(?:んで|会中|止中|みの?(?:間|あいだ))")

Ring = tuple[str, Side, str]
Owner = GroupEntry | PlaceEntry


@dataclass(frozen=True, slots=True)
class Entry:
    """One offer or need that stands today. things: what it names and has to give, or seeks; days: 0 is Monday.

    people: how many a need speaks of.
    """

    side: Side
    owner: Owner
    kind: str
    text: str
    when: str = ""
    until: date | None = None
    things: tuple[str, ...] = ()
    days: frozenset[int] = frozenset()
    room: Room | None = None
    people: int = 0

    @property
    def group(self) -> GroupEntry | None:
        """The group that wrote it; None for what a place has."""
        return self.owner if isinstance(self.owner, GroupEntry) else None

    @property
    def who(self) -> str:
        """The name of the group or place."""
        return self.owner.group.name if isinstance(self.owner, GroupEntry) else self.owner.place.name


@dataclass(frozen=True, slots=True)
class Pair:
    """An offer and a need of one thing, and what speaks for it; each reason is empty where it does not hold.

    thing: what is sought, given: what is offered, the same or a sort of it. areas, next_areas, fields: ids of terms.
    days: on which both can, 0 is Monday. meets: the group meets at the place that offers.
    citywide: at least one of the two is at work in the whole city.
    """

    offer: Entry
    seek: Entry
    thing: str
    given: str
    areas: tuple[str, ...] = ()
    next_areas: tuple[str, ...] = ()
    citywide: bool = False
    days: tuple[int, ...] = ()
    meets: bool = False
    fields: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How much speaks for the pair."""
        area = _AREA if self.areas else _NEXT if self.next_areas else _CITYWIDE * self.citywide
        day = _DAY * bool(self.days)
        return _EXACT * (self.thing == self.given) + area + day + _MEETS * self.meets + _FIELD * bool(self.fields)


class Exchanges:
    """All offers and needs of a directory; the partners of an entry are worked out when they are asked for."""

    def __init__(self, directory: Directory, things: Things) -> None:
        self.things = things
        self.entries = tuple(_entries(directory, things))
        self._next = _next_areas(directory)
        self._of: dict[str, list[Entry]] = defaultdict(list)
        self._rings: dict[Ring, list[int]] = defaultdict(list)
        self._number = {id(entry): number for number, entry in enumerate(self.entries)}
        for number, entry in enumerate(self.entries):
            self._of[entry.owner.url].append(entry)
            for ring in _rings_of(entry, things):
                self._rings[ring].append(number)

    def of(self, owner: Owner) -> tuple[Entry, ...]:
        """The offers and needs of a group or place, offers first."""
        return tuple(self._of.get(owner.url, ()))

    def partners(self, entry: Entry, shelf: str = "") -> tuple[Pair, ...]:
        """The few that fit an entry best, one of each group, the best first; of one term alone if it is named."""
        found: dict[str, tuple[int, int, Pair]] = {}
        for sought in (each for each in entry.things if shelf in ("", self.things.known[each].shelf)):
            for number in self._candidates(entry, sought):
                other = self.entries[number]
                known = found.get(other.owner.url)
                pair = self._pair(entry, other, sought)
                if known is None or pair.weight > known[2].weight:
                    found[other.owner.url] = (-pair.weight, known[1] if known else len(found), pair)
        return tuple(pair for *_, pair in sorted(found.values(), key=lambda each: each[:2])[:SHOWN])

    def between(self, offer: Entry, seek: Entry) -> Pair | None:
        """What two entries have in common, if one gives what the other seeks and they are not of one group."""
        if not _fit(offer, seek):
            return None
        found = ((given, sought) for sought in seek.things for given in offer.things)
        good = ((g, s) for g, s in found if s in (g, self.things.known[g].wider))
        given, sought = next(good, ("", ""))
        return _reasoned(offer, seek, sought, given, self._next) if given else None

    def answered(self, entry: Entry) -> bool:
        """Whether anybody fits an entry."""
        return any(True for thing in entry.things for _ in self._candidates(entry, thing))

    def _candidates(self, entry: Entry, thing: str) -> Iterator[int]:
        """The numbers of the next few entries of the other side in each ring, every one once."""
        other: Side = "seeks" if entry.side == "offers" else "offers"
        seen: set[int] = set()
        start = self._number[id(entry)]
        for name in (thing, self.things.known[thing].wider) if entry.side == "offers" else (thing,):
            for part in ("place", *_areas(entry), CITYWIDE, "") if name else ():
                ring = self._rings.get((name, other, part), ())
                first = bisect_right(ring, start)
                for step in range(min(LOOK, len(ring))):
                    number = ring[(first + step) % len(ring)]
                    if number not in seen and _fit(entry, self.entries[number]):
                        seen.add(number)
                        yield number

    def _pair(self, entry: Entry, other: Entry, thing: str) -> Pair:
        offer, seek = (entry, other) if entry.side == "offers" else (other, entry)
        sought = thing if thing in seek.things else self.things.known[thing].wider
        given = thing if thing in offer.things else next(t for t in offer.things if self.things.known[t].wider == thing)
        return _reasoned(offer, seek, sought, given, self._next)


def exchanges(directory: Directory) -> Exchanges:
    """The offers and needs of a directory that stand on its day."""
    return Exchanges(directory, things_of(directory.vocabularies))


def _fit(one: Entry, other: Entry) -> bool:
    """Whether two entries of one thing, one of which offers, are of two owners and do not exclude each other."""
    room = one.room or other.room
    capacity = room.capacity if room else None
    return one.owner is not other.owner and fits((one.days, other.days), capacity, max(one.people, other.people))


def _rings_of(entry: Entry, things: Things) -> Iterator[Ring]:
    """The rings in which an entry is found; an offer also in those of what its things are sorts of."""
    wider = (things.known[thing].wider for thing in entry.things) if entry.side == "offers" else ()
    for thing in dict.fromkeys((*entry.things, *filter(None, wider))):
        yield (thing, entry.side, "")
        if entry.group is None:
            yield (thing, entry.side, "place")
        else:
            yield from ((thing, entry.side, area) for area in entry.group.group.areas if area not in _NOWHERE)
            if CITYWIDE in entry.group.group.areas:
                yield (thing, entry.side, CITYWIDE)


def _areas(entry: Entry) -> tuple[str, ...]:
    return tuple(area for area in entry.group.group.areas if area not in _NOWHERE) if entry.group else ()


def _next_areas(directory: Directory) -> Mapping[str, frozenset[str]]:
    """Which areas lie next to each, as the vocabulary says, both ways."""
    found: dict[str, set[str]] = defaultdict(set)
    known = directory.vocabularies.get("areas")
    for name, term in known.terms.items() if known else ():
        for other in term.next:
            found[name].add(other)
            found[other].add(name)
    return {name: frozenset(others) for name, others in found.items()}


def _reasoned(offer: Entry, seek: Entry, thing: str, given: str, beside: Mapping[str, frozenset[str]]) -> Pair:
    """A pair with all that speaks for it."""
    giver, taker = offer.group, seek.group
    days = tuple(sorted(offer.days & seek.days))
    if giver is None or taker is None:
        meets = any(spot and spot.slug == offer.owner.slug for spot in taker.spots) if taker else False
        return Pair(offer, seek, thing, given, days=days, meets=meets)
    theirs, near = _areas(seek), frozenset[str]()
    areas = tuple(area for area in _areas(offer) if area in theirs)
    if beside and not areas:
        near = frozenset[str]().union(*(beside.get(area, ()) for area in _areas(offer)))
    return Pair(
        offer,
        seek,
        thing,
        given,
        areas=areas,
        next_areas=tuple(area for area in theirs if area in near),
        citywide=CITYWIDE in giver.group.areas or CITYWIDE in taker.group.areas,
        days=days,
        fields=tuple(name for name in giver.group.fields if name in taker.group.fields),
    )


def _entries(directory: Directory, things: Things) -> Iterator[Entry]:
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
    return Entry(
        side,
        group,
        given.kind,
        given.text,
        given.when or "",
        given.until,
        things_in(things, given.kind, given.text, side),
        days_of(given.when or "", given.text),
        people=people_in(given.text) if side == "seeks" else 0,
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
