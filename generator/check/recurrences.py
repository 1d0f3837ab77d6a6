"""What is doubtful or wrong about what repeats, though it was understood."""

from datetime import date

from generator.check.finding import Faults
from generator.japanese.holidays import held
from generator.japanese.recurrence import Recurrence, unread_remarks
from generator.models.event import When
from generator.reading.strict import Path

# What yields no day in so many never does: 29 February comes within eight years.
LONGEST = 3000
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "longest": LONGEST,
}


def recurrence_findings(repeat: Recurrence, path: Path) -> Faults:
    """What of a recurrence only a reader understands."""
    if repeat.in_words:
        yield path, "recurrence-in-words", {"value": repeat.frequency}
    for remark in unread_remarks(repeat):
        yield path, "recurrence-remark", {"value": remark}


def takes_place(when: When, repeat: Recurrence, today: date) -> bool:
    """Whether a recurrence has a day between its first and last; without a first day, after today."""
    if when.start_date is None and when.end_date is not None:
        return True
    first = when.start_date or today
    longest = date.fromordinal(min(first.toordinal() + LONGEST, date.max.toordinal()))
    last = min(when.end_date or longest, longest)
    return any(day not in when.except_dates for day in held(repeat, first, last, when.start_date))
