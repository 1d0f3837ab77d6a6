"""What is doubtful or wrong about what repeats, though it was understood."""

from datetime import date

from generator.check.finding import Faults
from generator.japanese.holidays import holidays
from generator.japanese.recurrence import Recurrence, occurrences, unread_remarks
from generator.models.event import When
from generator.reading.strict import Path

# What yields no day in so many never does: 29 February comes within eight years.
_LONGEST = 3000


def recurrence_findings(repeat: Recurrence, path: Path) -> Faults:
    """What of a recurrence only a reader understands."""
    if repeat.in_words:
        yield path, "recurrence-in-words", {"value": repeat.frequency}
    for remark in unread_remarks(repeat):
        yield path, "recurrence-remark", {"value": remark}


def repeat_findings(when: When, path: Path, today: date) -> Faults:
    """What is wrong with an entry of an event's dates that repeats."""
    if when.repeat is None:
        return
    yield from recurrence_findings(when.repeat, path)
    if not when.repeat.irregular and not _takes_place(when, when.repeat, today):
        span = f"{when.start_date or ''}〜{when.end_date or ''}"
        yield path, "repeat-without-days", {"value": when.repeat.text, "span": span}


def _takes_place(when: When, repeat: Recurrence, today: date) -> bool:
    """Whether a recurrence has a day between its first and last; without a first day, after today."""
    if when.start_date is None and when.end_date is not None:
        return True
    first = when.start_date or today
    longest = date.fromordinal(min(first.toordinal() + _LONGEST, date.max.toordinal()))
    last = min(when.end_date or longest, longest)
    free = holidays(first, last) if repeat.skip_holidays or repeat.on_holidays else frozenset()
    days = occurrences(repeat, first, last, holidays=free, anchor=when.start_date)
    return any(day not in when.except_dates for day in days)
