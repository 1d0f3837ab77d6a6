"""Sessions of staff in signed cookies: nothing of them is kept on the server."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.desk.auth.signing import sign, verify

COOKIE = "hiroba_desk"
SESSION_HOURS = 10


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in member of staff. `stamp` is of the password with which they came in; `csrf` is the token of forms."""

    staff: str
    stamp: str
    csrf: str


def session_cookie(secret: str, staff: str, stamp: str, now: datetime) -> str:
    """The value of the cookie of a new session."""
    expires = int((now + timedelta(hours=SESSION_HOURS)).timestamp())
    return sign(secret, "session", [staff, stamp, secrets.token_urlsafe(18), expires])


def read_session(secret: str, cookie: str, now: datetime) -> Session | None:
    """The session in a cookie; None if it is forged, damaged or expired."""
    match verify(secret, "session", cookie):
        case [str(staff), str(stamp), str(csrf), int(expires)] if expires > now.timestamp():
            return Session(staff, stamp, csrf)
    return None
