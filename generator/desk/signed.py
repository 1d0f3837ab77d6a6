"""What the desk signs with its secret: sessions of staff, and links by which a group may correct its profile."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer

from generator.atomic import place_new

SESSION_HOURS = 10


class Proof(StrEnum):
    """What the token of a submission proves."""

    NONE = "none"
    VALID = "valid"
    EXPIRED = "expired"
    OTHER = "other"
    FORGED = "forged"


@dataclass(frozen=True, slots=True)
class Session:
    """A member of staff who is signed in; `stamp` is of the password with which they came in."""

    staff: str
    stamp: str
    csrf: str


def secret_in(inbox: Path) -> str:
    """The secret of an inbox; made when there is none. Only its owner may read the file."""
    path = inbox / "secret"
    if not path.exists():
        place_new(path, secrets.token_hex(32).encode("ascii"), private=True)
    return path.read_text(encoding="ascii").strip()


def session_text(secret: str, staff: str, stamp: str, now: datetime) -> str:
    """The cookie of a new session."""
    ends = int((now + timedelta(hours=SESSION_HOURS)).timestamp())
    return str(_signer(secret, "session").dumps([staff, stamp, secrets.token_urlsafe(18), ends]))


def session_in(secret: str, cookie: str, now: datetime) -> Session | None:
    """The session in a cookie; None if it is forged, damaged or over."""
    told = _told(secret, "session", cookie)
    match told:
        case [str(staff), str(stamp), str(csrf), int(ends)] if ends > now.timestamp():
            return Session(staff, stamp, csrf)
    return None


def same(one: str, other: str) -> bool:
    """Whether two secret texts are equal, found out without telling by its time how far they are."""
    return hmac.compare_digest(hashlib.sha256(one.encode()).digest(), hashlib.sha256(other.encode()).digest())


def edit_token(secret: str, slug: str, until: datetime) -> str:
    """The token that lets one group correct its profile until a moment."""
    return str(_signer(secret, "edit").dumps([slug, int(until.timestamp())]))


def proof(secret: str, token: str, slug: str, when: datetime) -> Proof:
    """What a token proves about a submission for this slug that came at this moment."""
    if not token:
        return Proof.NONE
    match _told(secret, "edit", token):
        case [str(owner), int(until)]:
            if owner != slug:
                return Proof.OTHER
            return Proof.VALID if until > when.timestamp() else Proof.EXPIRED
    return Proof.FORGED


def _signer(secret: str, purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt=f"hiroba-{purpose}", signer_kwargs={"digest_method": hashlib.sha256})


def _told(secret: str, purpose: str, text: str) -> object:
    try:
        return _signer(secret, purpose).loads(text) if len(text) < 2000 else None
    except (BadSignature, ValueError, RecursionError):
        return None
