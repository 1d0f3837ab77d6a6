"""What follows from a recurrence: codes and rules for other programs, days for a calendar, cells for a search."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, time
from itertools import groupby

from generator.japanese.patterns import (
    ALL_DAYS,
    EVERY_OTHER_WEEK,
    EVERY_WEEK,
    LAST_DAY,
    LAST_WEEK,
    Pattern,
    Recurrence,
)
from generator.japanese.spellings import GIF_DAYS
from generator.japanese.times import TimeRange

_BOUNDS = (
    ("morning", time.min, time(12)),
    ("afternoon", time(12), time(17)),
    ("evening", time(17), time.max),
)
_SAID = {"午前": "morning", "午後": "afternoon", "夜": "evening", "夕方": "evening"}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"bounds": _BOUNDS, "said": _SAID}
_ICAL_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def gif_code(r: Recurrence) -> str:
    """The recurrence code of DS-441 (24Sa, 14Tu4Th, 0We, 6Fr, 7Su), a list of days for 毎月15日 (15); "" if none."""
    if r.irregular or LAST_DAY in r.month_days:
        return ""
    if r.month_days:
        return ",".join(f"{day:02}" for day in r.month_days)
    codes = (f"{''.join(map(str, p.weeks))}{GIF_DAYS[day]}" for p in r.patterns for day in p.weekdays)
    return "".join(codes)


def rrule(r: Recurrence) -> tuple[str, ...]:
    """The RRULE values of RFC 5545; none if irregular. Single days left out need EXDATE, see `occurrences`."""
    return tuple(rule for rule, _ in schedules(r))


def schedules(r: Recurrence) -> tuple[tuple[str, tuple[TimeRange, ...]], ...]:
    """The RRULE values with the times that belong to each."""
    if r.irregular:
        return ()
    if r.month_days:
        return ((f"FREQ=MONTHLY{_by_month(r)};BYMONTHDAY={','.join(map(str, r.month_days))}", r.times),)
    alike = groupby(sorted(r.patterns, key=_kind), key=lambda p: (_kind(p), p.times))
    return tuple((_rule(kind, tuple(group), r), times or r.times) for (kind, times), group in alike)


def _kind(pattern: Pattern) -> int:
    """0 weekly, 7 every other week, 1 by weeks of the month."""
    return pattern.weeks[0] if pattern.weeks[0] in (EVERY_WEEK, EVERY_OTHER_WEEK) else 1


def _rule(kind: int, patterns: tuple[Pattern, ...], r: Recurrence) -> str:
    """One RRULE for patterns of one kind."""
    if kind == 1:
        days = (f"{-1 if w == LAST_WEEK else w}{_ICAL_DAYS[d]}" for p in patterns for w in p.weeks for d in p.weekdays)
        return f"FREQ=MONTHLY{_by_month(r)};BYDAY={','.join(dict.fromkeys(days))}"
    interval = ";INTERVAL=2" if kind == EVERY_OTHER_WEEK else ""
    named = sorted({d for p in patterns for d in p.weekdays})
    return f"FREQ=WEEKLY{interval}{_by_month(r)};BYDAY={','.join(_ICAL_DAYS[d] for d in named)}"


def _by_month(r: Recurrence) -> str:
    months = _open_months(r)
    return "" if len(months) == 12 else f";BYMONTH={','.join(map(str, months))}"


def _open_months(r: Recurrence) -> tuple[int, ...]:
    return tuple(m for m in (r.months or range(1, 13)) if m not in r.skip_months)


def occurrences(
    r: Recurrence, first: date, last: date, *, holidays: Collection[date] = (), anchor: date | None = None
) -> Iterator[date]:
    """The days from first to last, both included, in order; none if irregular.

    隔週 gives days only with an anchor, a day in one of its weeks. Holidays are known only from the argument.
    """
    months = frozenset(_open_months(r))
    found = {day for p in r.patterns for day in _pattern_days(p, first, last, anchor)} if not r.irregular else set()
    found |= {day for day in _all_days(first, last) if _is_month_day(day, r)} if r.month_days else set()
    if r.on_holidays:
        found |= {day for day in holidays if first <= day <= last}
    for day in sorted(found):
        left_out = (day.month, day.day) in r.skip_days or (r.skip_holidays and day in holidays)
        if day.month in months and not left_out:
            yield day


def _all_days(first: date, last: date) -> Iterator[date]:
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def _pattern_days(pattern: Pattern, first: date, last: date, anchor: date | None) -> Iterator[date]:
    """The pattern's days in a span, weekday by weekday."""
    if not pattern.weeks or (pattern.weeks == (EVERY_OTHER_WEEK,) and anchor is None):
        return
    for weekday in pattern.weekdays:
        start = first.toordinal() + (weekday - first.weekday()) % 7
        for day in map(date.fromordinal, range(start, last.toordinal() + 1, 7)):
            if _in_weeks(day, pattern.weeks, anchor):
                yield day


def _in_weeks(day: date, weeks: tuple[int, ...], anchor: date | None) -> bool:
    """Whether a day is in one of the weeks."""
    if weeks == (EVERY_WEEK,):
        return True
    if weeks == (EVERY_OTHER_WEEK,):
        # Weeks begin on Monday, and day 1 of the calendar was one.
        return anchor is not None and ((day.toordinal() - 1) // 7 - (anchor.toordinal() - 1) // 7) % 2 == 0
    return (day.day - 1) // 7 + 1 in weeks or (LAST_WEEK in weeks and _days_left(day) < 7)


def _days_left(day: date) -> int:
    """How many days of its month come after a day."""
    if day.month == 12:
        return 31 - day.day
    return (date(day.year, day.month + 1, 1) - day).days - 1


def _is_month_day(day: date, r: Recurrence) -> bool:
    return day.day in r.month_days or (LAST_DAY in r.month_days and _days_left(day) == 0)


def times_on(r: Recurrence, day: date) -> tuple[TimeRange, ...]:
    """The times at which it takes place on one of its `occurrences`."""
    own = (p.times for p in r.patterns if p.times and day.weekday() in p.weekdays and _in_weeks(day, p.weeks, day))
    return next(own, r.times)


def parts_on(r: Recurrence, day: date) -> tuple[str, ...]:
    """The parts of the day it touches on one of its `occurrences`, in order; none where nothing says when."""
    found = _parts(times_on(r, day), r)
    return tuple(part for part, _, _ in _BOUNDS if part in found)


def slots(r: Recurrence) -> frozenset[tuple[str, str]]:
    """The (day, part) cells it touches: weekday, saturday, sunday by morning, afternoon (12-17), evening or any."""
    by_date = {(day_kind(day), part) for day in ALL_DAYS for part in _parts(r.times, r)} if r.month_days else set()
    return frozenset({(day_kind(day), part) for day, part in week_cells(r)} | by_date)


def week_cells(r: Recurrence) -> frozenset[tuple[int, str]]:
    """The (weekday, part) cells of a week it touches, Monday being 0; days of the month are in no cell."""
    return frozenset((day, part) for p in r.patterns for day in p.weekdays for part in _parts(p.times or r.times, r))


def day_parts(r: Recurrence) -> tuple[str, ...]:
    """The parts of the day it touches, in order: morning, afternoon, evening; none where nothing says when."""
    found = _parts((*r.times, *(span for p in r.patterns for span in p.times)), r)
    return tuple(part for part, _, _ in _BOUNDS if part in found)


def day_kind(weekday: int) -> str:
    """The kind of a weekday, Monday being 0: weekday, saturday or sunday."""
    return {5: "saturday", 6: "sunday"}.get(weekday, "weekday")


def _parts(times: tuple[TimeRange, ...], r: Recurrence) -> set[str]:
    """The parts of the day some times touch; without times what the remarks say, or any."""
    if times:
        return parts_of(times)
    return {part for word, part in _SAID.items() for note in r.notes[:1] if note.removesuffix("中") == word} or {"any"}


def parts_of(times: Iterable[TimeRange]) -> set[str]:
    """The parts of the day (morning, afternoon, evening) that some times touch."""
    return {part for span in times for part in _touched(span)}


def _touched(span: TimeRange) -> set[str]:
    """The parts of the day between start and end, the end itself left out; without an end that of the start."""
    end = span.start if span.end is None else time.max if span.end_next_day else span.end
    return {part for part, first, last in _BOUNDS if span.start < last and (end > first or span.start == first)}
