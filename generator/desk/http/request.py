"""A request and its response as values: the views of the desk are functions from one to the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from generator.desk.auth.sessions import Session
from generator.desk.http.clients import Client
from generator.intake.flat import Pair

HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """A request after parsing. `path_parameters` come from the address; `pairs` and `files` are its posted form.

    `headers` are the few that views read, by name in lower case; `cookie` is the value of the session cookie.
    """

    path: str
    client: Client
    now: datetime
    path_parameters: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    cookie: str = ""
    pairs: tuple[Pair, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    secure: bool = False
    session: Session | None = None

    @property
    def staff(self) -> str:
        """The name of the signed-in member of staff; empty for the public."""
        return self.session.staff if self.session else ""

    def value(self, name: str) -> str:
        """A posted value without blanks around it; empty if there is none."""
        return dict(self.pairs).get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Response:
    """A response; `type` is its content type."""

    body: bytes
    status: int = 200
    type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()


def redirect(address: str, *headers: tuple[str, str]) -> Response:
    """Send the browser to another page by GET (303 See Other, RFC 9110, 15.4.4)."""
    return Response(b"", 303, headers=(("Location", address), *headers))
