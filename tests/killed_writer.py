"""A process that writes files as the program does, and has itself killed at the n-th time it touches the disk.

Started by test_atomic.py. Each line on its input is `act folder n`: a forked child does the act in that folder, and is
killed by the system just before its n-th event (0: never). Each answer is the child's exit status.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.atomic import append, place_new, replace_file, replace_files

OLD, NEW = b"old\n" * 9000, b"new\n" * 9000
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.link", "os.truncate", "os.chmod", "shutil.copymode"}
# What the system does not tell to an audit hook.
CALLS = ("fsync", "write")
ACTS: dict[str, Callable[[Path], object]] = {
    "replace": lambda folder: replace_file(folder / "a.yaml", NEW),
    "replace-private": lambda folder: replace_file(folder / "a.yaml", NEW, private=True),
    "replace-two": lambda folder: replace_files({folder / "photos/b.jpg": NEW, folder / "a.yaml": NEW}),
    "place": lambda folder: place_new(folder / "new.yaml", NEW),
    "append": lambda folder: append(folder / "a.yaml", NEW),
}


class Killer:
    """Counts what touches the disk, and ends this process just before the n-th time."""

    def __init__(self, number: int) -> None:
        self.left = number
        for name in CALLS:
            setattr(os, name, self._counted(getattr(os, name)))
        sys.addaudithook(self._watch)

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            self._event()
            return call(*arguments)

        return counted

    def _watch(self, event: str, arguments: tuple[object, ...]) -> None:
        opening = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if opening or event in CHANGES:
            self._event()

    def _event(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Answer every line of the standard input."""
    for line in iter(sys.stdin.readline, ""):
        act, folder, number = line.split()
        child = os.fork()
        if not child:
            Killer(int(number))
            ACTS[act](Path(folder))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
