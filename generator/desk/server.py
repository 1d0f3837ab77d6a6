"""The desk on a port: the only module that imports uvicorn. Callers who never finish asking are hung up on."""

import asyncio
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from generator.desk.asked import Asked
from generator.desk.callers import UNKNOWN, Caller, neighbourhood
from generator.desk.networks import Network, inside
from generator.desk.office import Office
from generator.desk.show import said
from generator.desk.web import application

_KEEP_ALIVE = 5
HEAD_SECONDS = 20.0
_NO_HTTP = "届いたものを読み取れませんでした。アドレスを確かめて、もう一度開いてください。"


@dataclass(frozen=True, slots=True)
class Room:
    """How many connections may stay open without asking anything, from one sender and in all, and open altogether.

    A named proxy is no sender of its own.
    """

    each: int = 30
    silent: int = 400
    most: int = 800


_ROOM = Room()


class Patient(H11Protocol):
    """HTTP that waits for the head of a request only so long, and keeps silent connections from taking up room.

    A connection too many costs the one that has been silent for longest, of the same sender first; never one on which
    something is being asked or answered.
    """

    seconds = HEAD_SECONDS
    turns = count()
    seen: Any = None
    unsent = 0
    silent_since = 0
    sender = UNKNOWN

    def __init__(
        self, *arguments: Any, room: Room, proxies: Sequence[Network], unreadable: bytes, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.room, self.proxies, self.unreadable = room, proxies, unreadable

    @property
    def silent(self) -> bool:
        """Whether nothing is being asked or answered."""
        return not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Make room for this connection, and look again after a while."""
        super().connection_made(transport)
        self.silent_since = next(self.turns)
        host = self.client[0] if self.client else ""
        self.sender = "" if inside((host,), self.proxies) else neighbourhood(host)
        self._make_room()
        self.loop.call_later(self.seconds, self._look_again)

    def on_response_complete(self) -> None:
        """It is silent from now on, until something further is asked."""
        self.silent_since = next(self.turns)
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP with a page of ours, unless another answer is under way."""
        if self.cycle is not None and not self.cycle.response_complete:
            self.transport.abort()
            return
        told = b"content-type: text/html; charset=utf-8\r\nconnection: close\r\n"
        self.transport.write(b"HTTP/1.1 400 Bad Request\r\n" + told + b"\r\n" + self.unreadable)
        self.transport.close()

    def _make_room(self) -> None:
        others = (each for each in self.connections if isinstance(each, Patient) and each.silent)
        silent = sorted(others, key=lambda each: each.silent_since)
        own = [each for each in silent if self.sender and each.sender == self.sender]
        if len(own) > self.room.each:
            own[0].transport.close()
        elif len(silent) > self.room.silent or len(self.connections) > self.room.most:
            silent[0].transport.close()

    def _look_again(self) -> None:
        unsent = self.transport.get_write_buffer_size()
        if unsent and unsent == self.unsent:
            # Nobody reads what we say.
            self.transport.abort()
            return
        if self.transport.is_closing() and not unsent:
            return
        if self.silent and self.cycle is self.seen:
            self.transport.close()
        self.seen, self.unsent = self.cycle, unsent
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
    office: Office, host: str, port: int, opened: Callable[[], None] | None = None, room: Room = _ROOM, **options: Any
) -> uvicorn.Server:
    """A server that is ready to run, and calls `opened` when its port is open. It keeps no list of who called."""
    nobody = Asked(path="/", caller=Caller((UNKNOWN,)), now=office.now())
    unreadable = said(office, nobody, "読み取れません", _NO_HTTP, 400).body
    config = uvicorn.Config(
        application(office),
        host=host,
        port=port,
        http=partial(Patient, room=room, proxies=office.proxies, unreadable=unreadable),  # type: ignore[arg-type]
        ws="none",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_level="error",
        timeout_keep_alive=_KEEP_ALIVE,
        **options,
    )
    made = Announced(config)
    made.opened = opened
    return made
