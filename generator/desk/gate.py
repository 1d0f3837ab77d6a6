"""What is turned away before any page is asked for: names that are not ours, and too many requests at once."""

from collections import Counter
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.desk.asked import Answer, Asked
from generator.desk.hosts import host_in, ours
from generator.desk.networks import inside
from generator.desk.office import Office
from generator.desk.public import busy
from generator.desk.show import said
from generator.desk.wire import asked_in, last_response

# So many requests are answered at the same time, for one sender and for all; a connection that waits is none.
AT_ONCE_EACH, AT_ONCE = 20, 200
# Whoever is turned away from a crowd is heard out for so many seconds.
_HURRIED = 2.0
_STYLE = "/submit/style.css"


@dataclass(slots=True)
class Gate:
    """The application behind its gate; `going` counts the requests that are being answered, by sender."""

    app: ASGIApp
    office: Office
    going: Counter[str] = field(default_factory=Counter)
    all: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or say why not."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        asked = asked_in(self.office, HTTPConnection(scope))
        if self._crowded(asked):
            answer = busy(self.office, asked, sending=scope["method"] == "POST")
            return await last_response(self.office, answer, _HURRIED)(scope, receive, send)
        turned_away = _no_name_of_ours(self.office, asked, scope)
        self._count(asked, 1)
        try:
            await (last_response(self.office, turned_away) if turned_away else self.app)(scope, receive, send)
        finally:
            self._count(asked, -1)

    def _crowded(self, asked: Asked) -> bool:
        # A proxy that does not say who asks is not one sender.
        alone = not inside(asked.caller.addresses, self.office.proxies)
        each = max(self.going[key] for key in asked.caller.keys)
        return self.all >= AT_ONCE or (alone and each >= AT_ONCE_EACH)

    def _count(self, asked: Asked, more: int) -> None:
        self.all += more
        for key in asked.caller.keys:
            self.going[key] += more
            if not self.going[key]:
                del self.going[key]


def _no_name_of_ours(office: Office, asked: Asked, scope: Scope) -> Answer | None:
    reached = scope["server"][0] if scope.get("server") else ""
    host = asked.headers.get("host", "")
    if ours(host, reached, office.hosts) or asked.path == _STYLE:
        return None
    words = f"「{host_in(host)[:100]}」という名前では開けません。ここの名前なら、設定 desk.hosts に加えてください。"
    return said(office, asked, "このアドレスでは開けません", words, 421)
