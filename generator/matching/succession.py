"""Successions: the activities that wait for somebody to take them over, and those that lately found somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.directory.model import Directory, GroupEntry
from generator.japanese.dates import is_later
from generator.matching.opportunities import Opportunity, opportunities_of
from generator.models.choices import GroupStatus, Succession
from generator.models.group import SUCCESSOR
from generator.models.handover import in_order, since_when

# In this order they are shown; of an activity that needs nobody nothing is.
STAGES = (Succession.LOOKING, Succession.TALKING, Succession.FOUND)


@dataclass(frozen=True, slots=True)
class Handing:
    """An activity on its way from one hand to the next.

    stage: one of `STAGES`. since: from when it stands there, an ISO date whose month or day may be missing; empty where
    nobody says. calls: the open recruiting entries for a successor, which belong to it.
    """

    entry: GroupEntry
    stage: Succession
    since: str
    calls: tuple[Opportunity, ...]


def successions(directory: Directory) -> tuple[Handing, ...]:
    """Who looks for somebody, the longest first; then who is in talks; then who found somebody within the last year."""
    return tuple(sorted(_all(directory), key=_order))


def _all(directory: Directory) -> Iterator[Handing]:
    for entry in directory.groups:
        found = handing(entry)
        if found and (found.stage != Succession.FOUND or _lately(found.since, directory.today)):
            yield found


def handing(entry: GroupEntry) -> Handing | None:
    """Where a group stands in handing over its work; None where nothing is handed over, or nobody is there to ask.

    A call for a successor says that somebody is looked for, also where the rest of the profile does not.
    """
    said = entry.group.succession
    handover = in_order(said) if said else None
    seeks = any(call.role == SUCCESSOR for call in entry.recruiting)
    settled = handover is None or handover.status == Succession.NOT_NEEDED
    if entry.group.status == GroupStatus.ENDED or (settled and not seeks):
        return None
    calls = tuple(each for each in opportunities_of(entry) if each.call.role == SUCCESSOR)
    if handover is None or settled:
        posted = [each.call.posted for each in calls if each.call.posted]
        return Handing(entry, Succession.LOOKING, min(posted).isoformat() if posted else "", calls)
    return Handing(entry, handover.status, since_when(handover), calls)


def _lately(since: str, today: date) -> bool:
    """Whether something may have been within the last year; what has no date was not."""
    a_year_ago = f"{today.year - 1}{today.isoformat()[4:]}"
    return bool(since) and not is_later(a_year_ago, since)


def _order(found: Handing) -> tuple[int, bool, str]:
    return STAGES.index(found.stage), not found.since, _sorted_by(found)


def _sorted_by(found: Handing) -> str:
    """The longest waiting first; of what was found, the latest: each digit is turned round."""
    if found.stage != Succession.FOUND:
        return found.since
    return found.since.translate(str.maketrans("0123456789", "9876543210"))
