"""An event's dates as days: single days, spans, and recurrences worked out between two days."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.directory.model import Occurrence
from generator.japanese.holidays import held
from generator.japanese.recurrence import Recurrence, times_on
from generator.japanese.remarks import total
from generator.japanese.series import beside
from generator.japanese.times import TimeRange, show_time
from generator.models.event import Event, When

# How far a recurrence without an end is worked out, and how many days of one event are kept.
HORIZON = timedelta(days=366)
MOST = 120
RECENT = timedelta(days=62)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"horizon": HORIZON.days, "recent": RECENT.days, "most": MOST}


def days_of(event: Event, today: date) -> tuple[Occurrence, ...]:
    """Every occurrence of an event in order; a recurrence without an end reaches a year past `today`."""
    found = dict.fromkeys(o for when in event.dates for o in _occurrences(when, today))
    return tuple(sorted(found, key=_order))[:MOST]


def coming(days: tuple[Occurrence, ...], today: date) -> tuple[Occurrence, ...]:
    """Those that are not over on `today`."""
    return tuple(o for o in days if o.last >= today)


def lasts(event: Event, today: date) -> bool:
    """Whether its last day lies ahead, whatever days are worked out: a recurrence may have no end, or no sure days."""
    return any(when.end_date >= today if when.end_date else when.repeat is not None for when in event.dates)


def _order(o: Occurrence) -> tuple[date, str, date]:
    return o.first, o.times.start.isoformat() if o.times else "", o.last


def _occurrences(when: When, today: date) -> Iterator[Occurrence]:
    if when.moment is not None:
        moment = when.moment
        yield _written(when, moment.first, moment.last, moment.times or _times(when), today)
    elif when.repeat is not None:
        yield from _repeated(when, when.repeat, today)
    elif when.start_date is not None:
        yield _written(when, when.start_date, when.end_date or when.start_date, _times(when), today)


def _written(when: When, first: date, last: date, times: TimeRange | None, today: date) -> Occurrence:
    """A day or span as it was written down; an end without a beginning is part of what is said of it."""
    note = "　".join(filter(None, (end_alone(when) if times is None else "", when.note)))
    only = _only(when.note, first, last, today) if when.note and first < last else None
    return Occurrence(first, last, times, note, when.except_dates, only)


def end_alone(when: When) -> str:
    """「21:00まで」 where an entry says when it ends, but not when it begins; else nothing."""
    return f"{show_time(when.end_time)}まで" if when.end_time and not when.start_time else ""


def _only(note: str, first: date, last: date, today: date) -> tuple[date, ...] | None:
    """The days of a span that a note leaves, as far as lists reach; None if all, none if nobody can tell."""
    said = beside(note)
    if said.days is None:
        return ()
    if not said.repeat and said.total and total(said.total) != (last - first).days + 1:
        return ()
    begin, end = max(first, today - RECENT), min(last, today + HORIZON)
    days = tuple(held(said.days, begin, end, first)) if begin <= end else ()
    return None if len(days) == max((end - begin).days + 1, 0) else days


def _repeated(when: When, repeat: Recurrence, today: date) -> Iterator[Occurrence]:
    first = when.start_date or today
    last = min(when.end_date or today + HORIZON, today + HORIZON)
    # Long past days of a running series are of no use to anybody.
    begin = max(first, today - RECENT) if last >= today else first
    for day in held(repeat, begin, last, when.start_date):
        if day not in when.except_dates:
            times = times_on(repeat, day)
            yield Occurrence(day, day, _times(when) or (times[0] if times else None), recurring=True)


def _times(when: When) -> TimeRange | None:
    return TimeRange(when.start_time, when.end_time) if when.start_time else None
