"""Signing in and out."""

from generator.desk.auth.sessions import COOKIE, SESSION_HOURS, session_cookie
from generator.desk.auth.staff import authenticate, normal_name, read_staff
from generator.desk.http.ratelimit import retry_after
from generator.desk.http.request import Request, Response, redirect
from generator.desk.office import Office
from generator.desk.views.guards import HOME, SIGN_IN, current_session
from generator.desk.views.pages import page

_WRONG = "名前かパスワードが違います。"


def sign_in_page(office: Office, request: Request) -> Response:
    """The page on which staff sign in."""
    return redirect(HOME) if current_session(office, request) else page(office, request, "sign-in", "サインイン", "")


def sign_in(office: Office, request: Request) -> Response:
    """Start a session for a name and its password; failures are limited by client and by name (429)."""
    name = normal_name(request.value("name"))
    keys = (*(f"from {each}" for each in request.client.keys), f"as {name[:60]}")
    wait = retry_after(office.sign_in_limit, keys, request.now)
    if wait:
        words = f"続けて間違えたため、{wait}秒ほど待ってから、もう一度入れてください。"
        return page(office, request, "sign-in", "サインイン", words, 429)
    found = authenticate(read_staff(office.inbox), name, dict(request.pairs).get("password", ""))
    if found is None:
        return page(office, request, "sign-in", "サインイン", _WRONG, 403)
    for key in keys:
        office.sign_in_limit.refund(key, request.now.timestamp())
    value = session_cookie(office.secret, name, found.stamp, request.now)
    return redirect(HOME, _cookie(request, value, SESSION_HOURS * 3600))


def sign_out(office: Office, request: Request) -> Response:
    """Remove the session cookie."""
    return redirect(SIGN_IN, _cookie(request, "", 0))


def _cookie(request: Request, value: str, seconds: int) -> tuple[str, str]:
    secure = "; Secure" if request.secure else ""
    return "Set-Cookie", f"{COOKIE}={value}; Path=/desk; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
