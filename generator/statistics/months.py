"""The figures of each month, kept as a small file in the project (`reports/2026-11.json`) and compared with the next.

A file holds counts alone, in one spelling, with a digest of them: a number that somebody changed by hand is found and
not compared with.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.statistics.figures import Figure

_NAME = re.compile(r"(20[0-9]{2}-(?:0[1-9]|1[0-2]))\.json")
_FIGURE = re.compile(r"[a-z][\w.:-]{0,99}")
_VERSION, _LARGEST, _MOST = 1, 200_000, 1_000_000_000


@dataclass(frozen=True, slots=True)
class Month:
    """The figures of one month (2026-11), by their names, as they stood on a day of it."""

    month: str
    day: date
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Unkept:
    """A month's file that cannot be used, and why, in Japanese."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The months that were kept, oldest first, and the files that cannot be used."""

    months: tuple[Month, ...] = ()
    wrong: tuple[Unkept, ...] = ()

    def before(self, month: str) -> Month | None:
        """The last month that was kept before another one."""
        return next((each for each in reversed(self.months) if each.month < month), None)


def month_of(day: date) -> str:
    """The month of a day, as files are named after it."""
    return f"{day:%Y-%m}"


def month_words(month: str) -> str:
    """2026年11月."""
    return f"{month[:4]}年{int(month[5:])}月"


def month_text(day: date, figures: Iterable[Figure]) -> bytes:
    """The file of a month, the same bytes for the same figures."""
    counts = {figure.name: figure.count for figure in figures}
    return _text({"hiroba": _VERSION, "month": month_of(day), "day": day.isoformat(), "counts": counts})


def month_file(reports: Path, month: str) -> Path:
    """Where the figures of a month are kept."""
    return reports / f"{month}.json"


def read_months(reports: Path) -> Kept:
    """Every month in the folder of the reports; never raises for what is in its files."""
    found = [_read(path) for path in sorted(reports.glob("*.json"))] if reports.is_dir() else []
    return Kept(
        tuple(each for each in found if isinstance(each, Month)),
        tuple(each for each in found if isinstance(each, Unkept)),
    )


def _read(path: Path) -> Month | Unkept:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return Unkept(path.name, "月の記録（2026-11.json など）ではないファイルです。")
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        return Unkept(path.name, f"開けません（{error.strerror or error}）。")
    told = parse_month(data)
    if isinstance(told, str):
        return Unkept(path.name, told)
    if told.month != named[1]:
        return Unkept(path.name, f"{told.month} の記録です。ファイルの名前が変えられたようです。")
    return told


def parse_month(data: bytes) -> Month | str:
    """The month in the bytes of a file, or in Japanese why there is none; never raises."""
    if len(data) > _LARGEST:
        return "大きすぎます。月の記録ではないようです。"
    try:
        saved = json.loads(data.decode("utf-8-sig"))
        month, day, counts = _month(saved)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "読み取れません。こわれているか、手で直されたようです。"
    if saved.get("digest") != _digest(counts) or month_of(day) != month:
        return "数が、書いたときと違います。手で直されたようです。"
    return Month(month, day, counts)


def _month(saved: Any) -> tuple[str, date, dict[str, int]]:
    """The parts of a file; ValueError, KeyError or TypeError for any other shape."""
    counts = saved["counts"]
    whole = {name: count for name, count in counts.items() if type(count) is int and 0 <= count <= _MOST}
    if saved["hiroba"] != _VERSION or len(whole) != len(counts) or not all(map(_FIGURE.fullmatch, whole)):
        raise ValueError(saved)
    return str(saved["month"]), date.fromisoformat(saved["day"]), whole


def _text(told: Mapping[str, Any]) -> bytes:
    whole = {**told, "digest": _digest(told["counts"])}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _digest(counts: Mapping[str, int]) -> str:
    return hashlib.sha256(json.dumps(counts, sort_keys=True).encode()).hexdigest()[:16]
