"""Dates as people in Japan write them, and back."""

import calendar
import re
from datetime import date
from functools import lru_cache

from generator.japanese.eras import Era, era_named, eras_between, name_year, western_year
from generator.japanese.text import compact, kanji_number
from generator.japanese.unclear import Unclear, too_long

WEEKDAYS = "月火水木金土日"
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EXAMPLE = "2026-12-05"
_EXAMPLE_YEAR = 2026

KANJI_DIGITS = "〇一二三四五六七八九十"
NUMBER = f"(?:[0-9]{{1,2}}|[{KANJI_DIGITS}]{{1,3}})"
_ERA = "明治|大正|昭和|平成|令和|[mtshr明大昭平令]"
_ERA_YEAR = f"元|[0-9]{{1,3}}|[{KANJI_DIGITS}]{{1,3}}"
_YEAR = f"[0-9]{{4}}|[{KANJI_DIGITS}百千]{{4,8}}"
_OTHER_YEAR = f"(?P<other_era>{_ERA})?(?P<other_year>元|[0-9]{{1,4}})年?"
_YEAR_PART = (
    rf"(?:(?P<era>{_ERA})\.?(?P<era_year>{_ERA_YEAR})|(?:西暦)?(?P<year>{_YEAR}))"
    rf"(?P<after_year>年|[./-])(?:\({_OTHER_YEAR}\))?"
)
_HOLIDAY = "(?:振替休日|祝日|休日|祝|休)"
_WEEKDAY = (
    rf"(?:\((?P<weekday>[{WEEKDAYS}](?:曜日?)?|(?:{'|'.join(_ENGLISH_WEEKDAYS)})[a-z]{{0,6}}\.?)"
    rf"(?:[・,、/]?{_HOLIDAY})?\)|(?P<bare_weekday>[{WEEKDAYS}])(?:曜日?)?)?"
)
DATE = rf"(?:{_YEAR_PART})?(?P<month>{NUMBER})(?P<after_month>月|[./-])(?P<day>{NUMBER})日?{_WEEKDAY}"
_TAIL = rf"(?:\(?(?:{_HOLIDAY}|(?:当日)?消印有効|必着|厳守|まで|迄|締切|締め切り|〆切)\)?)*"
_WHOLE_DATE = re.compile(DATE + _TAIL)
_SOME_DATE = re.compile(DATE)
_BASIC = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_FOUNDING_TAIL = re.compile(
    r"(?:\(?(?:活動開始|設立|発足|創立|結成|創設|開設|開始|設置|創部|頃|ごろ|ころ|から|より|に|~)\)?)+$"
)
_PARTIAL = re.compile(
    rf"(?:(?P<era>{_ERA})\.?(?P<era_year>{_ERA_YEAR})|(?:西暦)?(?P<year>{_YEAR}))(?P<after_year>年|[./-]|$)"
    rf"(?:\({_OTHER_YEAR}\))?(?:(?P<month>{NUMBER})月?)?"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "weekdays": WEEKDAYS,
    "english_weekdays": _ENGLISH_WEEKDAYS,
    "example": _EXAMPLE,
    "example_year": _EXAMPLE_YEAR,
    "whole_date": _WHOLE_DATE,
    "some_date": _SOME_DATE,
    "basic": _BASIC,
    "founding_tail": _FOUNDING_TAIL,
    "partial": _PARTIAL,
}
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def number(digits: str) -> int:
    """The value of digits that a `NUMBER` pattern matched; -1 for a numeral that has none."""
    return 1 if digits == "元" else int(digits) if digits.isascii() else _or_minus_one(kanji_number(digits))


def _or_minus_one(value: int | None) -> int:
    return -1 if value is None else value


def parse_date(text: str, *, year: int | None = None) -> date | Unclear:
    """The day a text names (2026年12月5日（土）, R8.12.5, …); a day without a year only where `year` is given.

    Rules: too-long, date, date-without-year, impossible-date, impossible-era, weekday-mismatch.
    """
    refused = too_long(text)
    if refused:
        return refused
    plain = compact(text)
    if basic := _BASIC.fullmatch(plain):
        return _real_date(int(basic["year"]), int(basic["month"]), int(basic["day"]), text)
    match = _WHOLE_DATE.fullmatch(plain)
    if match is None:
        return Unclear("date", text, _complete(text, plain, year))
    return read_date(match, text, year)


def _complete(text: str, plain: str, year: int | None) -> str:
    """A whole date nearest to something that is not one: the first day of its month, or the first day it names."""
    months_first = f"{text.strip()}1日"
    if plain.endswith("月") and _WHOLE_DATE.fullmatch(f"{plain}1日"):
        return months_first
    clear = (m for m in _SOME_DATE.finditer(plain) if m["after_month"] == "月" or m["after_year"])
    match = next(clear, None)
    found = read_date(match, match[0], year) if match else None
    if isinstance(found, date):
        return found.isoformat()
    return found.suggestion if found else _EXAMPLE


def read_date(match: re.Match[str], text: str, year: int | None) -> date | Unclear:
    """The day of a match of `DATE`, checked against the calendar, its era and its weekday."""
    month, day = number(match["month"]), number(match["day"])
    written = _written_year(match)
    if written is None and match["after_month"] == ".":
        return Unclear("date", text, _EXAMPLE)
    if written is None and year is None:
        return _without_year(match, month, day, text)
    found = _real_date(written if written is not None else year or 0, month, day, text)
    if isinstance(found, Unclear):
        return found
    return _wrong_era(match, found, text) or _wrong_weekday(match, found, text) or found


def _written_year(match: re.Match[str]) -> int | None:
    """The common-calendar year a match writes, if it writes one."""
    if match["year"]:
        return number(match["year"])
    return western_year(era_named(match["era"]), number(match["era_year"])) if match["era"] else None


def _real_date(year: int, month: int, day: int, text: str) -> date | Unclear:
    """The day, or the nearest real one as a suggestion."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return Unclear("impossible-date", text, _EXAMPLE)
    last = calendar.monthrange(year, month)[1]
    if 1 <= day <= last:
        return date(year, month, day)
    return Unclear("impossible-date", text, date(year, month, min(max(day, 1), last)).isoformat())


def _without_year(match: re.Match[str], month: int, day: int, text: str) -> Unclear:
    """The refusal of a day without a year, suggesting a year in which its weekday fits."""
    weekday = _weekday(match)
    leap_year = 2028
    impossible = _real_date(leap_year, month, day, text)
    if isinstance(impossible, Unclear):
        # The suggestion must be complete in itself, so it carries a year of its own.
        return impossible
    years = (y for y in range(_EXAMPLE_YEAR, _EXAMPLE_YEAR + 29) if (month, day) != (2, 29) or y % 4 == 0)
    fitting = (y for y in years if weekday in (None, date(y, month, day).weekday()))
    return Unclear("date-without-year", text, f"{next(fitting)}年{month}月{day}日")


def _wrong_era(match: re.Match[str], found: date, text: str) -> Unclear | None:
    """The refusal of a day that its era does not have, or of two years that contradict each other."""
    if match["era"]:
        era = era_named(match["era"])
        if not era.first <= found <= era.last:
            right = f"{era_year(found)}{found.month}月{found.day}日"
            return Unclear("impossible-era", text, right, (("era", era.name), ("right", era_year(found))))
    other = _other_year(match)
    if other is not None and other != found.year:
        return Unclear("impossible-era", text, found.isoformat(), (("right", era_year(found)),))
    return None


def _other_year(match: re.Match[str]) -> int | None:
    """The common-calendar year noted in brackets beside the first one, if any."""
    if not match["other_year"]:
        return None
    count = number(match["other_year"])
    return western_year(era_named(match["other_era"]), count) if match["other_era"] else count


def _weekday(match: re.Match[str]) -> int | None:
    """The weekday a match notes, 0 = Monday."""
    noted = match["weekday"] or match["bare_weekday"]
    if not noted:
        return None
    return WEEKDAYS.index(noted[0]) if noted[0] in WEEKDAYS else _ENGLISH_WEEKDAYS.index(noted[:3])


def _wrong_weekday(match: re.Match[str], found: date, text: str) -> Unclear | None:
    """The refusal of a day that is not the weekday noted beside it."""
    noted = _weekday(match)
    if noted is None or noted == found.weekday():
        return None
    facts = (("date", found.isoformat()), ("weekday", weekday_name(found)), ("written", WEEKDAYS[noted]))
    return Unclear("weekday-mismatch", text, show_date(found), facts)


def parse_partial_date(text: str) -> str | Unclear:
    """A year, month or day as "2004", "2004-04" or "2004-04-01", from 平成16年4月, 2004年, 昭和53年頃発足, …

    Rules: those of `parse_date`, save that a missing month or day is no mistake.
    """
    refused = too_long(text)
    if refused:
        return refused
    plain = _FOUNDING_TAIL.sub("", compact(text))
    whole = parse_date(plain)
    if isinstance(whole, date):
        return whole.isoformat()
    if whole.rule in ("impossible-date", "impossible-era", "weekday-mismatch"):
        return Unclear(whole.rule, text, whole.suggestion, whole.facts)
    match = _PARTIAL.fullmatch(plain)
    if match is None:
        return Unclear("date", text, _start_of(plain))
    return _read_partial(match, text)


def _start_of(plain: str) -> str:
    """The longest understood beginning of a vague date (平成16年度, 2004年春), or an example."""
    match = _PARTIAL.match(plain)
    return match[0] if match and match["after_year"] == "年" and match["month"] is None else "2004年4月"


def _read_partial(match: re.Match[str], text: str) -> str | Unclear:
    """The year, and the month if there is one, of a match of `_PARTIAL`."""
    year = _written_year(match)
    month = number(match["month"]) if match["month"] else None
    if year is None or not 1000 <= year <= 9999 or not (month is None or 1 <= month <= 12):
        return Unclear("impossible-date", text, "2004年4月")
    first, last = _span(year, month)
    era = era_named(match["era"]) if match["era"] else None
    fits = era is None or (era.first <= last and first <= era.last)
    if not fits or _other_year(match) not in (None, year):
        right = f"{'・'.join(_era_years(first, last)) or f'{year}年'}{f'{month}月' if month else ''}"
        return Unclear("impossible-era", text, right.partition("・")[0], (("right", right),))
    return f"{year:04}" if month is None else f"{year:04}-{month:02}"


def _span(year: int, month: int | None = None) -> tuple[date, date]:
    """The first and last day of a year or of one of its months."""
    last = month or 12
    return date(year, month or 1, 1), date(year, last, calendar.monthrange(year, last)[1])


def _era_years(first: date, last: date) -> tuple[str, ...]:
    return tuple(name_year(era, first.year) for era in eras_between(first, last))


def era_year(day: date) -> str:
    """The day's year as its era counts it: 令和8年, 令和元年; before 明治 the common year."""
    found: tuple[Era, ...] = eras_between(day, day)
    return name_year(found[0], day.year) if found else f"{day.year}年"


def weekday_name(day: date) -> str:
    """The day's weekday in one character: 土."""
    return WEEKDAYS[day.weekday()]


def show_date(day: date) -> str:
    """2026年12月5日（土）."""
    return f"{day.year}年{day.month}月{day.day}日（{weekday_name(day)}）"


def show_date_with_era(day: date) -> str:
    """2026年（令和8年）12月5日（土）."""
    return f"{day.year}年（{era_year(day)}）{day.month}月{day.day}日（{weekday_name(day)}）"


def is_later(one: str, other: str) -> bool:
    """Whether an ISO date surely lies after another; of either, month or day may be missing ("2026", "2026-04")."""
    known = min(len(one), len(other))
    return one[:known] > other[:known]


@lru_cache(maxsize=4096)
def span_of_partial_date(iso: str) -> tuple[date, date]:
    """The first and the last day that "2004", "2004-04" or "2004-04-01" may mean."""
    year, *rest = (int(part) for part in iso.split("-"))
    return (date.fromisoformat(iso),) * 2 if len(rest) > 1 else _span(year, *rest)


@lru_cache(maxsize=4096)
def show_partial_date(iso: str) -> str:
    """2004年（平成16年）4月 from "2004-04"; a year of two eras names both; what is no such date comes back as it is."""
    match = _ISO.fullmatch(iso)
    whole = parse_partial_date(iso)
    if match is None or isinstance(whole, Unclear):
        return iso
    year, month, day = (int(part) if part else None for part in match.groups())
    eras = "・".join(_era_years(*span_of_partial_date(iso)))
    tail = (f"{month}月" if month else "") + (f"{day}日" if day else "")
    return f"{year}年{f'（{eras}）' if eras else ''}{tail}"
