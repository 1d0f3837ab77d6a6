"""The journal of decisions under way: a write-ahead file for each, which also claims the submission for one member.

A decision is written down whole before any of its steps. Whoever finds the file after a kill can finish it.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.atomic import place_new, remove_file

ACCEPT, ASK, DECLINE = "accept", "ask", "decline"
Photos = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about a submission. For an acceptance: `before` is the digest of the profile that it replaces."""

    post: str
    action: str
    staff: str
    at: str
    receipt: str
    way: str
    title: str
    note: str = ""
    folder: str = ""
    slug: str = ""
    before: str = ""
    after: str = field(default="", repr=False)
    photos: Photos = field(default=(), repr=False)


def claim(inbox: Path, decision: Decision) -> bool:
    """Claim a submission by writing the decision down; False if somebody else has claimed it."""
    return place_new(_path(inbox, decision.post), _text(decision), private=True)


def is_claimed(inbox: Path, post: str) -> bool:
    """Whether a submission is claimed, even if the file cannot be read."""
    return _path(inbox, post).exists()


def pending_decision(inbox: Path, post: str) -> Decision | None:
    """The decision about a submission that is not finished; None if there is none."""
    try:
        return _decision(_path(inbox, post).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def pending_decisions(inbox: Path) -> Iterator[Decision]:
    """Every decision that is not finished."""
    found = (pending_decision(inbox, path.stem) for path in sorted((inbox / "claims").glob("*.json")))
    return (decision for decision in found if decision)


def release(inbox: Path, post: str) -> None:
    """Remove the claim on a submission: its decision is finished, or given up."""
    remove_file(_path(inbox, post))


def _path(inbox: Path, post: str) -> Path:
    return inbox / "claims" / f"{post}.json"


def _text(decision: Decision) -> bytes:
    photos = [[name, base64.b64encode(data).decode("ascii")] for name, data in decision.photos]
    return json.dumps(asdict(decision) | {"photos": photos}, ensure_ascii=False).encode("utf-8")


def _decision(text: str) -> Decision:
    saved = json.loads(text)
    photos = tuple((str(name), base64.b64decode(data)) for name, data in saved.pop("photos"))
    return Decision(**saved, photos=photos)
