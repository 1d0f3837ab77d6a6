"""The history: a line of JSON for each action, appended and never changed (history.jsonl)."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from generator.atomic import append


@dataclass(frozen=True, slots=True)
class Entry:
    """One action. `post` names the submission; `commit` is the short hash of the commit, or why there is none."""

    time: str
    staff: str
    action: str
    post: str = ""
    receipt: str = ""
    folder: str = ""
    slug: str = ""
    title: str = ""
    way: str = ""
    note: str = ""
    commit: str = ""

    @property
    def moment(self) -> datetime:
        """When it was done."""
        return datetime.fromisoformat(self.time)


def record(inbox: Path, entry: Entry) -> None:
    """Append an action to the history."""
    append(inbox / "history.jsonl", f"{json.dumps(asdict(entry), ensure_ascii=False)}\n".encode())


def entries(inbox: Path) -> list[Entry]:
    """Every action, newest first. Lines that a kill tore off, or that cannot be parsed, are skipped."""
    path = inbox / "history.jsonl"
    if not path.is_file():
        return []
    with path.open("rb") as file:
        found = [entry for line in file if (entry := _entry(line))]
    return found[::-1]


def entries_of(inbox: Path, name: str) -> Iterator[Entry]:
    """The actions on one submission, newest first."""
    return (entry for entry in entries(inbox) if entry.post == name)


_NAMES = frozenset(each.name for each in fields(Entry))


def _entry(line: bytes) -> Entry | None:
    try:
        data = json.loads(line)
        entry = Entry(**{name: str(value) for name, value in data.items() if name in _NAMES})
        return entry if entry.moment else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
