"""Many profiles written as one: all are laid ready first, and only then take their places."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.intake.draft import Draft

_MARK = ".import"


def deliver(made: Iterable[Draft], content: Path) -> tuple[Path, ...]:
    """Write these profiles into `content`; an OSError before the first takes its place leaves nothing changed.

    Each takes its place in one step. If the program is killed between two of them, every profile is whole, and
    importing the same file again does the rest, because what is done already counts as unchanged.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for draft in made:
            place = content / draft.folder / f"{draft.slug}.yaml"
            beside = place.with_name(f".{place.name}{_MARK}")
            ready.append((beside, place))
            _lay(beside, place, draft.after.encode("utf-8"))
    except OSError:
        for beside, _ in ready:
            with suppress(OSError):
                beside.unlink()
        raise
    for beside, place in ready:
        os.replace(beside, place)  # noqa: PTH105 - the one call that replaces a file in one step everywhere
    return tuple(place for _, place in ready)


def _lay(beside: Path, place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if place.exists():
        shutil.copymode(place, beside)


def clear(content: Path) -> None:
    """Take away what a killed import had laid ready."""
    for left in content.glob(f"*/.*.yaml{_MARK}"):
        with suppress(OSError):
            left.unlink()
