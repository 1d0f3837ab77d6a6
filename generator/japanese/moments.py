"""One day or span of days, with times: 2026年12月5日（土）午前10時〜正午, 2026-12-05/07."""

import re
from dataclasses import dataclass, replace
from datetime import date

from generator.japanese.dates import DATE, NUMBER, WEEKDAYS, number, parse_date, read_date
from generator.japanese.mentions import mentions
from generator.japanese.repeats import day_kind, parts_of
from generator.japanese.series import canonical, series_in
from generator.japanese.text import compact
from generator.japanese.times import RANGE, TimeRange, parse_time_range, read_range, show_range
from generator.japanese.unclear import Unclear, too_long

_EXAMPLE = "2026-12-05 10:00-12:00"
_FIRST = re.compile(DATE)
_TO = re.compile(r"\ ?(?:(?P<to>~|から|→|[-/])|(?P<and>[・、,]|と))\ ?")
# After these a dash or a stroke leads to a last day; elsewhere it may belong to a date.
_BEFORE_SIGN = {"-": re.compile("[日)曜]$"), "/": re.compile("(?:[日)]|-[0-9][0-9])$")}
_SHORT_DAY = re.compile(
    rf"(?P<day>{NUMBER})(?:日(?:\((?P<weekday>[{WEEKDAYS}])(?:曜日?)?(?:[・,、]?祝日?)?\))?|(?=$|\ |\())(?!月)"
)
_BETWEEN = re.compile(r"(?:まで)?(?:の?(?:両日|各日|連日|毎日)(?:とも)?)?[の、,\ t]*")
_RANGE = re.compile(RANGE)
_DAY_LIMIT = 366
_COMES_ROUND = re.compile("毎|隔|第")
_AROUND = " 　、,。・()/-~"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "example": _EXAMPLE,
    "around": _AROUND,
    "comes_round": _COMES_ROUND,
    "day_limit": _DAY_LIMIT,
    "first": _FIRST,
    "to": _TO,
    "before_sign": _BEFORE_SIGN,
    "short_day": _SHORT_DAY,
    "between": _BETWEEN,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or the days from first to last, and the times on each of them if they are written."""

    first: date
    last: date
    times: TimeRange | None = None


def parse_moment(text: str, *, year: int | None = None) -> Moment | Unclear:
    """The days and times a text names, without a year only where `year` is given.

    Rules: those of `parse_date` and `parse_time_range`; end-before-start also for days; repeat-in-moment.
    A help for its times names every day and time of the text.
    """
    refused = too_long(text)
    if refused:
        return refused
    plain = compact(text)
    match = _FIRST.match(plain)
    if match is None:
        return Unclear("date", text, _EXAMPLE)
    first = read_date(match, text, year)
    if isinstance(first, Unclear):
        return _in_context(first, plain, match.start(), match.end())
    span = _last_day(plain, match.end(), first, text)
    return span if isinstance(span, Unclear) else _with_times(first, *span, plain, text)


def _in_context(problem: Unclear, plain: str, start: int, end: int) -> Unclear:
    """The trouble with one part, with the whole text put right as its suggestion."""
    fixed = f"{plain[:start]}{problem.suggestion} {plain[end:].strip()}".strip()
    return replace(problem, suggestion=fixed if isinstance(parse_moment(fixed), Moment) else problem.suggestion)


def _last_day(plain: str, position: int, first: date, text: str) -> tuple[date, int] | Unclear:
    """The last day and where the text goes on after it; the first day itself if no other one follows."""
    link = _TO.match(plain, position)
    if link is None or not _leads_on(plain, link):
        return first, position
    whole = _FIRST.match(plain, link.end())
    short = None if whole else _SHORT_DAY.match(plain, link.end())
    if whole:
        last = _whole_last_day(whole, first, text)
    elif short:
        last = _short_last_day(short, first, text)
    else:
        return first, position
    if isinstance(last, Unclear):
        return _in_context(last, plain, link.end(), (whole or short or link).end())
    if last < first or (last - first).days > _DAY_LIMIT:
        return Unclear("end-before-start", text, f"{last.isoformat()}/{first.isoformat()}")
    if link["and"] and (last - first).days != 1:
        # Two days with others between them are two moments, not a span.
        return Unclear("date", text, "", (("apart", f"{first.isoformat()}、{last.isoformat()}"),))
    return last, (whole or short or link).end()


def _leads_on(plain: str, link: re.Match[str]) -> bool:
    """Whether what stands after a day surely joins it to another one."""
    needed = _BEFORE_SIGN.get(link["to"] or "")
    return needed is None or bool(needed.search(plain[: link.start("to")]))


def _whole_last_day(match: re.Match[str], first: date, text: str) -> date | Unclear:
    """A last day with a month; without a year it is the next such day after the first (12月28日〜1月3日)."""
    month = number(match["month"])
    return read_date(match, text, first.year + (month < first.month))


def _short_last_day(match: re.Match[str], first: date, text: str) -> date | Unclear:
    """A last day in the same month as the first, without naming it."""
    noted = f"（{match['weekday']}）" if match["weekday"] else ""
    found = parse_date(f"{first.year}年{first.month}月{number(match['day'])}日{noted}")
    return replace(found, text=text) if isinstance(found, Unclear) else found


def _with_times(first: date, last: date, position: int, plain: str, text: str) -> Moment | Unclear:
    """The moment with the times after its days, which begin on each of them."""
    between = _BETWEEN.match(plain, position)
    written = plain[between.end() if between else position :]
    rest = written.strip("()")
    if not rest:
        return Moment(first, last)
    times = parse_time_range(rest)
    if isinstance(times, TimeRange):
        return Moment(first, last, times)
    named = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    repeat = series_in(written) if first < last or _COMES_ROUND.search(rest) else ""
    if repeat:
        return Unclear("repeat-in-moment", text, canonical(repeat), (("span", named.replace("/", "〜")),))
    likely, left = _likely_times(times, rest)
    # Days or times that the help would not name make it say something else.
    help_ = f"{named}{likely}" if mentions(compact(likely)) == mentions(rest) else ""
    beside = (left if help_ else rest) if times.rule == "time" else ""
    return Unclear(times.rule, text, help_, (("beside", beside),) if beside else ())


def _likely_times(times: Unclear, rest: str) -> tuple[str, str]:
    """The times to suggest after a day, the first that are clear or those the refusal suggests; and what they leave."""
    if times.rule != "time":
        likely = parse_time_range(times.suggestion)
        return (f" {show_range(likely)}" if isinstance(likely, TimeRange) else ""), ""
    match = _RANGE.search(rest)
    found = read_range(match, rest) if match else None
    if match is None or not isinstance(found, TimeRange):
        return "", rest.strip(_AROUND)
    left = (rest[: match.start()].strip(_AROUND), rest[match.end() :].strip(_AROUND))
    return f" {show_range(found)}", "、".join(filter(None, left))


def moment_cells(moment: Moment) -> frozenset[tuple[int, str]]:
    """The (weekday, part) cells of a week that its days touch, Monday being 0; "any" where it says no times."""
    days = range(min((moment.last - moment.first).days + 1, 7))
    parts = parts_of((moment.times,)) if moment.times else {"any"}
    return frozenset(((moment.first.weekday() + n) % 7, part) for n in days for part in parts)


def moment_slots(moment: Moment) -> frozenset[tuple[str, str]]:
    """The same as (day, part) with weekday, saturday or sunday."""
    return frozenset((day_kind(day), part) for day, part in moment_cells(moment))
