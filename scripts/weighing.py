"""A site on 127.0.0.1 as a host serves it, with gzip, and what a browser transfers of it."""

import functools
import gzip
import http.server
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from scripts.browser import running

# What hosts pack; pictures and fonts are packed already.
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".map", ".xml", ".txt"}


@dataclass
class Scale:
    """The address of a site, and what was asked of it: path → bytes of its body as they were sent, in turn."""

    address: str = ""
    sent: dict[str, int] = field(default_factory=dict)
    # What cannot be reached, as where the line broke off: beginnings of paths.
    gone: tuple[str, ...] = ()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: object, scale: Scale, **more: object) -> None:
        self.scale = scale
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the file, packed if it is text."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        name = self.path.split("?")[0]
        if name.startswith(self.scale.gone) or not file.is_file():
            self.send_error(404)
            return
        content, is_packed = file.read_bytes(), file.suffix in _PACKED
        body = gzip.compress(content, 6, mtime=0) if is_packed else content
        self.scale.sent[name] = len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        # A page that is left does not wait for the rest.
        with suppress(ConnectionError):
            self.wfile.write(body)


@contextmanager
def weighing(site: Path) -> Iterator[Scale]:
    """The site on a server that notes what it sends."""
    scale = Scale()
    handler = functools.partial(_Handler, directory=str(site), scale=scale)
    with running(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)) as address:
        scale.address = address
        yield scale
