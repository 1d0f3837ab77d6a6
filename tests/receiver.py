"""A receiver of form posts on 127.0.0.1 that keeps what it gets and answers as it is told."""

import functools
import http.server
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl

from scripts.browser import running


@dataclass
class Receiver:
    """The address of a site with a receiver beside it, what was posted there, and what it answers next."""

    address: str = ""
    posts: list[list[tuple[str, str]]] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    status: int = 200
    # Whether pages from elsewhere may read the answer.
    open: bool = False
    answer: str = '{"receipt": "1127-TEST", "message": "受け取りました。"}'


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: object, receiver: Receiver, **more: object) -> None:
        self.receiver = receiver
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_OPTIONS(self) -> None:
        """Nobody is asked beforehand: a form post needs no leave."""
        self.receiver.types.append("OPTIONS")
        self.send_error(405)

    def do_POST(self) -> None:
        """Keep the pairs and answer."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
        self.receiver.posts.append(parse_qsl(body, keep_blank_values=True))
        self.receiver.types.append(self.headers["Content-Type"].split(";")[0])
        data = self.receiver.answer.encode("utf-8")
        self.send_response(self.receiver.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if self.receiver.open:
            self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def receiving(site: Path) -> Iterator[Receiver]:
    """The site, and `/submit` beside it, on a real server."""
    receiver = Receiver()
    handler = functools.partial(_Handler, directory=str(site), receiver=receiver)
    with running(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)) as address:
        receiver.address = address
        yield receiver
