"""On which of the coming days a record is found: as far as its source surely says so, and no further than `SPAN`."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.directory.meetings import meeting_times
from generator.directory.model import EventEntry, GroupEntry, Occurrence

SPAN: Final = timedelta(days=100)


def span(today: date) -> tuple[date, date]:
    """The first and the last day of which the search knows what is on."""
    return today, today + SPAN


def event_dates(entry: EventEntry, today: date) -> tuple[str, ...]:
    """The days on which an event surely is, with the times at which it begins; none if it is off."""
    found = (_written(day, _begins(o)) for o in entry.coming for day in days_on(o, today))
    return () if entry.off else tuple(sorted(set(found)))


def days_on(o: Occurrence, today: date) -> Iterator[date]:
    """The days of an occurrence on which it surely takes place."""
    begin, end = max(o.first, today), min(o.last, today + SPAN)
    days = (begin + timedelta(days=n) for n in range((end - begin).days + 1))
    return (day for day in days if o.is_on(day))


def group_dates(entry: GroupEntry, today: date) -> Iterator[tuple[str, ...]]:
    """For each meeting of a group the days on which it surely is; none while the group rests.

    Behind the time stand the parts of the day by their first letters (m, a, e) where the time alone does not tell them.
    """
    for meeting in entry.group.meetings:
        times = meeting_times(meeting, *span(today)) if entry.group.status == "active" else ()
        yield tuple(_written(day, _when(time, parts)) for day, time, parts in times)


def _begins(o: Occurrence) -> str:
    return f"{o.times.start:%H:%M}" if o.times else ""


def _when(time: str, parts: tuple[str, ...]) -> str:
    letters = "".join(part[0] for part in parts)
    return time if time and len(letters) == 1 else time + letters


def _written(day: date, time: str) -> str:
    return f"{day.isoformat()}T{time}" if time else day.isoformat()
