"""From stage to site, whole or not at all.

A build fills a stage beside the site. Publishing makes it the site in one step, so that a build that fails or is killed
leaves the last good site as it was. Nothing is ever deleted that does not carry our marker.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

MARKER = ".hiroba"
MARKER_TEXT = "This folder is written by hiroba build. Its content is replaced by every build.\n"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP_MACOS = 2


class NotOurs(Exception):
    """The site folder holds files but no marker: it is not ours to replace."""


def check_target(site: Path) -> None:
    """Refuse, by NotOurs, a folder that has content but no marker."""
    if site.exists() and not _ours(site):
        raise NotOurs(site)


def open_stage(site: Path) -> Path:
    """A new empty folder beside the site; stages that killed builds left behind are cleared away first."""
    recover(site)
    check_target(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f".{site.name}.stage-*"):
        if _ours(left):
            discard(left)
    stage = Path(tempfile.mkdtemp(prefix=f".{site.name}.stage-", dir=site.parent))
    stage.chmod(0o755)
    write(stage / MARKER, MARKER_TEXT)
    return stage


def write(path: Path | str, text: str) -> None:
    """Write a text file as UTF-8 with plain newlines on every system, making its folder."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path | str, data: bytes) -> None:
    """Write a file, making its folder if it is the first one there."""
    # Plain names: for ten thousand pages, taking paths apart costs as much as writing them.
    name = os.fspath(path)
    try:
        _write(name, data)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(name), exist_ok=True)  # noqa: PTH103, PTH120
        _write(name, data)


def _write(name: str, data: bytes) -> None:
    with open(name, "wb") as file:  # noqa: PTH123
        file.write(data)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it, and a kill on the way, sees the former content or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    if path.exists():
        shutil.copymode(path, beside)
    os.replace(beside, path)  # noqa: PTH105 - the one call that replaces a file in one step everywhere


def publish(stage: Path, site: Path) -> None:
    """Make `stage` the site. Files that did not change keep their times."""
    check_target(site)
    write(stage / MARKER, MARKER_TEXT)
    _keep_times(stage, site)
    if not site.exists():
        stage.rename(site)
        return
    if not _exchange(stage, site):
        _swap_by_renaming(stage, site)
        return
    discard(stage)


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


def recover(site: Path) -> None:
    """Put the last good site back if a build without an atomic swap was killed between its two renames."""
    old = _old(site)
    if not _ours(old):
        return
    if not site.exists():
        old.rename(site)
    else:
        discard(old)


def _ours(folder: Path) -> bool:
    """A folder with our marker, or an empty one: a build may be killed before it writes the marker."""
    return folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir()))


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _swap_by_renaming(stage: Path, site: Path) -> None:
    """For systems that cannot exchange two folders in one step (Windows); `recover` mends a kill in between."""
    old = _old(site)
    site.rename(old)
    try:
        stage.rename(site)
    except OSError:
        old.rename(site)
        raise
    discard(old)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step where the system can; False where it cannot."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
    except (OSError, TypeError):
        return False
    a, b = os.fsencode(first), os.fsencode(second)
    if sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(a, b, _RENAME_SWAP_MACOS) == 0)
    return False


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
