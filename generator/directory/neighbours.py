"""Which groups stand near which: same field, same place, same part of the city. Linear in the number of groups."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.directory.model import GroupEntry, Neighbour

# How many following members of each ring are looked at, and how many neighbours are shown.
LOOK = 8
SHOWN = 3


def neighbours(groups: Sequence[GroupEntry]) -> dict[str, tuple[Neighbour, ...]]:
    """For each group the few that are nearest to it, with the reason in words.

    Every group stands in rings (its fields, its places); only the next few members of each ring are compared, which
    keeps the work linear and spreads attention evenly: every group is somebody's neighbour.
    """
    rings = _rings(groups)
    return {group.slug: _nearest(group, rings) for group in groups}


Rings = dict[tuple[str, str], list[GroupEntry]]


def _rings(groups: Sequence[GroupEntry]) -> tuple[Rings, dict[tuple[str, str], dict[str, int]]]:
    rings: Rings = defaultdict(list)
    for group in groups:
        if group.group.status == "active":
            for name in _memberships(group):
                rings[name].append(group)
    return rings, {name: {g.slug: n for n, g in enumerate(ring)} for name, ring in rings.items()}


def _memberships(group: GroupEntry) -> Iterator[tuple[str, str]]:
    yield from (("field", name) for name in group.group.fields)
    yield from (("place", slug) for slug in sorted({spot.slug for spot in group.spots if spot and spot.slug}))


def _nearest(
    group: GroupEntry, rings: tuple[Rings, dict[tuple[str, str], dict[str, int]]]
) -> tuple[Neighbour, ...]:
    scores: dict[str, tuple[int, int, GroupEntry]] = {}
    for name in _memberships(group):
        ring, index = rings[0].get(name, []), rings[1].get(name, {})
        start = index.get(group.slug, 0) + 1
        for step in range(min(LOOK, len(ring))):
            other = ring[(start + step) % len(ring)]
            if other.slug != group.slug and other.slug not in scores:
                scores[other.slug] = (-_score(group, other), len(scores), other)
    best = sorted(scores.values(), key=lambda s: s[:2])[:SHOWN]
    return tuple(Neighbour(other, _reason(group, other)) for _, _, other in best)


def _score(a: GroupEntry, b: GroupEntry) -> int:
    same_main = 3 if a.group.fields[0] == b.group.fields[0] else 0
    fields = len(set(a.group.fields) & set(b.group.fields))
    return same_main + fields + 2 * bool(_places(a) & _places(b)) + len(_areas(a) & _areas(b)) + bool(a.slots & b.slots)


def _reason(a: GroupEntry, b: GroupEntry) -> str:
    words = []
    if set(a.group.fields) & set(b.group.fields):
        words.append("同じ分野")
    if _places(a) & _places(b):
        words.append("同じ場所")
    if _areas(a) & _areas(b):
        words.append("同じ地域")
    return "・".join(words[:2])


def _places(group: GroupEntry) -> set[str]:
    return {spot.slug for spot in group.spots if spot and spot.slug}


def _areas(group: GroupEntry) -> set[str]:
    return set(group.group.areas) - {"citywide"}
