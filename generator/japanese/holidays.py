"""The national holidays of Japan."""

from datetime import date


def holidays(first: date, last: date) -> frozenset[date]:
    """The national holidays between two days, both included."""
    import jpholiday

    return frozenset(day for day, _ in jpholiday.between(first, last))
