"""How a group hands its work over (引き継ぎ), as it is written in its profile."""

from typing import Annotated, ClassVar

from generator.models.base import Record, field
from generator.models.choices import OneSuccession
from generator.models.types import Line, Many, PartialDay, Text


class HandoverStep(Record):
    """Where a group stood in handing over its work, from one day on."""

    status: OneSuccession = field("状況", "Status", example="not-needed")
    day: PartialDay = field("いつから", "Since", example="2025年4月")
    note: Line | None = field("補足", "Note", default=None, example="会員の知り合いから申し出がありました")


class Handover(Record):
    """Whether a group seeks somebody to take its work over, what that needs, and what comes with it."""

    shorthand: ClassVar[str] = "status"

    status: OneSuccession = field(
        "状況", "Status", "迷っているときは「探しています」でかまいません。あとで変えられます", example="looking"
    )
    since: PartialDay | None = field("いつから", "Since", "いまの状況になった年や月", default=None, example="2026年4月")
    needs: Text | None = field(
        "引き継ぐ方に必要なこと",
        "What it needs",
        "いつ、どのくらい、何をするか。経験が要らないときや、一部だけでもよいときは、そのことも",
        default=None,
        example="月に一度、土曜の午前に出られる方",
    )
    hands_over: Text | None = field(
        "引き継ぐもの",
        "What is handed over",
        "道具、記録、作り方、会場の使い方など",
        default=None,
        example="道具一式、水質の記録20年分、会場の使い方",
    )
    help_for: Line | None = field(
        "手伝える期間", "Help afterwards", "引き継いだあと、いままでの人が手伝える間", default=None, example="1年間"
    )
    note: Text | None = field(
        "補足",
        "Note",
        "どんな思いで続けてきたか、いつごろまでに決めたいかなど",
        default=None,
        example="3年以内に代表を引き継ぐ方を探しています",
    )
    history: Annotated[tuple[HandoverStep, ...], Many] = field(
        "引き継ぎの経過", "History", default=(), asked=False, max_length=12
    )


def in_order(handover: Handover) -> Handover:
    """The same with its history by day, whatever the order in which it was written."""
    return handover.model_copy(update={"history": tuple(sorted(handover.history, key=lambda step: step.day))})


def former_steps(handover: Handover) -> tuple[HandoverStep, ...]:
    """What was before the state that holds now; the last step of a history may tell that one once more."""
    *before, last = handover.history or (None,)
    if last is None or last.status != handover.status or handover.since not in (None, last.day):
        return handover.history
    return tuple(step for step in before if step)


def since_when(handover: Handover) -> str:
    """From when on the state holds, an ISO date or part of one; empty where nothing tells."""
    last = handover.history[-1] if len(former_steps(handover)) < len(handover.history) else None
    return handover.since or (last.day if last else "")
