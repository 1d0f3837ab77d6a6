"""Signed links by which a group may correct its own profile until a day."""

from datetime import datetime
from enum import StrEnum

from generator.desk.auth.signing import sign, verify


class Proof(StrEnum):
    """What the token of a submission proves about its sender."""

    NONE = "none"
    VALID = "valid"
    EXPIRED = "expired"
    OTHER = "other"
    FORGED = "forged"


def edit_token(secret: str, slug: str, expires: datetime) -> str:
    """The token of a link for one group."""
    return sign(secret, "edit", [slug, int(expires.timestamp())])


def verify_edit_token(secret: str, token: str, slug: str, received: datetime) -> Proof:
    """What a token proves about a submission for this slug that was received at this moment."""
    if not token:
        return Proof.NONE
    match verify(secret, "edit", token):
        case [str(owner), int(expires)]:
            if owner != slug:
                return Proof.OTHER
            return Proof.VALID if expires > received.timestamp() else Proof.EXPIRED
    return Proof.FORGED
