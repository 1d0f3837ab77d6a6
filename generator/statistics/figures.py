"""The nouns of the report: numbers that are kept each month, things to see to, and chapters of both."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.directory.model import Directory
from generator.problems import Problem
from generator.statistics.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Figure:
    """One number; `name` is the same in every month's file (`wanted.role.member`, a part of `wanted`)."""

    name: str
    label: str
    count: int

    @property
    def is_part(self) -> bool:
        """Whether it is a part of another figure of its chapter."""
        return self.name.count(".") > 1


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that staff can see to: what, more about it in words, and the site-relative address of its page."""

    what: str
    about: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tasks:
    """Things to see to under one heading."""

    title: str
    all: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the report: what it says in a sentence, its figures, and what to see to."""

    title: str
    lead: str
    figures: tuple[Figure, ...]
    tasks: tuple[Tasks, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made of. wishes: the lines of open wish cards (`hiroba-wish:1?…`), None without a register."""

    directory: Directory
    problems: tuple[Problem, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    wishes: tuple[str, ...] | None = None
    month: str = field(default="", kw_only=True)


def by_term(directory: Directory, vocabulary: str, name: str, terms: Iterable[str]) -> tuple[Figure, ...]:
    """How often each term of a vocabulary occurs, in its order, those that never do as well."""
    known = directory.vocabularies.get(vocabulary)
    return by_count(name, known.labels if known else {}, terms, str)


def by_count(
    name: str, labels: Mapping[str, str], found: Iterable[str], label: Callable[[str], str]
) -> tuple[Figure, ...]:
    """How often each of some things was found, in the order of `labels`; what has none there, by `label`, behind."""
    counts = Counter(found)
    every = {**labels, **{each: label(each) for each in sorted(counts) if each not in labels}}
    return tuple(Figure(f"{name}.{each}", words, counts[each]) for each, words in every.items())


def listed(title: str, found: tuple[Task, ...]) -> tuple[Tasks, ...]:
    """Things to see to under their heading; none where there is nothing."""
    return (Tasks(title, found),) if found else ()
