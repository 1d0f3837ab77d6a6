"""The register: what groups tell the staff alone, in a file that is kept apart from everything that is published."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator.csvs import harmless

HEADS = ("受付日", "受付番号", "種類", "番地", "名前", "送った人", "項目", "内容")


def noted(path: Path, rows: Sequence[Sequence[str]]) -> int:
    """Add rows that are not there yet to the register, which only its owner can read; how many were added.

    A row is a HEADS' worth of texts. The file is CSV as Excel opens it: UTF-8 with a mark, CRLF, every cell harmless.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = [row for row in map(harmless, rows) if row not in _there(path)]
    if not new:
        return 0
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(file, "wb") as stream:
        # Windows knows no such permission; there the folder has to keep strangers out.
        with suppress(OSError):
            path.chmod(0o600)
        begin = b"" if os.fstat(stream.fileno()).st_size else harmless(HEADS).encode("utf-8-sig")
        stream.write(begin + "".join(new).encode("utf-8"))
        stream.flush()
        os.fsync(stream.fileno())
    return len(new)


def _there(path: Path) -> str:
    """What the register says already: reading the same mail twice makes no second entry."""
    return path.read_bytes().decode("utf-8-sig", "replace") if path.exists() else ""
