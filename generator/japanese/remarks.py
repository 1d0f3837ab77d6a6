"""What stands beside the days of a recurrence: remarks, names of parts (昼の部), totals (全8回)."""

import re
from dataclasses import dataclass, replace

from generator.japanese.dates import NUMBER, WEEKDAYS, number
from generator.japanese.day_words import MARKS, PART, REMARK, tokens
from generator.japanese.exceptions import Exceptions, joined, pieces, read_exception
from generator.japanese.text import compact
from generator.japanese.times import RANGE

_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_MARKED = re.compile("※|(?=ただし|但し|雨天|荒天|小雨|要予約|予約制|要申込|申込制)")
_FURTHERMORE = re.compile(r"(?<=[。、\s])(?=なお)")
_RANGE = re.compile(RANGE)
_PART_NAME = r"[^\s、,。・/:：()（）0-9０-９月火水木金土日※\ue000-\ue1ff]{1,6}(?:の部|クラス|コース|組)"
_PART = re.compile(rf"(^|[\s、,。/])({_PART_NAME})(?=[\s:：月火水木金土日毎隔第])[\s:：]*")
_PART_ALONE = re.compile(_PART_NAME)
_TOTAL_WORDS = f"(?:(?:全|計)(?P<times>{NUMBER})(?:回|日間?)|(?P<days>{NUMBER})日間)(?:講座|コース)?"
_TOTAL = re.compile(_TOTAL_WORDS)
_SOME_TOTAL = re.compile(rf"[・、,/]?(?P<total>{_TOTAL_WORDS})")
_ABOUT_DAYS = re.compile(
    rf"[0-9{'〇一二三四五六七八九十'}](?:時|分|日|月|週|回|:)|曜|第[0-9一二三四五]|毎[日週月年]|隔[週月]|祝|除|平日|土日|翌"
    rf"|休(?:み|会|館|止|講|日)|午前|午後|夜|朝|年末|年始|盆|不定期|前日|以外|[{WEEKDAYS}][・~]|^[{WEEKDAYS}]+$"
)
_WEATHER = re.compile(r"(?:小雨|雨天|荒天|雨|悪?天候)[^0-9]{0,30}")
_MARK = re.compile("[\ue000-\ue1ff]")
_LEFT_OVER = re.compile("[\ue000-\ue1ff()（）]")
_MOST = 200
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "brackets": _BRACKETS,
    "marked": _MARKED,
    "furthermore": _FURTHERMORE,
    "part": _PART,
    "part_alone": _PART_ALONE,
    "total": _TOTAL,
    "some_total": _SOME_TOTAL,
    "about_days": _ABOUT_DAYS,
    "weather": _WEATHER,
    "mark": _MARK,
    "left_over": _LEFT_OVER,
    "most": _MOST,
}


@dataclass(frozen=True, slots=True)
class Noted:
    """A text with a mark where each of its remarks stood; `after` are those that come behind all of it."""

    body: str
    marked: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def said_at(self, mark: str) -> str:
        """The remark, or name of a part, that stood at a mark."""
        return self.marked[ord(mark) - ord(PART if mark >= PART else REMARK)]


def take_notes(text: str) -> Noted | None:
    """The text without its remarks; brackets that hold days or times stay part of it. None if there are too many."""
    if MARKS.intersection(text):
        return None
    notes: list[str] = []

    def take(match: re.Match[str]) -> str:
        inside = compact(match[1])
        otherwise = read_exception(inside)
        if not (otherwise and otherwise.unread) and (tokens(inside) or _RANGE.fullmatch(inside)):
            return match[1]
        note = match[1].strip().removeprefix("※").strip()
        return _marked(REMARK, notes, note) if note else ""

    body = _BRACKETS.sub(take, text)
    body, *marked = (piece for part in _MARKED.split(body) for piece in _FURTHERMORE.split(part))
    body = _PART.sub(lambda m: m[1] + _marked(PART, notes, m[2]), body)
    if len(notes) > _MOST:
        return None
    found = Noted(body, tuple(notes))
    # What stood in brackets inside a remark is one of its own; a bracket without its other half says nothing.
    inner = [found.said_at(mark) for note in marked for mark in _MARK.findall(note)]
    after = [_LEFT_OVER.sub("", note).strip(" \t\r\n\u3000。") for note in marked]
    return replace(found, after=tuple(filter(None, (*inner, *after))))


def _marked(kind: str, notes: list[str], note: str) -> str:
    """The mark of one more note; none beyond what is read."""
    notes.append(note)
    return chr(ord(kind) + len(notes) - 1) if len(notes) <= _MOST else ""


def take_totals(text: str) -> tuple[str, tuple[str, ...]]:
    """A compact text without 全8回 or 11日間, and these."""
    return _SOME_TOTAL.sub("", text), tuple(match["total"] for match in _SOME_TOTAL.finditer(text))


def total(note: str) -> int | None:
    """How often something takes place in all, if a remark says nothing but that (全8回)."""
    match = _TOTAL.fullmatch(compact(note))
    return number(match["times"] or match["days"]) if match else None


def is_plain_remark(note: str) -> bool:
    """Whether a compact note says nothing about single days or times, save what happens when it rains."""
    known = _WEATHER.fullmatch(note) or _TOTAL.fullmatch(note) or _PART_ALONE.fullmatch(note)
    return bool(known) or not _ABOUT_DAYS.search(note)


def exceptions_of(notes: tuple[str, ...]) -> Exceptions | None:
    """What the remarks take away together; None if one speaks about days in a way that is not understood."""
    found: list[Exceptions] = []
    for note in notes:
        plain = compact(note)
        whole = read_exception(plain)
        if whole is None and is_plain_remark(plain):
            continue
        for piece in (plain,) if whole else pieces(plain):
            taken = read_exception(piece)
            if taken is not None:
                found.append(taken)
            elif not is_plain_remark(piece):
                return None
    return joined(found)


def takes_away(note: str) -> bool:
    """Whether a remark says of some days that nothing takes place, or that they are otherwise."""
    taken = exceptions_of((note,))
    return taken is not None and taken != Exceptions()
