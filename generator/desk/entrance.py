"""The staff's door: only from the office's networks, only after signing in, and only with the page's own token."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from generator.desk.asked import Answer, Asked, go
from generator.desk.limits import longest_wait
from generator.desk.networks import inside
from generator.desk.office import Office
from generator.desk.show import page, said
from generator.desk.signed import SESSION_HOURS, Session, same, session_in, session_text
from generator.desk.staff import admitted, plain_name, staff_in

Handler = Callable[[Office, Asked], Answer]
COOKIE = "hiroba_desk"
HOME, SIGN_IN = "/desk/", "/desk/sign-in"
_WRONG = "名前かパスワードが違います。"
_OUTSIDE = "職員の机は、事務所のネットワークからだけ開けます。"
_RELAYED = (
    "中継するプログラム（プロキシ）を通って届きましたが、その番地が設定 desk.proxies にないため、"
    "どこからの接続かを確かめられません。"
)
_OLD_PAGE = "ページを開いてから時間がたったようです。もう一度開いて、やりなおしてください。"


def outside(office: Office, asked: Asked) -> str:
    """Why somebody may not come to the staff's side from where they are; empty if they may."""
    if asked.caller.relayed:
        return _RELAYED
    return "" if inside(asked.caller.addresses, office.networks) else _OUTSIDE


def at_office(handler: Handler) -> Handler:
    """Only for addresses in the office's networks."""

    def guarded(office: Office, asked: Asked) -> Answer:
        why = outside(office, asked)
        if why:
            return said(office, replace(asked, session=None), "ここからは開けません", why, 403)
        return handler(office, asked)

    return guarded


def own_form(handler: Handler) -> Handler:
    """Only for forms of our own pages, as far as the browser tells."""

    def guarded(office: Office, asked: Asked) -> Answer:
        if not _from_here(asked):
            return said(office, replace(asked, session=None), "受け付けられません", _OLD_PAGE, 403, SIGN_IN)
        return handler(office, asked)

    return at_office(guarded)


def signed_in(handler: Handler) -> Handler:
    """Only for staff who are signed in; others are sent to the door."""

    def guarded(office: Office, asked: Asked) -> Answer:
        session = session_of(office, asked)
        return handler(office, replace(asked, session=session)) if session else go(SIGN_IN)

    return at_office(guarded)


def acting(handler: Handler) -> Handler:
    """Only for staff who are signed in and press a button on one of our pages."""

    def guarded(office: Office, asked: Asked) -> Answer:
        session = session_of(office, asked)
        if session is None:
            return said(
                office,
                asked,
                "サインインしてください",
                "サインインしていないか、時間がたって切れました。",
                403,
                SIGN_IN,
            )
        known = replace(asked, session=session)
        if not same(asked.told("csrf"), session.csrf):
            return said(office, known, "受け付けられません", _OLD_PAGE, 403, HOME)
        return handler(office, known)

    return own_form(guarded)


def session_of(office: Office, asked: Asked) -> Session | None:
    """The session of whoever asks, if they still are of the staff and their password is the same."""
    session = session_in(office.secret, asked.cookie, asked.now) if asked.cookie else None
    known = staff_in(office.inbox).get(session.staff) if session else None
    return session if session and known and same(known.stamp, session.stamp) else None


def door(office: Office, asked: Asked) -> Answer:
    """The page on which staff sign in."""
    return go(HOME) if session_of(office, asked) else page(office, asked, "sign-in", "サインイン", "")


def sign_in(office: Office, asked: Asked) -> Answer:
    """Let somebody in who knows a name and its password; who guesses has to wait longer and longer."""
    name = plain_name(asked.told("name"))
    keys = (*(f"from {each}" for each in asked.caller.keys), f"as {name[:60]}")
    wait = longest_wait(office.tries, keys, asked.now)
    if wait:
        words = f"続けて間違えたため、{wait}秒ほど待ってから、もう一度入れてください。"
        return page(office, asked, "sign-in", "サインイン", words, 429)
    found = admitted(staff_in(office.inbox), name, dict(asked.pairs).get("password", ""))
    if found is None:
        return page(office, asked, "sign-in", "サインイン", _WRONG, 403)
    for key in keys:
        office.tries.give_back(key, asked.now.timestamp())
    return go(HOME, _cookie(asked, session_text(office.secret, name, found.stamp, asked.now), SESSION_HOURS * 3600))


def sign_out(office: Office, asked: Asked) -> Answer:
    """Forget the session in this browser."""
    return go(SIGN_IN, _cookie(asked, "", 0))


def _cookie(asked: Asked, value: str, seconds: int) -> tuple[str, str]:
    secure = "; Secure" if asked.secure else ""
    return "Set-Cookie", f"{COOKIE}={value}; Path=/desk; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"


def _from_here(asked: Asked) -> bool:
    """Whether the browser says the form is on a page of this very address; old ones say nothing."""
    origin = asked.headers.get("origin", "")
    fetched = asked.headers.get("sec-fetch-site", "same-origin")
    return fetched in ("same-origin", "none") and (not origin or urlsplit(origin).netloc == asked.headers.get("host"))
