"""One at a time: a lock that is held by an open file, and so ends with its process, however that ends.

The locked file is empty and stays: deleting it would let two processes each lock a file of the same name. A note
beside it says who holds the lock and since when; it is for people alone, and nothing depends on it.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import lock_descriptor

# Seconds between two tries, and tries before one believes that the lock is held: whoever has just taken it needs a
# moment to leave a note, and whoever only asks who holds it has it for a moment.
_PAUSE, _TRIES = 0.2, 4


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, and since when."""

    who: str
    since: datetime


Waiting = Callable[[Holder | None], None]


class Busy(Exception):
    """Another process holds the lock; `holder` is None where it has left no note."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def locked(path: Path, mine: Holder, waiting: Waiting | None) -> Iterator[None]:
    """Hold the lock of `path`. While another has it, `waiting` is told once who; without `waiting`, Busy is raised.

    Raises OSError where the folder cannot be written or its file system has no locks.
    """
    descriptor = _open(path)
    try:
        _take(descriptor, path, waiting)
        _leave_note(path, mine)
        try:
            yield
        finally:
            with suppress(OSError):
                _note(path).unlink()
    finally:
        os.close(descriptor)
    # Windows lets a file be deleted only when nobody has it open, which is just when nobody can want this lock.
    if os.name == "nt":
        with suppress(OSError):
            path.unlink()


def holder(path: Path) -> Holder | None:
    """Who holds the lock of `path` now, as far as a note says it; None if nobody does."""
    try:
        descriptor = _open(path, create=False)
    except OSError:
        return None
    try:
        return None if lock_descriptor(descriptor, blocking=False) else _noted(path)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _open(path: Path, *, create: bool = True) -> int:
    """Open the file for writing, as network drives ask for a lock; read it where another user has made it."""
    flags = os.O_RDWR | (os.O_CREAT if create else 0)
    try:
        return os.open(path, flags, 0o666)
    except PermissionError:
        return os.open(path, os.O_RDONLY)


def _take(descriptor: int, path: Path, waiting: Waiting | None) -> None:
    tries = 0
    while not lock_descriptor(descriptor, blocking=False):
        tries += 1
        if tries == _TRIES:
            if waiting is None:
                raise Busy(_noted(path))
            waiting(_noted(path))
        time.sleep(_PAUSE)


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _leave_note(path: Path, mine: Holder) -> None:
    """Say who holds the lock, over the note of one who was killed; where that cannot be, there is no note."""
    note, text = _note(path), json.dumps({"who": mine.who, "since": mine.since.isoformat()}, ensure_ascii=False)
    with suppress(OSError):
        note.unlink(missing_ok=True)
    with suppress(OSError):
        note.write_text(text + "\n", encoding="utf-8", newline="\n")


def _noted(path: Path) -> Holder | None:
    try:
        said = json.loads(_note(path).read_text(encoding="utf-8"))
        return Holder(str(said["who"]), datetime.fromisoformat(said["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
