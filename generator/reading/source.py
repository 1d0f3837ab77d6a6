"""Files as they lie in `content/`: found, bounded, decoded."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.kinds import KINDS, Kind
from generator.problems import Problem, Where, problem
from generator.reading.slugs import LONGEST, RESERVED, is_slug

MAX_BYTES = 64 * 1024
MAX_VOCABULARY_BYTES = 512 * 1024
# A profile is never read through a link, nor waited for (a pipe); Windows has neither flag, and no pipes here.
_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a folder of records: where it is, how it is shown in messages, and its slug."""

    path: Path
    shown: str
    slug: str
    limit: int = MAX_BYTES


def sources(folder: Path, shown: str, limit: int = MAX_BYTES) -> list[Source]:
    """The YAML files of a folder in the order of their names; a folder that is not there has none."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        found = [e for e in entries if e.name.endswith((".yaml", ".yml"))]
        names = sorted(e.name for e in found if e.is_symlink() or e.is_file())
    return [Source(folder / name, f"{shown}/{name}", name.rsplit(".", 1)[0], limit) for name in names]


def kinds_in(content: Path) -> tuple[Kind, ...]:
    """The kinds of record that a content folder has: all but the optional ones of which it has no file."""
    return tuple(kind for kind in KINDS.values() if not kind.optional or sources(content / kind.folder, ""))


def name_problems(source: Source) -> Iterator[Problem]:
    """What is wrong with a file's name, which is the page's address for ever."""
    if is_slug(source.slug) and source.path.suffix == ".yaml":
        return
    suggestion = re.sub(r"[^a-z0-9]+", "-", source.slug.lower()).strip("-")[:LONGEST] or "kawa-no-kai"
    if suggestion in RESERVED:
        suggestion += "-kai"
    yield problem(Where(source.shown), "file-name", value=source.path.name, suggestion=suggestion)


def text_of(source: Source) -> tuple[str, Problem | None]:
    """The text of a file; with a warning if it was not UTF-8, and empty with an error if it cannot be read."""
    if not hasattr(os, "O_NOFOLLOW") and source.path.is_symlink():
        return "", problem(Where(source.shown), "linked-file", value=source.path.name)
    try:
        file = os.open(source.path, _READING)
    except OSError as error:
        return "", _unopened(source, error)
    with open(file, "rb", buffering=0) as stream:  # noqa: PTH123
        data = stream.read(source.limit + 1)
        size = os.fstat(file).st_size
    if len(data) > source.limit:
        return "", problem(Where(source.shown), "too-big", size=f"{size:,}", limit=f"{source.limit:,}")
    return decode(data, source.shown)


def _unopened(source: Source, error: OSError) -> Problem:
    """Why a file was not opened: a link (which might lead to anybody's file), no permission, gone."""
    if source.path.is_symlink():
        return problem(Where(source.shown), "linked-file", value=source.path.name)
    why = "許可がありません" if isinstance(error, PermissionError) else "見つからないか、こわれています"
    english = "no permission" if isinstance(error, PermissionError) else "missing or damaged"
    return problem(Where(source.shown), "unreadable", detail_ja=why, detail_en=english)


def decode(data: bytes, shown: str) -> tuple[str, Problem | None]:
    """Bytes as text: UTF-8 (with or without a mark), else the encodings that office PCs write, with a warning."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _other(data, "utf-16", shown)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return _other(data, "cp932", shown)


def _other(data: bytes, encoding: str, shown: str) -> tuple[str, Problem | None]:
    names = {"cp932": "Shift_JIS", "utf-16": "UTF-16"}
    try:
        return data.decode(encoding), problem(Where(shown), "not-utf8", encoding=names[encoding])
    except UnicodeDecodeError:
        return "", problem(Where(shown), "encoding", detail=names[encoding])


def inside(folder: Path, name: str) -> bool:
    """Whether a file name stays in its folder: no absolute path, no `..`, no link that leads out of it."""
    if "\\" in name or ":" in name or "\0" in name or name.startswith("/"):
        return False
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except OSError:
        return True


def size_of(file: Path) -> int | None:
    """The size of a file in bytes; None if there is no such file, or none that the system can name."""
    try:
        return file.stat().st_size if file.is_file() else None
    except (OSError, ValueError):
        return None
