"""A problem is a value: where it is, which rule it breaks, and the facts its sentence needs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file; line and column count characters from 1, and 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0
    width: int = field(default=1, compare=False)
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a profile; its sentence is made by `generator.rules` in the reader's language."""

    where: Where
    rule: str
    facts: tuple[tuple[str, str], ...] = ()


def problem(where: Where, rule: str, **facts: object) -> Problem:
    """A problem with its facts given by name."""
    return Problem(where, rule, tuple((name, str(value)) for name, value in facts.items() if value != ""))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetition, sorted by file, line, column and rule."""
    return tuple(sorted(set(problems), key=lambda p: (p.where, p.rule, p.facts)))
