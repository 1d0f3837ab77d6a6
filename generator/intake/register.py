"""The register: what groups tell the staff alone, in a file that is kept apart from everything that is published."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator.atomic import append
from generator.csvs import harmless

HEADS = ("受付日", "受付番号", "種類", "番地", "名前", "送った人", "項目", "内容")


def noted(path: Path, rows: Sequence[Sequence[str]]) -> int:
    """Add rows that are not there yet to the register, which only its owner can read; how many were added.

    A row is a HEADS' worth of texts. The file is CSV as Excel opens it: UTF-8 with a mark, CRLF, every cell harmless.
    """
    new = [row for row in map(harmless, rows) if row not in _there(path)]
    if not new:
        return 0
    append(path, "".join(new).encode("utf-8"), heading=harmless(HEADS).encode("utf-8-sig"))
    # Windows knows no such permission; there the folder has to keep strangers out.
    with suppress(OSError):
        path.chmod(0o600)
    return len(new)


def _there(path: Path) -> str:
    """What the register says already: reading the same mail twice makes no second entry."""
    return path.read_bytes().decode("utf-8-sig", "replace") if path.exists() else ""
