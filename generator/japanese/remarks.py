"""What stands beside a recurrence: exceptions that take days away, and remarks that only a reader needs."""

import re
from calendar import monthrange
from dataclasses import dataclass

from generator.japanese.dates import NUMBER, WEEKDAYS, number
from generator.japanese.days import read_months

_AND = "(?:[・、,]|と|及び|および|や)"
_TO = "(?:~|-|から)"
_MONTH_DAY = f"{NUMBER}月{NUMBER}日(?:{_TO}(?:{NUMBER}月)?{NUMBER}日(?:まで)?)?"
_MONTH = f"(?:{NUMBER}月(?:{_TO}{NUMBER}月(?:まで)?)?|{NUMBER}(?:[・、,~-]{NUMBER})+月)"
_VACATION = "(?:夏|春|冬)休み(?:期間中?|中)?|年末年始|お?盆(?:休み|期間中?)?"
_ITEM = f"(?:{_MONTH_DAY}|{_MONTH}(?!曜)|(?:国民の)?(?:祝祭日|祝日|祭日)|{_VACATION})"
_WEEKS = f"第{NUMBER}(?:[・、,]第?{NUMBER})*"
_WEEK = f"{_WEEKS}週?の?(?:[{WEEKDAYS}]曜日?)?"
_NOTED_ITEM = rf"(?:{_ITEM}|{_WEEK}|[{WEEKDAYS}](?:曜日?)?|祝)"
_INLINE_ITEM = f"(?:{_ITEM}|{_WEEKS}(?:週?の?[{WEEKDAYS}]曜日?|週))"
_END = (
    r"(?:は|を|も|の場合は|の日は)?(?:お?休み|休会|休館|休講|休止|除く|除き|除いて|のぞく|なし|行いません|開催しません|活動しません)"
    r"(?:ます|です|とします|となります|になります)?|以外(?:の日)?"
)
_MARK = "(?:ただし|但し|なお|※)?[、,]?"
_INLINE = re.compile(rf"{_MARK}(?P<items>{_INLINE_ITEM}(?:{_AND}{_INLINE_ITEM})*)(?:{_END})(?:の日?(?=[^日]))?")
_NOTED = re.compile(rf"{_MARK}(?P<items>{_NOTED_ITEM}(?:{_AND}?{_NOTED_ITEM})*)(?:{_END})[。]?")
_SHIFTED = re.compile(
    rf"{_MARK}(?:[{WEEKDAYS}]曜日?が)?(?:祝祭日|祝日|祭日)の(?:場合|とき|時)は(?:翌日|翌週|振替|変更|前日|前週).{{0,12}}"
)
TAKES_AWAY = re.compile("休|除|のぞ|なし|ません|以外")
_ITEM_ALONE = re.compile(_NOTED_ITEM)
_LISTED_BEFORE = re.compile(
    rf"(?:[{WEEKDAYS}祝](?:曜?日?)(?P<sep>{_AND})[{WEEKDAYS}](?:曜日?)?(?P=sep)|[{WEEKDAYS}](?:曜日?)?(?:[・や]|と|及び|および))$"
)
_ABOUT_DAYS = re.compile(
    rf"[0-9{'〇一二三四五六七八九十'}](?:時|分|日|月|週|回|:)|曜|第[0-9一二三四五]|毎[日週月年]|隔[週月]|祝|除|平日|土日|翌"
    rf"|休(?:み|会|館|止|講|日)|午前|午後|夜|朝|年末|年始|盆|不定期|前日|以外|[{WEEKDAYS}][・~]|^[{WEEKDAYS}]+$"
)
_WEATHER = re.compile(r"(?:小雨|雨天|荒天|雨)[^0-9]{0,30}")
_NEW_YEAR = ((12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3))
_BON = ((8, 13), (8, 14), (8, 15), (8, 16))


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The days on which something never takes place; weekdays and weeks are to be taken out of its patterns.

    weeks: (week of the month, weekday or -1 for all of that week) pairs.
    """

    holidays: bool = False
    months: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    weekdays: tuple[int, ...] = ()
    weeks: tuple[tuple[int, int], ...] = ()


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
        found.append(match[0].removesuffix("の"))
        position = match.end()
    return "".join((*rest, text[position:])), tuple(found)


def read_exception(note: str) -> Exceptions | None:
    """What a compact note takes away (祝日を除く, 8月は休み, 第5土曜は休み); None if it is not an exception."""
    if _SHIFTED.fullmatch(note):
        return Exceptions(holidays=True)
    match = _NOTED.fullmatch(note)
    if match is None:
        return None
    taken = [_read_item(item[0]) for item in _ITEM_ALONE.finditer(match["items"])]
    known = [item for item in taken if item is not None]
    return _joined(known) if len(known) == len(taken) else None


def is_plain_remark(note: str) -> bool:
    """Whether a compact note says nothing about days or times, save what happens when it rains."""
    return bool(_WEATHER.fullmatch(note)) or not _ABOUT_DAYS.search(note)


def _joined(items: list[Exceptions]) -> Exceptions:
    """All the items' exceptions as one."""
    return Exceptions(
        any(item.holidays for item in items),
        tuple(sorted({month for item in items for month in item.months})),
        tuple(sorted({day for item in items for day in item.days})),
        tuple(sorted({weekday for item in items for weekday in item.weekdays})),
        tuple(sorted({week for item in items for week in item.weeks})),
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
