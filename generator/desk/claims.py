"""Who has taken a submission in hand: a file that only one can place, and that holds everything still to be done.

A decision is written down whole before anything is done about it. Whoever finds the file after a kill can finish.
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
class Plan:
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


def claim(inbox: Path, plan: Plan) -> bool:
    """Take a submission in hand; False if somebody else has."""
    return place_new(_path(inbox, plan.post), _text(plan), private=True)


def is_claimed(inbox: Path, post: str) -> bool:
    """Whether somebody has a submission in hand, whatever of it can be read."""
    return _path(inbox, post).exists()


def claimed(inbox: Path, post: str) -> Plan | None:
    """The decision that is being carried out about a submission, if there is one."""
    try:
        return _plan(_path(inbox, post).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def claims(inbox: Path) -> Iterator[Plan]:
    """Every decision that is not carried out yet."""
    found = (claimed(inbox, path.stem) for path in sorted((inbox / "claims").glob("*.json")))
    return (plan for plan in found if plan)


def release(inbox: Path, post: str) -> None:
    """Let go of a submission."""
    remove_file(_path(inbox, post))


def _path(inbox: Path, post: str) -> Path:
    return inbox / "claims" / f"{post}.json"


def _text(plan: Plan) -> bytes:
    told = asdict(plan) | {"photos": [[name, base64.b64encode(data).decode("ascii")] for name, data in plan.photos]}
    return json.dumps(told, ensure_ascii=False).encode("utf-8")


def _plan(text: str) -> Plan:
    told = json.loads(text)
    photos = tuple((str(name), base64.b64decode(data)) for name, data in told.pop("photos"))
    return Plan(**told, photos=photos)
