"""Until when something is taken in: a day, or at any time (随時)."""

import re
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
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"always": _ALWAYS, "last": ALWAYS, "example": _EXAMPLE, "heading": _HEADING, "rules": CLOSING_RULES}


def parse_deadline(text: str) -> date | Unclear:
    """The last day, or ALWAYS. Rules: those of `parse_closing`."""
    return ALWAYS if key(text) in _ALWAYS else parse_closing(text)


def parse_closing(text: str) -> date | Unclear:
    """The last day on which something is taken in: 2027年1月15日（金）必着, 申込締切：2027-01-15.

    A text that says more is refused, with the day that it names for applying and no other. Rules: those of
    `parse_date`.
    """
    found = parse_date(text)
    if not isinstance(found, Unclear) or found.rule != "date":
        return found
    plain = compact(text)
    heading = _HEADING.match(plain)
    alone = parse_date(plain[heading.end() :]) if heading else found
    if not isinstance(alone, Unclear):
        return alone
    days = application_days(text)
    return days if isinstance(days, Unclear) else _nearest(days[1], text)


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
