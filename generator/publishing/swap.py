"""Two folders change places: in one step where the system can, else in two, of which a kill in between is mended."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP_MACOS = 2


def swap(stage: Path, site: Path) -> Path | None:
    """Make `stage` the site; where the former site is now, if there was one. OSError leaves the site as it was."""
    if not site.exists():
        stage.rename(site)
        return None
    if _exchange(stage, site):
        return stage
    return _swap_by_renaming(stage, site)


def put_back(site: Path, ours: Callable[[Path], bool]) -> Path | None:
    """Put the last good site back if a swap by renaming was cut short; a former site that is left over, if any."""
    old = _old(site)
    if not ours(old):
        return None
    if site.exists():
        return old
    old.rename(site)
    return None


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _swap_by_renaming(stage: Path, site: Path) -> Path:
    """For systems that cannot exchange two folders in one step (Windows); `put_back` mends a kill in between."""
    old = _old(site)
    site.rename(old)
    try:
        stage.rename(site)
    except OSError:
        old.rename(site)
        raise
    return old


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
