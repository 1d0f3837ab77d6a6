"""Stored submissions: each is one file, and the folder it lies in is its state.

A file is a saved form file with the time, the way and the receipt number added; `hiroba intake` reads it too.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.atomic import clear_leftovers, move_file, place_new
from generator.intake.flat import Pair
from generator.intake.receipts import new_receipt

WAITING, ASKED, DONE, TRAPPED = "waiting", "asked", "done", "trapped"
STATES = (WAITING, ASKED, DONE)
_FOLDERS = (*STATES, TRAPPED, "claims")
_RECEIPT = re.compile(r"[0-9]{4}-[0-9A-Z]{4}\Z")
_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}_[0-9]{4}-[0-9A-Z]{4}_[0-9a-f]{12}\Z")
_IGNORE = "# What people send is not for the repository.\n*\n"


@dataclass(frozen=True, slots=True)
class Post:
    """A stored submission. `by` is the member of staff who entered it, empty if it was posted by the form."""

    name: str
    state: str
    received: datetime
    receipt: str
    way: str
    by: str
    pairs: tuple[Pair, ...] = field(repr=False)

    def value(self, name: str) -> str:
        """A submitted value without blanks around it; empty if there is none."""
        return dict(self.pairs).get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Stored:
    """The name of a new file, and the receipt number by which the sender knows it."""

    name: str
    receipt: str


def open_inbox(inbox: Path) -> None:
    """Make the folders of an inbox, and keep git out of it."""
    for folder in _FOLDERS:
        (inbox / folder).mkdir(parents=True, exist_ok=True)
    place_new(inbox / ".gitignore", _IGNORE.encode("utf-8"), private=True)


def clear_inbox(inbox: Path) -> None:
    """Remove what a kill left half written, and names that were taken for nothing; only while no desk is running."""
    clear_leftovers(inbox)
    for folder in (inbox / name for name in (*_FOLDERS, "former")):
        clear_leftovers(folder)
        for path in folder.glob("*.json"):
            with suppress(OSError):
                if not path.stat().st_size:
                    path.unlink()


def store(inbox: Path, pairs: Sequence[Pair], now: datetime, way: str, by: str = "", state: str = WAITING) -> Stored:
    """Store a submission as a new file, down to the disk.

    The very same answers under the same number, or under none, are stored once: somebody pressed twice, or never saw
    our response. Raises OSError when there is no room; nothing is left of the file then.
    """
    pairs = [(without_surrogates(field), without_surrogates(value)) for field, value in pairs]
    given, digest = _receipt_in(pairs), _digest(pairs)
    same = next((inbox / state).glob(f"*_{given or '*'}_{digest}.json"), None)
    if same:
        return Stored(same.stem, same.stem.split("_")[1])
    receipt = given or new_receipt(now)
    head = {"hiroba": 1, "received": now.isoformat(timespec="seconds"), "receipt": receipt, "way": way, "by": by}
    text = json.dumps(head | {"fields": pairs}, ensure_ascii=False, indent=0)
    name = f"{now:%Y-%m-%dT%H-%M-%S}_{receipt}_{digest}"
    place_new(inbox / state / f"{name}.json", text.encode("utf-8"), private=True)
    return Stored(name, receipt)


def find_duplicate(inbox: Path, pairs: Iterable[Pair]) -> Post | None:
    """The submission with the very same answers, whatever its number, way and state; None if there is none."""
    digest = _digest([(without_surrogates(field), without_surrogates(value)) for field, value in pairs])
    paths = ((path, state) for state in STATES for path in sorted((inbox / state).glob(f"*_{digest}.json")))
    return next((post for path, state in paths if (post := _read(path, state))), None)


def _digest(pairs: Iterable[Pair]) -> str:
    """A digest of the answers alone, without receipt number and way."""
    answers = [pair for pair in pairs if pair[0] not in ("_receipt", "_way")]
    return hashlib.sha256(repr(answers).encode("utf-8")).hexdigest()[:12]


def without_surrogates(text: str) -> str:
    """A text without unpaired surrogates, which UTF-8 cannot encode."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _receipt_in(pairs: Iterable[Pair]) -> str:
    """The receipt number that the form showed to the sender; empty where there is no valid one."""
    given = dict(pairs).get("_receipt", "").strip().upper()
    return given if _RECEIPT.match(given) else ""


def posts(inbox: Path, state: str) -> Iterator[Post]:
    """The submissions in a state, oldest first; files that cannot be parsed are skipped."""
    for path in sorted((inbox / state).glob("*.json")):
        post = _read(path, state)
        if post:
            yield post


def count(inbox: Path, state: str) -> int:
    """How many submissions are in a state."""
    return sum(1 for _ in (inbox / state).glob("*.json"))


def unknown_files(inbox: Path, known: Collection[str]) -> list[str]:
    """The files among the open submissions that are none of the known ones."""
    paths = (path for state in (WAITING, ASKED) for path in sorted((inbox / state).glob("*.json")))
    return [f"{path.parent.name}/{path.name}" for path in paths if path.stem not in known]


def find(inbox: Path, name: str) -> Post | None:
    """The submission of this name, wherever it lies; None if there is none, or this is no such name."""
    if not _NAME.match(name):
        return None
    found = (_read(inbox / state / f"{name}.json", state) for state in STATES)
    return next((post for post in found if post), None)


def set_state(inbox: Path, name: str, state: str) -> bool:
    """Move a submission into another state; False if it lies in none of the others."""
    others = (each for each in STATES if each != state)
    return any(move_file(inbox / each / f"{name}.json", inbox / state) for each in others)


def _read(path: Path, state: str) -> Post | None:
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        return _post(path.stem, state, saved) if _NAME.match(path.stem) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _post(name: str, state: str, saved: Mapping[str, object]) -> Post:
    fields = saved["fields"]
    if not isinstance(fields, list):
        raise TypeError(fields)
    pairs = tuple((without_surrogates(str(name)), without_surrogates(str(value))) for name, value in fields)
    when = datetime.fromisoformat(str(saved["received"]))
    return Post(name, state, when, str(saved["receipt"]), str(saved["way"]), str(saved.get("by", "")), pairs)
