"""Between the web and the desk: requests as values, and values as responses."""

import asyncio
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from generator.desk.asked import Answer, Asked
from generator.desk.body import Patience
from generator.desk.callers import NOTES, caller
from generator.desk.entrance import COOKIE
from generator.desk.networks import inside
from generator.desk.office import Office

_HEARD = ("accept", "origin", "host", "sec-fetch-mode", "sec-fetch-site")
_ALWAYS = (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"))


def asked_in(office: Office, request: HTTPConnection) -> Asked:
    """A request without its body."""
    headers = request.headers
    peer = request.client.host if request.client else ""
    return Asked(
        path=request.url.path,
        caller=caller(peer, {name: headers.getlist(name) for name in NOTES}, office.proxies),
        now=office.now(),
        named={name: str(value) for name, value in request.path_params.items()},
        query=dict(request.query_params),
        headers={name: headers[name] for name in _HEARD if name in headers},
        cookie=request.cookies.get(COOKIE, ""),
        secure=request.url.scheme == "https" or _secured(peer, headers, office),
    )


def _secured(peer: str, headers: Headers, office: Office) -> bool:
    """Whether a named proxy says that it was asked by https."""
    told = ",".join(headers.getlist("x-forwarded-proto")).rpartition(",")[2]
    return told.strip().lower() == "https" and inside((peer,), office.proxies)


def response_to(answer: Answer) -> Response:
    """An answer as a response."""
    return _written(Response(answer.body, answer.status, media_type=None), answer)


def _written(made: Response, answer: Answer, more: Mapping[str, str] | None = None) -> Response:
    made.headers["Content-Type"] = answer.type
    for name, value in (*answer.headers, *_ALWAYS, *(more or {}).items()):
        made.headers.append(name, value)
    return made


class _Lingering(Response):
    """A response to a request that is not read to its end, or not at all: it is answered before the rest has come.

    Hanging up on somebody who is still sending would tear the answer away from them as well, so what still comes is
    thrown away until they have heard (RFC 9112, 9.6).
    """

    patience: Patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the whole answer, hear the sender out for a while, then hang up."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        await _hear_out(receive, self.patience)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _hear_out(receive: Receive, patience: Patience) -> None:
    clock = asyncio.get_running_loop().time
    end = clock() + patience.whole
    try:
        while clock() < end:
            async with asyncio.timeout_at(min(end, clock() + patience.pause)):
                message = await receive()
            if message["type"] != "http.request" or not message.get("more_body", False):
                return
    except TimeoutError:
        return


def last_response(office: Office, answer: Answer, seconds: float = 0) -> Response:
    """An answer to a request of which there may be more to come; nothing further is heard on this connection.

    `seconds` is how long the sender is heard out where that shall be shorter than the desk's patience.
    """
    made = _Lingering(answer.body, answer.status, media_type=None)
    made.patience = Patience(0, seconds, seconds) if seconds else patience(office)
    return _written(made, answer, {"Connection": "close"})


def patience(office: Office) -> Patience:
    """How much the desk takes, and how long it waits for it."""
    desk = office.settings.desk
    return Patience(int(desk.largest_mb * 1024 * 1024), desk.pause_seconds, desk.post_seconds)
