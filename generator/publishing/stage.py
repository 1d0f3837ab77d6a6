"""From stage to site, whole or not at all.

A build fills a stage beside the site. Publishing makes it the site in one step, so that a build that fails or is killed
leaves the last good site as it was. Nothing is ever deleted that does not carry our marker, and nothing is published
that is not whole. Everything here is done by the one whose turn it is (`turn.py`).
"""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.atomic import sync_files, sync_folder
from generator.publishing.inplace import KEPT, files_in, finish_in_place, replace_in_place
from generator.publishing.swap import put_back, swap
from generator.writing import write

MARKER = ".hiroba"
MARKER_TEXT = "This folder is written by hiroba build. Its content is replaced by every build.\n"
# What a folder answers that cannot be renamed: a mount point, or one from a lower layer of a container.
_STAYS = {errno.EBUSY, errno.EXDEV}


class NotOurs(Exception):
    """The site folder holds files but no marker: it is not ours to replace."""


class NotWhole(Exception):
    """Files that a build wrote are not there, so that it cannot be published; names the first of them and how many."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(name, count)
        self.name, self.count = name, count


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to write a site, which one process has at a time; `room` is the folder that its stages stand in."""

    site: Path
    room: Path

    @property
    def in_place(self) -> bool:
        """Whether the folder of the site has to stay the one it is, so that only its files can be replaced."""
        return self.room == self.site


def check_target(site: Path) -> None:
    """Refuse, by NotOurs, a folder that has content but no marker."""
    if site.exists() and not _ours(site):
        raise NotOurs(site)


def open_stage(turn: Turn) -> Path:
    """A new empty folder to be filled; what killed builds left half done is finished or cleared away first."""
    site = turn.site
    recover(turn)
    check_target(site)
    for room in {turn.room, site}:
        _clear(room, site)
    if turn.in_place:
        write(site / MARKER, MARKER_TEXT)
    stage = _new_stage(turn.room, site)
    try:
        stage.chmod(0o755)
        write(stage / MARKER, MARKER_TEXT)
    except OSError:
        discard(stage)
        raise
    return stage


def _clear(room: Path, site: Path) -> None:
    for left in room.iterdir() if room.is_dir() else ():
        if left.name.startswith(f".{site.name}.stage-") and _ours(left):
            discard(left)


def _new_stage(room: Path, site: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix=f".{site.name}.stage-", dir=room))


def publish(stage: Path, turn: Turn, names: Iterable[str]) -> None:
    """Make `stage` the site. Files that did not change keep their times.

    `names` are the files that must be there; NotWhole if one is not. OSError if the site cannot be replaced.
    """
    site, expected = turn.site, {*names, MARKER}
    check_target(site)
    write(stage / MARKER, MARKER_TEXT)
    _need(stage, expected)
    _keep_times(stage, site)
    sync_files(stage)
    if turn.in_place:
        replace_in_place(stage, site, MARKER)
    else:
        _swap(stage, site)
        sync_folder(turn.room)
    _need(site, expected)


def replace_folder(turn: Turn, files: Mapping[str, str]) -> None:
    """Make `files`, names and texts, the whole content of a folder of ours; it is left as it was if that fails."""
    stage = open_stage(turn)
    try:
        for name, text in files.items():
            write(stage / name, text)
        publish(stage, turn, files)
    finally:
        discard(stage)


def _swap(stage: Path, site: Path) -> None:
    try:
        former = swap(stage, site)
    except OSError as error:
        if error.errno not in _STAYS:
            raise
        former = stage
        replace_in_place(_moved_in(stage, site), site, MARKER)
    if former:
        discard(former)


def _moved_in(stage: Path, site: Path) -> Path:
    """A copy of `stage` inside the site; nothing of it is left if it cannot be made."""
    inside = _new_stage(site, site)
    try:
        for name in files_in(stage):
            (inside / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(stage / name, inside / name)
    except OSError:
        discard(inside)
        raise
    return inside


def discard(folder: Path) -> None:
    """Delete a stage or a former site, its marker last; quietly leave what the system still holds on to (Windows)."""
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name != MARKER:
            with suppress(OSError):
                entry.unlink()
    # A kill on the way leaves a folder that the next build still knows as ours.
    shutil.rmtree(folder, ignore_errors=True)


def recover(turn: Turn) -> None:
    """Bring to a good end what a killed build was about to do: put the last good site back, or finish replacing it."""
    finish_in_place(turn.site, MARKER)
    if (former := put_back(turn.site, _ours)) is not None:
        discard(former)


def open_to_web(stage: Path) -> None:
    """Let a web server of another user read everything, whatever the umask; nobody but owner and group may write."""
    for folder, _, names in os.walk(stage):
        _allow(folder, 0o755)
        for name in names:
            _allow(os.path.join(folder, name), 0o644)  # noqa: PTH118 - a path apart for each of many files costs


def _allow(path: str, needed: int) -> None:
    mode = stat.S_IMODE(os.stat(path).st_mode)  # noqa: PTH116
    wanted = (mode | needed) & ~stat.S_IWOTH
    if mode != wanted:
        os.chmod(path, wanted)  # noqa: PTH101


def _ours(folder: Path) -> bool:
    """A folder with our marker, or an empty one: a build may be killed before it writes the marker.

    A marker that leads elsewhere marks nothing, and neither does a folder that is somewhere else.
    """
    marker = folder / MARKER
    if folder.is_symlink() or marker.is_symlink() or not folder.is_dir():
        return False
    return marker.is_file() or all(_nobodys(entry.name, folder) for entry in folder.iterdir())


def _nobodys(name: str, site: Path) -> bool:
    return name in KEPT or name.startswith(f".{site.name}.lock")


def _need(folder: Path, expected: set[str]) -> None:
    missing = expected - set(files_in(folder))
    if missing:
        raise NotWhole(min(missing), len(missing))


def _keep_times(stage: Path, site: Path) -> None:
    """Give every staged file that equals the published one the published one's times."""
    if not site.is_dir():
        return
    for folder, _, names in os.walk(stage):
        former = site / Path(folder).relative_to(stage)
        if not former.is_dir():
            continue
        for name in names:
            _keep_time(Path(folder, name), former / name)


def _keep_time(new: Path, former: Path) -> None:
    try:
        status = former.stat()
    except OSError:
        return
    if status.st_size == new.stat().st_size and new.read_bytes() == former.read_bytes():
        os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
