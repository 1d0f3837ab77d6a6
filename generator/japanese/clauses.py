"""The grammar of a recurrence above its days: which times and which remarks belong to which of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.japanese.day_words import PART, tokens
from generator.japanese.days import Days, read_days
from generator.japanese.exceptions import Exceptions, reduced, take_exceptions, take_other_times, weekdays_meant
from generator.japanese.patterns import EVERY_WEEK, Pattern, Recurrence
from generator.japanese.remarks import Noted, exceptions_of, take_totals, takes_away
from generator.japanese.text import compact
from generator.japanese.times import RANGE, TimeRange, read_range
from generator.japanese.unclear import Unclear

_RANGE = re.compile(RANGE)
_EVERY_MORNING = re.compile("毎(?=[朝夕夜])")
_ONLY_SEPARATORS = re.compile("[\\s、,;/。・と&\ue000-\ue0ff]*(?:及び|および|並びに)?")
_REMARKS = re.compile("[\ue000-\ue0ff]")
_TRAILING_LETTERS = frozenset("SPFR,+")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "every_morning": _EVERY_MORNING,
    "only_separators": _ONLY_SEPARATORS,
    "remarks": _REMARKS,
    "trailing_letters": _TRAILING_LETTERS,
}


@dataclass(frozen=True, slots=True)
class Clause:
    """Days as text, the times written for them, and the marks of remarks that stand behind those."""

    days: str
    times: tuple[TimeRange, ...] = ()
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Parted:
    """A text in parts: its days and times without what takes days away, and all that is said of the whole."""

    body: str
    noted: Noted
    notes: tuple[str, ...]


def parted(noted: Noted) -> Parted | None:
    """The parts of a text whose remarks are taken out; None if it is not clear where an exception begins."""
    cut = take_exceptions(_EVERY_MORNING.sub("毎日", compact(noted.body)))
    if cut is None:
        return None
    body, totals = take_totals(cut[0])
    return Parted(body, noted, (*noted.after, *cut[1], *totals))


def assembled(text: Parted, written: str) -> Recurrence | Unclear | None:
    """The recurrence of a text in parts; Unclear if a time in it is not clear, None if anything else is not."""
    return _with_other_times(text, written) or _plainly(text, written)


def _with_other_times(text: Parted, written: str) -> Recurrence | None:
    """A recurrence some of whose days have times of their own (毎日9時〜17時、木曜は21時まで), which stay a remark."""
    cut = take_other_times(text.body)
    found = _plainly(replace(text, body=cut[0], notes=(*text.notes, *cut[1])), written) if cut else None
    if cut is None or not isinstance(found, Recurrence):
        return None
    own = {day for pattern in found.patterns for day in pattern.weekdays}
    return found if all(weekdays_meant(note) <= own for note in cut[1]) else None


def _plainly(text: Parted, written: str) -> Recurrence | Unclear | None:
    clauses = _clauses(text.body, written)
    if isinstance(clauses, Unclear):
        return clauses
    days = tuple(read_days(clause.days) for clause in clauses)
    known = tuple(d for d in days if d is not None)
    named = _one_set(known, clauses) if known and len(known) == len(days) else None
    return None if named is None else _with_remarks(named, known, clauses, text, written)


def _clauses(body: str, text: str) -> tuple[Clause, ...] | Unclear:
    """The text cut into days and their times; empty if it is not clear which times belong to which days."""
    found: list[Clause] = []
    position = 0
    for match in _RANGE.finditer(body):
        span = read_range(match, text)
        if isinstance(span, Unclear):
            return _with_whole_text(span, body, match)
        days = body[position : match.start()]
        if found and _ONLY_SEPARATORS.fullmatch(days):
            last = found[-1]
            found[-1] = Clause(last.days, (*last.times, span), last.marks + "".join(_REMARKS.findall(days)))
        else:
            found.append(Clause(days, (span,)))
        position = match.end()
    return _with_rest(tuple(found), body[position:])


def _with_rest(found: tuple[Clause, ...], rest: str) -> tuple[Clause, ...]:
    """The clauses with the text after the last time, which may name days only where none are named before it."""
    if not found or (len(found) == 1 and _ONLY_SEPARATORS.fullmatch(found[0].days)):
        return (Clause((found[0].days if found else "") + rest, found[0].times if found else ()),)
    words_after = tokens(rest)
    if words_after is None or any(token.letter not in _TRAILING_LETTERS for token in words_after):
        return ()
    last, words = found[-1], _REMARKS.sub("", rest)
    marks = last.marks + "".join(_REMARKS.findall(rest))
    return (*found[:-1], Clause(f"{last.days} {words}" if words else last.days, last.times, marks))


def _with_whole_text(problem: Unclear, body: str, match: re.Match[str]) -> Unclear:
    """The trouble with a time, suggesting the whole text with that time put right."""
    return replace(problem, suggestion=f"{body[: match.start()]}{problem.suggestion}{body[match.end() :]}")


def _one_set(days: tuple[Days, ...], clauses: tuple[Clause, ...]) -> Days | None:
    """The days of all clauses together; several clauses must be plain weekdays with their own times each."""
    if len(days) == 1:
        return days[0]
    if any(d.month_days or d.months or d.frequency or d.part or d.on_holidays or d.skip_holidays for d in days):
        return None
    if any(not c.times for c in clauses) or _may_share_weeks(days, clauses):
        return None
    pairs = zip(days, clauses, strict=True)
    same = len({clause.times for clause in clauses}) == 1
    return Days(tuple(replace(p, times=() if same else c.times) for d, c in pairs for p in d.patterns))


def _may_share_weeks(days: tuple[Days, ...], clauses: tuple[Clause, ...]) -> bool:
    """Whether a bare weekday follows numbered weeks (第1火曜 10:00、土曜 13:00) and may be meant to share them."""
    numbered = False
    for named, clause in zip(days, clauses, strict=True):
        weekly = all(p.weeks == (EVERY_WEEK,) for p in named.patterns)
        if numbered and weekly and "毎" not in clause.days:
            return True
        numbered = numbered or not weekly
    return False


def _with_remarks(
    named: Days, days: tuple[Days, ...], clauses: tuple[Clause, ...], text: Parted, written: str
) -> Recurrence | None:
    """The recurrence, its remarks with the part or the whole that they are about; None if one is not clear."""
    own, whole = _owned(named, days, clauses, text.noted)
    notes = (*whole, *text.notes)
    exceptions = exceptions_of(notes)
    if exceptions is None or any(exceptions_of(each) is None for each in own):
        return None
    patterns = reduced(tuple(replace(p, notes=n) for p, n in zip(named.patterns, own, strict=True)), exceptions)
    if patterns is None or (named.on_holidays and len(patterns) != len(named.patterns)):
        return None
    if named.on_holidays and any(p.weekdays != q.weekdays for p, q in zip(patterns, named.patterns, strict=True)):
        return None
    return _recurrence(named, patterns, exceptions, clauses, notes, written)


def _recurrence(
    named: Days,
    patterns: tuple[Pattern, ...],
    exceptions: Exceptions,
    clauses: tuple[Clause, ...],
    notes: tuple[str, ...],
    written: str,
) -> Recurrence:
    return Recurrence(
        written.strip(),
        patterns,
        named.month_days,
        named.months,
        clauses[0].times if not any(p.times for p in patterns) else (),
        bool(named.frequency),
        named.frequency,
        (*((named.part,) if named.part else ()), *notes),
        named.on_holidays,
        named.skip_holidays or exceptions.holidays,
        exceptions.months,
        exceptions.days,
    )


def _owned(
    named: Days, days: tuple[Days, ...], clauses: tuple[Clause, ...], noted: Noted
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The remarks of each pattern, and those of the whole: where there is one pattern all, and what stands last."""
    own: list[list[str]] = [[] for _ in named.patterns]
    whole: list[str] = []
    last = len(own) - 1
    shared = bool(clauses[0].times) and not any(p.times for p in named.patterns)
    for mark, owners, behind_times in _owners(days, clauses):
        note = noted.said_at(mark)
        ends = last in owners and (behind_times or not shared or takes_away(note))
        if last < 1 or not owners or owners.stop > last + 1 or ends:
            whole.append(note)
        else:
            for owner in owners:
                own[owner].append(note)
    return [tuple(each) for each in own], tuple(whole)


def _owners(days: tuple[Days, ...], clauses: tuple[Clause, ...]) -> Iterator[tuple[str, range, bool]]:
    """Each mark with the numbers of the patterns it belongs to, and whether it stands behind their times."""
    first, before = 0, range(0)
    for named, clause in zip(days, clauses, strict=True):
        for at, mark in named.marks:
            behind = mark < PART and at < 0
            yield mark, before if behind else range(first + at, first + at + 1), behind
        before = range(first, first + len(named.patterns))
        first = before.stop
        yield from ((mark, before, True) for mark in clause.marks)
