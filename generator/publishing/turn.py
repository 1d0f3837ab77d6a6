"""Whose turn it is to write a site: one process at a time, from reading the content to publishing it."""

import getpass
import os
import platform
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publishing.lock import Holder, Waiting, holder, locked
from generator.publishing.stage import Turn, check_target

_MOUNTS = Path("/proc/self/mountinfo")


@contextmanager
def turn(site: Path, mine: Holder, waiting: Waiting | None, *, in_place: bool = False) -> Iterator[Turn]:
    """The only turn at writing `site`; `waiting` is told for whom one waits, and without it Busy is raised.

    With `in_place`, or where the site is a mount point, its folder stays and its files are replaced.
    Raises NotOurs for a folder that is not ours, OSError where nothing can be written.
    """
    check_target(site)
    room = _room(site, in_place)
    room.mkdir(parents=True, exist_ok=True)
    with locked(_lock(site, room), mine, waiting):
        yield Turn(site, room)


def who_runs_this() -> str:
    """The signed-in user and the machine, for those who have to wait."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        # A container may run under a number that has no name.
        user = "ひろば"
    return f"{user}（{platform.node()}）" if platform.node() else user


def at_work(site: Path, *, in_place: bool = False) -> Holder | None:
    """Who is writing a site now, as far as it is known."""
    return holder(_lock(site, _room(site, in_place)))


def _room(site: Path, in_place: bool) -> Path:
    return site if in_place or _mounted(site) else site.parent


def _lock(site: Path, room: Path) -> Path:
    return room / f".{site.name}.lock"


def _mounted(site: Path) -> bool:
    """Whether a folder is a mount point. Linux is asked by name: a folder bound from the same disk looks plain."""
    if os.path.ismount(site):
        return True
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    return os.fspath(site) in {_plain(line.split()[4]) for line in lines}


def _plain(name: str) -> str:
    """A name of the kernel's list, which writes blanks and the like in octal, as it is."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), name)
