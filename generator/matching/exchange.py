"""Groups with groups: what can be given and what is sought, brought together by the thing, each pair with its reasons.

A need is compared with a few offers of the same thing alone: those of places, those of its areas, of groups at work in
the whole city, and the next ones of all. So the work grows with the number of entries, and all get their share.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.directory.model import Directory
from generator.matching.entries import CITYWIDE, Entry, Owner, entries
from generator.matching.pairs import Pair, fit, reasoned, weight
from generator.things.named import Side, Things, things_of

# How many entries of each ring that fit are weighed, how many are looked at for that, and how many partners are shown.
LOOK, _FAR = 5, 30
SHOWN = 3
_PLACES = "place"

Ring = tuple[str, Side, str]


class Exchanges:
    """All offers and needs of a directory; the partners of an entry are worked out when they are asked for."""

    def __init__(self, directory: Directory, things: Things) -> None:
        self.things = things
        self.entries = tuple(entries(directory, things))
        self._next = _next_areas(directory)
        self._of: dict[str, list[Entry]] = defaultdict(list)
        self._rings: dict[Ring, list[int]] = defaultdict(list)
        self._number = {entry: number for number, entry in enumerate(self.entries)}
        for number, entry in enumerate(self.entries):
            self._of[entry.owner.url].append(entry)
            for ring in _rings_of(entry, things):
                self._rings[ring].append(number)

    def of(self, owner: Owner) -> tuple[Entry, ...]:
        """The offers and needs of a group or place, offers first."""
        return tuple(self._of.get(owner.url, ()))

    def partners(self, entry: Entry, shelf: str = "") -> tuple[Pair, ...]:
        """The few that fit an entry best, one of each owner, the best first; of one term alone if it is named."""
        best: dict[str, tuple[int, int, Entry, str]] = {}
        for thing in entry.things:
            if shelf in ("", self.things.known[thing].shelf):
                for other in self._candidates(entry, thing):
                    points = weight(entry, other, self._next, exact=thing in other.things)
                    slug = other.owner.slug
                    if slug not in best or points > -best[slug][0]:
                        best[slug] = (-points, len(best), other, thing)
        chosen = sorted(best.values(), key=lambda each: each[:2])[:SHOWN]
        return tuple(self._pair(entry, other, thing) for *_, other, thing in chosen)

    def between(self, offer: Entry, seek: Entry) -> Pair | None:
        """What two entries have in common, if one gives what the other seeks and they are not of one group."""
        if not fit(offer, seek):
            return None
        found = ((given, sought) for sought in seek.things for given in offer.things)
        good = ((g, s) for g, s in found if s in (g, *self.things.known[g].wider))
        given, sought = next(good, ("", ""))
        return reasoned(offer, seek, sought, given, self._next) if given else None

    def answered(self, entry: Entry) -> bool:
        """Whether anybody fits an entry."""
        return any(True for thing in entry.things for _ in self._candidates(entry, thing))

    def _candidates(self, entry: Entry, thing: str) -> Iterator[Entry]:
        """The next few entries of the other side in each ring that fit, every one once."""
        other: Side = "seeks" if entry.side == "offers" else "offers"
        wider = self.things.known[thing].wider if entry.side == "offers" else ()
        seen: set[int] = set()
        for name in (thing, *wider):
            for part in (_PLACES, *sorted(entry.areas), CITYWIDE, ""):
                ring = self._rings.get((name, other, part))
                if ring:
                    yield from self._next_in(ring, entry, seen)

    def _next_in(self, ring: list[int], entry: Entry, seen: set[int]) -> Iterator[Entry]:
        first, count = bisect_right(ring, self._number[entry]), 0
        for step in range(min(_FAR, len(ring))):
            number = ring[(first + step) % len(ring)]
            other = self.entries[number]
            if number not in seen and fit(entry, other):
                seen.add(number)
                count += 1
                yield other
            if count == LOOK:
                return

    def _pair(self, entry: Entry, other: Entry, thing: str) -> Pair:
        offer, seek = (entry, other) if entry.side == "offers" else (other, entry)
        sought = next(each for each in (thing, *self.things.known[thing].wider) if each in seek.things)
        given = next(each for each in offer.things if sought in (each, *self.things.known[each].wider))
        given = sought if sought in offer.things else given
        return reasoned(offer, seek, sought, given, self._next)


def exchanges(directory: Directory) -> Exchanges:
    """The offers and needs of a directory that stand on its day."""
    return Exchanges(directory, things_of(directory.vocabularies))


def _rings_of(entry: Entry, things: Things) -> Iterator[Ring]:
    """The rings in which an entry is found; an offer also in those of what its things are sorts of."""
    wider = [each for thing in entry.things for each in things.known[thing].wider] if entry.side == "offers" else []
    for thing in dict.fromkeys((*entry.things, *wider)):
        yield (thing, entry.side, "")
        if entry.group is None:
            yield (thing, entry.side, _PLACES)
        for area in entry.areas:
            yield (thing, entry.side, area)
        if entry.citywide:
            yield (thing, entry.side, CITYWIDE)


def _next_areas(directory: Directory) -> Mapping[str, frozenset[str]]:
    """Which areas lie next to each, as the vocabulary says, both ways."""
    found: dict[str, set[str]] = defaultdict(set)
    known = directory.vocabularies.get("areas")
    for name, term in known.terms.items() if known else ():
        for other in term.next:
            found[name].add(other)
            found[other].add(name)
    return {name: frozenset(others) for name, others in found.items()}
