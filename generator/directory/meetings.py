"""The days on which a group surely meets: what its recurrence names, less what its remarks take away or leave open."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.japanese.dates import WEEKDAYS
from generator.japanese.days import read_months
from generator.japanese.exceptions import Exceptions, joined
from generator.japanese.holidays import held, holidays
from generator.japanese.patterns import Recurrence
from generator.japanese.recurrence import parts_on, times_on
from generator.japanese.remarks import exceptions_of, takes_away
from generator.japanese.text import compact
from generator.models.group import Meeting

# Nobody can know it beforehand, and the days are named all the same.
_WEATHER: Final = re.compile("[雨雪風暑寒曇]|天候|荒天|悪天|増水|台風|警報|雷")
# A sentence says of some days that nothing is on them, or something else; in more ways where it names days.
_AWAY: Final = re.compile("休(?!憩)|除く|除い|日(?:だけ|のみ|に限)|中止|延期|変更|ずれ|ずら")
_AWAY_OF_DAYS: Final = re.compile(
    "だけ|のみ|限|以外|変わ|かわり|代わり|翌[日週]|前週|なし$"
    "|(?:行い|行き|開き|あり|やり|集まり|し|でき)ません|(?:やら|行わ|開か|集まら|活動し|開催し)ない"
)
_BEGINS_WITH_MONTHS: Final = re.compile("[0-9][0-9月・、~-]{0,20}月(?:は|だけ|のみ|に)|[0-9]{1,2}月(?:は|だけ|のみ|に)")
_BEGINS_WITH_WEEKDAYS: Final = re.compile(f"(?:[{WEEKDAYS}](?:曜日?)?[・、と]?){{1,7}}(?:は|だけ|のみ)")
# 1 January of a leap year.
_LEAP: Final = date(2028, 1, 1).toordinal()
_SENTENCES: Final = re.compile("[。\n]")
# Times of the year that have no sure first and last day, as long as they may be: (month, day) to (month, day).
_SEASONS: Final = {
    "正月|年末|年始|冬休み": ((12, 20), (1, 10)),
    "盆|夏休み": ((7, 15), (8, 31)),
    "春休み": ((3, 20), (4, 10)),
    "連休|ゴールデンウィーク|GW": ((4, 27), (5, 8)),
}


def meeting_times(meeting: Meeting, first: date, last: date) -> Iterator[tuple[date, str, tuple[str, ...]]]:
    """The days from first to last, both included, on which a meeting surely is, and when it begins: 「09:00」 or "".

    With each its parts of the day (morning, afternoon, evening), as far as somebody says them.

    None where a recurrence is irregular, or a remark speaks of days in a way that is not understood.
    """
    taken = _taken(meeting.note or "")
    if taken is None:
        return
    when = _sure(meeting.when)
    free = holidays(first, last) if taken.holidays else frozenset()
    for day in held(when, first, last, None):
        if day not in free and not _is_off(day, taken):
            times = times_on(when, day)
            yield day, f"{times[0].start:%H:%M}" if times else "", parts_on(when, day)


def _sure(when: Recurrence) -> Recurrence:
    """A recurrence without the patterns of which a remark takes days away."""
    kept = tuple(pattern for pattern in when.patterns if not any(map(takes_away, pattern.notes)))
    return replace(when, patterns=kept)


def _taken(note: str) -> Exceptions | None:
    """What a note beside a meeting takes away; None if it may be about days, and nobody can tell which."""
    sentences = filter(None, map(compact, _SENTENCES.split(note)))
    found = [_taken_by(sentence) for sentence in sentences]
    known = [each for each in found if each is not None]
    return joined(known) if len(known) == len(found) else None


def _taken_by(sentence: str) -> Exceptions | None:
    """What one sentence takes away; more than it says rather than less, None for nobody knows what."""
    taken = exceptions_of((sentence,))
    if taken not in (None, Exceptions()):
        return taken
    seasons = [span for words, span in _SEASONS.items() if re.search(words, sentence)]
    if seasons:
        return Exceptions(days=tuple(day for first, last in seasons for day in _between(first, last)))
    months = _BEGINS_WITH_MONTHS.match(sentence)
    away = _AWAY.search(sentence) or (taken is None and _AWAY_OF_DAYS.search(sentence))
    if not away or (_WEATHER.search(sentence) and not months):
        return Exceptions()
    weekdays = _BEGINS_WITH_WEEKDAYS.match(sentence)
    if months:
        named = read_months(months[0].rstrip("はだけのみに"))
        return Exceptions(months=named) if named else None
    return Exceptions(weekdays=tuple(map(WEEKDAYS.index, _named(weekdays[0])))) if weekdays else None


def _named(weekdays: str) -> Iterator[str]:
    """The weekdays of 土・日曜は, the 日 of 曜日 left out."""
    return (day for day in weekdays.replace("曜日", "").replace("曜", "") if day in WEEKDAYS)


def _between(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The (month, day) pairs from first to last, over the end of a year too."""
    days = [(day.month, day.day) for day in map(date.fromordinal, range(_LEAP, _LEAP + 366))]
    return (day for day in days if (first <= day <= last if first <= last else day >= first or day <= last))


def _is_off(day: date, taken: Exceptions) -> bool:
    week = (day.day - 1) // 7 + 1
    return (
        day.month in taken.months
        or (day.month, day.day) in taken.days
        or day.weekday() in taken.weekdays
        or any(number == week and weekday in (-1, day.weekday()) for number, weekday in taken.weeks)
    )
