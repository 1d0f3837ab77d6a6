"""What is wrong with a group's handing over of its work beyond its single fields."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.check.finding import Faults
from generator.japanese.answers import is_none
from generator.japanese.dates import is_later, show_partial_date
from generator.models.choices import GroupStatus, Succession
from generator.models.contact import REACHABLE
from generator.models.group import SUCCESSOR, Group, Recruiting, is_stale
from generator.models.handover import Handover, former_steps, since_when

# By these somebody who would take an activity over can say so; a website alone asks nobody.
WAYS = ("via", "phone", "fax", "email", "form")
_SETTLED = (Succession.FOUND, Succession.NOT_NEEDED)
# After so many years of waiting, and none of confirming, somebody should ask.
_LONG = 2
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"ways": WAYS, "settled": _SETTLED, "long": _LONG}


def succession_faults(group: Group, today: date) -> Faults:
    """Everything wrong with one group's succession, by the path of the value that is at fault."""
    handover = group.succession
    if handover is None:
        return
    calls = [call for call in group.recruiting if call.role == SUCCESSOR and not (call.until and call.until < today)]
    yield from _since(handover, today)
    yield from _history(handover)
    if handover.status in _SETTLED and calls and group.status == GroupStatus.ACTIVE:
        yield ("succession", "status"), "succession-still-open", _named(handover.status) | {"title": calls[0].title}
    if handover.status == Succession.LOOKING:
        yield from _looking(group, handover, calls, today)


def _looking(group: Group, handover: Handover, calls: list[Recruiting], today: date) -> Faults:
    told = any(getattr(group.contact, way) for way in REACHABLE) or group.status != GroupStatus.ACTIVE
    if told and not any(getattr(group.contact, way) for way in WAYS):
        yield ("contact",), "succession-unreachable", {}
    words = (handover.needs, handover.hands_over, handover.note)
    if not (calls or any(text and not is_none(text) for text in words)):
        yield ("succession", "status"), "succession-without-words", {}
    since, long_ago = since_when(handover), f"{today.year - _LONG}{today.isoformat()[4:]}"
    if since and group.confirmed and is_stale(group, today) and is_later(long_ago, since):
        facts: dict[str, object] = {"value": show_partial_date(since), "confirmed": group.confirmed.isoformat()}
        yield ("succession", "since" if handover.since else "status"), "succession-waiting-long", facts


def _since(handover: Handover, today: date) -> Faults:
    if handover.since and is_later(handover.since, today.isoformat()):
        facts: dict[str, object] = {"value": show_partial_date(handover.since)}
        yield ("succession", "since"), "succession-in-future", facts


def _history(handover: Handover) -> Faults:
    """Steps that do not follow one another; the state now is the last of them."""
    steps = former_steps(handover)
    days = [step.day for step in steps] + list(filter(None, [since_when(handover)]))
    for n, (day, later) in enumerate(pairwise(days)):
        if is_later(day, later):
            facts: dict[str, object] = {"value": show_partial_date(day), "later": show_partial_date(later)}
            yield ("succession", "history", n, "day"), "succession-history-order", facts
    for n in _repeated([*(step.status for step in steps), handover.status]):
        yield ("succession", "history", n, "status"), "succession-history-repeats", _named(steps[n].status)


def _repeated(states: list[Succession]) -> Iterator[int]:
    """Where a state is followed by the same one."""
    return (n for n, (state, then) in enumerate(pairwise(states)) if state == then)


def _named(status: Succession) -> dict[str, object]:
    return {"state": status.label, "state_en": status.label_en}
