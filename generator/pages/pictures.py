"""Pictures of profiles as published pictures: upright, small, and without what the camera wrote into them.

The pixels are copied into a new image, so that GPS position, camera and comments stay behind (STANDARDS: privacy is a
feature). A file is named by its content, so equal pictures are published once and addresses never go stale.
"""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.images import upright, version
from generator.kinds import GROUP
from generator.models.shared import Document, Photo
from generator.pages.parts import Picture
from generator.reading.source import inside, size_of
from generator.wording.parts import Link
from generator.writing import write_bytes

LARGE, SMALL = 1200, 480
# What became of a file, by its name, time and size.
_KNOWN: dict[tuple[Path, int, int], Picture] = {}


@dataclass(slots=True)
class Pictures:
    """Where pictures come from and go to, those made so far, and the names of the files that were written."""

    content: Path
    stage: Path
    made: dict[Path, Picture] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)

    def of(self, folder: str, photos: Iterable[Photo]) -> tuple[Picture, ...]:
        """The published pictures of a profile; one that cannot be read is left out (`check` has said so)."""
        home = self.content / folder
        found = (self._picture(home / photo.file, photo) for photo in photos if _usable(home, photo.file))
        return tuple(picture for picture in found if picture is not None)

    def documents(self, documents: Iterable[Document]) -> tuple[Link, ...]:
        """Links to the published documents of a group, with their size in words."""
        home = self.content / GROUP.folder
        return tuple(self._document(home / d.file, d.title) for d in documents if _usable(home, d.file))

    def _picture(self, path: Path, photo: Photo) -> Picture | None:
        base = self.made.get(path)
        if base is None:
            base = self._make(path)
            if base is None:
                return None
            self.made[path] = base
        return Picture(base.src, photo.alt, base.width, base.height, base.small, base.small_width, photo.caption or "")

    def _make(self, path: Path) -> Picture | None:
        file = (path, *version(path))
        known = _KNOWN.get(file)
        if known and all((self.stage / name).is_file() for name in (known.src, known.small)):
            # A preview has made it before, into the same folder.
            self.kept.update((known.src, known.small))
            return known
        made = self._made(path)
        if made:
            _KNOWN[file] = made
        return made

    def _made(self, path: Path) -> Picture | None:
        image = upright(path)
        if image is None:
            return None
        src, width, height = self._store(image, LARGE)
        small, small_width, _ = self._store(image, SMALL)
        return Picture(src, "", width, height, small, small_width)

    def _store(self, image: Any, size: int) -> tuple[str, int, int]:
        copy = image.copy()
        copy.thumbnail((size, size * 4))
        stream = io.BytesIO()
        copy.save(stream, "JPEG", quality=82, optimize=True, progressive=True)
        return self._keep(stream.getvalue(), ".jpg"), copy.width, copy.height

    def _document(self, path: Path, title: str) -> Link:
        data = path.read_bytes()
        return Link(f"{title}（PDF：{max(1, len(data) // 1024):,}KB）", self._keep(data, ".pdf"))

    def _keep(self, data: bytes, suffix: str) -> str:
        address = f"media/{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
        write_bytes(self.stage / address, data)
        self.kept.add(address)
        return address


def _usable(folder: Path, name: str) -> bool:
    """A preview goes on while `check` complains: what is missing or lies outside is not published."""
    return inside(folder, name) and size_of(folder / name) is not None
