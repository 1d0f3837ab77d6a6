"""The national holidays of Japan, and what recurs with them in mind."""

from collections.abc import Iterator
from datetime import date

from generator.japanese.patterns import Recurrence
from generator.japanese.repeats import occurrences


def holidays(first: date, last: date) -> frozenset[date]:
    """The national holidays between two days, both included."""
    import jpholiday

    return frozenset(day for day, _ in jpholiday.between(first, last))


def held(r: Recurrence, first: date, last: date, anchor: date | None) -> Iterator[date]:
    """The `occurrences` of a recurrence, its holidays known."""
    free = holidays(first, last) if r.skip_holidays or r.on_holidays else frozenset()
    return occurrences(r, first, last, holidays=free, anchor=anchor)
