"""A request and its answer as values: pages of the desk are functions from one to the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from generator.desk.callers import Caller
from generator.desk.inbox import Pair
from generator.desk.signed import Session

HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, and by whom. `named` is what the address names; `pairs` and `files` were posted."""

    path: str
    caller: Caller
    now: datetime
    named: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    cookie: str = ""
    pairs: tuple[Pair, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    secure: bool = False
    session: Session | None = None

    @property
    def staff(self) -> str:
        """The name of the member of staff who asks; empty for the public."""
        return self.session.staff if self.session else ""

    def told(self, name: str) -> str:
        """A posted value without blanks around it; empty if there is none."""
        return dict(self.pairs).get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered."""

    body: bytes
    status: int = 200
    type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()


def go(address: str, *headers: tuple[str, str]) -> Answer:
    """Send the browser to another page, to be fetched anew."""
    return Answer(b"", 303, headers=(("Location", address), *headers))
