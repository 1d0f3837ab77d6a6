"""Whether a group meets the conditions of a grant: yes, no, or not known from its profile, each condition by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.japanese.dates import is_later, span_of_partial_date
from generator.japanese.deadlines import ALWAYS
from generator.models.grant import Eligible, Grant
from generator.models.group import Group

# Bodies that are by law of another kind as well: a certified NPO法人 is an NPO法人 (特定非営利活動促進法 第2条第3項).
_ALSO: Mapping[str, frozenset[str]] = {"certified-npo": frozenset({"npo"})}
# 公益法人 are 一般社団法人 or 一般財団法人 (公益認定法 第2条), the profile does not say which; その他 may be anything.
_PERHAPS: Mapping[str, frozenset[str]] = {"public-association": frozenset({"association", "foundation"})}
_ANY_KIND = "other"
# 市民活動団体 is no form of law: many funders mean any group of citizens. Whether they mean these, they alone know.
_CITIZENS, CITIZENS_PERHAPS = "citizen", frozenset({"volunteer", "circle", "neighborhood"})
# The whole of a city holds each of its parts; what lies outside of it is no part.
_WHOLE, _NOWHERE, _OUTSIDE = "citywide", "online", frozenset({"neighbors", "online"})
# Conditions of which no profile tells: whether a group is registered with a centre (not every group of a site is), and
# what a funder says in words.
UNTOLD = frozenset({"registered", "note"})


class Answer(StrEnum):
    """One of the three values of Kleene's logic."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def all_of(answers: Iterable[Answer]) -> Answer:
    """The conjunction of three-valued answers: no if any is no, unknown if any other is unknown, else yes."""
    given = set(answers)
    return next((answer for answer in (Answer.NO, Answer.UNKNOWN) if answer in given), Answer.YES)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What each condition that a grant names means for one group, by its name and in the order of the model."""

    conditions: Mapping[str, Answer]

    @property
    def overall(self) -> Answer:
        """Whether the group meets them all; one without conditions is met by everybody."""
        return all_of(self.conditions.values())

    @property
    def told(self) -> "Verdict":
        """The conditions of which profiles tell."""
        return Verdict({name: answer for name, answer in self.conditions.items() if name not in UNTOLD})

    @property
    def untold(self) -> "Verdict":
        """The conditions of which no profile tells."""
        return Verdict({name: answer for name, answer in self.conditions.items() if name in UNTOLD})

    def named(self, answer: Answer) -> tuple[str, ...]:
        """The conditions that have an answer."""
        return tuple(name for name, given in self.conditions.items() if given is answer)


Asked = tuple[str, Callable[[Group], Answer]]


def eligibility(grant: Grant, group: Group, today: date) -> Verdict:
    """The conditions of a grant held against a group's profile; years count on its last day, else on `today`."""
    return Verdict({name: met(group) for name, met in conditions(grant, today)})


def conditions(grant: Grant, today: date) -> tuple[Asked, ...]:
    """What a grant asks of a group, as it names it: a condition's name and how a group answers it."""
    return (*_of_the_body(grant, today), *_of_the_work(grant))


def counting_day(grant: Grant, today: date) -> date:
    """The day on which years at work are counted: the last on which one may apply, else today."""
    return today if grant.closes == ALWAYS else grant.closes


def _of_the_body(grant: Grant, today: date) -> Iterator[Asked]:
    asked = grant.eligible or Eligible()
    span = _Span(counting_day(grant, today), today)
    if asked.kinds:
        wanted = frozenset(asked.kinds)
        yield "kinds", lambda group: _kind(group.kind, wanted)
    if least := asked.years:
        yield "years", lambda group: _at_work(group.founded, least, span)
    if (most := asked.years_most) is not None:
        yield "years_most", lambda group: _within(group.founded, most, span)
    if number := asked.members:
        yield "members", lambda group: _members(group, number)
    if asked.registered:
        yield "registered", lambda group: Answer.UNKNOWN
    if asked.note:
        yield "note", lambda group: Answer.UNKNOWN


def _of_the_work(grant: Grant) -> Iterator[Asked]:
    if grant.fields:
        fields = frozenset(grant.fields)
        yield "fields", lambda group: _said(not fields.isdisjoint(group.fields))
    if grant.areas:
        areas = frozenset(grant.areas)
        yield "areas", lambda group: _area(areas, frozenset(group.areas))


def _said(met: bool) -> Answer:
    return Answer.YES if met else Answer.NO


def may_be_kind(kind: str, wanted: frozenset[str]) -> bool:
    """Whether a body of a kind may be what a grant is for."""
    return _kind(kind, wanted) is not Answer.NO


def _kind(kind: str, wanted: frozenset[str]) -> Answer:
    if kind in wanted or not wanted.isdisjoint(_ALSO.get(kind, ())):
        return Answer.YES
    perhaps = _PERHAPS.get(kind, frozenset())
    if perhaps and perhaps <= wanted:
        return Answer.YES
    unsure = kind == _ANY_KIND or (_CITIZENS in wanted and kind in CITIZENS_PERHAPS)
    return Answer.UNKNOWN if unsure or not wanted.isdisjoint(perhaps) else Answer.NO


def years_after(day: date, years: int) -> date:
    """The day so many years later; of 29 February the last of the month where there is none (民法 第143条)."""
    year = min(day.year + years, date.max.year)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) and not leap else day.day)


class _Span(NamedTuple):
    """Until when years are counted, and the day on which somebody does it."""

    day: date
    today: date

    def knows(self, founded: str | None) -> bool:
        """Whether a day of founding is one to count from: a day to come is a plan or a slip."""
        return founded is not None and not is_later(founded, self.today.isoformat())


def _at_work(founded: str | None, least: int, span: _Span) -> Answer:
    """Whether a group is at least so many years at work on a day; its founding may be known to the year only."""
    if founded is None or not span.knows(founded):
        return Answer.UNKNOWN
    first, last = (years_after(each, least) for each in span_of_partial_date(founded))
    return Answer.YES if last <= span.day else Answer.NO if first > span.day else Answer.UNKNOWN


def _within(founded: str | None, most: int, span: _Span) -> Answer:
    """Whether a group is at most so many years at work on a day."""
    if founded is None or not span.knows(founded):
        return Answer.UNKNOWN
    first, last = (years_after(each, most) for each in span_of_partial_date(founded))
    return Answer.YES if first >= span.day else Answer.NO if last < span.day else Answer.UNKNOWN


def _members(group: Group, least: int) -> Answer:
    """Whether a group has so many members; those who live in the city are a part of them."""
    members = group.members
    if members is None or members.differ:
        return Answer.UNKNOWN
    if members.total is not None:
        return _said(members.total >= least)
    return Answer.YES if (members.residents or 0) >= least else Answer.UNKNOWN


def _area(wanted: frozenset[str], areas: frozenset[str]) -> Answer:
    """Whether a group works where a grant is for: in one of its areas, or in a part or the whole of it."""
    parts = areas - _OUTSIDE
    if not wanted.isdisjoint(areas) or (parts and _WHOLE in wanted) or (_WHOLE in areas and wanted - _OUTSIDE):
        return Answer.YES
    return Answer.UNKNOWN if areas == {_NOWHERE} else Answer.NO
