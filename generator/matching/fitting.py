"""Whether an offer can meet a need of its thing at all: the days that both name, and how many people a room holds."""

import re
from functools import lru_cache

from generator.japanese.dates import WEEKDAYS
from generator.japanese.recurrence import Recurrence, parse_recurrence, week_cells
from generator.japanese.text import narrow

_DAYS = re.compile(f"([{WEEKDAYS}](?:[・、と,/]?[{WEEKDAYS}](?=[{WEEKDAYS}・、と,/曜]))*)曜日?")
_WEEKDAYS, _WEEKEND = re.compile("平日"), re.compile("土日|週末")
# Days that are named because it is not on them.
_NOT_ON = re.compile("(?:の?ほか|以外|を除|は除|は?お?休|は?定休|は(?:使|貸|お貸し|出)[^。、]{0,6}ません)")
_PEOPLE = re.compile("([0-9]{1,5})(?:人|名|席|ほど(?!の?距離))")


def fits(days: tuple[frozenset[int], frozenset[int]], capacity: int | None, people: int) -> bool:
    """Whether two entries, of which one offers, do not exclude each other.

    days: those that each names, none where it names none; capacity: of the room that is offered, people: needed.
    """
    ours, theirs = days
    return bool(not (ours and theirs) or ours & theirs) and (capacity is None or people <= capacity)


def days_of(when: str, text: str) -> frozenset[int]:
    """The days of the week on which something is given or sought, Monday being 0; none where nobody says."""
    return _read(when) or _said(when) or (frozenset() if when else _said(text))


@lru_cache(maxsize=4096)
def _read(when: str) -> frozenset[int]:
    read = parse_recurrence(when) if when else None
    return frozenset(day for day, _ in week_cells(read)) if isinstance(read, Recurrence) else frozenset()


@lru_cache(maxsize=4096)
def _said(text: str) -> frozenset[int]:
    """The days that a text names; none if it may be that it is not on one of them."""
    words = narrow(text)
    if "曜" not in words and "平日" not in words and "週末" not in words and "土日" not in words:
        return frozenset()
    found: set[int] = set()
    for pattern in (_DAYS, _WEEKDAYS, _WEEKEND):
        for match in pattern.finditer(words):
            if _NOT_ON.match(words, match.end()):
                return frozenset()
            found |= _numbers(pattern, match)
    return frozenset(found)


def _numbers(pattern: re.Pattern[str], match: re.Match[str]) -> set[int]:
    if pattern is _WEEKDAYS:
        return {0, 1, 2, 3, 4}
    return {5, 6} if pattern is _WEEKEND else {WEEKDAYS.index(letter) for letter in match[1] if letter in WEEKDAYS}


def people_in(text: str) -> int:
    """How many people a need speaks of at most; 0 where it names no number."""
    return max((int(number) for number in _PEOPLE.findall(narrow(text))), default=0)
