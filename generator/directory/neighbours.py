"""Which groups stand near which: same field, same place, same part of the city. Linear in the number of groups."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.directory.model import GroupEntry, Neighbour

# How many following members of each ring are looked at, and how many neighbours are shown.
LOOK = 8
SHOWN = 3

Ring = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What makes a group near to another one."""

    entry: GroupEntry
    main: str
    fields: frozenset[str]
    places: frozenset[str]
    areas: frozenset[str]

    def rings(self) -> Iterator[Ring]:
        """The rings a group stands in."""
        yield from (("field", name) for name in self.entry.group.fields)
        yield from (("place", slug) for slug in sorted(self.places))


class Neighbours(Mapping[str, tuple[Neighbour, ...]]):
    """For each group the few that are nearest to it, with the reason in words; worked out when asked for.

    Every group stands in rings (its fields, its places); only the next few members of each ring are compared, which
    keeps the work linear and spreads attention evenly: every group is somebody's neighbour. Pages are made in shares,
    and each share asks for the neighbours of its own groups only.
    """

    def __init__(self, groups: Sequence[GroupEntry]) -> None:
        self._traits = {group.slug: _traits(group) for group in groups}
        self._rings: dict[Ring, list[_Traits]] = defaultdict(list)
        for each in self._traits.values():
            if each.entry.group.status == "active":
                for ring in each.rings():
                    self._rings[ring].append(each)
        self._index = {ring: {t.entry.slug: n for n, t in enumerate(ts)} for ring, ts in self._rings.items()}

    def __getitem__(self, slug: str) -> tuple[Neighbour, ...]:
        return _nearest(self._traits[slug], self._rings, self._index)

    def __iter__(self) -> Iterator[str]:
        return iter(self._traits)

    def __len__(self) -> int:
        return len(self._traits)


def _traits(entry: GroupEntry) -> _Traits:
    fields = entry.group.fields
    places = frozenset(spot.slug for spot in entry.spots if spot and spot.slug)
    return _Traits(entry, fields[0], frozenset(fields), places, frozenset(entry.group.areas) - {"citywide"})


def _nearest(
    group: _Traits, rings: Mapping[Ring, Sequence[_Traits]], index: Mapping[Ring, Mapping[str, int]]
) -> tuple[Neighbour, ...]:
    slug = group.entry.slug
    scores: dict[str, tuple[int, int, _Traits]] = {}
    for name in group.rings():
        ring = rings.get(name, ())
        start = index.get(name, {}).get(slug, -1) + 1
        for step in range(min(LOOK, len(ring))):
            other = ring[(start + step) % len(ring)]
            if other.entry.slug != slug and other.entry.slug not in scores:
                scores[other.entry.slug] = (-_score(group, other), len(scores), other)
    best = sorted(scores.values(), key=lambda s: s[:2])[:SHOWN]
    return tuple(Neighbour(other.entry, _reason(group, other)) for _, _, other in best)


def _score(a: _Traits, b: _Traits) -> int:
    same_main = 3 if a.main == b.main else 0
    shared = len(a.fields & b.fields) + 2 * (not a.places.isdisjoint(b.places)) + len(a.areas & b.areas)
    return same_main + shared + (not a.entry.slots.isdisjoint(b.entry.slots))


def _reason(a: _Traits, b: _Traits) -> str:
    named = (("同じ分野", a.fields & b.fields), ("同じ場所", a.places & b.places), ("同じ地域", a.areas & b.areas))
    return "・".join([words for words, shared in named if shared][:2])
