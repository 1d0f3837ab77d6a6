"""What somebody sends in about a group or an event, whichever way it comes: pairs of names and texts.

Names that begin with `_` are about the sending: `_kind`, `_slug` (the published profile to be corrected), `_base` (the
digest of the profile the form was filled from), `_changes` (only what changes is told: intake/changes.py),
`_receipt`, `_way`, `_token`, `_trap` (people leave it empty, robots do not), `_show.contact.phone` (`private`: for the
staff alone; `personal`: a person's, and meant to be public), `_slip.name` and the like (for the staff alone),
`_photo.0` (a picture as a data: address). All others are fields.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.intake.flat import Pair, nested
from generator.kinds import FORMS, KINDS
from generator.models.base import Record, inner_record, label_of
from generator.reading.slugs import is_slug
from generator.reading.source import decode

VERSION = "1"
# The name under which pairs say that they tell changes alone.
CHANGES = "_changes"
MOST_PAIRS, LONGEST_NAME, MOST_TEXT = 1500, 100, 200_000
MOST_PHOTOS, LARGEST_PHOTO = 6, 3 * 1024 * 1024
# The contact details that can be kept from the public, by the record that holds them.
HIDEABLE = {"contact": ("phone", "fax", "email", "address"), "booking": ("phone", "fax", "email")}
SLIP = {"name": "お名前", "phone": "電話（職員用）", "email": "メール（職員用）", "note": "職員への連絡"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is no submission: a code for programs and a sentence for people."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent: public data as reading a profile would give it, and apart from it what is for staff alone."""

    kind: str
    data: dict[str, Any]
    slug: str = ""
    base: str = ""
    receipt: str = ""
    way: str = "form"
    token: str = ""
    slip: tuple[Pair, ...] = ()
    photos: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    unknown: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of `content/` that it is about."""
        return KINDS[self.kind].folder

    @property
    def record(self) -> type[Record]:
        """The model of its record."""
        return KINDS[self.kind].model


def digest(text: str) -> str:
    """A short mark of a profile's text by which it is seen whether somebody else changed it meanwhile."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")).hexdigest()[:16]


def from_file(data: bytes) -> Submission | Refusal:
    """The submission in a saved form file: UTF-8 JSON `{"hiroba": 1, "fields": [[name, value], …]}`."""
    pairs = pairs_of(data)
    return pairs if isinstance(pairs, Refusal) else from_pairs(pairs)


def pairs_of(data: bytes) -> list[Pair] | Refusal:
    """The pairs of a saved form file, also of one that an editor wrote anew in another encoding."""
    refused = Refusal("not-a-form", "ひろばのフォームから保存したファイルではないか、こわれています。")
    try:
        saved = json.loads(decode(data, "")[0])
    except (ValueError, RecursionError):
        return refused
    if not isinstance(saved, dict) or str(saved.get("hiroba")) != VERSION or not isinstance(saved.get("fields"), list):
        return refused
    pairs = [tuple(each) for each in saved["fields"] if isinstance(each, list) and len(each) == 2]
    if len(pairs) != len(saved["fields"]) or not all(isinstance(part, str) for pair in pairs for part in pair):
        return refused
    return [(str(name), str(value)) for name, value in pairs]


def to_file(pairs: Iterable[Pair]) -> bytes:
    """A saved form file of these pairs."""
    return json.dumps({"hiroba": 1, "fields": list(pairs)}, ensure_ascii=False, indent=0).encode("utf-8")


def from_pairs(pairs: Iterable[Pair]) -> Submission | Refusal:
    """The submission that posted pairs make, or why they make none. What is private is taken out of the data here."""
    pairs = list(pairs)
    about: dict[str, str] = {name: value.strip() for name, value in pairs if name.startswith("_")}
    refused = _refused(pairs, about)
    if refused:
        return refused
    record = KINDS[about["_kind"]].model
    photos = _photos(about)
    if isinstance(photos, Refusal):
        return photos
    files = [(f"photos.{number}.file", name) for number, (name, _) in photos.items()]
    given = [(name, value) for name, value in pairs if not name.startswith("_")]
    taken = {name for name, _ in files}
    data, unknown = nested([*(pair for pair in given if pair[0] not in taken), *files], record)
    hidden = tuple(_hide(data, record, about))
    return Submission(
        kind=about["_kind"],
        data=data,
        slug=about.get("_slug", ""),
        base=about.get("_base", ""),
        receipt=about.get("_receipt", "")[:40],
        way=about.get("_way", "") or "form",
        token=about.get("_token", ""),
        slip=(*_slip(about), *hidden),
        photos=tuple(dict(photos.values()).items()),
        unknown=unknown,
    )


def _refused(pairs: list[Pair], about: Mapping[str, str]) -> Refusal | None:
    if about.get("_trap"):
        return Refusal("trap", "ロボットからの送信と思われるため、受け取りませんでした。")
    if about.get("_kind") not in FORMS or about.get("_hiroba", VERSION) != VERSION:
        return Refusal("not-a-form", "ひろばのフォームから送られたものではありません。")
    text = sum(len(value) for name, value in pairs if not name.startswith("_photo."))
    if len(pairs) > MOST_PAIRS or text > MOST_TEXT or any(len(name) > LONGEST_NAME for name, _ in pairs):
        return Refusal("too-much", "文字が多すぎます。短くして、もう一度お送りください。")
    if about.get(CHANGES):
        # Taken for a whole profile, it would empty every field of which it does not speak.
        return Refusal("only-changes", "用紙のコードの内容は、フォームで開いてからお送りください。")
    if about.get("_slug") and not is_slug(about["_slug"]):
        return Refusal("bad-slug", "直す団体の番地が正しくありません。団体のページから開きなおしてください。")
    return None


def _photos(about: Mapping[str, str]) -> dict[str, tuple[str, bytes]] | Refusal:
    """The pictures by their number in the list of photos; each is named by what is in it."""
    found: dict[str, tuple[str, bytes]] = {}
    for name, value in about.items():
        number = name.removeprefix("_photo.")
        if name == number or not value:
            continue
        picture = _picture(value)
        if picture is None or len(found) >= MOST_PHOTOS or not number.isdigit():
            return Refusal("bad-photo", "写真を読み取れません。JPEG か PNG の写真を、6枚までお送りください。")
        found[number] = picture
    return found


def _picture(address: str) -> tuple[str, bytes] | None:
    head, _, body = address.partition(",")
    suffix = {"data:image/jpeg;base64": "jpg", "data:image/png;base64": "png", "data:image/webp;base64": "webp"}
    if head not in suffix or len(body) > LARGEST_PHOTO * 4 // 3 + 4:
        return None
    try:
        data = base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None
    return f"photos/{hashlib.sha256(data).hexdigest()[:16]}.{suffix[head]}", data


def _slip(about: Mapping[str, str]) -> Iterable[Pair]:
    return [(label, about[f"_slip.{name}"]) for name, label in SLIP.items() if about.get(f"_slip.{name}")]


def _hide(data: dict[str, Any], record: type[Record], about: Mapping[str, str]) -> Iterable[Pair]:
    """Take what is not for the public out of the data, as pairs for the slip; note what is meant to be public."""
    for block, items in HIDEABLE.items():
        inside = data.get(block)
        if not isinstance(inside, dict):
            continue
        shows = {item: about.get(f"_show.{block}.{item}", "") for item in items if item in inside}
        for item in (item for item, show in shows.items() if show == "private"):
            yield _label(record, block, item), str(inside.pop(item))
        personal = [item for item, show in shows.items() if show == "personal"]
        if personal:
            inside["public"] = list(dict.fromkeys([*inside.get("public", []), *personal]))
        if "private" in shows.values() and block == "contact" and not _reachable(inside):
            inside["via"] = "center"
        if not inside:
            del data[block]


def _reachable(contact: Mapping[str, Any]) -> bool:
    return any(contact.get(item) for item in ("via", "phone", "fax", "email", "form", "website", "social"))


def _label(record: type[Record], block: str, item: str) -> str:
    inner = inner_record(record.model_fields[block].annotation)
    return f"{label_of(record, block)}・{label_of(inner, item) if inner else item}（非公開）"
