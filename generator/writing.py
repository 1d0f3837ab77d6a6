"""Files, written alike on every system, and replaced in one step where somebody may be reading."""

import os
import shutil
from pathlib import Path


def write(path: Path | str, text: str) -> None:
    """Write a text file as UTF-8 with plain newlines on every system, making its folder."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path | str, data: bytes) -> None:
    """Write a file, making its folder if it is the first one there."""
    # Plain names: for ten thousand pages, taking paths apart costs as much as writing them.
    name = os.fspath(path)
    try:
        _write(name, data)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(name), exist_ok=True)  # noqa: PTH103, PTH120
        _write(name, data)


def _write(name: str, data: bytes) -> None:
    with open(name, "wb") as file:  # noqa: PTH123
        file.write(data)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it, and a kill on the way, sees the former content or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    if path.exists():
        shutil.copymode(path, beside)
    os.replace(beside, path)  # noqa: PTH105 - the one call that replaces a file in one step everywhere
