"""ASGI requests as our Request, and our Response as what ASGI sends."""

import asyncio
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response as ASGIResponse
from starlette.types import Receive, Scope, Send

from generator.desk.auth.sessions import COOKIE
from generator.desk.http.body import BodyLimits
from generator.desk.http.clients import FORWARDING_HEADERS, client_of
from generator.desk.http.networks import inside
from generator.desk.http.request import Request, Response
from generator.desk.office import Office

_READ = ("accept", "origin", "host", "sec-fetch-mode", "sec-fetch-site")
_ADDED = (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"))


def request_from(office: Office, connection: HTTPConnection) -> Request:
    """The request of a connection; its body is not read yet."""
    headers = connection.headers
    peer = connection.client.host if connection.client else ""
    return Request(
        path=connection.url.path,
        client=client_of(peer, {name: headers.getlist(name) for name in FORWARDING_HEADERS}, office.proxies),
        now=office.now(),
        path_parameters={name: str(value) for name, value in connection.path_params.items()},
        query=dict(connection.query_params),
        headers={name: headers[name] for name in _READ if name in headers},
        cookie=connection.cookies.get(COOKIE, ""),
        secure=connection.url.scheme == "https" or _forwarded_https(peer, headers, office),
    )


def _forwarded_https(peer: str, headers: Headers, office: Office) -> bool:
    """Whether a trusted proxy says that its own request came by https."""
    scheme = ",".join(headers.getlist("x-forwarded-proto")).rpartition(",")[2]
    return scheme.strip().lower() == "https" and inside((peer,), office.proxies)


def to_asgi(response: Response) -> ASGIResponse:
    """A response as ASGI sends it."""
    return _with_headers(ASGIResponse(response.body, response.status, media_type=None), response)


def _with_headers(sent: ASGIResponse, response: Response, further: Mapping[str, str] | None = None) -> ASGIResponse:
    sent.headers["Content-Type"] = response.type
    for name, value in (*response.headers, *_ADDED, *(further or {}).items()):
        sent.headers.append(name, value)
    return sent


class _LingeringResponse(ASGIResponse):
    """A response to a request whose body is not read to its end, or not at all; it is sent before the rest arrives.

    Closing the connection while the client still sends would take the response away from it as well, so what arrives
    is discarded for a while (RFC 9112, 9.6).
    """

    limits: BodyLimits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the whole response, discard what arrives for a while, then let the connection be closed."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        await _drain(receive, self.limits)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _drain(receive: Receive, limits: BodyLimits) -> None:
    clock = asyncio.get_running_loop().time
    end = clock() + limits.seconds
    try:
        while clock() < end:
            async with asyncio.timeout_at(min(end, clock() + limits.chunk_seconds)):
                message = await receive()
            if message["type"] != "http.request" or not message.get("more_body", False):
                return
    except TimeoutError:
        return


def closing_response(office: Office, response: Response, seconds: float = 0) -> ASGIResponse:
    """A response to a request of which more may arrive; the connection is closed after it.

    `seconds` is how long the rest is discarded, where that shall be shorter than the limits for bodies.
    """
    sent = _LingeringResponse(response.body, response.status, media_type=None)
    sent.limits = BodyLimits(0, seconds, seconds) if seconds else body_limits(office)
    return _with_headers(sent, response, {"Connection": "close"})


def body_limits(office: Office) -> BodyLimits:
    """The limits for bodies that the settings give."""
    desk = office.settings.desk
    return BodyLimits(int(desk.largest_mb * 1024 * 1024), desk.pause_seconds, desk.post_seconds)
