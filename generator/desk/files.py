"""Files that are whole or not there, whatever happens on the way: a full disk, a kill, two people at once."""

import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
OWNER_ONLY = 0o600
_TRIES, _PAUSE = 5, 0.02


def place_new(path: Path, data: bytes) -> bool:
    """Put a whole file where none stands; False if one stands there already. What is there is never touched."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    try:
        _write_through(beside, data)
        placed = _take_place(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()
    if placed:
        _settle(path.parent)
    return placed


def replace_whole(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    try:
        _write_through(beside, data)
        # The one call that replaces a file in one step everywhere.
        _patiently(lambda: os.replace(beside, path))  # noqa: PTH105
    finally:
        with suppress(OSError):
            beside.unlink()


def move(path: Path, folder: Path) -> bool:
    """Move a file into another folder beside its own; False if it is not there: somebody else was first."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _patiently(lambda: os.rename(path, folder / path.name))  # noqa: PTH104
    except FileNotFoundError:
        return False
    _settle(folder)
    return True


def append_line(path: Path, line: str) -> None:
    """Add a line at the end of a file, whole or not at all; a line that a kill tore off before it stays apart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, _APPEND, OWNER_ONLY)
    try:
        size = os.fstat(file).st_size
        data = (b"" if _ends(file, size) else b"\n") + line.encode("utf-8") + b"\n"
        if not _written(file, data):
            os.ftruncate(file, size)
            raise OSError(f"no room for a line in {path.name}")
        os.fsync(file)
    finally:
        os.close(file)


def remove(path: Path) -> None:
    """Remove a file; one that is gone already is as good."""
    with suppress(FileNotFoundError):
        _patiently(path.unlink)


def _patiently(act: Callable[[], None]) -> None:
    """Try again a few times: on Windows nobody can rename or remove a file while somebody else reads it."""
    for _ in range(_TRIES):
        try:
            return act()
        except PermissionError:
            time.sleep(_PAUSE)
    return act()


def clear_leftovers(folder: Path) -> None:
    """Remove what a kill left half written, and names that were taken for nothing."""
    for left in (*folder.glob(".*.new"), *(path for path in folder.glob("*.json") if not path.stat().st_size)):
        with suppress(OSError):
            left.unlink()


def _ends(file: int, size: int) -> bool:
    """Whether a file is empty or ends with a whole line."""
    if not size:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"


def _written(file: int, data: bytes) -> bool:
    return os.write(file, data) == len(data)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")


def _write_through(path: Path, data: bytes) -> None:
    """Write a new file down to the disk."""
    file = os.open(path, _NEW, OWNER_ONLY)
    with open(file, "wb") as stream:  # noqa: PTH123
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _take_place(beside: Path, path: Path) -> bool:
    """Give a finished file its name; the first one wins, on every system."""
    try:
        os.link(beside, path)
    except FileExistsError:
        return False
    except OSError:
        # Memory sticks and some network folders know no second name for a file.
        return _rename_new(beside, path)
    return True


def _rename_new(beside: Path, path: Path) -> bool:
    """The same by renaming. Only Windows refuses to rename onto a file; elsewhere the name is taken first."""
    try:
        if os.name == "nt":
            os.rename(beside, path)  # noqa: PTH104
            return True
        os.close(os.open(path, _NEW, OWNER_ONLY))
    except FileExistsError:
        return False
    try:
        os.replace(beside, path)  # noqa: PTH105
    except OSError:
        path.unlink()
        raise
    return True


def _settle(folder: Path) -> None:
    """Have the system write down a folder's names; Windows does so by itself."""
    with suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
