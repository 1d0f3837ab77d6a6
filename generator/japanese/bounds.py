"""How many years or people a condition asks for, at least or at most: 3年以上, 5年以内, １０名以上."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.japanese.text import compact, kanji_number
from generator.japanese.unclear import Unclear, too_long

_NUMBER = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|[一二三四五六七八九十百千]{1,7})"
_YEARS = rf"(?:活動|活動年数|活動歴|活動期間|設立後|設立から|設立|満)?満?{_NUMBER}(?:[かカヵヶケ箇]?年間?)?"
_PEOPLE = rf"(?:会員数?|構成員数?|メンバー)?[がは]?{_NUMBER}[人名]?"
_AT_LEAST, _AT_MOST = "以上(?:の団体|であること)?", "(?:以内|以下|まで)(?:の団体|であること)?"
_YEARS_LEAST, _YEARS_MOST = re.compile(f"{_YEARS}(?:{_AT_LEAST})?"), re.compile(f"{_YEARS}(?:{_AT_MOST})?")
_MEMBERS_LEAST = re.compile(f"{_PEOPLE}(?:{_AT_LEAST})?")
# What is the other side of a bound, and both of them in one: 1年以上3年以内.
_ONLY_LEAST, _ONLY_MOST = re.compile(f"{_YEARS}{_AT_LEAST}"), re.compile(f"{_YEARS}{_AT_MOST}")
_BOTH = re.compile(r"(?P<least>[^~、]{1,20}以上)[~、で]?(?P<most>[^~、]{2,20})")
_AS_YEARS, _AS_YEARS_MOST, _AS_MEMBERS = "3年以上", "5年以内", "10人以上"
# Where what is said of the other side belongs: its label, and its key.
_TO_MOST = {"other": "活動年数の上限", "other_name": "years_most"}
_TO_LEAST = {"other": "活動年数", "other_name": "years"}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "years_least": _YEARS_LEAST,
    "years_most": _YEARS_MOST,
    "members_least": _MEMBERS_LEAST,
    "only_least": _ONLY_LEAST,
    "only_most": _ONLY_MOST,
    "as_years": _AS_YEARS,
    "as_years_most": _AS_YEARS_MOST,
    "as_members": _AS_MEMBERS,
    "to_most": _TO_MOST,
    "to_least": _TO_LEAST,
}


def parse_years_least(text: str) -> int | Unclear:
    """How many years at least: 3, 3年, 満３年以上. Rules: too-long, bound-turned, bound."""
    return _bound(text, _YEARS_LEAST, _AS_YEARS, _Other(_ONLY_MOST, _TO_MOST))


def parse_years_most(text: str) -> int | Unclear:
    """How many years at most: 5, 5年, 五年以内, 5年まで. Rules: too-long, bound-turned, bound."""
    return _bound(text, _YEARS_MOST, _AS_YEARS_MOST, _Other(_ONLY_LEAST, _TO_LEAST))


def parse_members_least(text: str) -> int | Unclear:
    """How many people at least: 10, 10人, １０名以上. Rules: too-long, bound."""
    return _bound(text, _MEMBERS_LEAST, _AS_MEMBERS)


class _Other(NamedTuple):
    """What a text of the other side looks like, and where that belongs."""

    pattern: re.Pattern[str]
    facts: Mapping[str, str]


def _bound(text: str, wanted: re.Pattern[str], like: str, other: _Other | None = None) -> int | Unclear:
    refused = too_long(text)
    if refused:
        return refused
    plain = compact(text)
    match = wanted.fullmatch(plain)
    number = kanji_number(match["number"].replace(",", "")) if match else None
    if number is not None:
        return number
    if other and other.pattern.fullmatch(plain):
        return Unclear("bound-turned", text, text.strip(), tuple(other.facts.items()))
    return Unclear("bound", text, like)


def years_apart(text: str) -> tuple[str, str]:
    """A text about years as what it says at least and at most, each empty where it says nothing that is sure.

    1年以上3年以内 says both, 5年以内 the second alone.
    """
    plain = compact(text[:80])
    both = _BOTH.fullmatch(plain)
    if both and _ONLY_LEAST.fullmatch(both["least"]) and _ONLY_MOST.fullmatch(both["most"]):
        return both["least"], both["most"]
    return ("", plain) if _ONLY_MOST.fullmatch(plain) else (plain, "") if _YEARS_LEAST.fullmatch(plain) else ("", "")
