"""A folder of files served on this machine, each with its media type, text with gzip where the browser takes it."""

import gzip
import http.server
import re
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

# Windows takes these from its registry, where other programs have been; a module of another type is not run.
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}

# What is text, besides text/…: the rest is packed already, or too little gained by it.
_TEXT: Final = {"application/javascript", "application/json", "application/xml", "image/svg+xml"}


class Files(http.server.SimpleHTTPRequestHandler):
    """Answers with the files of its `directory`, and says nothing about it."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | TYPES
    _packed = b""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head of an answer; the body that belongs to it, text with gzip for those who take it."""
        self._packed = self._gzipped()
        found = super().send_head()
        packed, self._packed = self._packed, b""
        if found is None or not packed:
            return found
        found.close()
        return BytesIO(packed)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Begin an answer; one that is no file is not packed."""
        if code != HTTPStatus.OK:
            self._packed = b""
        super().send_response(code, message)

    def send_header(self, keyword: str, value: str) -> None:
        """Add a line to the head: of what is packed also how it is, and the length that it has then."""
        if keyword == "Content-type" and is_text(value):
            super().send_header("Vary", "Accept-Encoding")
        if keyword == "Content-Length" and self._packed:
            super().send_header("Content-Encoding", "gzip")
            value = str(len(self._packed))
        super().send_header(keyword, value)

    def _gzipped(self) -> bytes:
        """The file that is asked for, packed; empty where it is none, or goes out as it is."""
        named = self.translate_path(self.path)
        file = Path(named, "index.html") if named.endswith("/") else Path(named)
        wanted = is_text(self.guess_type(file)) and takes_gzip(self.headers.get("Accept-Encoding", ""))
        if not wanted or not file.is_file():
            return b""
        plain = file.read_bytes()
        packed = gzip.compress(plain, compresslevel=6, mtime=0)
        return packed if len(packed) < len(plain) else b""

    def translate_path(self, path: str) -> str:
        """The file of an address; of one that no file can have (a null byte) a name that no file has."""
        return super().translate_path(path.replace("%00", "%2500"))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def is_text(media_type: str) -> bool:
    """Whether files of a media type become much smaller by gzip."""
    return media_type.startswith("text/") or media_type in _TEXT


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding says that gzip may come (RFC 9110, 12.5.3); `;q=0` says that it may not."""
    codings = {}
    for one in accepted.lower().split(","):
        name, *parameters = (part.strip() for part in one.split(";"))
        codings[name] = not any(re.fullmatch(r"q\s*=\s*0(\.0*)?", each) for each in parameters)
    return codings.get("gzip", codings.get("x-gzip", codings.get("*", False)))


def server(folder: Path, host: str, port: int) -> http.server.ThreadingHTTPServer:
    """A server of `folder` that listens and does not run yet; port 0 is any that is free. OSError if it cannot."""
    return http.server.ThreadingHTTPServer((host, port), partial(Files, directory=str(folder)))


def serve(folder: Path, host: str, port: int, ready: Callable[[], None]) -> None:
    """Serve `folder` until Ctrl+C, and tell when it can be looked at. OSError if the address is not to be had."""
    with server(folder, host, port) as running:
        ready()
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            return
