"""The staff who may sign in: names and hashed passwords (scrypt, RFC 7914) in one file of the inbox."""

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.atomic import replace_file
from generator.desk.auth.signing import equal_secrets

SHORTEST = 10
_COST, _BLOCKS, _LANES = 2**14, 8, 1
_LONGEST_NAME, _LONGEST_PASSWORD = 40, 200


@dataclass(frozen=True, slots=True)
class Member:
    """One member of staff: a salt, and the scrypt hash of the password with it."""

    salt: str
    hash: str

    @property
    def stamp(self) -> str:
        """Changes with the password; sessions of the former password end with it."""
        return hashlib.sha256(f"{self.salt}{self.hash}".encode()).hexdigest()[:16]


# Checked when there is nobody of that name, so that the time it takes does not tell.
_NOBODY = Member("00" * 16, "00" * 32)


def read_staff(inbox: Path) -> dict[str, Member]:
    """The staff by name; nobody if there is no file yet."""
    path = inbox / "staff.json"
    if not path.is_file():
        return {}
    saved = json.loads(path.read_text(encoding="utf-8"))
    return {name: Member(str(each["salt"]), str(each["hash"])) for name, each in saved.items()}


def write_staff(inbox: Path, members: Mapping[str, Member]) -> None:
    """Write the staff file, readable by its owner alone where the system knows owners."""
    saved = {name: asdict(member) for name, member in members.items()}
    data = json.dumps(saved, ensure_ascii=False, indent=1).encode("utf-8")
    replace_file(inbox / "staff.json", data, private=True)


def member(password: str) -> Member:
    """A member with this password and a fresh salt."""
    salt = secrets.token_hex(16)
    return Member(salt, _hash(password, salt))


def authenticate(members: Mapping[str, Member], name: str, password: str) -> Member | None:
    """The member of this name if the password is right; takes as long where there is nobody of that name."""
    found = members.get(normal_name(name))
    checked = found or _NOBODY
    right = len(password) <= _LONGEST_PASSWORD and equal_secrets(_hash(password, checked.salt), checked.hash)
    return found if right else None


def normal_name(name: str) -> str:
    """A name in the form in which it is kept: NFKC, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def name_fault(name: str) -> str:
    """Why a name cannot be that of a member of staff; empty if it can."""
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        return f"名前は1文字から{_LONGEST_NAME}文字までにしてください。"
    return ""


def password_fault(password: str) -> str:
    """Why a password will not do; empty if it will."""
    if not SHORTEST <= len(password) <= _LONGEST_PASSWORD:
        return f"パスワードは{SHORTEST}文字以上にしてください。長い文でもかまいません。"
    return ""


def _hash(password: str, salt: str) -> str:
    text = unicodedata.normalize("NFKC", password).encode("utf-8", "replace")
    return hashlib.scrypt(text, salt=bytes.fromhex(salt), n=_COST, r=_BLOCKS, p=_LANES).hex()
