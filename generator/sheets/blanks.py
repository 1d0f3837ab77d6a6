"""What stands in a cell without being a value: a dash for nothing, the number Excel keeps a day as, its own heading."""

import re
from datetime import date, timedelta

from generator.japanese.text import key, narrow
from generator.models.types import (
    DAYS,
    Clock,
    CorporateNumber,
    Count,
    Decimal,
    Email,
    PhoneNumber,
    Url,
    Yen,
)
from generator.sheets.columns import Column
from generator.sheets.grid import SINCE_1900

_DASHES = re.compile(r"[-‐―—–ー−~〜_/／・.…*＊※\s]+")
_FREE = frozenset(map(key, ["なし", "無し", "無", "ナシ"]))
_UNKNOWN = "特になし 特に無し 該当なし 未定 不明 未記入 未入力 空欄 非公開 非公表 null none n/a #n/a na"
_NOTHING = _FREE | frozenset(map(key, _UNKNOWN.split()))
# Fields of plain text in which なし says that there is none; in others (条件, 補足) it is a word for readers.
_NAMING = frozenset(["aliases", "name_en", "place", "address", "phone_hours", "part_of", "number"])
_TYPED = (*DAYS, Clock, PhoneNumber, Email, Url, CorporateNumber, Decimal)
_AMOUNTS = frozenset(["total", "capacity", "number"])
_DAY_NUMBER = re.compile(r"[2-6][0-9]{4}(?:\.0+)?")
_TIME_NUMBER = re.compile(r"0?\.[0-9]{2,17}")
_MINUTES = 24 * 60


def is_nothing(column: Column, text: str) -> bool:
    """Whether a cell says that there is nothing to say: -, なし, 未定, or 0 where none of something is no fact."""
    if is_dash(text):
        return True
    if column.field in _AMOUNTS and narrow(text) in ("0", "0人", "0名"):
        return True
    word = key(text)
    if column.is_a(Yen):
        return word in _NOTHING - _FREE
    return word in _NOTHING and (any(map(column.is_a, _TYPED)) or column.is_a(Count) or column.field in _NAMING)


def is_dash(text: str) -> bool:
    """Whether a cell holds no more than a stroke or dots where nothing was to be written."""
    return bool(_DASHES.fullmatch(text))


def says_none(text: str) -> bool:
    """Whether a cell says in a word that there is nothing, or that nobody knows."""
    return key(text) in _NOTHING


def day_by_number(text: str, since: date = SINCE_1900) -> str:
    """The day that Excel keeps as this number (46357 → 2026-12-01), counted from `since`; empty for other texts."""
    plain = narrow(text)
    if not _DAY_NUMBER.fullmatch(plain):
        return ""
    return (since + timedelta(days=int(plain.partition(".")[0]))).isoformat()


def time_by_number(text: str) -> str:
    """The time of day that Excel keeps as this part of a day (0.75 → 18:00); empty for any other text."""
    plain = narrow(text)
    if not _TIME_NUMBER.fullmatch(plain):
        return ""
    minutes = round(float(plain) * _MINUTES)
    return f"{minutes // 60:02}:{minutes % 60:02}" if minutes < _MINUTES else ""


def unlabelled(text: str, labels: tuple[str, ...]) -> str:
    """A cell without its own heading before the value: 法人番号8000012010038, 団体名：川の会."""
    for label in sorted(filter(None, labels), key=len, reverse=True):
        rest = text.removeprefix(label)
        if rest == text:
            continue
        behind = rest.lstrip(" 　")
        if behind[:1] in (":", "："):
            return behind[1:].strip()
        if narrow(behind)[:1].isdigit():
            return behind.strip()
    return text
