"""The desk on a port (the only module that imports uvicorn), with limits on idle and unfinished connections."""

import asyncio
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from generator.desk.app import application
from generator.desk.http.clients import UNKNOWN, Client, rate_key
from generator.desk.http.networks import Network, inside
from generator.desk.http.request import Request
from generator.desk.office import Office
from generator.desk.views.pages import message_page

_KEEP_ALIVE = 5
HEAD_SECONDS = 20.0
_NO_HTTP = "届いたものを読み取れませんでした。アドレスを確かめて、もう一度開いてください。"


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """How many connections may stay open without a request, from one client and in all, and how many in all.

    A trusted proxy is no client of its own.
    """

    per_client: int = 30
    idle: int = 400
    total: int = 800


_LIMITS = ConnectionLimits()


class TimedProtocol(H11Protocol):
    """HTTP/1.1 that waits for the head of a request only so long, and closes idle connections that are too many.

    Of too many, the one that has been idle for longest is closed, of the same client first; never one with a request
    in progress.
    """

    seconds = HEAD_SECONDS
    order = count()
    last_cycle: Any = None
    unsent = 0
    idle_since = 0
    key = UNKNOWN

    def __init__(
        self, *arguments: Any, limits: ConnectionLimits, proxies: Sequence[Network], unreadable: bytes, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.limits, self.proxies, self.unreadable = limits, proxies, unreadable

    @property
    def idle(self) -> bool:
        """Whether no request is in progress."""
        return not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Close what is too much for this connection, and check it after a while."""
        super().connection_made(transport)
        self.idle_since = next(self.order)
        host = self.client[0] if self.client else ""
        self.key = "" if inside((host,), self.proxies) else rate_key(host)
        self._close_surplus()
        self.loop.call_later(self.seconds, self._check_idle)

    def on_response_complete(self) -> None:
        """It is idle from now on, until the next request."""
        self.idle_since = next(self.order)
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """Respond to what is no HTTP with a page of ours, unless another response is being sent."""
        if self.cycle is not None and not self.cycle.response_complete:
            self.transport.abort()
            return
        headers = b"content-type: text/html; charset=utf-8\r\nconnection: close\r\n"
        self.transport.write(b"HTTP/1.1 400 Bad Request\r\n" + headers + b"\r\n" + self.unreadable)
        self.transport.close()

    def _close_surplus(self) -> None:
        others = (each for each in self.connections if isinstance(each, TimedProtocol) and each.idle)
        idle = sorted(others, key=lambda each: each.idle_since)
        own = [each for each in idle if self.key and each.key == self.key]
        if len(own) > self.limits.per_client:
            own[0].transport.close()
        elif len(idle) > self.limits.idle or len(self.connections) > self.limits.total:
            idle[0].transport.close()

    def _check_idle(self) -> None:
        unsent = self.transport.get_write_buffer_size()
        if unsent and unsent == self.unsent:
            # The client does not read the response.
            self.transport.abort()
            return
        if self.transport.is_closing() and not unsent:
            return
        if self.idle and self.cycle is self.last_cycle:
            self.transport.close()
        self.last_cycle, self.unsent = self.cycle, unsent
        self.loop.call_later(self.seconds, self._check_idle)


class AnnouncingServer(uvicorn.Server):
    """A server that calls `opened` once its port is open."""

    opened: Callable[[], None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the port, then call `opened`."""
        await super().startup(sockets)
        if self.started and self.opened:
            self.opened()


def server(
    office: Office,
    host: str,
    port: int,
    opened: Callable[[], None] | None = None,
    limits: ConnectionLimits = _LIMITS,
    **options: Any,
) -> uvicorn.Server:
    """A server that is ready to run, and calls `opened` when its port is open. It keeps no access log."""
    nobody = Request(path="/", client=Client((UNKNOWN,)), now=office.now())
    unreadable = message_page(office, nobody, "読み取れません", _NO_HTTP, 400).body
    config = uvicorn.Config(
        application(office),
        host=host,
        port=port,
        http=partial(TimedProtocol, limits=limits, proxies=office.proxies, unreadable=unreadable),  # type: ignore[arg-type]
        ws="none",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_level="error",
        timeout_keep_alive=_KEEP_ALIVE,
        **options,
    )
    made = AnnouncingServer(config)
    made.opened = opened
    return made
