"""Guards around the views of staff: the office's networks, a session, the origin of a form and its CSRF token."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from generator.desk.auth.sessions import Session, read_session
from generator.desk.auth.signing import equal_secrets
from generator.desk.auth.staff import read_staff
from generator.desk.http.networks import inside
from generator.desk.http.request import Request, Response, redirect
from generator.desk.office import Office
from generator.desk.views.pages import message_page

View = Callable[[Office, Request], Response]
HOME, SIGN_IN = "/desk/", "/desk/sign-in"
_OUTSIDE = "職員の机は、事務所のネットワークからだけ開けます。"
_RELAYED = (
    "中継するプログラム（プロキシ）を通って届きましたが、その番地が設定 desk.proxies にないため、"
    "どこからの接続かを確かめられません。"
)
_OLD_PAGE = "ページを開いてから時間がたったようです。もう一度開いて、やりなおしてください。"


def network_refusal(office: Office, request: Request) -> str:
    """Why this client may not use the pages of staff; empty if it may."""
    if request.client.relayed:
        return _RELAYED
    return "" if inside(request.client.addresses, office.networks) else _OUTSIDE


def office_only(view: View) -> View:
    """Refuse clients outside the office's networks (403)."""

    def guarded(office: Office, request: Request) -> Response:
        why = network_refusal(office, request)
        if why:
            return message_page(office, replace(request, session=None), "ここからは開けません", why, 403)
        return view(office, request)

    return guarded


def same_origin(view: View) -> View:
    """Refuse forms that were posted from other sites, as far as the browser says so (403)."""

    def guarded(office: Office, request: Request) -> Response:
        if not _is_same_origin(request):
            return message_page(office, replace(request, session=None), "受け付けられません", _OLD_PAGE, 403, SIGN_IN)
        return view(office, request)

    return office_only(guarded)


def login_required(view: View) -> View:
    """Redirect whoever is not signed in to the sign-in page."""

    def guarded(office: Office, request: Request) -> Response:
        session = current_session(office, request)
        return view(office, replace(request, session=session)) if session else redirect(SIGN_IN)

    return office_only(guarded)


def staff_form(view: View) -> View:
    """Refuse a form without a session or without the CSRF token of that session (403)."""

    def guarded(office: Office, request: Request) -> Response:
        session = current_session(office, request)
        if session is None:
            return message_page(
                office,
                request,
                "サインインしてください",
                "サインインしていないか、時間がたって切れました。",
                403,
                SIGN_IN,
            )
        known = replace(request, session=session)
        if not equal_secrets(request.value("csrf"), session.csrf):
            return message_page(office, known, "受け付けられません", _OLD_PAGE, 403, HOME)
        return view(office, known)

    return same_origin(guarded)


def current_session(office: Office, request: Request) -> Session | None:
    """The session of a request; None without one, or if the member was removed or has another password since."""
    session = read_session(office.secret, request.cookie, request.now) if request.cookie else None
    known = read_staff(office.inbox).get(session.staff) if session else None
    return session if session and known and equal_secrets(known.stamp, session.stamp) else None


def _is_same_origin(request: Request) -> bool:
    """Whether `Origin` and `Sec-Fetch-Site` name this very host; old browsers send neither."""
    origin = request.headers.get("origin", "")
    site = request.headers.get("sec-fetch-site", "same-origin")
    return site in ("same-origin", "none") and (not origin or urlsplit(origin).netloc == request.headers.get("host"))
