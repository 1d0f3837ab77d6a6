"""What is wrong with one entry of an event's dates beyond its single fields."""

from datetime import date

from generator.check.finding import Faults
from generator.check.recurrences import LONGEST, recurrence_findings, takes_place
from generator.japanese.holidays import held
from generator.japanese.recurrence import Recurrence, unread_remarks
from generator.japanese.remarks import total
from generator.japanese.series import Beside, beside, canonical, with_times
from generator.japanese.times import TimeRange
from generator.models.base import label_of
from generator.models.event import When
from generator.reading.strict import Path

_DAYS = ("start_date", "end_date", "repeat")


def dates_findings(when: When, path: Path, today: date) -> Faults:
    """What is wrong with one entry, by the path of the value that is at fault."""
    yield from _lost(when, path)
    if when.repeat is not None:
        yield from recurrence_findings(when.repeat, (*path, "repeat"))
        yield from _on_no_day(when, when.repeat, (*path, "repeat"), today)
    span = _span(when)
    if span is None:
        return
    if when.repeat is not None:
        said = next((note for note in (*when.repeat.notes, when.note or "") if total(note)), "")
        yield from _miscounted(when, Beside(when.repeat.text, when.repeat), said, span, (*path, "repeat"))
    elif when.note:
        yield from _note_findings(when, when.note, span, (*path, "note"))


def _lost(when: When, path: Path) -> Faults:
    """Days and times that no page shows, because the entry has them twice; an end without a beginning."""
    moment = when.moment
    if moment is not None:
        same = not when.repeat and (when.start_date or moment.first, when.end_date or moment.last) == (
            moment.first,
            moment.last,
        )
        other = next((name for name in _DAYS if getattr(when, name)), "")
        times = TimeRange(when.start_time, when.end_time) if when.start_time else None
        if not other and moment.times and (when.start_time or when.end_time) and times != moment.times:
            same, other = False, "start_time" if when.start_time else "end_time"
        if other and not same:
            yield (*path, other), "moment-twice", {"other": label_of(When, other)}
    if when.end_time and not when.start_time and not (moment and moment.times):
        yield (*path, "end_time"), "end-time-alone", {"value": f"{when.end_time:%H:%M}"}


def _on_no_day(when: When, repeat: Recurrence, path: Path, today: date) -> Faults:
    if not repeat.irregular and not takes_place(when, repeat, today):
        span = f"{when.start_date or ''}〜{when.end_date or ''}"
        yield path, "repeat-without-days", {"value": repeat.text, "span": span}


def _span(when: When) -> tuple[date, date] | None:
    """The first and last day of an entry that has several, or repeats between them; None if there is no end."""
    first, last = (when.moment.first, when.moment.last) if when.moment else (when.start_date, when.end_date)
    return (first, last) if first and last and first < last else None


def _note_findings(when: When, note: str, span: tuple[date, date], path: Path) -> Faults:
    """A series left in the note beside a span, or days in it that nobody can tell."""
    said = beside(note)
    if said.days is None:
        yield path, "days-in-note", {"value": note}
    elif said.repeat:
        times = when.moment.times if when.moment else None
        begins, ends = (times.start, times.end) if times else (when.start_time, when.end_time)
        repeat = with_times(said.repeat, f"{begins:%H:%M}" if begins else "", f"{ends:%H:%M}" if ends else "")
        yield path, "repeat-in-note", {"value": note, "suggestion": canonical(repeat)}
    yield from _miscounted(when, said, said.total, span, path)


def _miscounted(when: When, said: Beside, words: str, span: tuple[date, date], path: Path) -> Faults:
    """A total (全8回) that is not the number of days between the first and the last."""
    number, days = total(words) if words else None, said.days
    if number is None or days is None or days.irregular or unread_remarks(days) or (span[1] - span[0]).days > LONGEST:
        return
    count = sum(day not in when.except_dates for day in held(days, *span, span[0]))
    if count and count != number:
        yield path, "total-differs", {"value": words, "count": count}
