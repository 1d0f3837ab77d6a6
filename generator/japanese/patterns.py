"""The nouns of repetition: on which days, and at what times, something takes place again and again."""

from dataclasses import dataclass

from generator.japanese.times import TimeRange

EVERY_WEEK = 0
LAST_WEEK = 6
EVERY_OTHER_WEEK = 7
LAST_DAY = -1
WORKDAYS = (0, 1, 2, 3, 4)
ALL_DAYS = (0, 1, 2, 3, 4, 5, 6)
IN_WORDS = "ことばのまま："
"""What stands before a text that is to be shown as it is written, not understood."""
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "every_week": EVERY_WEEK,
    "last_week": LAST_WEEK,
    "every_other_week": EVERY_OTHER_WEEK,
    "last_day": LAST_DAY,
    "workdays": WORKDAYS,
    "all_days": ALL_DAYS,
    "in_words": IN_WORDS,
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Weekdays (0 = Monday) in some weeks of the month, with times of their own where they differ from the others'.

    weeks: (0,) every week, (7,) every other week, or from 1-5 and 6 = the last of the month; empty where nobody says.
    notes: remarks on these days alone, where others follow.
    """

    weeks: tuple[int, ...]
    weekdays: tuple[int, ...]
    times: tuple[TimeRange, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recurrence:
    """When something takes place again and again.

    text: as written, trimmed. month_days: days of the month, -1 = the last. months: the only months, empty = all.
    times: those of every day, empty if none is written or if the patterns carry their own. irregular: understood, but
    without computable days; frequency says how often. notes: remarks as written. on_holidays: also on every holiday.
    skip_days: (month, day) pairs on which it never takes place. in_words: not understood, and to be shown as it stands:
    frequency has the words.
    """

    text: str
    patterns: tuple[Pattern, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    times: tuple[TimeRange, ...] = ()
    irregular: bool = False
    frequency: str = ""
    notes: tuple[str, ...] = ()
    on_holidays: bool = False
    skip_holidays: bool = False
    skip_months: tuple[int, ...] = ()
    skip_days: tuple[tuple[int, int], ...] = ()
    in_words: bool = False
