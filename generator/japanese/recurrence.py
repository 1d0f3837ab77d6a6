"""Recurrences (毎月第2・第4土曜 9:00-12:00) to values; what follows is in `repeats`, the way back in `wording`."""

import re
from dataclasses import dataclass, replace

from generator.japanese.day_words import tokens, words
from generator.japanese.days import Days, read_days
from generator.japanese.patterns import EVERY_OTHER_WEEK, EVERY_WEEK, Pattern, Recurrence
from generator.japanese.remarks import TAKES_AWAY, Exceptions, is_plain_remark, read_exception, take_exceptions
from generator.japanese.repeats import day_parts, gif_code, occurrences, rrule, schedules, slots, times_on, week_cells
from generator.japanese.spellings import in_japanese
from generator.japanese.text import compact, narrow
from generator.japanese.times import RANGE, TimeRange, read_range, show_range, with_colons
from generator.japanese.unclear import Unclear, too_long
from generator.japanese.wording import show_recurrence

__all__ = [
    "Pattern",
    "Recurrence",
    "day_parts",
    "gif_code",
    "occurrences",
    "parse_recurrence",
    "rrule",
    "schedules",
    "show_recurrence",
    "slots",
    "times_on",
    "week_cells",
]

_EXAMPLE = "毎月第2・第4土曜 9:00-12:00"
_EVERY_MORNING = re.compile("毎(?=[朝夕夜])")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_MARKED = re.compile("※|(?=ただし|但し|雨天|荒天|小雨|要予約|予約制|要申込|申込制)")
_FURTHERMORE = re.compile(r"(?<=[。、\s])(?=なお)")
_RANGE = re.compile(RANGE)
_ONLY_SEPARATORS = re.compile(r"[\s、,;/。・と&]*(?:及び|および|並びに)?")
_TRAILING_LETTERS = frozenset("SP,+")
_REPAIRS = (
    ("隔月", "奇数月の"),
    ("毎月", "毎週"),
    ("毎週", "毎月"),
    ("毎週", ""),
    ("^", "毎月"),
    ("曜日?[、と](?=[月火水木金土日])", "・"),
    ("(?:又|また)は.*", ""),
)
_WITHOUT_ORDINAL = re.compile("(?<![0-9第・、,~])([1-5])(?=(?:[・、,][1-5])*[月火水木金土日]曜)")
_NO_EXCEPTIONS = Exceptions()


@dataclass(frozen=True, slots=True)
class _Clause:
    """Days as text, and the times written for them."""

    days: str
    times: tuple[TimeRange, ...] = ()


def parse_recurrence(text: str) -> Recurrence | Unclear:
    """What repeats when, or why that is not clear; nothing that could change a day or time is ever passed over.

    Rules: too-long, recurrence, and those of `parse_time_range` for a time inside it.
    """
    refused = too_long(text)
    if refused:
        return refused
    body, notes = _without_notes(in_japanese(text))
    cut = take_exceptions(_EVERY_MORNING.sub("毎日", compact(body)))
    if cut is None:
        return Unclear("recurrence", text, _EXAMPLE)
    clauses = _clauses(cut[0], text)
    if isinstance(clauses, Unclear):
        return _with_understood_suggestion(clauses, (*notes, *cut[1]))
    found = _assembled(clauses, (*notes, *cut[1]), text.strip())
    return found or Unclear("recurrence", text, _nearest(cut[0], (*notes, *cut[1])))


def _without_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without remarks, and these; brackets that hold days or times stay part of the text."""
    notes: list[str] = []

    def take(match: re.Match[str]) -> str:
        inside = compact(match[1])
        if tokens(inside) or _RANGE.fullmatch(inside):
            return match[1]
        notes.append(match[1].strip().removeprefix("※").strip())
        return ""

    body = _BRACKETS.sub(take, text)
    body, *marked = (piece for part in _MARKED.split(body) for piece in _FURTHERMORE.split(part))
    return body, (*notes, *(note.strip(" \t\r\n\u3000。") for note in marked if note.strip()))


def _clauses(body: str, text: str) -> tuple[_Clause, ...] | Unclear:
    """The text cut into days and their times; empty if it is not clear which times belong to which days."""
    found: list[_Clause] = []
    position = 0
    for match in _RANGE.finditer(body):
        span = read_range(match, text)
        if isinstance(span, Unclear):
            return _with_whole_text(span, body, match)
        days = body[position : match.start()]
        if found and _ONLY_SEPARATORS.fullmatch(days):
            found[-1] = _Clause(found[-1].days, (*found[-1].times, span))
        else:
            found.append(_Clause(days, (span,)))
        position = match.end()
    return _with_rest(tuple(found), body[position:])


def _with_rest(found: tuple[_Clause, ...], rest: str) -> tuple[_Clause, ...]:
    """The clauses with the text after the last time, which may name days only where none are named before it."""
    if not found or (len(found) == 1 and _ONLY_SEPARATORS.fullmatch(found[0].days)):
        return (_Clause(rest, found[0].times if found else ()),)
    words_after = tokens(rest)
    if words_after is None or any(token.letter not in _TRAILING_LETTERS for token in words_after):
        return ()
    return (
        *found[:-1],
        _Clause(f"{found[-1].days} {rest}" if words_after else found[-1].days, found[-1].times),
    )


def _with_whole_text(problem: Unclear, body: str, match: re.Match[str]) -> Unclear:
    """The trouble with a time, suggesting the whole text with that time put right."""
    if "または" in problem.suggestion:
        return problem
    return replace(problem, suggestion=f"{body[: match.start()]}{problem.suggestion}{body[match.end() :]}")


def _with_understood_suggestion(problem: Unclear, notes: tuple[str, ...]) -> Unclear:
    """The trouble with a time, its suggestion brought into a form that is surely understood."""
    if "または" in problem.suggestion:
        return problem
    return replace(problem, suggestion=_nearest(compact(problem.suggestion), notes))


def _assembled(clauses: tuple[_Clause, ...], notes: tuple[str, ...], text: str) -> Recurrence | None:
    """The recurrence of some clauses and remarks; None if any of them is not clear."""
    days = tuple(read_days(clause.days) for clause in clauses)
    known = tuple(d for d in days if d is not None)
    exceptions = _exceptions(notes)
    if not known or len(known) < len(days) or exceptions is None:
        return None
    named = _one_set(known, clauses)
    patterns = None if named is None else _reduced(named.patterns, exceptions)
    if named is None or patterns is None or (named.on_holidays and patterns != named.patterns):
        return None
    shared = clauses[0].times if not any(p.times for p in patterns) else ()
    return Recurrence(
        text,
        patterns,
        named.month_days,
        named.months,
        shared,
        bool(named.frequency),
        named.frequency,
        (*((named.part,) if named.part else ()), *notes),
        named.on_holidays,
        named.skip_holidays or exceptions.holidays,
        exceptions.months,
        exceptions.days,
    )


def _one_set(days: tuple[Days, ...], clauses: tuple[_Clause, ...]) -> Days | None:
    """The days of all clauses together; several clauses must be plain weekdays with their own times each."""
    if len(days) == 1:
        return days[0]
    if any(d.month_days or d.months or d.frequency or d.part or d.on_holidays or d.skip_holidays for d in days):
        return None
    if any(not c.times for c in clauses) or _may_share_weeks(days, clauses):
        return None
    pairs = zip(days, clauses, strict=True)
    same = len({clause.times for clause in clauses}) == 1
    return Days(tuple(Pattern(p.weeks, p.weekdays, () if same else c.times) for d, c in pairs for p in d.patterns))


def _may_share_weeks(days: tuple[Days, ...], clauses: tuple[_Clause, ...]) -> bool:
    """Whether a bare weekday follows numbered weeks (第1火曜 10:00、土曜 13:00) and may be meant to share them."""
    numbered = False
    for named, clause in zip(days, clauses, strict=True):
        weekly = all(p.weeks == (EVERY_WEEK,) for p in named.patterns)
        if numbered and weekly and "毎" not in clause.days:
            return True
        numbered = numbered or not weekly
    return False


def _exceptions(notes: tuple[str, ...]) -> Exceptions | None:
    """What the remarks take away together; None if one speaks about days in a way that is not understood."""
    found = _NO_EXCEPTIONS
    for note in notes:
        plain = compact(note)
        taken = read_exception(plain)
        if taken is not None:
            found = Exceptions(
                found.holidays or taken.holidays,
                tuple(sorted({*found.months, *taken.months})),
                tuple(sorted({*found.days, *taken.days})),
                tuple(sorted({*found.weekdays, *taken.weekdays})),
                tuple(sorted({*found.weeks, *taken.weeks})),
            )
        elif not is_plain_remark(plain):
            return None
    return found


def _reduced(patterns: tuple[Pattern, ...], exceptions: Exceptions) -> tuple[Pattern, ...] | None:
    """The patterns without excepted weekdays and weeks; None if nothing is left or it cannot be said."""
    if not exceptions.weekdays and not exceptions.weeks:
        return patterns
    found = tuple(_reduced_pattern(pattern, exceptions) for pattern in patterns)
    known = tuple(pattern for pattern in found if pattern is not None)
    return known if known and len(known) == len(found) else None


def _reduced_pattern(pattern: Pattern, exceptions: Exceptions) -> Pattern | None:
    """One pattern without excepted weekdays and weeks."""
    weekdays = tuple(day for day in pattern.weekdays if day not in exceptions.weekdays)
    meant = tuple(week for week, day in exceptions.weeks if day in (-1, *weekdays))
    partly = len(weekdays) > 1 and any(day in weekdays for _, day in exceptions.weeks)
    if not weekdays or partly or (meant and pattern.weeks in ((EVERY_OTHER_WEEK,), ())):
        return None
    if not meant:
        return Pattern(pattern.weeks, weekdays, pattern.times)
    all_weeks = (1, 2, 3, 4, 5) if pattern.weeks == (EVERY_WEEK,) else pattern.weeks
    weeks = tuple(week for week in all_weeks if week not in meant)
    return Pattern(weeks, weekdays, pattern.times) if weeks else None


def _nearest(body: str, notes: tuple[str, ...] = ()) -> str:
    """A recurrence that would be understood, as near to the text as its known words allow."""
    if TAKES_AWAY.search(body):
        return _EXAMPLE  # Without the words that take days away it would say the opposite.
    plain = _WITHOUT_ORDINAL.sub(r"第\1", with_colons(body))
    parts: list[str] = []
    position = 0
    for match in _RANGE.finditer(plain):
        span = read_range(match, plain)
        parts += (
            words(plain[position : match.start()]),
            "" if isinstance(span, Unclear) else show_range(span),
        )
        position = match.end()
    known = compact("".join((*parts, words(plain[position:]))))
    kept = tuple(note for note in notes if _exceptions((note,)) is not None)
    for pattern, replacement in (("$", ""), *_REPAIRS):
        fixed = re.sub(pattern, replacement, known, count=1)
        clauses = _clauses(fixed, fixed)
        found = None if isinstance(clauses, Unclear) else _assembled(clauses, kept, narrow(fixed))
        if found is not None:
            return show_recurrence(found)
    return _EXAMPLE
