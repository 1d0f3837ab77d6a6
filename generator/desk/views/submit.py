"""The public endpoint: a posted form is stored, and answered with its receipt number."""

from dataclasses import replace

from generator.desk.decisions.labels import known_way
from generator.desk.http.ratelimit import retry_after
from generator.desk.http.request import Request, Response
from generator.desk.inbox.submissions import TRAPPED, WAITING, count, store
from generator.desk.office import Office
from generator.desk.views.pages import json_response, message_page, page
from generator.intake.submission import Refusal, from_pairs

# Pages of any site may read the response: it says nothing that the sender does not know.
_OPEN = (("Access-Control-Allow-Origin", "*"), ("Vary", "Accept, Sec-Fetch-Mode"))
# More than this is a flood; staff see to it first.
_MOST_WAITING, _MOST_TRAPPED = 500, 300
_KEPT = "書いた内容は、フォームのページに残っています。"
FULL = f"いま受け取れません。お手数ですが、時間をおいてもう一度お送りください。{_KEPT}"


def submit(office: Office, request: Request) -> Response:
    """Store a posted form and respond with its receipt number; that of a robot gets the same, and is stored apart."""
    found = from_pairs(request.pairs)
    trapped = isinstance(found, Refusal) and found.code == "trap"
    if isinstance(found, Refusal) and not trapped:
        return refusal(office, request, 422, found.words)
    state, most = (TRAPPED, _MOST_TRAPPED) if trapped else (WAITING, _MOST_WAITING)
    if count(office.inbox, state) >= most and not trapped:
        return refusal(office, request, 503, FULL)
    try:
        kept = request.pairs if not trapped or count(office.inbox, state) < most else ()
        receipt = store(office.inbox, kept, request.now, known_way(request.value("_way")), state=state).receipt
    except OSError:
        return refusal(office, request, 507, FULL)
    return _received(office, request, receipt)


def rate_limited(office: Office, request: Request) -> Response | None:
    """The response to a client that sends too often (429, with Retry-After); None to everybody else."""
    wait = retry_after(office.submit_limit, request.client.keys, request.now)
    if not wait:
        return None
    words = (
        f"続けて何度も送られたため、少しお待ちいただいています。{wait}秒ほどたってから、もう一度お送りください。{_KEPT}"
    )
    return refusal(office, request, 429, words, ("Retry-After", str(wait)))


def overloaded(office: Office, request: Request, sending: bool) -> Response:
    """The response while too many requests are in progress (503, with Retry-After), to a form or to a page."""
    retry = ("Retry-After", "5")
    if sending and request.path == "/submit":
        return refusal(office, request, 503, FULL, retry)
    words = "いま混み合っています。数秒たってから、もう一度開いてください。"
    response = message_page(office, request, "混み合っています", words, 503)
    return replace(response, headers=(*response.headers, retry))


def refusal(office: Office, request: Request, status: int, words: str, *headers: tuple[str, str]) -> Response:
    """Why nothing was stored, as HTML or JSON; the sender still has the draft."""
    if _wants_json(request):
        return json_response(status, (*_OPEN, *headers), error=str(status), message=words)
    response = page(office, request, "refused", "送れませんでした", words, status)
    return Response(response.body, status, response.type, (*response.headers, *_OPEN, *headers))


def about(office: Office, request: Request) -> Response:
    """What this endpoint is for, to somebody who opened its address in a browser."""
    return page(office, request, "visited", "フォームの送り先", office.settings.absolute("edit/"))


def _received(office: Office, request: Request, receipt: str) -> Response:
    within = office.settings.desk.within
    if _wants_json(request):
        words = f"受け付けました。受付番号は {receipt} です。職員が確かめて、{within}で公開します。"
        return json_response(200, _OPEN, receipt=receipt, message=words)
    response = page(office, request, "received", "受け付けました", {"receipt": receipt, "within": within})
    return Response(response.body, response.status, response.type, (*response.headers, *_OPEN))


def _wants_json(request: Request) -> bool:
    """Whether a script made the request: by `Accept`, or by `Sec-Fetch-Mode`."""
    mode = request.headers.get("sec-fetch-mode", "")
    return "application/json" in request.headers.get("accept", "") or mode not in ("", "navigate")
