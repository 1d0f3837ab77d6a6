"""Problems as people and programs read them: each form is a function from problems to lines."""

from collections.abc import Callable, Iterator, Sequence

from generator.problems import Problem
from generator.reports.comment import comment
from generator.reports.github import github
from generator.reports.jsonl import jsonl
from generator.reports.sarif import sarif
from generator.reports.terminal import terminal

__all__ = ["FORMATS", "terminal"]

FORMATS: dict[str, Callable[[Sequence[Problem], str], Iterator[str]]] = {
    "terminal": terminal,
    "github": github,
    "comment": comment,
    "jsonl": jsonl,
    "sarif": sarif,
}
