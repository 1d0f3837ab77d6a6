"""The state that a succession leaves goes into its history, with its date, whoever sends the new one in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from generator.models.choices import Succession
from generator.models.handover import Handover, former_steps, since_when
from generator.models.vocabulary import Vocabulary

# Said of a state of which nobody wrote when it began: on that day it ended.
UNTIL_THEN = "この日まで"


def with_history(before: Any, after: Any, vocabularies: Mapping[str, Vocabulary], today: date) -> Any:
    """What a succession is to say, as it would be written in a profile, with the history that it had and how it stood.

    `before` is what is published, `after` what was sent in, which does not ask for the history. Whoever takes a
    succession back says that none is needed; one that was never there, or cannot be understood, stays as it is sent.
    """
    was, old = _mapping(before), _read(before, vocabularies)
    if old is None:
        return _kept(after, was)
    new = _mapping(after) or ({"status": Succession.NOT_NEEDED.value} if _tells(old) else {})
    status = Succession.called(str(new.get("status", "")))
    if not new or status in (None, old.status):
        return _kept(after if new else None, was)
    return {**new, "since": _since(new, old, vocabularies, today), "history": _further(new, was, old, today)}


def _kept(after: Any, was: Mapping[str, Any]) -> Any:
    """What was sent, with the history that is published, if it has none of its own."""
    new = _mapping(after)
    return {**new, "history": was["history"]} if new and "history" in was and "history" not in new else after


def _mapping(value: Any) -> dict[str, Any]:
    """A succession as a mapping, also one in a single line (探しています)."""
    return dict(value) if isinstance(value, Mapping) else {"status": value} if value else {}


def _read(value: Any, vocabularies: Mapping[str, Vocabulary]) -> Handover | None:
    try:
        return Handover.model_validate(_mapping(value), context={"vocabularies": vocabularies})
    except ValidationError:
        return None


def _tells(old: Handover) -> bool:
    return bool(old.status != Succession.NOT_NEEDED or old.history)


def _since(new: Mapping[str, Any], old: Handover, vocabularies: Mapping[str, Vocabulary], today: date) -> Any:
    """From when the new state holds: as it is sent, if that is not merely what stood there of the old one."""
    said = new.get("since")
    read = _read({"status": new["status"], "since": said}, vocabularies) if said else None
    return said if said and not (read and read.since == old.since) else f"{today:%Y-%m}"


def _further(new: Mapping[str, Any], was: Mapping[str, Any], old: Handover, today: date) -> list[Any]:
    """The steps so far and the state that ends now, which the last of them may tell already."""
    steps = list(new.get("history") or was.get("history") or [])
    if len(former_steps(old)) < len(old.history):
        return steps
    day = since_when(old)
    return [
        *steps,
        {"status": old.status.value, "day": day or today.isoformat()} | ({} if day else {"note": UNTIL_THEN}),
    ]
