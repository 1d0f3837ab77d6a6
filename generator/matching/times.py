"""When an offer or a need is: the days, parts of the day, weeks and months that it names, as far as they are read."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.japanese.dates import WEEKDAYS
from generator.japanese.recurrence import Recurrence, parse_recurrence, week_cells
from generator.japanese.text import narrow

_DAYS = re.compile(f"([{WEEKDAYS}](?:[・、と,/]?[{WEEKDAYS}](?=[{WEEKDAYS}・、と,/曜]))*)曜日?|平日|土日|週末")
# Days that are named because it is not on them.
_NOT_ON = re.compile(
    "(?:の[^、。]{0,6})?(?:の?ほか|以外|を除|は除|は?お?休|は?定休|は(?:使|貸|お貸し|出)[^。、]{0,6}ません)"
)
_ALL_BUT = re.compile(f"([{WEEKDAYS}](?:[・、]?[{WEEKDAYS}])*)曜日?(?:の?ほか|以外)(?:の日)?")
_DAY = re.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
_MONTH = re.compile(f"(?:([0-9]{{4}})年)?([0-9]{{1,2}}(?:[・、,と][0-9]{{1,2}})*)月(?!曜|[・、][{WEEKDAYS}])")
# A text speaks of many months; these are those in which it is.
_WHOLE_MONTH = re.compile("の?(?:あいだ|間|中|いっぱい|だけ|のみ)")
# A month that only ends or begins a time.
_OPEN_ENDED = re.compile(
    "月(?:[上中下]旬|ごろ|頃|末|初め|[0-9]{1,2}日)?(?:から|まで|以降|以後|以前|[~-]|より|のほか|以外|を除)"
)
_ODD_OR_EVEN = {
    "奇数月": frozenset((0, n) for n in range(1, 13, 2)),
    "偶数月": frozenset((0, n) for n in range(2, 13, 2)),
}
_WEEKS = re.compile(f"第([1-5一二三四五](?:[・、と,]?第?[1-5一二三四五])*)(?=[・、と,]?[{WEEKDAYS}週])")
_KANJI = dict(zip("一二三四五", range(1, 6), strict=True))
_ANY, _PARTS = "any", ("morning", "afternoon", "evening")
_WORDS = {"午前": 0, "朝": 0, "午後": 1, "日中": (0, 1), "昼間": (0, 1), "昼": (0, 1), "夕方": (1, 2), "夜": 2, "晩": 2}
_PART = re.compile(f"の?({'|'.join(_WORDS)})間?(まで)?")
_CLOCK = re.compile("([0-9]{1,2}):[0-9]{2}~([0-9]{1,2}):([0-9]{2})")
_CLOSED = re.compile("休(?:み|館|業|所|園)|定休")
_NOON, _EVENING = 12, 17
# Without one of these a text names no time.
_HINT = re.compile("曜|平日|週末|土日|月(?:の?(?:あいだ|間|中)|いっぱい|だけ|のみ)")

Cell = tuple[int, str]
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Times:
    """What a text names of a time; what it does not name, or not for certain, is empty and excludes nothing.

    cells: days of the week, 0 is Monday, with morning, afternoon, evening; weeks: of the month, 1 to 5; months:
    with the year, 0 where none is named. named: days are named, so that to share one is a reason.
    """

    cells: frozenset[Cell] = frozenset()
    weeks: frozenset[int] = frozenset()
    months: frozenset[Month] = frozenset()
    named: bool = False

    @property
    def days(self) -> frozenset[int]:
        """The days of the week that are named."""
        return frozenset(day for day, _ in self.cells) if self.named else frozenset()

    def shared(self, other: "Times") -> frozenset[int]:
        """The named days on which both can be at the same part of the day."""
        if not (self.named and other.named):
            return frozenset()
        return frozenset(day for day, _ in self.cells & other.cells)

    def meets(self, other: "Times") -> bool:
        """Whether both can be at one time, as far as they say."""
        return (
            (not self.weeks or not other.weeks or not self.weeks.isdisjoint(other.weeks))
            and (not self.months or not other.months or any(_in_one(a, b) for a in self.months for b in other.months))
            and (not self.cells or not other.cells or not self.cells.isdisjoint(other.cells))
        )


# Of what no time is told.
ANY_TIME = Times()


def _spread(cells: Iterable[Cell]) -> frozenset[Cell]:
    """The cells of a week, those of any part of the day as all of its parts."""
    return frozenset((day, each) for day, part in cells for each in (_PARTS if part == _ANY else (part,)))


def _in_one(one: Month, other: Month) -> bool:
    return one[1] == other[1] and (one[0] == other[0] or 0 in (one[0], other[0]))


@lru_cache(maxsize=8192)
def times_of(when: str, text: str) -> Times:
    """When something is given or sought: as it is said for it, or else in its text."""
    words = narrow(when or text)
    if not when and not _HINT.search(words):
        return ANY_TIME
    but = _ALL_BUT.fullmatch(words)
    if but:
        closed = {WEEKDAYS.index(letter) for letter in but[1] if letter in WEEKDAYS}
        return Times(_spread((day, _ANY) for day in range(7) if day not in closed), named=True)
    cells = _cells(words)
    if cells is None:
        return ANY_TIME
    read = parse_recurrence(when) if when else None
    found = (week_cells(read) if isinstance(read, Recurrence) else frozenset()) or cells
    dates = tuple(_dates(words)) if when else ()
    found = found or frozenset((day.weekday(), part) for day in dates for part in _parts(words))
    named = bool(found)
    if when and not found and _parts(words) != (_ANY,):
        found = frozenset((day, part) for day in range(7) for part in _parts(words))
    weeks = _weeks(words) or frozenset((day.day + 6) // 7 for day in dates)
    return Times(_spread(found), weeks if when or cells else frozenset(), _months(words, whole=not when), named)


def opening_times(hours: str) -> Times:
    """When a place is open at all, as far as its hours say on which days it is closed and until when it is open."""
    words = narrow(hours)
    closed: set[int] = set()
    for piece in re.split("[、。()\n]", words):
        if _CLOSED.search(piece) and "第" not in piece:
            closed |= {day for found in _DAYS.finditer(piece) for day in _numbers(found)}
    spans = [(int(first), int(last), int(minute)) for first, last, minute in _CLOCK.findall(words)]
    parts = {part for span in spans for part in _touched(*span)} or {_ANY}
    if not closed and _ANY in parts:
        return ANY_TIME
    return Times(_spread((day, part) for day in range(7) if day not in closed for part in parts))


def _touched(first: int, last: int, minute: int) -> Iterator[str]:
    for part, start, end in zip(_PARTS, (0, _NOON, _EVENING), (_NOON, _EVENING, 24), strict=True):
        if first < end and (last, minute) > (start, 0):
            yield part


def _cells(words: str) -> frozenset[Cell] | None:
    """The days that a text names, with the part of the day behind each; None if it may be that it is not on one."""
    found: set[Cell] = set()
    for match in _DAYS.finditer(words):
        if _NOT_ON.match(words, match.end()):
            return None
        found |= {(day, part) for day in _numbers(match) for part in _parts(words[match.end() : match.end() + 7], True)}
    return frozenset(found)


def _parts(words: str, here: bool = False) -> tuple[str, ...]:
    """The parts of the day that words name, only at their beginning if `here`; any where they name none."""
    found = _PART.match(words) if here else _PART.search(words)
    if not found:
        return (_ANY,)
    at = _WORDS[found[1]]
    chosen = at if isinstance(at, tuple) else (at,)
    # 夕方まで is a time by which, not one at which.
    return _PARTS[: chosen[-1] + 1] if found[2] else tuple(_PARTS[each] for each in chosen)


def _numbers(match: re.Match[str]) -> frozenset[int]:
    if match[1] is None:
        return frozenset(range(5)) if match[0] == "平日" else frozenset({5, 6})
    return frozenset(WEEKDAYS.index(letter) for letter in match[1] if letter in WEEKDAYS)


def _dates(words: str) -> Iterator[date]:
    for year, month, day in _DAY.findall(words):
        with suppress(ValueError):
            yield date(int(year), int(month), int(day))


def _weeks(words: str) -> frozenset[int]:
    """The weeks of the month; the last one of it may be the fourth or the fifth."""
    letters = "".join(_WEEKS.findall(words))
    found = {_KANJI.get(letter) or int(letter) for letter in letters if letter in _KANJI or letter.isdecimal()}
    return frozenset(found | {4, 5} if "最終" in words else found)


def _months(words: str, *, whole: bool) -> frozenset[Month]:
    """The months that words name, each alone and not as an end of a time; of a text those that it fills."""
    if _OPEN_ENDED.search(words):
        return frozenset()
    for name, months in _ODD_OR_EVEN.items():
        if name in words and not whole:
            return months
    return frozenset(
        (int(match[1] or 0), int(number))
        for match in _MONTH.finditer(words)
        if not whole or _WHOLE_MONTH.match(words, match.end())
        for number in re.split("[・、,と]", match[2])
    )
