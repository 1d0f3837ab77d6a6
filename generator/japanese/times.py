"""Times of day and spans of them, as people in Japan write them, and back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from generator.japanese.dates import KANJI_DIGITS, NUMBER, number
from generator.japanese.text import compact
from generator.japanese.unclear import Unclear, too_long

_NOON = 12 * 60
_DAY = 24 * 60
_EXAMPLE = "13:30"
_EXAMPLE_RANGE = "10:00-12:00"
_MORNING, _AFTERNOON = "午前", "午後"
# Hours that a word for a part of the day can mean, and the half of the day it puts them in.
_PARTS = {
    "午前": (range(0, 13), _MORNING),
    "am": (range(0, 13), _MORNING),
    "朝": (range(4, 12), _MORNING),
    "午後": (range(0, 24), _AFTERNOON),
    "pm": (range(0, 24), _AFTERNOON),
    "夕方": (range(3, 8), _AFTERNOON),
    "夕": (range(3, 8), _AFTERNOON),
    "夜": (range(5, 12), _AFTERNOON),
    "昼": (range(1, 5), _AFTERNOON),
}
ABOUT = "頃|ごろ|ころ|くらい|ぐらい|位"
SEPARATOR = r"(?:から|より|\ ?[~/→-]\ ?|\ to\ )"


def _time(tag: str) -> str:
    """The pattern of one time of day, its groups numbered with `tag`; an hour alone needs 時 after the next one."""
    hour = (
        rf"(?P<hour{tag}>{NUMBER})"
        rf"(?::(?P<colon{tag}>[0-9]{{2}})(?::00)?(?![0-9:])"
        rf"|時(?!間)(?P<minute{tag}>半|{NUMBER}分|[0-9]{{2}}(?![0-9:時月日週回年人名円]))?"
        rf"|(?=\ ?[ap]\.?m)|(?={SEPARATOR}{NUMBER}時(?!間)))"
    )
    half = rf"(?P<half{tag}>午前|午後|朝|お?昼|夕方?|夜|[ap]\.?m\.?\ ?)?の?"
    after = rf"(?:\ ?(?P<after{tag}>[ap]\.?m\.?))?"
    return rf"(?P<next{tag}>翌(?:日の?|朝の?)?)?{half}(?:(?P<noon{tag}>お?昼?正午|noon)|{hour}){after}(?:{ABOUT})?"


_BEGINNING = f"(?<![0-9第])(?=[0-9{KANJI_DIGITS}午朝昼お夕夜翌正apn])"
# 21時まで says when something ends, not when it begins.
_NO_MERE_END = rf"(?!(?:半|{NUMBER}分|[0-9])?(?:{ABOUT})?(?:まで|迄))"
RANGE = rf"{_BEGINNING}{_time('1')}(?:{SEPARATOR}{_time('2')}(?:まで|迄)?|{SEPARATOR}|開始|スタート)?{_NO_MERE_END}"
_ONE_TIME = re.compile(rf"{_time('1')}(?:から|より|まで|迄|開始|~)?")
_WHOLE_RANGE = re.compile(RANGE)
_DOTTED = re.compile(r"(?<![0-9])([0-9]{1,2})\.([0-5][0-9])(?![0-9])")
_FOUR_DIGITS = re.compile(r"(?<![0-9])([0-9]{2})([0-5][0-9])(?![0-9年])")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "parts": _PARTS,
    "example": _EXAMPLE,
    "example_range": _EXAMPLE_RANGE,
    "one_time": _ONE_TIME,
    "range": _WHOLE_RANGE,
    "dotted": _DOTTED,
    "four_digits": _FOUR_DIGITS,
}


@dataclass(frozen=True, slots=True)
class TimeRange:
    """When something starts and, if known, ends; with `end_next_day` the end is on the next day (24:00 is its 0:00)."""

    start: time
    end: time | None
    end_next_day: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day as written: which half of the day it names, if any, and whether it must mean a 24-hour clock."""

    half: str
    hour: int
    minute: int
    certain: bool
    next_day: bool

    @property
    def literal(self) -> int:
        """Minutes after midnight by a 24-hour clock."""
        return self.hour * 60 + self.minute


def parse_time(text: str) -> time | Unclear:
    """The time of day a text names: 午前9時30分, 午後2時半, 13:00, 正午. Rules: too-long, time, ambiguous-time."""
    refused = too_long(text)
    if refused:
        return refused
    match = _ONE_TIME.fullmatch(compact(text))
    clock = _clock(match, "1") if match else None
    if clock is None or clock.next_day:
        return Unclear("time", text, _retyped(text, parse_time) or _EXAMPLE)
    if _is_doubtful(clock):
        return Unclear("ambiguous-time", text, _likely(clock))
    minutes = _minutes(clock)
    return _as_time(minutes) if minutes < _DAY else Unclear("time", text, "23:59")


def parse_time_range(text: str) -> TimeRange | Unclear:
    """The span a text names, open-ended where no end is written: 午後1時30分から3時まで, 10:00-12:00, 10時〜.

    Rules: too-long, time, ambiguous-time, end-before-start.
    """
    refused = too_long(text)
    if refused:
        return refused
    match = _WHOLE_RANGE.fullmatch(compact(text))
    if match is None:
        return Unclear("time", text, _retyped(text, parse_time_range) or _first_range(text) or _EXAMPLE_RANGE)
    return read_range(match, text)


def _retyped(text: str, parse: Callable[[str], object]) -> str:
    """The text with 9.30 and 0930 written as 9:30, if that is understood."""
    plain = compact(text)
    fixed = with_colons(plain)
    return "" if fixed == plain or isinstance(parse(fixed), Unclear) else fixed


def _first_range(text: str) -> str:
    """The first clear span or time in a text, for a suggestion; empty if there is none."""
    plain = compact(text)
    spans = (read_range(match, match[0]) for match in re.finditer(RANGE, plain))
    return next((show_range(span) for span in spans if isinstance(span, TimeRange)), "")


def with_colons(plain: str) -> str:
    """A compact text in which what looks like 9.30 or 0930 is 9:30; for suggestions only."""
    return _FOUR_DIGITS.sub(r"\1:\2", _DOTTED.sub(r"\1:\2", plain))


def _clock(match: re.Match[str], tag: str) -> _Clock | None:
    """The time written in the groups of one tag, or None if no clock shows it."""
    next_day = match[f"next{tag}"] is not None
    if match[f"noon{tag}"]:
        return _Clock(_AFTERNOON, 0, 0, True, next_day)
    part = (match[f"half{tag}"] or match[f"after{tag}"] or "").replace(".", "").strip().removeprefix("お")
    hour, minute = number(match[f"hour{tag}"]), _written_minute(match, tag)
    hours, half = _PARTS.get(part, (range(0, 30), ""))
    if part == "昼" and hour == 12:
        hour, half = 0, _AFTERNOON
    elif hour not in hours:
        return None
    padded = match[f"hour{tag}"].startswith("0") and len(match[f"hour{tag}"]) == 2
    return _Clock(half, hour, minute, padded or hour > 12 or hour == 0, next_day) if minute < 60 else None


def _written_minute(match: re.Match[str], tag: str) -> int:
    written = match[f"colon{tag}"] or match[f"minute{tag}"] or "0"
    return 30 if written == "半" else number(written.removesuffix("分"))


def _is_doubtful(clock: _Clock) -> bool:
    """Whether a time standing alone has two sensible readings (1時30分); 1時 to 5時 hardly ever mean the night.

    午前12時 and 午後12時 are noon here: nobody meets at midnight. The reader of a profile is told of the doubt.
    """
    return not clock.half and 1 <= clock.hour <= 5 and not clock.certain


def _minutes(clock: _Clock) -> int:
    """Minutes after midnight."""
    return clock.literal + (_NOON if clock.half == _AFTERNOON and clock.hour < 12 else 0)


def _likely(clock: _Clock) -> str:
    """The afternoon that a doubtful time most likely means."""
    return show_time(_as_time(clock.literal + _NOON))


def _as_time(minutes: int) -> time:
    return time(minutes % _DAY // 60, minutes % 60)


def read_range(match: re.Match[str], text: str) -> TimeRange | Unclear:
    """The span of a match of `RANGE`; the second time inherits 午後 from the first."""
    start = _clock(match, "1")
    has_end = bool(match["hour2"] or match["noon2"])
    end = _clock(match, "2") if has_end else None
    if start is None or start.hour > 23 or start.next_day or (has_end and end is None):
        return Unclear("time", text, _EXAMPLE_RANGE)
    if end is None:
        return _open_range(start, text)
    if _start_is_doubtful(start, end) or _end_is_doubtful(start, end):
        return Unclear("ambiguous-time", text, _likely_range(start, end))
    return _closed_range(start, end, text)


def _open_range(start: _Clock, text: str) -> TimeRange | Unclear:
    """A span without an end."""
    if not _is_doubtful(start):
        return TimeRange(_as_time(_minutes(start)), None)
    return Unclear("ambiguous-time", text, f"{_likely(start)}〜")


def _start_is_doubtful(start: _Clock, end: _Clock) -> bool:
    """Whether nothing, not even the end, says which half of the day the start is in."""
    by_clock = not start.half and not end.half and end.certain
    # 午後12時半から午後2時 can only begin at 12:30.
    by_order = start.half == _AFTERNOON and end.half != _MORNING and 1 <= end.hour <= 11
    return _is_doubtful(start) and not (by_clock or by_order)


def _end_is_doubtful(start: _Clock, end: _Clock) -> bool:
    """Whether the end is a 12 that may well be midnight; after a morning it can only be noon."""
    return end.hour == 12 and bool(end.half or start.half == _AFTERNOON) and _minutes(start) >= _NOON


def _end_minutes(start: _Clock, end: _Clock) -> int:
    """Minutes from the start day's midnight to the end, before asking whether they make sense."""
    inherits = not end.half and start.half == _AFTERNOON and end.hour < 12 and not end.next_day
    return end.literal + _NOON if inherits else _minutes(end)


def _closed_range(start: _Clock, end: _Clock, text: str) -> TimeRange | Unclear:
    """A span with an end, which must come after the start unless it says that it is on the next day."""
    first, last = _minutes(start), _end_minutes(start, end)
    if end.next_day:
        last += _DAY
    if last <= first or last > first + _DAY:
        # Of 14:00-12:00 nobody can say which of the two was mistyped.
        return Unclear("end-before-start", text, "" if end.hour == 12 else _likely_range(start, end))
    return TimeRange(_as_time(first), _as_time(last), last >= _DAY)


def _likely_range(start: _Clock, end: _Clock) -> str:
    """The span that was probably meant, written so that nobody can misread it."""
    first = _NOON + start.minute if start.hour == 12 else _minutes(start)
    if start.hour != 12 and _is_doubtful(start):
        first += _NOON
    last = _NOON + end.minute if end.hour == 12 else _end_minutes(start, end) % _DAY
    if last == first:
        return show_range(TimeRange(_as_time(first), None))
    if last < first:
        last = (last + _NOON) % _DAY
    return show_range(TimeRange(_as_time(first), _as_time(last), last <= first))


def show_time(t: time) -> str:
    """A time by the 24-hour clock: 10:00; the small hours are padded (01:30), so that they are not taken for 午後."""
    return f"{t:%H:%M}" if 1 <= t.hour <= 5 else f"{t.hour}:{t.minute:02}"


def show_range(r: TimeRange) -> str:
    """10:00〜12:00, 10:00〜, 22:00〜24:00 or 22:00〜翌6:00; `parse_time_range` reads it back."""
    if r.end is None:
        return f"{show_time(r.start)}〜"
    if r.end_next_day:
        end = "24:00" if r.end == time(0, 0) else f"翌{show_time(r.end)}"
        return f"{show_time(r.start)}〜{end}"
    return f"{show_time(r.start)}〜{show_time(r.end)}"


def speak_range(r: TimeRange) -> str:
    """The span in words: 午前10時〜正午, 午後1時30分〜3時; `parse_time_range` reads it back."""
    if r.end is None:
        return f"{_spoken(r.start)}〜"
    if r.end_next_day:
        return f"{_spoken(r.start)}〜翌日の{_spoken(r.end)}"
    end = _spoken(r.end)
    if r.start.hour > 12 or (r.end.hour < 12 and r.start.hour < 12):
        end = end.removeprefix(_AFTERNOON).removeprefix(_MORNING)
    return f"{_spoken(r.start)}〜{end}"


def _spoken(t: time) -> str:
    if t == time(12, 0):
        return "正午"
    half = _MORNING if t.hour < 12 else _AFTERNOON
    return f"{half}{t.hour % 12}時{f'{t.minute}分' if t.minute else ''}"
