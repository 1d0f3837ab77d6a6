"""Commits are pushed to the code host in the background, one push at a time; what fails is tried again later."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from generator.desk.jobs.git import merge_upstream, push, unpushed


@dataclass(frozen=True, slots=True)
class Unpushed:
    """How many commits the code host does not have, why the last push failed, and whether pushing is enabled."""

    count: int
    why: str
    enabled: bool


@dataclass(slots=True)
class Pusher:
    """Pushes the commits of `content` if that is `enabled`; it holds `write_lock` while it merges."""

    content: Path
    enabled: bool
    write_lock: Lock
    why: str = ""
    lock: Lock = field(default_factory=Lock)
    again: bool = False
    thread: Thread | None = None

    def start(self) -> None:
        """Start a push, or have another one follow the one that is running."""
        if not self.enabled:
            return
        with self.lock:
            self.again = True
            if self.thread is None:
                self.thread = Thread(target=self._run, daemon=True)
                self.thread.start()

    def wait(self, seconds: float) -> None:
        """Wait until nothing is left to try, but only so long."""
        thread = self.thread
        if thread is not None:
            thread.join(seconds)

    def pending(self) -> Unpushed | None:
        """What is not pushed; None if everything is, or if there is no code host."""
        number = unpushed(self.content)
        return Unpushed(number, self.why, self.enabled) if number or (self.enabled and self.why) else None

    def _run(self) -> None:
        while self._next():
            self.why = self._push()

    def _next(self) -> bool:
        with self.lock:
            wanted_again, self.again = self.again, False
            if not wanted_again:
                self.thread = None
            return wanted_again

    def _push(self) -> str:
        """Push, after a merge if the code host is ahead; why that failed, empty if it did not."""
        why = push(self.content)
        if not why:
            return ""
        # Mostly somebody else has pushed meanwhile.
        with self.write_lock:
            fault = merge_upstream(self.content)
        return push(self.content) if fault == "" else fault or why
