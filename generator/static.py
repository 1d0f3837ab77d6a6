"""A folder of files served on this machine, each with its media type."""

import http.server
from collections.abc import Callable
from functools import partial
from pathlib import Path

# Windows takes these from its registry, where other programs have been; a module of another type is not run.
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}


class Files(http.server.SimpleHTTPRequestHandler):
    """Answers with the files of its `directory`, and says nothing about it."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | TYPES

    def translate_path(self, path: str) -> str:
        """The file of an address; of one that no file can have (a null byte) a name that no file has."""
        return super().translate_path(path.replace("%00", "%2500"))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


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
