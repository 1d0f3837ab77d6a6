"""What follows from a call for people alone: when it is, whether that is over, which meetings it means, its name."""

import hashlib
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import count

from generator.japanese.moments import Moment, parse_moment
from generator.japanese.occasions import meeting_day, names_place, names_time
from generator.japanese.patterns import EVERY_WEEK
from generator.japanese.recurrence import Recurrence, day_parts, parse_recurrence
from generator.japanese.text import key
from generator.models.choices import GroupStatus
from generator.models.group import SUCCESSOR, Meeting, Recruiting

# Openings for few: who knows something well, and who carries a group on. They do more than come to its meetings.
LEADING = ("board", SUCCESSOR)
FEW = ("specialist", *LEADING)
# 22:00-2:00 ends on the next day: nobody means the small hours of the same.
_OVER_NIGHT = re.compile(
    "((?:1[89]|2[0-3])(?::[0-5][0-9]|時(?:半|[0-9]{1,2}分)?) ?(?:[-~〜～]|から) ?)(?=0?[0-5](?::|時))"
)
_IN_ADDRESS = re.compile("[0-9a-z]+(?:-[0-9a-z]+){0,4}")
_CARRIES_ON = re.compile("後継|[跡後あと]を?継|引き?継|受け継|[二三]代目|再開|再出発|復活|立て直|もう一度(?:始|はじ)")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"few": FEW, "over_night": _OVER_NIGHT, "carries_on": _CARRIES_ON}


def when_of(call: Recruiting) -> Recurrence | Moment | None:
    """When a call is: again and again, or on one day or span of days; None where it is not understood."""
    return _read(call.when) if call.when else None


@lru_cache(maxsize=4096)
def _read(when: str) -> Recurrence | Moment | None:
    """A town says the same few things again and again."""
    for text in (when, _OVER_NIGHT.sub(r"\1翌", when)):
        said = parse_recurrence(text)
        if isinstance(said, Recurrence):
            return said
        day = parse_moment(text)
        if isinstance(day, Moment):
            return day
    return None


def is_over(call: Recruiting, today: date) -> bool:
    """Whether nobody can answer a call any more: its last day for answers is past, or the only day that it is about."""
    day = when_of(call)
    return bool(call.until and call.until < today) or (isinstance(day, Moment) and day.last < today)


def is_open(call: Recruiting, status: GroupStatus, today: date) -> bool:
    """Whether a call stands on a day; that of a group at rest only if it is for those who carry the group on."""
    rests = status == GroupStatus.RESTING and carries_on(call)
    return (status == GroupStatus.ACTIVE or rests) and not is_over(call, today)


def carries_on(call: Recruiting) -> bool:
    """Whether a call is for somebody who takes the group over or begins it anew."""
    return call.role == SUCCESSOR or bool(_CARRIES_ON.search(f"{call.title}\n{call.text or ''}"))


@dataclass(frozen=True, slots=True)
class Borrowed:
    """The meetings, by number, whose time and whose place a call surely shares; None where it says its own, or nothing
    is sure."""

    when: int | None = None
    place: int | None = None


def borrowed(
    call: Recruiting, place: str | None, meetings: Sequence[Meeting], places: Sequence[str | None]
) -> Borrowed:
    """What a call that does not say it all takes from its group's meetings: of those at its place, on its day, the
    only one. place, places: of the call and of each meeting, by whatever name."""
    meant = () if call.from_home or (call.when and place) else tuple(_meant(call, place, meetings, places))
    if not meant:
        return Borrowed()
    alike = len({key(places[n] or "") for n in meant}) == 1
    return Borrowed(
        when=meant[0] if len(meant) == 1 and not call.when else None,
        place=meant[0] if alike and not place and places[meant[0]] else None,
    )


def _meant(
    call: Recruiting, place: str | None, meetings: Sequence[Meeting], places: Sequence[str | None]
) -> Iterator[int]:
    """The meetings that a call can mean; none if its own words name a day, a place or an occasion."""
    words = "\n".join(filter(None, (call.title, call.text, call.conditions)))
    day = None if call.when else meeting_day(words)
    if not place and names_place(words):
        return
    if not call.when and day is None and names_time(words):
        return
    if not (call.when or place or day is not None) and call.role in FEW:
        return
    for n, meeting in enumerate(meetings):
        here = not place or key(places[n] or "") == key(place)
        then = not call.when or _is_within(when_of(call), meeting.when)
        if here and then and (day is None or any(day in pattern.weekdays for pattern in meeting.when.patterns)):
            yield n


def _is_within(own: Recurrence | Moment | None, meeting: Recurrence) -> bool:
    """Whether the days on which a call repeats are those of a meeting, and at a time of day at which it may be."""
    if not isinstance(own, Recurrence) or own.irregular or meeting.irregular:
        return False
    days = _weeks(meeting)
    held = all((week, day) in days or (EVERY_WEEK, day) in days for week, day in _weeks(own))
    dated = set(own.month_days) <= set(meeting.month_days)
    named = bool(own.patterns or own.month_days) and own.months in ((), meeting.months)
    parts, theirs = day_parts(own), day_parts(meeting)
    return held and dated and named and bool(not parts or not theirs or set(parts) & set(theirs))


def _weeks(repeat: Recurrence) -> set[tuple[int, int]]:
    return {(week, day) for pattern in repeat.patterns for week in pattern.weeks for day in pattern.weekdays}


def call_names(calls: Sequence[Recruiting]) -> tuple[str, ...]:
    """A name for each call of a group, which its address ends with: its `id`, else made of its role and title.

    Two of the same title have different ones; an `id` is nobody else's, whatever the order.
    """
    own = {_own(call.id) for call in calls if call.id}
    given: dict[str, None] = {}
    for call in calls:
        name = _own(call.id) if call.id else _digest(f"{call.role}\n{call.title}")
        given[free_name(name, given.keys() | (set() if call.id else own))] = None
    return tuple(given)


def free_name(name: str, taken: Set[str]) -> str:
    """A name, or with a number behind it where it is taken."""
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def _own(id_: str) -> str:
    """An id as an address can end with it; one that cannot is told by its digest."""
    return id_ if _IN_ADDRESS.fullmatch(id_) else _digest(id_)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
