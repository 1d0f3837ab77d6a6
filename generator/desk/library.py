"""What is published, read again only when a file of it has changed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

from generator.kinds import FOLDERS
from generator.reading.read import Reading, read

_ROOMS = (*FOLDERS, "vocabulary")
Made = TypeVar("Made")
_MOST = 500
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Library:
    """A content folder, and the last reading of it."""

    content: Path
    shown: str
    stamp: Stamp | None = None
    last: Reading | None = None
    made: dict[Hashable, object] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def reading(self) -> Reading:
        """What is published now."""
        return self.stamped()[1]

    def stamped(self) -> tuple[Stamp, Reading]:
        """What is published now, with a mark that differs when it differs."""
        with self.lock:
            stamp = _stamp(self.content)
            if self.last is None or stamp != self.stamp:
                self.stamp, self.last, self.made = stamp, read(self.content, self.shown, alone=True), {}
            return stamp, self.last

    def remembered(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made before, or is made now; forgotten when what is published changes."""
        found = self.made.get(key)
        if found is None:
            if len(self.made) >= _MOST:
                self.made.clear()
            found = self.made[key] = make()
        return cast(Made, found)


def _stamp(content: Path) -> Stamp:
    files = (path for room in _ROOMS for path in sorted((content / room).glob("*.y*ml")))
    return tuple((str(path), (told := path.stat()).st_mtime_ns, told.st_size) for path in files)
