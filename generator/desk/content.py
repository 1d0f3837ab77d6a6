"""A cache of the published profiles, read again only when a file of them has changed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

from generator.kinds import FOLDERS
from generator.reading.read import Reading, read

_FOLDERS = (*FOLDERS, "vocabulary")
Made = TypeVar("Made")
_MOST = 500
Version = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class PublishedContent:
    """A content folder, its last reading, and what was computed from that."""

    content: Path
    shown: str
    version: Version | None = None
    last: Reading | None = None
    made: dict[Hashable, object] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def reading(self) -> Reading:
        """What is published now."""
        return self.versioned()[1]

    def versioned(self) -> tuple[Version, Reading]:
        """What is published now, with a version that differs when it differs."""
        with self.lock:
            version = _version(self.content)
            if self.last is None or version != self.version:
                self.version, self.last, self.made = version, read(self.content, self.shown, alone=True), {}
            return version, self.last

    def cached(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """A cached result, or a new one; the cache is emptied when what is published changes."""
        found = self.made.get(key)
        if found is None:
            if len(self.made) >= _MOST:
                self.made.clear()
            found = self.made[key] = make()
        return cast(Made, found)


def _version(content: Path) -> Version:
    files = (path for folder in _FOLDERS for path in sorted((content / folder).glob("*.y*ml")))
    return tuple((str(path), (status := path.stat()).st_mtime_ns, status.st_size) for path in files)
