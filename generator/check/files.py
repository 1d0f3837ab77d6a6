"""The files that lie beside the records: pictures, documents, and what nobody reads."""

import os
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from generator.check.finding import Faults
from generator.images import MAX_PIXELS, opens, pixels
from generator.japanese.text import key
from generator.models.shared import Document, Photo
from generator.problems import Problem, Where, problem
from generator.reading.read import Reading
from generator.reading.source import inside, size_of
from generator.reading.strict import Path as Loc

PHOTO_LIMIT = 8 * 1024 * 1024
DOCUMENT_LIMIT = 10 * 1024 * 1024
_IMAGE_HEADS = {
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"WEBP",),
}
_VAGUE = frozenset(
    map(key, ("写真", "画像", "イメージ", "活動写真", "活動の写真", "活動の様子", "image", "photo", "なし"))
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "vague": _VAGUE,
}
_TEN_THOUSAND = 10_000
Reasons = Iterator[tuple[str, Mapping[str, object]]]


def files(folder: Path, photos: tuple[Photo, ...], documents: tuple[Document, ...]) -> Faults:
    """Everything wrong with the pictures and documents that a record names."""
    for n, photo in enumerate(photos):
        yield from _file(folder, photo.file, ("photos", n, "file"), PHOTO_LIMIT, _picture_fault)
        if key(photo.alt) in _VAGUE or key(photo.alt) in (key(photo.file), key(Path(photo.file).stem)):
            facts = {"value": photo.alt, "suggestion": str((Photo.model_fields["alt"].examples or [""])[0])}
            yield ("photos", n, "alt"), "alt-vague", dict(facts)
    for n, document in enumerate(documents):
        yield from _file(folder, document.file, ("documents", n, "file"), DOCUMENT_LIMIT, _document_fault)


def _file(folder: Path, name: str, path: Loc, limit: int, fault: Callable[[Path], Reasons]) -> Faults:
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
        return
    for rule, facts in fault(file):
        yield path, rule, {"value": name, **facts}


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


def _picture_fault(file: Path) -> Reasons:
    """A picture must be what its name says, and must open: one that does not would be left out without a word."""
    with file.open("rb") as stream:
        head = stream.read(16)
    if head.startswith(b"RIFF"):
        head = head[8:]
    many = pixels(file)
    if not head.startswith(_IMAGE_HEADS.get(file.suffix.lower(), (b"\0never",))) or many is None:
        yield "not-an-image", {}
    elif many > MAX_PIXELS:
        yield "picture-too-large", {"size": f"{many // _TEN_THOUSAND:,}", "limit": f"{MAX_PIXELS // _TEN_THOUSAND:,}"}
    elif not opens(file):
        yield "not-an-image", {}


def _document_fault(file: Path) -> Reasons:
    with file.open("rb") as stream:
        if file.suffix.lower() != ".pdf" or stream.read(5) != b"%PDF-":
            yield "not-a-pdf", {}


_READ = (".yaml", ".yml")
_COMPANIONS = (*_IMAGE_HEADS, ".pdf")
_ALMOST = (".yaml.txt", ".yml.txt", ".yaml.bak", ".yaml.orig", ".yaml~", ".json", ".toml", ".txt", ".docx", ".xlsx")
_RENAME = {
    "meant_ja": "プロフィールなら、名前の最後を「.yaml」にしてください（ファイル名の拡張子を表示すると分かります）。",
    "meant_en": "If it is a profile, its name must end in .yaml (let Windows show the endings of file names).",
}
_TAKE_AWAY = {
    "meant_ja": "使わないファイルなら、ほかの場所に移してください。",
    "meant_en": "If it is not needed here, move it elsewhere.",
}


def stray_files(reading: Reading, folder: str) -> Iterator[Problem]:
    """Warnings for what lies among the records and is not read: kawa.yaml.txt, kawa.YAML, a folder kawa.yaml."""
    try:
        with os.scandir(reading.content / folder) as entries:
            found = sorted((e.name, e.is_dir(), _is_plain(e)) for e in entries if not e.name.startswith("."))
    except OSError:
        return
    for name, is_folder, is_plain in found:
        lower = name.lower()
        read = name.endswith(_READ) and is_plain
        if read or (is_folder and not lower.endswith(_READ)) or (not is_folder and lower.endswith(_COMPANIONS)):
            continue
        if name in _named(reading, folder):
            continue
        hint = _RENAME if lower.endswith((*_READ, *_ALMOST)) else _TAKE_AWAY
        yield problem(Where(f"{reading.shown}/{folder}/{name}"), "stray-file", value=name, **hint)


def _is_plain(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() or entry.is_file()


def _named(reading: Reading, folder: str) -> set[str]:
    """The files that the records of a folder name: what is wrong with those is said where they are named."""
    records = reading.records[folder].values()
    return {part.file for r in records for n in ("photos", "documents") for part in getattr(r, n, ())}
