"""An offer and a need of one thing, how much speaks for the two, and what: place, days, field."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.matching.entries import Entry
from generator.matching.provisos import is_refused, lacks, to_ask, unknown

# What each reason weighs.
_EXACT, _AREA, _NEXT, _CITYWIDE, _DAY, _MEETS, _FIELD = 4, 4, 2, 1, 3, 3, 1
# More than all of them: what is sure goes before what has to be asked first.
_SURE = 20

Beside = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """An offer and a need of one thing, and what speaks for it; each reason is empty where it does not hold.

    thing: what is sought, given: what is offered, the same or a sort of it. areas, next_areas, fields: ids of terms.
    days: on which both can, 0 is Monday. meets: the group meets at the place that offers.
    citywide: at least one of the two is at work in the whole city.
    conditions: of the offer, of which the need does not say whether it meets them; unknown: what the need asks of the
    thing and the offer does not speak of; both as they are written.
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
    conditions: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether nothing has to be asked before it is known that the two go together."""
        return not self.conditions and not self.unknown


def fit(one: Entry, other: Entry) -> bool:
    """Whether two entries of one thing, one of which offers, are of two owners and do not exclude each other."""
    if one.owner is other.owner or not one.times.meets(other.times):
        return False
    offer, seek = _sides(one, other)
    if offer.people and seek.people > offer.people:
        return False
    if offer.carries and seek.carries and offer.carries.isdisjoint(seek.carries):
        return False
    if offer.provisos and is_refused(offer.provisos, seek.told, seek.carries):
        return False
    return not seek.asks or not lacks(seek.asks, offer.told, offer.people)


def _sides(one: Entry, other: Entry) -> tuple[Entry, Entry]:
    return (one, other) if one.side == "offers" else (other, one)


def _open(offer: Entry, seek: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The conditions of an offer that a need may not meet, and what it asks that the offer does not speak of."""
    conditions = to_ask(offer.provisos, seek.told, seek.carries) if offer.provisos else ()
    return conditions, unknown(seek.asks, offer.told, offer.people) if seek.asks else ()


def weight(one: Entry, other: Entry, beside: Beside, *, exact: bool) -> int:
    """How much speaks for two entries of one thing, `exact` if it is not only a sort of what is sought."""
    points = _EXACT * exact + _DAY * bool(one.times.shared(other.times)) + _SURE * (not any(_open(*_sides(one, other))))
    if one.group is None or other.group is None:
        return points + _MEETS * _meets(one, other)
    if not one.areas.isdisjoint(other.areas):
        points += _AREA
    elif beside and any(not beside[area].isdisjoint(other.areas) for area in one.areas if area in beside):
        points += _NEXT
    elif one.citywide or other.citywide:
        points += _CITYWIDE
    return points + _FIELD * (not one.fields.isdisjoint(other.fields))


def reasoned(offer: Entry, seek: Entry, thing: str, given: str, beside: Beside) -> Pair:
    """A pair with all that speaks for it."""
    giver, taker = offer.group, seek.group
    days = tuple(sorted(offer.times.shared(seek.times)))
    conditions, left = _open(offer, seek)
    if giver is None or taker is None:
        meets = _meets(offer, seek)
        return Pair(offer, seek, thing, given, days=days, meets=meets, conditions=conditions, unknown=left)
    shared = offer.areas & seek.areas
    near = frozenset[str]().union(*(beside.get(area, ()) for area in offer.areas)) if not shared else frozenset()
    return Pair(
        offer,
        seek,
        thing,
        given,
        areas=tuple(area for area in giver.group.areas if area in shared),
        next_areas=tuple(area for area in taker.group.areas if area in near and area in seek.areas),
        citywide=offer.citywide or seek.citywide,
        days=days,
        fields=tuple(name for name in giver.group.fields if name in seek.fields),
        conditions=conditions,
        unknown=left,
    )


def _meets(one: Entry, other: Entry) -> bool:
    """Whether one of the two is a group that meets at the place that the other one is of."""
    group, place = (one.group, other.owner.slug) if one.group else (other.group, one.owner.slug)
    return any(spot is not None and spot.slug == place for spot in group.spots) if group else False
