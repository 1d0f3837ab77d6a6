"""The days that a text names for applying: from when, until when, so many days before what one applies for.

A day that is named for something else (results, payment, days off, what is sent to those who applied) is none of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final

from generator.japanese.dates import DATE, NUMBER, WEEKDAYS, number, parse_date, read_date
from generator.japanese.text import compact
from generator.japanese.times import parse_time
from generator.japanese.unclear import Unclear, too_long

CLOCK = r"(?:午前|午後|朝|夕方?|夜)?(?:[0-9]{1,2}(?::[0-9]{2}|時(?:半|[0-9]{1,2}分)?)|正午)"
OPENS, CLOSES = "opens", "closes"
# A year that has every day; for days that are written without one.
_LEAP: Final = 2028
_POINT: Final = re.compile(
    rf"(?P<date>{DATE})|(?P<before>(?P<count>{NUMBER})(?P<unit>日|週間?|[かヶケカ箇ヵ]月)前(?!後))"
    r"|(?P<month_before>前月(?P<month_day>[0-9]{1,2})日)|(?P<eve>前日)|(?P<same>当日(?!消印|に))"
    rf"|(?P<short>[0-9]{{1,2}})日(?:\([{WEEKDAYS}](?:曜日?)?\))?"
)
# What may stand between a day and the word that says what it is.
_BETWEEN: Final = re.compile(
    rf"(?:\)?[(※]?(?:\(?(?:祝日?|休日)\)?|(?:当日)?消印有効|必着)\)?|の?(?P<at>{CLOCK})|\)|※)*"
)
_FROM: Final = re.compile("から|より|~|-|以降")
_UNTIL: Final = re.compile(r"まで|迄|[〆締](?:め?切)|$|\]|です|必着|\(はがき|\(往復|※")
_CLOSING_WORD: Final = re.compile(r"(?:締め?切り?日?|〆切日?|期限日?)[:は 】]?(?:は|まで)?$")
_BEGUN: Final = re.compile("(?:から|~)$")
_YEAR_BEFORE: Final = re.compile(r"(?P<year>[0-9]{4})年\)$")
_DIGITS: Final = re.compile("[0-9/.-]$")
_OTHER_BEFORE: Final = re.compile(
    "(?:結果[はをも]?|抽選[しは日後]+[、は]?|当選者?|発表予定日?|外れた場合のみ|多数の場合は、?|除く|[0-9]月の[^、。]{1,12}は)"
    "[^、。]{0,4}$"
)
_OTHER_BEHIND: Final = re.compile(
    "を除く|以降、?全|朝?に抽選|公民館に掲示|(?:まで)?に?、?[^。、]{0,40}?(?:結果|当選|通知|発送|支払|読んで|メンテナンス"
    "|(?:送|連絡|返信|郵送)(?:し|り|いた)[まし]|お越し|完了し|受け取|発表|掲示)"
)
# What is for some of those who apply, or differs from part to part.
_FOR_SOME: Final = re.compile(
    "(?:手話|通訳|保育|託児)[^。]{0,6}希望|第?[1-9][回期次][^。]{0,60}第?[1-9][回期次]|手話通訳|月の[^、。]{1,12}は[^。]{3,60}月の[^、。]{1,12}は"
)
_WISHED: Final = re.compile("(?P<what>[^、。]{0,4})を(?:ご)?希望(?:の|する|される)方")
_TO_TAKE_PART: Final = re.compile("(?:参加|見学|申込)$")
# Said behind the last day: days off (月曜日を除く), not what has to have happened.
_DAYS_OFF: Final = re.compile(r"まで\((?![^)]*(?:必着|消印|抽選|先着))[^)]*\)?")
_SENTENCES: Final = re.compile("[。\n※]")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "leap": _LEAP,
    "point": _POINT,
    "between": _BETWEEN,
    "from_here": _FROM,
    "until": _UNTIL,
    "closing_word": _CLOSING_WORD,
    "begun": _BEGUN,
    "year_before": _YEAR_BEFORE,
    "digits": _DIGITS,
    "other_before": _OTHER_BEFORE,
    "other_behind": _OTHER_BEHIND,
    "for_some": _FOR_SOME,
    "wished": _WISHED,
    "to_take_part": _TO_TAKE_PART,
    "days_off": _DAYS_OFF,
    "sentences": _SENTENCES,
}


@dataclass(frozen=True, slots=True)
class Point:
    """A day as far as a text names it, and a time on it.

    year, month: 0 where not written. weekday: as written, Monday 0; -1 where not. ahead, unit: so many 日, 週, 月
    before the day that one applies for (0 日: that day itself; with `day`, that day of the month before); -1 for a day
    of the calendar.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    ahead: int = -1
    unit: str = ""
    at: time | None = None

    def day_near(self, near: date) -> date | None:
        """The day itself; without a year the last such day not after `near`; None if its weekday does not fit."""
        if self.ahead >= 0 or not (self.month and self.day):
            return None
        for year in (self.year,) if self.year else (near.year, near.year - 1):
            found = parse_date(f"{year}-{self.month}-{self.day}")
            if isinstance(found, date) and (self.year or found <= near):
                return found if self.weekday in (-1, found.weekday()) else None
        return None


def application_days(text: str) -> tuple[Point | None, Point | None] | Unclear:
    """The first and the last day of applying that a text names; None where it names none, or several.

    Rules: too-long, and those of a day that the calendar does not have.
    """
    refused = too_long(text)
    if refused:
        return refused
    sentences = [compact(part) for part in _SENTENCES.split(text)]
    said = [each for plain in sentences if not _is_for_some(plain) for each in _points(plain, text)]
    wrong = next((point for _, point in said if isinstance(point, Unclear)), None)
    return wrong or (_only(said, OPENS), _only(said, CLOSES))


def _only(said: list[tuple[str, Point | Unclear]], role: str) -> Point | None:
    found = [point for name, point in said if name == role and isinstance(point, Point)]
    days = {(point.month, point.day, point.ahead, point.unit) for point in found}
    years = {point.year for point in found if point.year}
    return max(found, key=_told) if len(days) == 1 and len(years) < 2 else None


def _told(point: Point) -> tuple[bool, bool, bool]:
    """How much is told of a day: of two that may be one, the better told is meant."""
    return point.year > 0, point.at is not None, point.weekday >= 0


def _is_for_some(plain: str) -> bool:
    if _FOR_SOME.search(plain):
        return True
    return any(not _TO_TAKE_PART.search(match["what"]) for match in _WISHED.finditer(plain))


def _points(plain: str, text: str) -> Iterator[tuple[str, Point | Unclear]]:
    """Each day that is named for applying, with what it is: OPENS or CLOSES."""
    last: Point | None = None
    begun, end = False, 0
    plain = _DAYS_OFF.sub("まで", plain)
    for match in _POINT.finditer(plain):
        before, after_first = plain[end : match.start()], begun
        link = _BETWEEN.match(plain, match.end())
        behind = plain[link.end() if link else match.end() :]
        end, begun = match.end(), bool(_FROM.match(behind))
        if _OTHER_BEFORE.search(before) or _OTHER_BEHIND.match(behind):
            continue
        point = _point(match, plain, text, last)
        has_rule = bool(link and ("必着" in link[0] or "消印" in link[0]))
        role = _role(before, behind, after_first or has_rule)
        if isinstance(point, Point):
            last = point
            if role:
                yield role, _at(point, link["at"] if link else None)
        elif point is not None:
            yield CLOSES, point


def _role(before: str, behind: str, is_last: bool) -> str:
    """What a day is for: the words before it say so, or those behind it; `is_last` if its place or its rule does."""
    if _CLOSING_WORD.search(before):
        return CLOSES
    if _FROM.match(behind):
        return OPENS
    return CLOSES if is_last or _UNTIL.match(behind) or _BEGUN.search(before) else ""


def _at(point: Point, clock: str | None) -> Point:
    found = parse_time(clock) if clock else None
    return replace(point, at=found) if isinstance(found, time) else point


def _point(match: re.Match[str], plain: str, text: str, last: Point | None) -> Point | Unclear | None:
    """The day of a match; None for digits that are no day, or a day of a month that nobody names."""
    if match["date"]:
        return _dated(match, plain, text) if _is_day(match, plain) else None
    if match["before"]:
        unit = match["unit"][0]
        return Point(ahead=number(match["count"]), unit=unit if unit in "日週" else "月")
    if match["month_before"]:
        return Point(day=int(match["month_day"]), ahead=1, unit="月")
    if match["short"] is None:
        return Point(ahead=1 if match["eve"] else 0, unit="日")
    # 1月15日から24日まで: the second day lies in the month of the first.
    known = last is not None and last.month and not _DIGITS.search(plain[: match.start()])
    return replace(last, day=int(match["short"]), weekday=-1, at=None) if last and known else None


def _is_day(match: re.Match[str], plain: str) -> bool:
    """Whether it is a day and not a piece of a telephone or house number, or a day cut off (8月13)."""
    if match["after_month"] == "月":
        return "日" in match["date"].split("月")[1] or match.end() < len(plain)
    if _DIGITS.search(plain[: match.start()]) or plain[match.end() : match.end() + 1].isdecimal():
        return False
    return _has_year(match) or match["after_month"] == "/"


def _dated(match: re.Match[str], plain: str, text: str) -> Point | Unclear:
    written = _YEAR_BEFORE.search(plain[: match.start()])
    year = int(written["year"]) if written else None
    whole = year is not None or _has_year(match)
    found = read_date(match, text, year if whole else _LEAP)
    if isinstance(found, Unclear) and (whole or found.rule != "weekday-mismatch"):
        return found
    weekday = (match["weekday"] or match["bare_weekday"] or " ")[0]
    return Point(
        year=found.year if isinstance(found, date) and whole else 0,
        month=number(match["month"]),
        day=number(match["day"]),
        weekday=WEEKDAYS.find(weekday),
    )


def _has_year(match: re.Match[str]) -> bool:
    return bool(match["year"] or match["era"])
