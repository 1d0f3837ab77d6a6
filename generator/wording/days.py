"""Days and times in words: one line for when, the parts of the week."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from generator.directory.calendar import end_alone
from generator.directory.model import Occurrence
from generator.japanese.dates import WEEKDAYS, era_year, show_date, weekday_name
from generator.japanese.recurrence import Recurrence, day_parts, show_recurrence, slots, week_cells
from generator.japanese.times import TimeRange, show_range, speak_range
from generator.models.event import When
from generator.wording.facets import IRREGULAR

DAYS = (("weekday", "平日"), ("saturday", "土曜"), ("sunday", "日曜"))
PARTS = (("morning", "午前"), ("afternoon", "午後"), ("evening", "夜"))
# The hours with which afternoon and evening begin.
NOON, EVENING = 12, 17
# For so many months a day needs no year.
_MONTHS_WITHOUT_YEAR = 11
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"weekdays": WEEKDAYS, "days": DAYS, "parts": PARTS, "months_without_year": _MONTHS_WITHOUT_YEAR}


def slot_words(slots: Collection[tuple[str, str]]) -> tuple[str, ...]:
    """Parts of the week and the day in words, in the order of the week: 平日の夜、土曜の午前."""
    return tuple(f"{day_word}の{word}" for day, day_word in DAYS for part, word in PARTS if (day, part) in slots)


def week_words(cells: Collection[tuple[int, str]]) -> tuple[str, ...]:
    """Cells of a week in words, in its order: 火曜の夜、土曜の午前; 土曜 alone where nobody says at what time."""
    ordered = sorted(
        cells, key=lambda cell: (cell[0], tuple(dict(PARTS)).index(cell[1]) if cell[1] in dict(PARTS) else -1)
    )
    return tuple(
        f"{WEEKDAYS[day]}曜" + (f"の{dict(PARTS)[part]}" if part in dict(PARTS) else "") for day, part in ordered
    )


def times_of(when: Recurrence) -> tuple[str, ...]:
    """The parts of the week in which something is again and again, in words; 不定期 if it says only that.

    A day of the month (毎月15日) may be any day of the week: 平日の夜、土曜の夜、日曜の夜.
    """
    found = week_words(week_cells(when)) or slot_words(slots(when))
    return found or ((IRREGULAR,) if when.irregular else ())


def parts_of(o: Occurrence) -> tuple[str, ...]:
    """The parts of the week in which an occurrence begins, in words; of a long span its first week tells them."""
    days = (o.first + timedelta(days=n) for n in range(min((o.last - o.first).days, 6) + 1))
    part = _part(o.times.start.hour) if o.times else "any"
    return week_words({(day.weekday(), part) for day in (o.only or days) if o.is_on(day)})


def week_marks(cells: Collection[tuple[int, str]]) -> str:
    """Cells of a week as marks that the shortlist reads: 0 is Monday, 「1-evening 5-morning」."""
    return " ".join(f"{day}-{part}" for day, part in sorted(cells))


def slot_of(day: date, hour: int) -> tuple[str, str]:
    """The part of the week and of the day in which an hour of a day lies."""
    return {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday"), _part(hour)


def _part(hour: int) -> str:
    return "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"


@lru_cache(maxsize=4096)
def short_days(when: Recurrence) -> str:
    """The days of a recurrence with the part of the day: 「第2・第4土曜日 午前」."""
    if when.in_words:
        return when.frequency
    patterns = tuple(replace(pattern, times=(), notes=()) for pattern in when.patterns)
    days = show_recurrence(replace(when, patterns=patterns, times=(), notes=())) or when.text
    parts = [dict(PARTS)[part] for part in day_parts(when)]
    short = days.replace("毎月第", "第").replace("毎月最終", "最終")
    return " ".join(filter(None, (short, "・".join(parts))))


def weekdays_of(when: Recurrence) -> frozenset[int]:
    """The weekdays on which something may take place, Monday being 0."""
    return frozenset(day for pattern in when.patterns for day in pattern.weekdays)


def occurrence_line(o: Occurrence, today: date) -> str:
    """A day or span with its weekday and times in full, and its days off."""
    times = f" {show_range(o.times)}" if o.times else ""
    span = show_date(o.first) if o.first == o.last else f"{show_date(o.first)}から{_end(o)}まで"
    note = f"（{o.note}）" if o.note else ""
    return f"{span}{times}{note}{_days_off(o.without, today)}"


def repeat_line(when: When, today: date) -> str:
    """A recurrence in canonical Japanese, from when to when, what is said of it, and its days off."""
    if when.repeat is None:
        return ""
    times = () if when.start_time is None else (TimeRange(when.start_time, when.end_time),)
    patterns = tuple(replace(pattern, times=() if times else pattern.times) for pattern in when.repeat.patterns)
    words = show_recurrence(replace(when.repeat, patterns=patterns, times=times or when.repeat.times))
    first = f"{show_date(when.start_date)}から" if when.start_date else ""
    last = f"{show_date(when.end_date)}まで" if when.end_date else ""
    said = "".join(f"（{each}）" for each in (first + last, end_alone(when), when.note) if each)
    return f"{words}{said}{_days_off(when.except_dates, today)}"


def beside_day(o: Occurrence, today: date) -> str:
    """What is said of an event's only entry below its large day: its note and its days off."""
    return "　".join(filter(None, (o.note, _days_off(o.without, today).removeprefix("（").removesuffix("）"))))


def _days_off(days: tuple[date, ...], today: date) -> str:
    return f"（休み：{'、'.join(day_words(day, today) for day in days)}）" if days else ""


def _end(o: Occurrence) -> str:
    if o.first.year == o.last.year:
        return f"{o.last.month}月{o.last.day}日（{weekday_name(o.last)}）"
    return show_date(o.last)


def spoken(o: Occurrence) -> str:
    """An occurrence as one would say it, for descriptions: 2026年12月5日（土）午前10時〜正午."""
    return show_date(o.first) + (speak_range(o.times) if o.times else "")


def month_title(day: date) -> str:
    """「2026年（令和8年）12月」."""
    return f"{day.year}年（{era_year(day)}）{day.month}月"


def day_words(day: date, today: date) -> str:
    """「12月5日（土）」; with its year unless it lies within the coming eleven months."""
    return f"{year_words(day, today)}{day.month}月{day.day}日（{weekday_name(day)}）"


def year_words(day: date, today: date) -> str:
    """「2027年」 for a day that does not lie within the coming eleven months; else nothing."""
    months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)
    return "" if day >= today and months < _MONTHS_WITHOUT_YEAR else f"{day.year}年"


def time_words(o: Occurrence) -> str:
    """The times of a day, or nothing."""
    return show_range(o.times) if o.times else ""
