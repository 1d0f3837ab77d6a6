"""The one table of points, and the ranking by it; the browser is given the same table and adds nothing of its own.

What excludes: an age that an entry rules out. What is not known (whether a wheelchair can come in) neither helps nor
excludes: it is said to be not known. What speaks against an answer costs points and is told as a difference.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.matching.conditions import ALWAYS, conditions
from generator.matching.differences import DIFFERS
from generator.matching.documents import Document, documents
from generator.matching.evidence import GroupEvidence, Met, Reader
from generator.matching.sheet import HOME, KEYS, AnswerSheet

OUT = "out"
# Question → degree → points. `always` counts whatever was answered.
POINTS: Mapping[str, Mapping[str, int]] = {
    ALWAYS: {"group": -2, "specialist": -8, "board": -12, "successor": -12, "minors": -24, "elders": -24},
    # titled: the entry's title, said: its text, named: the group's name and sentence, told: its description; audience,
    # field: only for whom the group is, or its field of activity; +: and the role is one for those who can or want this
    "do": {
        "titled+": 37, "titled": 32, "said+": 31, "said": 26, "named+": 27, "named": 22, "told+": 15, "told": 12,
        "audience": 10, "field": 6,
    },
    # meeting: only the group's meeting says when; about: days without hours, or read in part; unknown: nobody says when
    "when": {"full": 12, "meeting": 10, "about": 8, "unknown": 4},
    # city: a group of the whole city
    "where": {"full": 6, "said": 12, "city": 4},
    # said: the entry's words, told: the group's; audience and anyone: for whom the group is; own: for these alone;
    # need: without it one cannot come at all
    "with": {
        "need": 12, "full": 6, "own": 30, "said": 5, "told": 3, "small": 5, "audience": 5, "anyone": 2, "access": 2,
        "place": 8, "step": 4, "written": 2, "some": 2, "no": -6,
    },
    # less: seldomer than one could come
    "often": {"full": 5, "said": 6, "meeting": 3, "less": 2, "board": 16, "successor": 18},
}  # fmt: skip
# The degrees that give a reason; the others only count.
MET: Mapping[str, tuple[str, ...]] = {
    key: tuple(degree for degree in POINTS[key] if degree not in ("unknown", "no")) for key in KEYS
}
# Of these the words are told and points count, but a document that has no other is near: its description names the
# thing, or it is in the field or for the people that the thing leads to.
PARTLY: Mapping[str, tuple[str, ...]] = {"do": ("told+", "told", "audience", "field")}
# Of these questions each chosen value counts, of the others the best one, and so much more for each further one met.
SUMS = ("with",)
FURTHER: Mapping[str, int] = {"do": 6}
# Where such a question is answered, a document that meets none of its answers is shown only if some other document
# meets one, so many other questions are answered, and it meets all of them.
NEEDED: Mapping[str, int] = {"do": 2}
# Where these are not met, that is told of each for itself; of others it is told of their question.
OWN = (HOME, "once", "over")
# Of the first five, of what fits as of what is near, at most two are of one group.
FIRST, EACH = 5, 2

Degrees = Mapping[str, Mapping[str, Mapping[int, str]]]


@dataclass(frozen=True, slots=True)
class Matches:
    """All documents in their order, and by question and answer the degree of each document that has one."""

    reader: Reader
    documents: tuple[Document, ...]
    degrees: Degrees

    @property
    def groups(self) -> tuple[str, ...]:
        """The slug of the group of each document."""
        return tuple(document.entry.slug for document in self.documents)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document as an answer: its number, its points, and whether it is near only."""

    number: int
    points: int
    near: bool


def matches(reader: Reader) -> Matches:
    """Read all documents of a directory once."""
    ordered = documents(reader.directory)
    return Matches(reader, ordered, by_answer(enumerate(map(degrees_of, all_conditions(reader, ordered)))))


def all_conditions(reader: Reader, ordered: Iterable[Document]) -> Iterator[Iterator[Met]]:
    """What each document meets; a group is read once however many documents it has."""
    read: dict[str, GroupEvidence] = {}
    for document in ordered:
        entry = document.entry
        if entry.slug not in read:
            read[entry.slug] = GroupEvidence(reader, entry)
        yield conditions(read[entry.slug], document)


def degrees_of(met: Iterable[Met]) -> list[tuple[str, str, str]]:
    """What a document meets without what says so: question, answer, degree."""
    return [(key, value, degree) for key, value, degree, _, _ in met]


def by_answer(met: Iterable[tuple[int, Iterable[tuple[str, str, str]]]]) -> Degrees:
    """What documents meet, turned round: question → value → number → degree; of several the one with most points."""
    found: dict[str, dict[str, dict[int, str]]] = {key: defaultdict(dict) for key in (ALWAYS, *KEYS, DIFFERS)}
    for number, those in met:
        for key, value, degree in those:
            numbers = found[key][value if key != ALWAYS else degree]
            if number not in numbers or worth(key, degree) > worth(key, numbers[number]):
                numbers[number] = degree
    return found


def worth(key: str, degree: str) -> int:
    """The points of a degree; what excludes is worth more than anything, so that it always stays."""
    return 1_000 if degree == OUT else 0 if key == DIFFERS else POINTS[key][degree]


def rank(degrees: Degrees, groups: Sequence[str], sheet: AnswerSheet) -> list[Ranked]:
    """All documents that go with a sheet: what fits, then what is near, each by points; none for an empty sheet.

    groups: the group of each document.
    """
    points: Counter[int] = Counter()
    met: dict[str, list[set[int]]] = {}
    out: set[int] = set()
    for key in KEYS:
        chosen = [degrees[key].get(value, {}) for value in sheet.of(key)]
        met[key] = [{n for n, degree in numbers.items() if degree in MET[key]} for numbers in chosen]
        out |= {n for numbers in chosen for n, degree in numbers.items() if degree == OUT}
        points.update(_question(key, chosen))
    shown = _shown({key: those for key, those in met.items() if those}) - out
    for degree, numbers in degrees[ALWAYS].items():
        points.update({number: POINTS[ALWAYS][degree] for number in numbers if number in shown})
    ordered = sorted(shown, key=lambda number: (-points[number], number))
    fits, own = _fitting(degrees, sheet, shown), degrees[ALWAYS].get("group", {}).keys()
    seen: set[str] = set()
    return [
        Ranked(number, points[number], near)
        for near in (False, True)
        for number in _mixed([n for n in ordered if (n not in fits) is near], groups, own, seen)
    ]


def lacking(key: str, met: Mapping[str, bool]) -> list[str]:
    """The names by which is told what is lacking of a question; nothing where any answer will do and one is met.

    met: each chosen value and whether it is wholly met.
    """
    if key in SUMS:
        return [value for value, has in met.items() if not has]
    return [] if any(met.values()) else list(dict.fromkeys(value if value in OWN else key for value in met))


def wholly(key: str, degree: str) -> bool:
    """Whether a degree is enough for a document to fit."""
    return degree in MET[key] and degree not in PARTLY.get(key, ())


def _fitting(degrees: Degrees, sheet: AnswerSheet, shown: set[int]) -> set[int]:
    """What wholly meets every question that was answered; where each value counts, what is otherwise in none of them.

    Nobody can write everything about everybody: that a place says nothing of wheelchairs keeps nothing from fitting.
    """
    fits = set(shown)
    for key in KEYS:
        chosen = {value: degrees[key].get(value, {}).items() for value in sheet.of(key)}
        full = {value: {n for n, degree in those if wholly(key, degree)} for value, those in chosen.items()}
        if key in SUMS:
            fits.difference_update(*(degrees[DIFFERS].get(value, {}).keys() - full[value] for value in full))
        elif full:
            fits &= set().union(*full.values())
    return fits


def _shown(met: Mapping[str, list[set[int]]]) -> set[int]:
    """What is shown, from the documents that meet each chosen value of the questions that were answered."""
    shown = set().union(*(numbers for those in met.values() for numbers in those))
    for key, least in NEEDED.items():
        if key in met:
            having = set().union(*met[key])
            others = [_all(name, those) for name, those in met.items() if name != key]
            lacking = set.intersection(*others) if having and len(others) >= least else set()
            shown &= having | lacking
    return shown


def _all(key: str, met: list[set[int]]) -> set[int]:
    """The documents that meet what was answered to one question: each value where each counts, else any."""
    return set.intersection(*met) if key in SUMS else set().union(*met)


def _question(key: str, chosen: list[Mapping[int, str]]) -> Counter[int]:
    """The points of each document for one question."""
    each: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for numbers in chosen:
        for number, degree in numbers.items():
            if degree != OUT:
                each[number].append((POINTS[key][degree], degree in MET[key]))
    return Counter({number: _sum(key, given) for number, given in each.items()})


def _sum(key: str, given: list[tuple[int, bool]]) -> int:
    if key in SUMS:
        return sum(points for points, _ in given)
    further = max(0, sum(met for _, met in given) - 1) * FURTHER.get(key, 0)
    return max(points for points, _ in given) + further


def _mixed(ordered: list[int], groups: Sequence[str], own: Container[int], seen: set[str]) -> Iterator[int]:
    """The order with at most `EACH` of one group among the first; those put aside follow behind the first.

    A group itself is left out where an opening of it stands before it. own: the documents that are groups themselves;
    seen: the groups that were met among the first of what stands before, to which these are added.
    """
    first: list[int] = []
    aside: list[int] = []
    of_group: Counter[str] = Counter()
    rest = iter(ordered)
    for number in rest:
        group = groups[number]
        if number not in own or group not in seen:
            (aside if of_group[group] >= EACH else first).append(number)
        of_group[group] += 1
        seen.add(group)
        if len(first) == FIRST:
            break
    yield from (*first, *aside, *rest)
