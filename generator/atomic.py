"""Files that are whole or not there, whatever happens on the way: a full disk, a kill, two writers at once.

What people would miss is written here and nowhere else: profiles, the inbox, the register, exported files. A file is
first written beside its place, under a temporary name of its own (`.<name>.<random>.new`) and down to the disk
(fsync), and takes its place in one step; then the folder is written down, where the system can (Windows cannot).
"""

import ctypes
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_SHARED, _OWNER_ONLY = 0o666, 0o600
_TRIES, _PAUSE = 5, 0.02
# No writer needs so long between a temporary file and its place.
_ABANDONED = timedelta(hours=1)


def replace_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put a whole file in the place of whatever stands there: readers, and a kill, see the former one or the new one.

    It keeps the permissions of the former file; a `private` one only its owner may read. On OSError nothing changed.
    """
    replace_files({path: data}, private=private)


def replace_files(files: Mapping[Path, bytes], *, private: bool = False) -> tuple[Path, ...]:
    """Replace several files in their order, each in one step; the paths.

    All of them lie ready before the first takes its place: an OSError until then (a full disk) leaves nothing changed.
    """
    ready: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            ready[path] = _temporary_name(path)
            _write_beside(ready[path], path, data, _OWNER_ONLY if private else _SHARED)
        for path, temporary in ready.items():
            _replace(temporary, path)
    finally:
        _unlink(ready.values())
    for folder in dict.fromkeys(path.parent for path in ready):
        sync_folder(folder)
    return tuple(ready)


def place_new(path: Path, data: bytes, *, private: bool = False) -> bool:
    """Put a whole file where none stands; False if one stands there, which is not touched. Of several one wins."""
    temporary, mode = _temporary_name(path), _OWNER_ONLY if private else _SHARED
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write_through(temporary, data, mode)
        placed = _link(temporary, path)
    finally:
        _unlink([temporary])
    if placed:
        sync_folder(path.parent)
    return placed


def move_file(path: Path, folder: Path) -> bool:
    """Move a file into another folder beside its own; False if it is not there: somebody else was first."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _retried(lambda: os.rename(path, folder / path.name))  # noqa: PTH104
    except FileNotFoundError:
        return False
    sync_folder(folder)
    sync_folder(path.parent)
    return True


def append(path: Path, data: bytes, *, heading: bytes = b"", shared: bool = False) -> None:
    """Add lines at the end of a private file, whole or not at all, after the `heading` if they are the first.

    A `shared` one others may read.

    A line that a kill tore off before them stays apart. Raises OSError if there is no room.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, _APPEND, _SHARED if shared else _OWNER_ONLY)
    try:
        size = os.fstat(file).st_size
        lines = (heading if not size else b"" if _ends_a_line(file, size) else b"\n") + data
        if os.write(file, lines) != len(lines):
            os.ftruncate(file, size)
            raise OSError(f"no room for a line in {path.name}")
        os.fsync(file)
    finally:
        os.close(file)
    if not size:
        sync_folder(path.parent)


def remove_file(path: Path) -> None:
    """Remove a file; one that is gone already is as good."""
    with suppress(FileNotFoundError):
        _retried(path.unlink)


def clear_leftovers(folder: Path, now: datetime | None = None) -> None:
    """Remove the temporary files of killed writers; with `now`, only such as are an hour old: others may be writing."""
    end = (now - _ABANDONED).timestamp() if now else float("inf")
    for left in folder.glob(".*.new"):
        with suppress(OSError):
            if left.stat().st_mtime < end:
                left.unlink()


def sync_files(folder: Path) -> None:
    """Have everything in a folder written down to the disk, at once for all its files; nothing on Windows.

    Linux is asked for one file system (syncfs), others for all (sync); a call for each file would take far longer.
    """
    with suppress(OSError, AttributeError, TypeError):
        if sys.platform != "linux":
            return os.sync()
        file = os.open(folder, os.O_RDONLY)
        try:
            ctypes.CDLL(None).syncfs(file)
        finally:
            os.close(file)


def _temporary_name(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")


def _write_beside(temporary: Path, path: Path, data: bytes, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_through(temporary, data, mode)
    if mode == _SHARED and path.exists():
        shutil.copymode(path, temporary)


def _write_through(path: Path, data: bytes, mode: int) -> None:
    """Write a new file down to the disk."""
    file = os.open(path, _NEW, mode)
    with open(file, "wb") as stream:  # noqa: PTH123
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(temporary: Path, path: Path) -> None:
    # The one call that replaces a file in one step everywhere.
    _retried(lambda: os.replace(temporary, path))  # noqa: PTH105


def _link(temporary: Path, path: Path) -> bool:
    """Give a finished file its name; the first one wins, on every system."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:
        # Memory sticks and some network folders know no second name for a file.
        return _rename_new(temporary, path)
    return True


def _rename_new(temporary: Path, path: Path) -> bool:
    """The same by renaming. Only Windows refuses to rename onto a file; elsewhere the name is taken first."""
    try:
        if os.name == "nt":
            os.rename(temporary, path)  # noqa: PTH104
            return True
        os.close(os.open(path, _NEW, _OWNER_ONLY))
    except FileExistsError:
        return False
    try:
        _replace(temporary, path)
    except BaseException:
        path.unlink()
        raise
    return True


def _retried(act: Callable[[], None]) -> None:
    """Try again a few times: on Windows nobody can rename or remove a file while somebody else reads it."""
    for _ in range(_TRIES):
        try:
            return act()
        except PermissionError:
            time.sleep(_PAUSE)
    return act()


def _unlink(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _ends_a_line(file: int, size: int) -> bool:
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"


def sync_folder(folder: Path) -> None:
    """Have the system write down the names in a folder; Windows does so by itself."""
    with suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
