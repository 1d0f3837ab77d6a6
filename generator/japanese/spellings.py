"""Recurrences spelt in another way, GIF codes and English, put into the Japanese the grammar reads."""

import re

from generator.japanese.dates import WEEKDAYS
from generator.japanese.text import compact, narrow

GIF_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_GIF = re.compile(rf"((?:[0-7]+(?:{'|'.join(GIF_DAYS)}))+)(?=\s|$)", re.IGNORECASE)
_GIF_ITEM = re.compile(rf"([0-7]+)({'|'.join(GIF_DAYS)})", re.IGNORECASE)
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_ENGLISH = re.compile("(?:mon|tues?|wed|thu|fri|sat|sun|week|month|day)", re.IGNORECASE)
_DAYS = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), WEEKDAYS, strict=True))
_ORDINALS = {
    "1st": 1,
    "first": 1,
    "2nd": 2,
    "second": 2,
    "3rd": 3,
    "third": 3,
    "4th": 4,
    "fourth": 4,
    "5th": 5,
    "fifth": 5,
}
_TRANSLATIONS = (
    (re.compile(r"\b(?:(?:of|in) (?:the|each|every) month|monthly|every month)\b"), " "),
    (re.compile(r"\b(?:every day|daily)\b"), "毎日"),
    (re.compile(r"\b(?:every |on )?(?:weekdays|weekday)\b"), "平日"),
    (re.compile(r"\bevery other(?: week)?\b"), "隔週"),
    (re.compile(r"\b(?:every|weekly|each)\b"), "毎週"),
    (re.compile(r"\blast\b"), "最終"),
    (re.compile(r"\band\b"), "・"),
    (re.compile(r"(?<=曜) ?(?:to|through|until) ?(?=[月火水木金土日]曜)"), "~"),
    (re.compile(r"\b(?:on|from|at|the)\b"), " "),
)
_ENGLISH_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|day|sday|nesday|rsday|ursday|urday)?s?\b\.?")
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})\b")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "gif_days": GIF_DAYS,
    "gif": _GIF,
    "gif_item": _GIF_ITEM,
    "latin": _LATIN,
    "english": _ENGLISH,
    "days": _DAYS,
    "ordinals": _ORDINALS,
    "translations": _TRANSLATIONS,
    "english_day": _ENGLISH_DAY,
    "ordinal": _ORDINAL,
}


def in_japanese(text: str) -> str:
    """The text itself, or its Japanese if it begins with a GIF code (DS-441: 24Sa) or is English."""
    if not _LATIN.search(text):
        return text
    plain = narrow(text)
    code = _GIF.match(plain)
    if code:
        return _from_gif(code[1]) + " " + plain[code.end() :]
    return _from_english(compact(text)) if _ENGLISH.search(plain) else text


def _from_gif(code: str) -> str:
    """14Tu4Th as 第1・第4火曜、第4木曜."""
    days = {name.casefold(): WEEKDAYS[index] for index, name in enumerate(GIF_DAYS)}
    items = (f"{_weeks(weeks)}{days[day.casefold()]}曜" for weeks, day in _GIF_ITEM.findall(code))
    return "、".join(items)


def _weeks(digits: str) -> str:
    """The weeks of a GIF code; a mixture that makes no sense stays as digits and will not be understood."""
    if digits in ("0", "7"):
        return "毎週" if digits == "0" else "隔週"
    if "0" in digits or "7" in digits:
        return digits
    return "・".join("最終" if week == "6" else f"第{week}" for week in digits)


def _from_english(plain: str) -> str:
    """English day words as Japanese ones; other words stay, and will not be understood."""
    named = _ENGLISH_DAY.sub(lambda m: f"{_DAYS[m[1]]}曜", plain)
    named = _ORDINAL.sub(lambda m: f"第{_ORDINALS[m[1]]}", named)
    for english, japanese in _TRANSLATIONS:
        named = english.sub(japanese, named)
    return named
