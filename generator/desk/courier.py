"""Commits are brought to the code host in the background, one journey at a time; what does not arrive stays here."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from generator.desk.repository import catch_up, push, unsent


@dataclass(frozen=True, slots=True)
class Unsent:
    """How many commits the code host does not have, why the last journey failed, and whether it is tried by itself."""

    count: int
    why: str
    wanted: bool


@dataclass(slots=True)
class Courier:
    """Brings what is committed in `content` to the code host if that is `wanted`; nobody writes while it merges."""

    content: Path
    wanted: bool
    writing: Lock
    why: str = ""
    lock: Lock = field(default_factory=Lock)
    again: bool = False
    thread: Thread | None = None

    def send(self) -> None:
        """Begin a journey, or have another one follow the one that is under way."""
        if not self.wanted:
            return
        with self.lock:
            self.again = True
            if self.thread is None:
                self.thread = Thread(target=self._run, daemon=True)
                self.thread.start()

    def wait(self, seconds: float) -> None:
        """Wait until everything has been tried, but only so long."""
        thread = self.thread
        if thread is not None:
            thread.join(seconds)

    def left(self) -> Unsent | None:
        """What has not arrived; None if everything has, or if there is no code host."""
        number = unsent(self.content)
        return Unsent(number, self.why, self.wanted) if number or (self.wanted and self.why) else None

    def _run(self) -> None:
        while self._next():
            self.why = self._journey()

    def _next(self) -> bool:
        with self.lock:
            going, self.again = self.again, False
            if not going:
                self.thread = None
            return going

    def _journey(self) -> str:
        """Why what is committed here did not arrive; empty if it did."""
        why = push(self.content)
        if not why:
            return ""
        # Mostly somebody else has sent something there meanwhile.
        with self.writing:
            hindered = catch_up(self.content)
        return push(self.content) if hindered == "" else hindered or why
