"""The secret of a desk, and texts signed with it: nobody else can make one that is believed."""

import hashlib
import hmac
import secrets
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer

from generator.atomic import place_new

_LONGEST = 2000


def load_secret(inbox: Path) -> str:
    """The secret of an inbox; made when there is none. Only its owner may read the file."""
    path = inbox / "secret"
    if not path.exists():
        place_new(path, secrets.token_hex(32).encode("ascii"), private=True)
    return path.read_text(encoding="ascii").strip()


def sign(secret: str, purpose: str, data: object) -> str:
    """Data as a signed text that fits a URL or a cookie; it is valid for this purpose alone."""
    return str(_serializer(secret, purpose).dumps(data))


def verify(secret: str, purpose: str, text: str) -> object:
    """The data of a signed text; None if it is forged, damaged or for another purpose."""
    try:
        return _serializer(secret, purpose).loads(text) if len(text) < _LONGEST else None
    except (BadSignature, ValueError, RecursionError):
        return None


def equal_secrets(one: str, other: str) -> bool:
    """Whether two secret texts are equal, compared in constant time."""
    return hmac.compare_digest(hashlib.sha256(one.encode()).digest(), hashlib.sha256(other.encode()).digest())


def _serializer(secret: str, purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt=f"hiroba-{purpose}", signer_kwargs={"digest_method": hashlib.sha256})
