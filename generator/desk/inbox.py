"""The inbox: each submission is one file, and the folder it lies in says how far it has come.

A file is a saved form file with the time, the way and the receipt number added; `hiroba intake` reads it too.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.atomic import clear_leftovers, move_file, place_new

Pair = tuple[str, str]
WAITING, ASKED, DONE, TRAPPED = "waiting", "asked", "done", "trapped"
STATES = (WAITING, ASKED, DONE)
_FOLDERS = (*STATES, TRAPPED, "claims")
# Letters that are not mistaken for one another on the telephone.
_LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
_RECEIPT = re.compile(r"[0-9]{4}-[0-9A-Z]{4}\Z")
_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}_[0-9]{4}-[0-9A-Z]{4}_[0-9a-f]{12}\Z")
_IGNORE = "# What people send is not for the repository.\n*\n"


@dataclass(frozen=True, slots=True)
class Post:
    """One submission as it was kept. `by` is the member of staff who entered it, empty if it was sent by the form."""

    name: str
    state: str
    received: datetime
    receipt: str
    way: str
    by: str
    pairs: tuple[Pair, ...] = field(repr=False)

    def told(self, name: str) -> str:
        """The value that was sent under a name; empty if there is none."""
        return dict(self.pairs).get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a submission was kept: the name of its file, and the number by which its sender knows it."""

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


def keep(inbox: Path, pairs: Sequence[Pair], now: datetime, way: str, by: str = "", state: str = WAITING) -> Kept:
    """Keep a submission as a new file, down to the disk.

    The very same answers under the same number, or under none, are kept once: somebody pressed twice, or never saw our
    answer. Raises OSError when there is no room; nothing is left of the file then.
    """
    pairs = [(whole(field), whole(value)) for field, value in pairs]
    given, mark = _given(pairs), _mark(pairs)
    same = next((inbox / state).glob(f"*_{given or '*'}_{mark}.json"), None)
    if same:
        return Kept(same.stem, same.stem.split("_")[1])
    receipt = given or f"{now:%m%d}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"
    told = {"hiroba": 1, "received": now.isoformat(timespec="seconds"), "receipt": receipt, "way": way, "by": by}
    text = json.dumps(told | {"fields": pairs}, ensure_ascii=False, indent=0)
    name = f"{now:%Y-%m-%dT%H-%M-%S}_{receipt}_{mark}"
    place_new(inbox / state / f"{name}.json", text.encode("utf-8"), private=True)
    return Kept(name, receipt)


def twin(inbox: Path, pairs: Iterable[Pair]) -> Post | None:
    """The submission with the very same answers, whatever its number, way and state; None if there is none."""
    mark = _mark([(whole(field), whole(value)) for field, value in pairs])
    paths = ((path, state) for state in STATES for path in sorted((inbox / state).glob(f"*_{mark}.json")))
    return next((post for path, state in paths if (post := _read(path, state))), None)


def _mark(pairs: Iterable[Pair]) -> str:
    """What the answers are known by: their number and their way are none of them."""
    answers = [pair for pair in pairs if pair[0] not in ("_receipt", "_way")]
    return hashlib.sha256(repr(answers).encode("utf-8")).hexdigest()[:12]


def whole(text: str) -> str:
    """A text without halves of characters, which a file may hold but nobody can write down."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _given(pairs: Iterable[Pair]) -> str:
    """The number that the form showed to the sender; empty where there is none that can be read aloud."""
    given = dict(pairs).get("_receipt", "").strip().upper()
    return given if _RECEIPT.match(given) else ""


def posts(inbox: Path, state: str) -> Iterator[Post]:
    """The submissions in a state, oldest first; files that are none are passed over."""
    for path in sorted((inbox / state).glob("*.json")):
        post = _read(path, state)
        if post:
            yield post


def count(inbox: Path, state: str) -> int:
    """How many submissions are in a state."""
    return sum(1 for _ in (inbox / state).glob("*.json"))


def strange(inbox: Path, known: Collection[str]) -> list[str]:
    """The files among the open submissions that are not known ones, for somebody to look at."""
    paths = (path for state in (WAITING, ASKED) for path in sorted((inbox / state).glob("*.json")))
    return [f"{path.parent.name}/{path.name}" for path in paths if path.stem not in known]


def find(inbox: Path, name: str) -> Post | None:
    """The submission of this name, wherever it lies; None if there is none, or this is no such name."""
    if not _NAME.match(name):
        return None
    found = (_read(inbox / state / f"{name}.json", state) for state in STATES)
    return next((post for post in found if post), None)


def put(inbox: Path, name: str, state: str) -> bool:
    """Move a submission into another state; False if it lies in none of the others."""
    others = (each for each in STATES if each != state)
    return any(move_file(inbox / each / f"{name}.json", inbox / state) for each in others)


def _read(path: Path, state: str) -> Post | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return _post(path.stem, state, told) if _NAME.match(path.stem) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _post(name: str, state: str, told: Mapping[str, object]) -> Post:
    fields = told["fields"]
    if not isinstance(fields, list):
        raise TypeError(fields)
    pairs = tuple((whole(str(name)), whole(str(value))) for name, value in fields)
    when = datetime.fromisoformat(str(told["received"]))
    return Post(name, state, when, str(told["receipt"]), str(told["way"]), str(told.get("by", "")), pairs)
