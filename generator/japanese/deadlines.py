"""Until when something is taken in: a day, or at any time (随時)."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from generator.japanese.application_points import Point, application_days
from generator.japanese.dates import WEEKDAYS, parse_date
from generator.japanese.text import compact, key
from generator.japanese.unclear import Unclear

# Later than any day: what is open at any time is never over, and comes last in the order of its days.
ALWAYS = date.max
ALWAYS_WORDS = ("随時", "always", "随時受付", "通年", "通年受付", "常時", "常時受付", "いつでも", "年間を通じて")
_ALWAYS = frozenset(map(key, ALWAYS_WORDS))
CLOSING_RULES: Final = {"arrived": "必着", "postmarked": "消印有効"}
_EXAMPLE: Final = "2027-01-15"
# 申込締切日：, 応募期限 before a day say what the field says.
_HEADING: Final = re.compile(
    r"[\[【(■▽・※]*(?:お?申し?込み?|応募|受け?付け?|申請|参加)?(?:受付)?の?(?:締め?切り?|〆切り?|期限)日?[】:は ]*"
)
# Words by which something is open until nobody knows when.
_OPEN_ENDED: Final = re.compile("随時|通年|常時|いつでも|次第")
_END_OF_MONTH: Final = re.compile(
    "(?P<year>(?:令和)?[0-9]{1,2}|[0-9]{4})年(?:(?P<fiscal>度末)|(?P<month>[0-9]{1,2})月(?:の?末日?|いっぱい))"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"always": _ALWAYS, "last": ALWAYS, "example": _EXAMPLE, "heading": _HEADING, "rules": CLOSING_RULES}
SHARED |= {"open_ended": _OPEN_ENDED, "open_word": ALWAYS_WORDS[0], "end_of_month": _END_OF_MONTH}


def parse_deadline(text: str) -> date | Unclear:
    """The last day, or ALWAYS. Rules: those of `parse_closing`."""
    if key(text) in _ALWAYS:
        return ALWAYS
    found = parse_closing(text)
    if isinstance(found, Unclear) and found.rule == "date" and _OPEN_ENDED.search(compact(text)):
        return Unclear("date", text, ALWAYS_WORDS[0])
    return found


def parse_closing(text: str) -> date | Unclear:
    """The last day on which something is taken in: 2027年1月15日（金）必着, 申込締切：2027-01-15.

    A text that says more is refused, with the day that it names for applying and no other. Rules: those of
    `parse_date`.
    """
    plain = compact(text)
    if sum(words in plain for words in CLOSING_RULES.values()) > 1:
        return Unclear("closing-rule", text)
    found = parse_date(text)
    if found == ALWAYS:
        return Unclear("date", text, _EXAMPLE)
    if not isinstance(found, Unclear) or found.rule != "date":
        return found
    heading = _HEADING.match(plain)
    alone = parse_date(plain[heading.end() :]) if heading else found
    if not isinstance(alone, Unclear):
        return alone
    if end := _END_OF_MONTH.search(plain):
        return _last_of_month(end, text)
    days = application_days(text)
    return days if isinstance(days, Unclear) else _nearest(days[1], text)


def _last_of_month(match: re.Match[str], text: str) -> Unclear:
    """The refusal of 2月末日 and 年度末, with the day that is meant."""
    first = parse_date(f"{match['year']}年{'4' if match['fiscal'] else match['month']}月1日")
    if isinstance(first, Unclear):
        return Unclear(first.rule, text, first.suggestion, first.facts)
    if match["fiscal"]:
        return Unclear("date", text, date(first.year + 1, 3, 31).isoformat())
    return Unclear("date", text, first.replace(day=monthrange(first.year, first.month)[1]).isoformat())


def _nearest(closes: Point | None, text: str) -> Unclear:
    """The refusal of a text, with the last day that it names as it would be understood."""
    if closes is None or not closes.month:
        return Unclear("date", text, _EXAMPLE)
    weekday = f"（{WEEKDAYS[closes.weekday]}）" if closes.weekday >= 0 else ""
    year = f"{closes.year}年" if closes.year else ""
    found = parse_date(f"{year}{closes.month}月{closes.day}日{weekday}")
    if isinstance(found, Unclear):
        return Unclear(found.rule, text, found.suggestion, found.facts)
    return Unclear("date", text, found.isoformat())


def closing_rule(text: str) -> str:
    """What has to have happened on the last day, "arrived" or "postmarked", if a text says one of them."""
    plain = compact(text)
    found = [name for name, words in CLOSING_RULES.items() if words in plain]
    return found[0] if len(found) == 1 else ""


def show_deadline(day: date) -> str:
    """A deadline as profiles write it: 2027-01-15, 随時."""
    return ALWAYS_WORDS[0] if day == ALWAYS else day.isoformat()
