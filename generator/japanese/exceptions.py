"""What takes days away from a recurrence (8月は休み, 祝日を除く), or says that some are otherwise (土曜は17時まで)."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.japanese.dates import KANJI_DIGITS, NUMBER, WEEKDAYS, number
from generator.japanese.days import read_months
from generator.japanese.patterns import EVERY_OTHER_WEEK, EVERY_WEEK, Pattern

_AND = "(?:[・、,]|と|及び|および|や)"
_TO = "(?:~|-|から)"
_MONTH_DAY = f"{NUMBER}月{NUMBER}日(?:{_TO}(?:{NUMBER}月)?{NUMBER}日(?:まで)?)?"
_MONTH = f"(?:{NUMBER}月(?:{_TO}{NUMBER}月(?:まで)?)?|{NUMBER}(?:[・、,~-]{NUMBER})+月)"
_VACATION = "(?:夏|春|冬)休み(?:期間中?|中)?|年末年始|お?盆(?:休み|期間中?)?"
_ITEM = f"(?:{_MONTH_DAY}|{_MONTH}(?!曜)|(?:国民の)?(?:祝祭日|祝日|祭日)|{_VACATION})"
# Of each list of days there is one way only to read it, so that none is tried in many.
_WEEKDAY = rf"[{WEEKDAYS}](?:曜日(?!曜)|曜(?!日(?!曜))|(?!曜))"
_NO_WEEKDAY = f"(?![{WEEKDAYS}]曜)"
_ONE_WEEK = f"{NUMBER}(?![0-9{KANJI_DIGITS}])"
_WEEK = (
    rf"第{_ONE_WEEK}(?:[・、,]第?{_ONE_WEEK}(?!月))*"
    rf"(?:週の?(?:{_WEEKDAY}|{_NO_WEEKDAY})|の?{_WEEKDAY}|(?![・、,]第?{NUMBER}|週|の?[{WEEKDAYS}]))"
)
_NOTED_ITEM = rf"(?:{_ITEM}|{_WEEK}|{_WEEKDAY}|祝(?!日|祭))"
_WEEKS = f"第{NUMBER}(?:[・、,]第?{NUMBER})*"
_INLINE_ITEM = f"(?:{_ITEM}|{_WEEKS}(?:週?の?[{WEEKDAYS}]曜日?|週))"
_END = (
    r"(?:は|を|も|の場合は|の日は)?(?:お?休み|休会|休館|休講|休止|除く|除き|除いて|のぞく|なし|行いません|開催しません|活動しません)"
    r"(?:ます|です|とします|となります|になります)?|以外(?:の日)?"
)
_MARK = "(?:ただし|但し|なお|※)?[、,]?"
_INLINE = re.compile(rf"{_MARK}(?P<items>{_INLINE_ITEM}(?:{_AND}{_INLINE_ITEM})*)(?:{_END})(?:の日?(?=[^日]))?")
_NOTED = re.compile(rf"{_MARK}(?P<items>{_NOTED_ITEM}(?:{_AND}?{_NOTED_ITEM})*)(?:{_END})[。]?")
_LISTED = re.compile(rf"(?P<one>{_MARK}{_NOTED_ITEM}(?:{_AND}?{_NOTED_ITEM})*(?:{_END}))[、,。]")
_SOME_DAY = (
    rf"(?:{_WEEKDAY}|祝(?:日(?!曜)|(?!日(?!曜)))|平日|最終[日回]|初[日回]|{_WEEK}"
    rf"|{NUMBER}月(?:{NUMBER}日)?|{_VACATION})"
)
_SOME_DAYS = rf"{_SOME_DAY}(?:{_AND}?{_SOME_DAY})*"
_OTHERWISE = re.compile(rf"{_MARK}(?P<days>{_SOME_DAYS})(?:のみ|だけ|に限り)?は(?P<what>.{{1,60}})")
_OTHER_TIMES = re.compile(rf"{_MARK}(?P<days>{_SOME_DAYS})(?:のみ|だけ|に限り)?は(?=[0-9午朝昼夕夜正])")
_ONLY_WEEKDAYS = re.compile(f"(?:{_WEEKDAY}|{_AND})+")
_WEEKDAY_ALONE = re.compile(_WEEKDAY)
_NAMES_DAYS = re.compile(rf"[{WEEKDAYS}]曜|第{NUMBER}|翌|{NUMBER}日")
_NAMES_TIMES = re.compile(rf"{NUMBER}(?:時|:)|正午|午[前後]")
_SHIFTED = re.compile(
    rf"{_MARK}(?:[{WEEKDAYS}]曜日?が)?(?:祝祭日|祝日|祭日)の(?:場合|とき|時)は(?:翌日|翌週|振替|変更|前日|前週).{{0,12}}"
)
TAKES_AWAY = re.compile("休|除|のぞ|なし|ません|以外")
_ITEM_ALONE = re.compile(_NOTED_ITEM)
_LISTED_BEFORE = re.compile(
    rf"(?:[{WEEKDAYS}祝](?:曜?日?)(?P<sep>{_AND})[{WEEKDAYS}](?:曜日?)?(?P=sep)|[{WEEKDAYS}](?:曜日?)?(?:[・や]|と|及び|および))$"
)
_ADDS = re.compile("[曜日祝](?:も|に.{1,20}あり)")
_NEW_YEAR = ((12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3))
_BON = ((8, 13), (8, 14), (8, 15), (8, 16))
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "number": re.compile(NUMBER),
    "inline": _INLINE,
    "noted": _NOTED,
    "listed": _LISTED,
    "otherwise": _OTHERWISE,
    "other_times": _OTHER_TIMES,
    "only_weekdays": _ONLY_WEEKDAYS,
    "weekday_alone": _WEEKDAY_ALONE,
    "names_days": _NAMES_DAYS,
    "names_times": _NAMES_TIMES,
    "shifted": _SHIFTED,
    "takes_away": TAKES_AWAY,
    "item_alone": _ITEM_ALONE,
    "listed_before": _LISTED_BEFORE,
    "adds": _ADDS,
    "new_year": _NEW_YEAR,
    "bon": _BON,
}


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The days on which something never takes place; weekdays and weeks are to be taken out of its patterns.

    weeks: (week of the month, weekday or -1 for all of that week) pairs. unread: some days are otherwise in a way that
    only the remark itself can tell.
    """

    holidays: bool = False
    months: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    weekdays: tuple[int, ...] = ()
    weeks: tuple[tuple[int, int], ...] = ()
    unread: bool = False


def take_exceptions(text: str) -> tuple[str, tuple[str, ...]] | None:
    """A compact text without its exceptions, and these; None if it is not clear where one begins."""
    if not TAKES_AWAY.search(text):
        return text, ()
    found: list[str] = []
    rest: list[str] = []
    position = 0
    for match in _INLINE.finditer(text):
        items = match["items"]
        mixed = re.search("[~-]|から", items) and re.search("[、,]", items)
        if mixed or _LISTED_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            return None
        rest.append(text[position : match.start()])
        found.append(match[0].removesuffix("の").lstrip("、,"))
        position = match.end()
    return "".join((*rest, text[position:])), tuple(found)


def read_exception(note: str) -> Exceptions | None:
    """What a compact note takes away (祝日を除く, 8月は休み, 第5土曜は休み); None if it is not an exception."""
    if _SHIFTED.fullmatch(note):
        return Exceptions(holidays=True)
    otherwise = _OTHERWISE.fullmatch(note)
    if otherwise and not TAKES_AWAY.search(otherwise["what"]):
        return _other_days(otherwise["days"], otherwise["what"])
    match = _NOTED.fullmatch(note)
    if match is None:
        return None
    taken = [_read_item(item[0]) for item in _ITEM_ALONE.finditer(match["items"])]
    known = [item for item in taken if item is not None]
    return joined(known) if len(known) == len(taken) else None


def adds_to_some(note: str) -> bool:
    """Whether a compact note adds something on some of the days (土曜日は朗読会あり) and takes nothing away."""
    otherwise = _OTHERWISE.fullmatch(note)
    adds = otherwise or _ADDS.search(note)
    return bool(adds and not TAKES_AWAY.search(otherwise["what"] if otherwise else note))


def _other_days(days: str, what: str) -> Exceptions | None:
    """That some days are otherwise (木曜は21時まで); a month with other days (1月は第2日曜) has none that are sure."""
    if _NAMES_DAYS.search(what):
        months = read_months(days) if days.endswith("月") and "第" not in days else ()
        return Exceptions(months=months, unread=True)
    return Exceptions(unread=True) if _NAMES_TIMES.search(what) else None


def take_other_times(text: str) -> tuple[str, tuple[str, ...]] | None:
    """A compact text before the first days with times of their own (…、土日は9時から), and what is said of them."""
    starts = [match.start() for match in _OTHER_TIMES.finditer(text) if match.start()]
    if not starts:
        return None
    ends = [*starts[1:], len(text)]
    return text[: starts[0]], tuple(text[a:b].strip("、,。 ") for a, b in zip(starts, ends, strict=True))


def weekdays_meant(note: str) -> frozenset[int]:
    """The weekdays of which a remark says that they are otherwise; none where it names other days too."""
    match = _OTHERWISE.fullmatch(note)
    if match is None or not _ONLY_WEEKDAYS.fullmatch(match["days"]):
        return frozenset()
    return frozenset(WEEKDAYS.index(day[0]) for day in _WEEKDAY_ALONE.findall(match["days"]))


def pieces(note: str) -> tuple[str, ...]:
    """A compact note as the exceptions it lists (8月は休み、祝日は休み), and what is left of it."""
    found: list[str] = []
    position = 0
    while match := _LISTED.match(note, position):
        found.append(match["one"])
        position = match.end()
    return (*found, note[position:]) if position < len(note) else tuple(found)


def joined(items: Sequence[Exceptions]) -> Exceptions:
    """All the items' exceptions as one."""
    return Exceptions(
        any(item.holidays for item in items),
        tuple(sorted({month for item in items for month in item.months})),
        tuple(sorted({day for item in items for day in item.days})),
        tuple(sorted({weekday for item in items for weekday in item.weekdays})),
        tuple(sorted({week for item in items for week in item.weeks})),
        any(item.unread for item in items),
    )


def _read_item(item: str) -> Exceptions | None:
    """What one item takes away, None if there is no such month or day; school holidays have no fixed days.

    年末年始 is 29 December to 3 January, as in the law on holidays of public offices (昭和63年法律第91号).
    """
    if "祝" in item or item == "祭日":
        return Exceptions(holidays=True)
    if item == "年末年始":
        return Exceptions(days=_NEW_YEAR)
    if "盆" in item:
        return Exceptions(days=_BON)
    if "休み" in item:
        return Exceptions()
    if item.startswith("第"):
        return _read_weeks(item)
    if item[0] in WEEKDAYS:
        return Exceptions(weekdays=(WEEKDAYS.index(item[0]),))
    if item.removesuffix("まで").endswith("日"):
        days = _span_of_days(item)
        return Exceptions(days=days) if days else None
    months = read_months(item)
    return Exceptions(months=months) if months else None


def _read_weeks(item: str) -> Exceptions | None:
    """The weeks of 第5週 or 第1・3土曜, None if a month has no such week."""
    weekday = re.search(f"[{WEEKDAYS}](?=曜)", item)
    weeks = [number(n) for n in re.findall(NUMBER, item)]
    if any(not 1 <= week <= 5 for week in weeks):
        return None
    return Exceptions(weeks=tuple((week, WEEKDAYS.index(weekday[0]) if weekday else -1) for week in weeks))


def _span_of_days(item: str) -> tuple[tuple[int, int], ...]:
    """The (month, day) pairs of 12月31日, 8月13日〜16日 or 12月28日〜1月5日."""
    found = [number(n) for n in re.findall(NUMBER, item)]
    if len(found) == 3:
        found.insert(2, found[0])
    month, day, last_month, last_day = found if len(found) == 4 else (*found, *found)
    pairs: list[tuple[int, int]] = []
    while 1 <= month <= 12 and 1 <= day <= monthrange(2028, month)[1] and len(pairs) <= 366:
        pairs.append((month, day))
        if (month, day) == (last_month, last_day):
            return tuple(sorted(pairs))
        month, day = (month, day + 1) if day < monthrange(2028, month)[1] else (month % 12 + 1, 1)
    return ()


def reduced(patterns: tuple[Pattern, ...], exceptions: Exceptions) -> tuple[Pattern, ...] | None:
    """The patterns without excepted weekdays and weeks; None if nothing is left or it cannot be said."""
    if not exceptions.weekdays and not exceptions.weeks:
        return patterns
    found = tuple(_reduced_pattern(pattern, exceptions) for pattern in patterns)
    known = tuple(pattern for pattern in found if pattern is not None)
    return known if known and len(known) == len(found) else None


def _reduced_pattern(pattern: Pattern, exceptions: Exceptions) -> Pattern | None:
    """One pattern without excepted weekdays and weeks."""
    weekdays = tuple(day for day in pattern.weekdays if day not in exceptions.weekdays)
    meant = tuple(week for week, day in exceptions.weeks if day in (-1, *weekdays))
    partly = len(weekdays) > 1 and any(day in weekdays for _, day in exceptions.weeks)
    if not weekdays or partly or (meant and pattern.weeks in ((EVERY_OTHER_WEEK,), ())):
        return None
    if not meant:
        return replace(pattern, weekdays=weekdays)
    all_weeks = (1, 2, 3, 4, 5) if pattern.weeks == (EVERY_WEEK,) else pattern.weeks
    weeks = tuple(week for week in all_weeks if week not in meant)
    return replace(pattern, weeks=weeks, weekdays=weekdays) if weeks else None
