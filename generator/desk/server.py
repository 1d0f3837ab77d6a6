"""The desk on a port: the only module that imports uvicorn. Callers who never finish asking are hung up on."""

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from generator.desk.office import Office
from generator.desk.web import application

_AT_ONCE, _KEEP_ALIVE = 200, 5
HEAD_SECONDS = 20.0


class Patient(H11Protocol):
    """HTTP that waits for the head of a request only so long."""

    seconds = HEAD_SECONDS
    seen: Any = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Look again after a while."""
        super().connection_made(transport)
        self.loop.call_later(self.seconds, self._look_again)

    def _look_again(self) -> None:
        if self.transport.is_closing():
            return
        idle = self.cycle is None or self.cycle.response_complete
        if idle and self.cycle is self.seen:
            self.transport.close()
            return
        self.seen = self.cycle
        self.loop.call_later(self.seconds, self._look_again)


class Announced(uvicorn.Server):
    """A server that says when it is open."""

    opened: Callable[[], None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the port, then say so."""
        await super().startup(sockets)
        if self.started and self.opened:
            self.opened()


def server(
    office: Office, host: str, port: int, opened: Callable[[], None] | None = None, **options: Any
) -> uvicorn.Server:
    """A server that is ready to run, and calls `opened` when its port is open. It keeps no list of who called."""
    config = uvicorn.Config(
        application(office),
        host=host,
        port=port,
        http=Patient,
        ws="none",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_level="warning",
        limit_concurrency=_AT_ONCE,
        timeout_keep_alive=_KEEP_ALIVE,
        **options,
    )
    made = Announced(config)
    made.opened = opened
    return made
