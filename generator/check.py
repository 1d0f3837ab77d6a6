"""What is wrong between records and beside them: references, files, privacy, age. Positions are looked up last."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.images import upright
from generator.japanese.phones import Phone
from generator.japanese.text import key, narrow
from generator.models.base import label_of
from generator.models.choices import Criterion
from generator.models.event import Booking, Event
from generator.models.group import Contact, Group, is_stale
from generator.models.shared import Document, Photo
from generator.problems import Problem, problem
from generator.reading.read import Reading
from generator.reading.source import inside, size_of
from generator.reading.strict import Path as Loc

PHOTO_LIMIT = 8 * 1024 * 1024
DOCUMENT_LIMIT = 10 * 1024 * 1024
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# A house number: 3-12-5, 3丁目12番地, 二番三号. 「元町1丁目」 alone is a part of the town, not a house.
_HOUSE = re.compile(r"[\d一二三四五六七八九十]+\s*番|番地|\d+-\d+|\d+の\d+")
_POSTAL_CODE = re.compile(r"〒?\s*\d{3}-\d{4}")
_IMAGE_HEADS = {
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"WEBP",),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that does not know its line yet."""

    folder: str
    slug: str
    path: Loc
    rule: str
    facts: Mapping[str, object]


def check(reading: Reading, today: date) -> list[Problem]:
    """Everything wrong with the records that were read, each at its place in its file."""
    return [_placed(reading, finding) for finding in _findings(reading, today)]


def _placed(reading: Reading, finding: Finding) -> Problem:
    where = reading.where(finding.folder, finding.slug).value(finding.path)
    return problem(where, finding.rule, **finding.facts)


def _findings(reading: Reading, today: date) -> Iterator[Finding]:
    for slug, group in reading.groups.items():
        for path, rule, facts in _group(reading, group, today):
            yield Finding("groups", slug, path, rule, facts)
    for slug, event in reading.events.items():
        for path, rule, facts in _event(reading, event):
            yield Finding("events", slug, path, rule, facts)
    for slug, other in _same_names(reading.groups):
        facts = {"value": reading.groups[slug].name, "other": f"{reading.shown}/groups/{other}.yaml"}
        yield Finding("groups", slug, ("name",), "duplicate-name", facts)


Faults = Iterator[tuple[Loc, str, dict[str, object]]]


def _group(reading: Reading, group: Group, today: date) -> Faults:
    for n, meeting in enumerate(group.meetings):
        yield from _place(reading, meeting.place, ("meetings", n, "place"))
    for n, recruiting in enumerate(group.recruiting):
        yield from _place(reading, recruiting.place, ("recruiting", n, "place"))
        yield from _until(recruiting.until, today, ("recruiting", n, "until"), "募集", "recruiting")
    for name in ("offers", "seeks"):
        for n, exchange in enumerate(getattr(group, name)):
            yield from _until(exchange.until, today, (name, n, "until"), label_of(Group, name), name)
    yield from _contact(group)
    yield from _files(reading.content / "groups", group.photos, group.documents)
    yield from _criteria(group)
    if group.confirmed and is_stale(group, today):
        yield ("confirmed",), "not-confirmed", {"value": group.confirmed.isoformat()}


def _event(reading: Reading, event: Event) -> Faults:
    for n, organizer in enumerate(event.organizer):
        yield from _reference(reading.slugs["groups"], organizer, ("organizer", n), "unknown-group")
    yield from _place(reading, event.place, ("place",))
    if event.booking:
        yield from _private_phones(event.booking, ("booking",))
    yield from _files(reading.content / "events", event.photos, ())


def _reference(known: frozenset[str], text: str | None, path: Loc, rule: str) -> Faults:
    """Plain words (zoom) are fine; what looks like a file's name, or is nearly one, must be one."""
    if not text or text in known or not _SLUG.match(text):
        return
    close = get_close_matches(text, sorted(known), n=1, cutoff=0.6)
    if not close and "-" not in text:
        return
    yield path, rule, {"value": text, "suggestion": close[0] if close else ""}


def _place(reading: Reading, text: str | None, path: Loc) -> Faults:
    yield from _reference(reading.slugs["places"], text, path, "unknown-place")


def _until(until: date | None, today: date, path: Loc, label: str, name: str) -> Faults:
    if until and until < today:
        yield path, "until-past", {"label": label, "name": name, "value": until.isoformat()}


def _contact(group: Group) -> Faults:
    contact = group.contact
    reachable = (contact.via, contact.phone, contact.fax, contact.email, contact.form, contact.website)
    if not any(reachable) and not contact.social and group.status == "active":
        yield ("contact",), "no-contact", {}
    yield from _private_phones(contact, ("contact",))
    address = contact.address
    if address and "address" not in contact.public and _HOUSE.search(_POSTAL_CODE.sub("", narrow(address))):
        yield ("contact", "address"), "private-address", {"value": address}


def _private_phones(contact: Contact | Booking, inside: Loc) -> Faults:
    for item in ("phone", "fax"):
        phone: Phone | None = getattr(contact, item)
        if phone is not None and phone.kind == "mobile" and item not in contact.public:
            yield (*inside, item), "private-phone", {"value": phone.number, "item": item}


def _criteria(group: Group) -> Faults:
    missing = [criterion.label for criterion in Criterion if criterion not in group.criteria]
    if missing and "hobby" not in group.fields:
        yield ("criteria",), "criteria-missing", {"missing": "」「".join(missing)}


def _same_names(groups: Mapping[str, Group]) -> Iterator[tuple[str, str]]:
    """Pairs of groups whose names are the same but for width, case and spaces; the later one is reported."""
    first: dict[str, str] = {}
    for slug, group in groups.items():
        other = first.setdefault(key(group.name), slug)
        if other != slug:
            yield slug, other


def _files(folder: Path, photos: tuple[Photo, ...], documents: tuple[Document, ...]) -> Faults:
    for n, photo in enumerate(photos):
        yield from _file(folder, photo.file, ("photos", n, "file"), PHOTO_LIMIT, _picture_fault)
    for n, document in enumerate(documents):
        yield from _file(folder, document.file, ("documents", n, "file"), DOCUMENT_LIMIT, _document_fault)


def _file(folder: Path, name: str, path: Loc, limit: int, fault: Callable[[Path], str]) -> Faults:
    if not inside(folder, name):
        yield path, "file-outside", {"value": name}
        return
    file = folder / name
    size = size_of(file)
    if size is None:
        yield path, "file-missing", {"value": name} | _meant(file)
        return
    if size > limit:
        megabytes = {"size": f"{size / 1048576:.1f}", "limit": limit // 1048576}
        yield path, "file-too-large", {"value": name} | megabytes
    elif rule := fault(file):
        yield path, rule, {"value": name}


def _meant(file: Path) -> dict[str, object]:
    try:
        names = [p.name for p in file.parent.iterdir() if p.suffix != ".yaml"]
    except OSError:
        names = []
    close = get_close_matches(file.name, names, n=1, cutoff=0.5)
    if not close:
        hint: dict[str, object] = {"meant_ja": "名前（大文字と小文字も）と置き場所を確かめてください。"}
        return hint | {"meant_en": "Check its name (capitals too) and folder."}
    return {"meant_ja": f"「{close[0]}」のことでしょうか。", "meant_en": f"Did you mean “{close[0]}”?"}


def _picture_fault(file: Path) -> str:
    """A picture must be what its name says, and must open: one that does not would be left out without a word."""
    with file.open("rb") as stream:
        head = stream.read(16)
    if head.startswith(b"RIFF"):
        head = head[8:]
    right = head.startswith(_IMAGE_HEADS.get(file.suffix.lower(), (b"\0never",)))
    return "" if right and upright(file) is not None else "not-an-image"


def _document_fault(file: Path) -> str:
    with file.open("rb") as stream:
        return "" if file.suffix.lower() == ".pdf" and stream.read(5) == b"%PDF-" else "not-a-pdf"
