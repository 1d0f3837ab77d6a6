"""The site is built by a program of its own, one at a time; whatever becomes of it, the last good site stays.

Others may build it too, by hand or every night: this build then waits, and the desk says for whom.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread

from generator.publishing.lock import Holder
from generator.publishing.turn import at_work

_PACKAGE = Path(__file__).parent.parent.parent
_LINES = 60


@dataclass(frozen=True, slots=True)
class Built:
    """The last build: who asked for it, when it began and ended, its exit code and last lines."""

    staff: str
    began: datetime
    ended: datetime | None = None
    code: int | None = None
    lines: str = ""

    @property
    def end(self) -> str:
        """Its last word."""
        return self.lines.rstrip().rpartition("\n")[2]


@dataclass(slots=True)
class Builder:
    """Builds the site that a settings file describes; what it says goes into a log."""

    config: Path
    log: Path
    site: Path
    in_place: bool = False
    last: Built | None = None
    lock: Lock = field(default_factory=Lock)
    thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a build is running."""
        return self.last is not None and self.last.ended is None

    def start(self, staff: str, now: Callable[[], datetime]) -> bool:
        """Begin a build in the background; False if one is running."""
        with self.lock:
            if self.busy:
                return False
            self.last = Built(staff, now())
            self.thread = Thread(target=self._run, args=(staff, now), daemon=True)
            self.thread.start()
            return True

    def other(self) -> Holder | None:
        """Who else is building the site now, so that a build of ours waits."""
        found = at_work(self.site, in_place=self.in_place)
        own = found is not None and self.last is not None and self.busy and found.who == _shown(self.last.staff)
        return None if own else found

    def wait(self, seconds: float) -> None:
        """Wait until the build is over, but only so long."""
        thread = self.thread
        if thread is not None:
            thread.join(seconds)

    def _run(self, staff: str, now: Callable[[], datetime]) -> None:
        began = self.last.began if self.last else now()
        code: int | None = None
        try:
            code = self._build(staff)
        except OSError as error:
            _note(self.log, str(error))
        finally:
            self.last = Built(staff, began, now(), code, _tail(self.log))

    def _build(self, staff: str) -> int:
        command = ("build", "-f", str(self.config), "--by", _shown(staff))
        with self.log.open("wb") as log:
            return subprocess.run(
                [sys.executable, "-P", "-m", "generator.cli", *command],
                cwd=self.config.parent,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                check=False,
                env=_environment(),
            ).returncode


def _shown(staff: str) -> str:
    """How others who build learn of this one."""
    return f"{staff}さん（受付の机）"


def _environment() -> dict[str, str]:
    """Ours, with this very Hiroba in front, and UTF-8 whatever the console's code page is."""
    path = os.pathsep.join([str(_PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])])
    return os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1"}


def _note(log: Path, words: str) -> None:
    log.write_text(words, encoding="utf-8", newline="\n")


def _tail(log: Path) -> str:
    try:
        return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES:])
    except OSError:
        return ""
