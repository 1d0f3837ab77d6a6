"""How a group's handing over of its work is told: where it stands, what it needs, what comes with it, how it went."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.japanese.dates import is_later, show_partial_date
from generator.models.base import label_of
from generator.models.choices import Succession
from generator.models.group import Group
from generator.models.handover import Handover, HandoverStep, former_steps, in_order, since_when

STATES = {
    Succession.NOT_NEEDED: "いまは、引き継ぎの予定はありません",
    Succession.LOOKING: "引き継いでくださる方を探しています",
    Succession.TALKING: "引き継ぎについて相談中です",
    Succession.FOUND: "引き継ぐ方が決まりました",
}
# In a list that is headed by the state: from when on, or when.
_SHORT = {
    Succession.LOOKING: "{}から探しています",
    Succession.TALKING: "{}から相談中です",
    Succession.FOUND: "{}に決まりました",
}
_AHEAD = "{}とあります"
# A state that lasts is told from when on, any other when it came.
_LASTING = (Succession.NOT_NEEDED, Succession.LOOKING, Succession.TALKING)
_ROWS = {name: label_of(Handover, name) for name in ("needs", "hands_over", "help_for")}
HISTORY = label_of(Handover, "history")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"states": STATES, "lasting": _LASTING, "rows": _ROWS, "history": HISTORY}


class HandoverView(NamedTuple):
    """A hand-over in words: a sentence, labels with what they say, and the way so far, a line a step.

    open: whether somebody who thinks of taking over may still ask.
    """

    state: str
    note: str
    rows: tuple[tuple[str, str], ...]
    history: tuple[str, ...]
    open: bool
    history_label: str = HISTORY


def handover_view(group: Group, today: date) -> HandoverView | None:
    """What a group says of handing over its work; None where there is nothing to say."""
    if group.succession is None:
        return None
    handover = in_order(group.succession)
    rows = tuple((label, getattr(handover, name) or "") for name, label in _ROWS.items())
    view = HandoverView(
        state=state_words(handover.status, since_when(handover), today),
        note=handover.note or "",
        rows=tuple(row for row in rows if row[1]),
        history=tuple(_history(handover)),
        open=handover.status in (Succession.LOOKING, Succession.TALKING),
    )
    silent = not (handover.since or view.note or view.rows or view.history)
    return None if handover.status == Succession.NOT_NEEDED and silent else view


def state_words(status: Succession, since: str, today: date) -> str:
    """「引き継いでくださる方を探しています（2026年（令和8年）4月から）」; `since` is an ISO date, or part of one.

    Nothing lasts from a day that is still to come: such a day is only shown.
    """
    day = show_partial_date(since)
    ends = "から" if status in _LASTING and not is_later(since, today.isoformat()) else ""
    return STATES[status] + (f"（{day}{ends}）" if day else "")


def short_state(status: Succession, since: str, today: date) -> str:
    """「2026年（令和8年）4月から探しています」; empty without a date, and only the day where it is still to come."""
    if not since:
        return ""
    words = _AHEAD if is_later(since, today.isoformat()) else _SHORT[status]
    return words.format(show_partial_date(since))


def _history(handover: Handover) -> Iterator[str]:
    """The steps so far; the one that holds now stands above already, unless it has words of its own."""
    former = len(former_steps(handover))
    return (_step(step) for n, step in enumerate(handover.history) if n < former or step.note)


def _step(step: HandoverStep) -> str:
    return "　".join(filter(None, (show_partial_date(step.day), step.status.label, step.note)))
