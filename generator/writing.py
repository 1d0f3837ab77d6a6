"""Files of a folder that nobody reads yet (a stage, a preview), written alike on every system; others: `atomic.py`."""

import os
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
