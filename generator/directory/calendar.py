"""An event's dates as days: single days, spans, and recurrences worked out between two days."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.directory.model import Occurrence
from generator.japanese.holidays import holidays as holidays_between
from generator.japanese.recurrence import Recurrence, occurrences, times_on, unread_remarks
from generator.japanese.times import TimeRange
from generator.models.event import Event, When

# How far a recurrence without an end is worked out, and how many days of one event are kept.
HORIZON = timedelta(days=366)
MOST = 120


def days_of(event: Event, today: date) -> tuple[Occurrence, ...]:
    """Every occurrence of an event in order; a recurrence without an end reaches a year past `today`."""
    found = {o for when in event.dates for o in _occurrences(when, today)}
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
    # What only a reader understands of the recurrence is said of each of its days.
    note = "　".join(filter(None, (when.note, *(unread_remarks(when.repeat) if when.repeat else ()))))
    if when.moment is not None:
        moment = when.moment
        yield Occurrence(moment.first, moment.last, moment.times or _times(when), note, when.except_dates)
    elif when.repeat is not None:
        yield from _repeated(when, when.repeat, today)
    elif when.start_date is not None:
        last = when.end_date or when.start_date
        yield Occurrence(when.start_date, last, _times(when), note, when.except_dates)


def _repeated(when: When, repeat: Recurrence, today: date) -> Iterator[Occurrence]:
    first = when.start_date or today
    last = min(when.end_date or today + HORIZON, today + HORIZON)
    # Long past days of a running series are of no use to anybody; the last two months are kept.
    begin = max(first, today - timedelta(days=62)) if last >= today else first
    free = holidays_between(begin, last) if repeat.skip_holidays or repeat.on_holidays else frozenset()
    for day in occurrences(repeat, begin, last, holidays=free, anchor=when.start_date):
        if day not in when.except_dates:
            times = times_on(repeat, day)
            yield Occurrence(day, day, _times(when) or (times[0] if times else None))


def _times(when: When) -> TimeRange | None:
    return TimeRange(when.start_time, when.end_time) if when.start_time else None
