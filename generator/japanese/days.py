"""The grammar of days that come round: 毎月第2・第4土曜, 4月〜11月の第3日曜, 毎月15日, 月2回程度.

The text is cut into words (`day_words`), every word has one letter, and one regular expression over the letters
says which sequences make sense.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from generator.japanese.dates import NUMBER, WEEKDAYS, number
from generator.japanese.day_words import AND, MARKS, TO, Token, tokens
from generator.japanese.patterns import (
    ALL_DAYS,
    EVERY_OTHER_WEEK,
    EVERY_WEEK,
    LAST_DAY,
    LAST_WEEK,
    WORKDAYS,
    Pattern,
)

_WEEKLY = "(?:W?[DAB]|OD|M?ND)"
_SENSE = re.compile(rf"(?:Y?S,?)?(?:{_WEEKLY}(?:[,+]?{_WEEKLY})*F?|F{_WEEKLY}(?:[,+]?{_WEEKLY})*|F|MT)S?|YST|ST")
_AFTER_BARE = (" ", "、", ",", "・", "の", "に", "は", "/", "と", "(", ";", "")
_LIST_ITEM = re.compile(rf"(?P<to>{TO})?(?:{AND})?(?P<day>祝(?:祭?日)?|[{WEEKDAYS}](?:曜(?:日(?!曜))?)?)")
_NUMBER_ITEM = re.compile(rf"(?P<to>{TO})?第?(?P<number>{NUMBER}|末日|最終日|最後の日|最終|最後|月末)")
_COUNT = re.compile(rf"毎?([月週])に?({NUMBER})回")
_SEPARATED = re.compile("[、,/&+と及お並]")

# The same few phrases stand in thousands of profiles.
_REMEMBERED = 4096
_LAST_WEEKS = dict.fromkeys(("最終", "最後", "月末"), LAST_WEEK)
_LAST_DAYS = dict.fromkeys(("末日", "最終日", "最後の日"), LAST_DAY)


@dataclass(frozen=True, slots=True)
class Days:
    """The days a text names; frequency is set only where the days themselves are not.

    marks: where a remark was taken out, and the pattern it belongs to: -1 if none comes before it.
    """

    patterns: tuple[Pattern, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    frequency: str = ""
    on_holidays: bool = False
    skip_holidays: bool = False
    part: str = ""
    marks: tuple[tuple[int, str], ...] = ()


@lru_cache(maxsize=_REMEMBERED)
def read_days(text: str) -> Days | None:
    """The days a compact text (without times and remarks) names; None if it does not clearly name any."""
    found = tokens(text)
    if found is None:
        return None
    parts = tuple(t.text for t in found if t.letter == "P")
    named = _trimmed(tuple(t for t in found if t.letter not in "PRL"))
    letters = "".join(t.letter for t in named)
    if not _SENSE.fullmatch(letters) or letters.count("S") > 1 or letters.count("F") > 1 or len(parts) > 1:
        return None
    patterns, months, days = _patterns(named), _months(named), _month_days(named)
    if patterns is None or months is None or days is None or not _months_are_clear(named):
        return None
    if ("A" in letters or "B" in letters) and len(patterns) > 1:
        return None  # 平日 leaves holidays out, and nobody says whether the other days do.
    return _with_frequency(Days(patterns, days, months, part="".join(parts), marks=tuple(_marks(found))), named)


def _marks(found: tuple[Token, ...]) -> Iterator[tuple[int, str]]:
    """The marks with the patterns they belong to: a remark to the one before it, the name of a part to the next."""
    patterns = 0
    for token in found:
        patterns += token.letter in "ABD"
        if token.letter in "RL":
            yield patterns - (token.letter == "R"), token.text


def _trimmed(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without separators at either end."""
    first, last = 0, len(found)
    while first < last and found[first].letter in ",+":
        first += 1
    while last > first and found[last - 1].letter in ",+":
        last -= 1
    return found[first:last]


def _months_are_clear(named: tuple[Token, ...]) -> bool:
    """Whether 4月 before a day is surely a month in which it takes place, not part of a date (4月15日)."""
    for this, following in pairwise(named):
        joined = this.text[-1] in "のは"
        if this.letter == "S" and following.letter in "DT" and not joined and named[0].letter != "Y":
            return False
    return True


def _with_frequency(days: Days, named: tuple[Token, ...]) -> Days | None:
    """The days with what 月2回 adds to them: nothing if they already say so, else that they are not computable."""
    days = _with_holidays(days, named)
    frequency = next((t.text for t in named if t.letter == "F"), "")
    if not frequency:
        return days
    letters = "".join(t.letter for t in named)
    if letters in ("FD", "DF") and frequency[0] == "週" and _same_count(frequency, days.patterns):
        return days
    if letters in ("FD", "DF", "F"):
        patterns = tuple(Pattern((), p.weekdays) for p in days.patterns)
        often = frequency.replace("~", "〜")
        return Days(patterns, frequency=often, part=days.part, marks=days.marks) if not days.on_holidays else None
    if "S" in letters or days.on_holidays:
        return None
    return days if _same_count(frequency, days.patterns) else None


def _same_count(frequency: str, patterns: tuple[Pattern, ...]) -> bool:
    """Whether 月2回 is exactly what the patterns amount to."""
    match = _COUNT.fullmatch(frequency)
    if match is None:
        return False
    weekly = {"月": False, "週": True}[match[1]]
    if any((p.weeks == (EVERY_WEEK,)) != weekly or EVERY_OTHER_WEEK in p.weeks for p in patterns):
        return False
    return number(match[2]) == sum(len(p.weeks) * len(p.weekdays) for p in patterns)


def _with_holidays(days: Days, named: tuple[Token, ...]) -> Days:
    """The days with what 平日 and 土・日・祝日 say about holidays."""
    workdays = any(t.letter == "B" for t in named)
    holidays = any(t.letter == "D" and "祝" in t.text for t in named)
    return replace(days, on_holidays=holidays, skip_holidays=workdays)


def _patterns(named: tuple[Token, ...]) -> tuple[Pattern, ...] | None:
    """The weekly and monthly patterns, or None if one of them can be read in two ways."""
    found: list[Pattern] = []
    for index, token in enumerate(named):
        if token.letter in "AB":
            found.append(Pattern((EVERY_WEEK,), ALL_DAYS if token.letter == "A" else WORKDAYS))
        if token.letter != "D":
            continue
        before = named[index - 1] if index else None
        weeks = _weeks_before(before)
        weekdays = _weekdays(token)
        if not weeks or not weekdays or not _is_plain(token, before, bool(found), weeks):
            return None
        if weeks == (EVERY_WEEK,) and (before is None or before.letter != "W") and _needs_prefix(found):
            return None
        found.append(Pattern(weeks, weekdays))
    return tuple(found)


def _needs_prefix(found: list[Pattern]) -> bool:
    """Whether a bare weekday could be meant to share the weeks of what stands before it (第1火曜/土曜)."""
    return any(pattern.weeks != (EVERY_WEEK,) for pattern in found)


def _weeks_before(before: Token | None) -> tuple[int, ...]:
    """The weeks that the token before a weekday gives it; empty if they are no weeks of a month."""
    if before is None or before.letter not in "NO":
        return (EVERY_WEEK,)
    if before.letter == "O":
        return (EVERY_OTHER_WEEK,)
    return _numbers(before.text, 1, 5, _LAST_WEEKS)


def _numbers(text: str, least: int, most: int, names: dict[str, int]) -> tuple[int, ...]:
    """The sorted numbers of a list with ranges (1・3, 1〜4); empty if one is out of bounds or runs backwards."""
    found: list[int] = []
    for item in _NUMBER_ITEM.finditer(text):
        value = names.get(item["number"]) or number(item["number"])
        first = found[-1] if item["to"] and found else value
        # Months may run over the new year (11月〜3月); nothing else may run backwards.
        wraps = first > value and most == 12
        if not (least <= value <= most or item["number"] in names) or (first > value and not wraps):
            return ()
        found += [*range(first, most + 1), *range(least, value + 1)] if wraps else range(first, value + 1)
    return tuple(sorted(set(found)))


def _weekdays(token: Token) -> tuple[int, ...]:
    """The sorted weekdays of a list with ranges (月・水・金, 月〜金曜日), holidays left out."""
    found: list[int] = []
    for item in _LIST_ITEM.finditer(token.text):
        if item["day"][0] == "祝":
            continue
        day = WEEKDAYS.index(item["day"][0])
        first = found[-1] if item["to"] and found else day
        found += [d % 7 for d in range(first, day + 1 if day >= first else day + 8)]
    return tuple(sorted(set(found)))


def _is_plain(token: Token, before: Token | None, later: bool, weeks: tuple[int, ...]) -> bool:
    """Whether a list of weekdays can be read in one way only."""
    text = token.text.removesuffix("のみ").removesuffix("だけ")
    after = "" if token.after in MARKS else token.after
    if "祝" in text and weeks != (EVERY_WEEK,):
        return False
    if before is not None and before.letter == "N" and not _share_weeks(text, before.text):
        return False
    if "曜" in text:
        return True
    # Bare characters are weekdays only where nothing else can be meant: not in 月例会, 月日 or 日中.
    if after not in _AFTER_BARE or "月日" in text or "日月" in text:
        return False
    return len(_LIST_ITEM.findall(text)) > 1 or before is not None or (not later and after == "")


def _share_weeks(weekdays: str, weeks: str) -> bool:
    """Whether all weekdays after 第2・第4 surely belong to these weeks; 第1火曜、金曜 may mean every Friday."""
    several_whole = weekdays.count("曜") > 1
    return not several_whole or "週" in weeks or weeks.endswith("の") or not _SEPARATED.search(weekdays)


_HALF_YEARS = {"奇数月": (1, 3, 5, 7, 9, 11), "偶数月": (2, 4, 6, 8, 10, 12)}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "sense": _SENSE,
    "after_bare": _AFTER_BARE,
    "list_item": _LIST_ITEM,
    "number_item": _NUMBER_ITEM,
    "count": _COUNT,
    "separated": _SEPARATED,
    "half_years": _HALF_YEARS,
    "last_weeks": _LAST_WEEKS,
    "last_days": _LAST_DAYS,
}


def _months(named: tuple[Token, ...]) -> tuple[int, ...] | None:
    """The months to which the days are restricted, empty for all, None if one does not exist."""
    text = next((t.text for t in named if t.letter == "S"), "")
    return read_months(text) or None if text else ()


def read_months(text: str) -> tuple[int, ...]:
    """The months a list with ranges names, empty if one does not exist."""
    return _HALF_YEARS.get(text[:3]) or _numbers(text, 1, 12, {})


def _month_days(named: tuple[Token, ...]) -> tuple[int, ...] | None:
    """The days of the month, -1 for the last; None if one does not exist."""
    text = next((t.text for t in named if t.letter == "T"), "")
    if not text:
        return ()
    if text.endswith("く日"):
        return tuple(d for d in range(1, 32) if d % 10 == int(text[0]))
    return _numbers(text, 1, 31, _LAST_DAYS) or None
