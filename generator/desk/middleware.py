"""Requests that are refused before any view: with a `Host` that is not ours, or too many at the same time."""

from collections import Counter
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.desk.asgi import closing_response, request_from
from generator.desk.http.hosts import host_name, is_allowed
from generator.desk.http.networks import inside
from generator.desk.http.request import Request, Response
from generator.desk.office import Office
from generator.desk.views.pages import message_page
from generator.desk.views.submit import overloaded

# Requests that are answered at the same time, for one client and in all; an idle connection is none.
MAX_PER_CLIENT, MAX_REQUESTS = 20, 200
# For so many seconds the rest of a request that is refused under load is still read.
_DRAIN_SECONDS = 2.0
_STYLE = "/submit/style.css"


@dataclass(slots=True)
class RequestFilter:
    """ASGI middleware around the application; `active` counts the requests in progress by client, `all` in all."""

    app: ASGIApp
    office: Office
    active: Counter[str] = field(default_factory=Counter)
    all: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer why not: 503 under load, 421 for another host name."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        request = request_from(self.office, HTTPConnection(scope))
        if self._overloaded(request):
            response = overloaded(self.office, request, sending=scope["method"] == "POST")
            return await closing_response(self.office, response, _DRAIN_SECONDS)(scope, receive, send)
        misdirected = _misdirected(self.office, request, scope)
        self._count(request, 1)
        try:
            await (closing_response(self.office, misdirected) if misdirected else self.app)(scope, receive, send)
        finally:
            self._count(request, -1)

    def _overloaded(self, request: Request) -> bool:
        # A proxy that does not say who its client is stands for many.
        alone = not inside(request.client.addresses, self.office.proxies)
        most = max(self.active[key] for key in request.client.keys)
        return self.all >= MAX_REQUESTS or (alone and most >= MAX_PER_CLIENT)

    def _count(self, request: Request, difference: int) -> None:
        self.all += difference
        for key in request.client.keys:
            self.active[key] += difference
            if not self.active[key]:
                del self.active[key]


def _misdirected(office: Office, request: Request, scope: Scope) -> Response | None:
    """The response to a request for a host that is not ours (421, RFC 9110, 15.5.20); None if it is."""
    reached = scope["server"][0] if scope.get("server") else ""
    host = request.headers.get("host", "")
    if is_allowed(host, reached, office.hosts) or request.path == _STYLE:
        return None
    words = f"「{host_name(host)[:100]}」という名前では開けません。ここの名前なら、設定 desk.hosts に加えてください。"
    return message_page(office, request, "このアドレスでは開けません", words, 421)
