"""Which groups may apply for which grants: worked out once, by what groups are and do, and looked up by either."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.directory.model import Directory, GroupEntry, PlainEntry
from generator.kinds import GRANT
from generator.matching.eligibility import UNTOLD, Answer, Asked, Verdict, conditions, may_be_kind
from generator.models.choices import GroupStatus
from generator.models.grant import Grant

GrantEntry = PlainEntry[Grant]
# What a group grows into: one that fails by one of these alone is told what it lacks.
_GROWS = frozenset({"years", "members"})


class Applicant(NamedTuple):
    """A group and what the conditions of a grant mean for it."""

    entry: GroupEntry
    verdict: Verdict


class Chance(NamedTuple):
    """A grant and what its conditions mean for a group."""

    entry: GrantEntry
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Standing:
    """The groups that a grant may be for, as numbers in the reading order of the groups."""

    met: list[int] = field(default_factory=list)
    # With the number of conditions of which its profile says nothing.
    unknown: list[tuple[int, int]] = field(default_factory=list)


class Applications:
    """The grants that can be applied for today or later, and the groups at work, held against each other once.

    Groups are found by their kinds and fields; only those that a grant may be for are looked at closely.
    """

    def __init__(self, directory: Directory) -> None:
        self._groups = [entry for entry in directory.groups if entry.group.status == GroupStatus.ACTIVE]
        grants: Sequence[GrantEntry] = directory.entries[GRANT.folder]
        open_now = (entry for entry in grants if entry.record.closes >= directory.today)
        self._grants = tuple(sorted(open_now, key=lambda entry: (entry.record.closes, entry.slug)))
        self._asked = [conditions(entry.record, directory.today) for entry in self._grants]
        self._number = {entry.slug: number for number, entry in enumerate(self._grants)}
        self._standing: dict[str, _Standing] = {}
        self._met: dict[str, list[int]] = defaultdict(list)
        self._unknown: dict[str, list[int]] = defaultdict(list)
        self._near: dict[str, list[int]] = defaultdict(list)
        self._kinds = _by(self._groups, "kind")
        self._fields = _by(self._groups, "fields")
        for number, entry in enumerate(self._grants):
            self._hold(number, entry)

    @property
    def open(self) -> tuple[GrantEntry, ...]:
        """The grants that can be applied for today or later, by their last day."""
        return self._grants

    def _hold(self, number: int, entry: GrantEntry) -> None:
        """Hold every group that a grant may be for against its conditions."""
        asked = self._asked[number]
        standing = self._standing[entry.slug] = _Standing()
        for n in self._pool(entry.record):
            group = self._groups[n]
            failed, unknown = _failed(asked, group)
            if not failed and unknown:
                standing.unknown.append((unknown, n))
                self._unknown[group.slug].append(number)
            elif not failed:
                standing.met.append(n)
                self._met[group.slug].append(number)
            elif len(failed) == 1 and failed[0] in _GROWS:
                self._near[group.slug].append(number)
        standing.unknown.sort()

    def _pool(self, grant: Grant) -> Iterator[int]:
        """The groups whose kind and fields do not keep them from a grant."""
        kinds = frozenset(grant.eligible.kinds) if grant.eligible else frozenset()
        pools = []
        if kinds:
            pools.append({n for kind, those in self._kinds.items() if may_be_kind(kind, kinds) for n in those})
        if grant.fields:
            pools.append({n for name in grant.fields for n in self._fields.get(name, ())})
        return iter(sorted(set.intersection(*pools)) if pools else range(len(self._groups)))

    def groups(self, slug: str, most: int) -> tuple[tuple[Applicant, ...], int]:
        """The first groups that meet everything of a grant of which profiles tell, and how many there are."""
        return self._applicants(slug, self._standing[slug].met if slug in self._standing else [], most)

    def perhaps(self, slug: str, most: int) -> tuple[tuple[Applicant, ...], int]:
        """The first groups whose profiles leave open whether they do, those that lack least first, and how many."""
        found = self._standing[slug].unknown if slug in self._standing else []
        return self._applicants(slug, [n for _, n in found], most)

    def failing(self, slug: str) -> dict[str, int]:
        """How many groups do not meet each condition of a grant; nothing of one that some group may apply for."""
        standing = self._standing.get(slug)
        if standing is None or standing.met or standing.unknown:
            return {}
        told = self._asked[self._number[slug]]
        counts = {name: sum(met(each.group) is Answer.NO for each in self._groups) for name, met in told}
        return {name: count for name, count in counts.items() if count}

    def _applicants(self, slug: str, numbers: Sequence[int], most: int) -> tuple[tuple[Applicant, ...], int]:
        if not numbers:
            return (), 0
        asked = self._asked[self._number[slug]]
        made = (Applicant(self._groups[n], _verdict(asked, self._groups[n])) for n in numbers[:most])
        return tuple(made), len(numbers)

    def grants(self, entry: GroupEntry) -> tuple[Chance, ...]:
        """The grants that a group may apply for, those of which its profile leaves nothing open first, then by day."""
        return self._chances(entry, (*self._met.get(entry.slug, ()), *self._unknown.get(entry.slug, ())))

    def nearly(self, entry: GroupEntry) -> tuple[Chance, ...]:
        """The grants from which nothing keeps a group but that it is young or small."""
        return self._chances(entry, self._near.get(entry.slug, ()))

    def _chances(self, entry: GroupEntry, numbers: Sequence[int]) -> tuple[Chance, ...]:
        return tuple(Chance(self._grants[n], _verdict(self._asked[n], entry)) for n in numbers)


def _verdict(asked: tuple[Asked, ...], entry: GroupEntry) -> Verdict:
    return Verdict({name: met(entry.group) for name, met in asked})


def _failed(asked: tuple[Asked, ...], entry: GroupEntry) -> tuple[list[str], int]:
    """The conditions that a group does not meet (two are enough), and how many its profile could tell and does not."""
    failed, unknown = [], 0
    for name, met in asked:
        answer = met(entry.group)
        if answer is Answer.NO:
            failed.append(name)
            if len(failed) > 1:
                break
        unknown += answer is Answer.UNKNOWN and name not in UNTOLD
    return failed, unknown


def _by(groups: Sequence[GroupEntry], name: str) -> dict[str, list[int]]:
    """The numbers of the groups by a term of theirs."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(groups):
        value = getattr(entry.group, name)
        for term in (value,) if isinstance(value, str) else value:
            found[term].append(number)
    return found
