"""The build of the site as a process of its own, one at a time; if it fails, the last good site stays.

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

_PACKAGE = Path(__file__).parents[3]
_LINES = 60


@dataclass(frozen=True, slots=True)
class BuildRun:
    """A build: who started it, when it began and ended, its exit code and the last lines of its output."""

    staff: str
    began: datetime
    ended: datetime | None = None
    code: int | None = None
    lines: str = ""

    @property
    def end(self) -> str:
        """The last line of its output."""
        return self.lines.rstrip().rpartition("\n")[2]


@dataclass(slots=True)
class SiteBuilder:
    """Builds the site of a settings file in the background; the output goes into a log."""

    config: Path
    log: Path
    site: Path
    in_place: bool = False
    last: BuildRun | None = None
    lock: Lock = field(default_factory=Lock)
    thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a build is running."""
        return self.last is not None and self.last.ended is None

    def start(self, staff: str, now: Callable[[], datetime]) -> bool:
        """Start a build; False if one is running."""
        with self.lock:
            if self.busy:
                return False
            self.last = BuildRun(staff, now())
            self.thread = Thread(target=self._run, args=(staff, now), daemon=True)
            self.thread.start()
            return True

    def other_holder(self) -> Holder | None:
        """Who else is building the site now, so that a build of ours waits."""
        found = at_work(self.site, in_place=self.in_place)
        own = found is not None and self.last is not None and self.busy and found.who == _display_name(self.last.staff)
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
            _write_log(self.log, str(error))
        finally:
            self.last = BuildRun(staff, began, now(), code, _tail(self.log))

    def _build(self, staff: str) -> int:
        command = ("build", "-f", str(self.config), "--by", _display_name(staff))
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


def _display_name(staff: str) -> str:
    """The name under which others who build learn of this build."""
    return f"{staff}さん（受付の机）"


def _environment() -> dict[str, str]:
    """Ours, with this very Hiroba in front, and UTF-8 whatever the console's code page is."""
    path = os.pathsep.join([str(_PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])])
    return os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1"}


def _write_log(log: Path, words: str) -> None:
    log.write_text(words, encoding="utf-8", newline="\n")


def _tail(log: Path) -> str:
    try:
        return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES:])
    except OSError:
        return ""
