"""What is published, read again only when a file of it has changed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from generator.intake.draft import Draft
from generator.reading.read import Reading, read

_ROOMS = ("groups", "events", "places", "vocabulary")
_MOST = 500
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Library:
    """A content folder, and the last reading of it."""

    content: Path
    shown: str
    stamp: Stamp | None = None
    last: Reading | None = None
    drafts: dict[Hashable, Draft] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def reading(self) -> Reading:
        """What is published now."""
        return self.stamped()[1]

    def stamped(self) -> tuple[Stamp, Reading]:
        """What is published now, with a mark that differs when it differs."""
        with self.lock:
            stamp = _stamp(self.content)
            if self.last is None or stamp != self.stamp:
                self.stamp, self.last, self.drafts = stamp, read(self.content, self.shown), {}
            return stamp, self.last

    def remembered(self, key: Hashable, make: Callable[[], Draft]) -> Draft:
        """A draft that was made before, or is made now; forgotten when what is published changes."""
        found = self.drafts.get(key)
        if found is None:
            if len(self.drafts) >= _MOST:
                self.drafts.clear()
            found = self.drafts[key] = make()
        return found


def _stamp(content: Path) -> Stamp:
    files = (path for room in _ROOMS for path in sorted((content / room).glob("*.y*ml")))
    return tuple((str(path), (told := path.stat()).st_mtime_ns, told.st_size) for path in files)
