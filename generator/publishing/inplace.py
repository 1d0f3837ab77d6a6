"""A site whose folder has to stay (a mount point, a container's volume): its files are replaced one by one.

The whole new site stands inside the folder before the first file is replaced, so a full disk or a fault on the way
leaves the former site. A list says that it is whole; if the replacing itself is cut short, the next build finishes it.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.atomic import place_new

_LIST = ".files.json"
# What a file system keeps for itself at the top of a volume.
KEPT = frozenset({"lost+found"})


class HalfReplaced(Exception):
    """Some files of the site are new and some are not; the next build goes on from there. Says what was in the way."""


def files_in(folder: Path) -> Iterator[str]:
    """The names of all files below a folder, with `/` on every system."""
    start = len(os.fspath(folder)) + 1
    for parent, _, names in os.walk(folder):
        inner = f"{parent[start:]}/".replace(os.sep, "/") if len(parent) > start else ""
        yield from (f"{inner}{name}" for name in names)


def replace_in_place(stage: Path, site: Path, marker: str) -> None:
    """Replace the files of `site` by those of `stage`, a whole site that stands inside it; `marker` stays as it is."""
    names = [name for name in files_in(stage) if name != marker]
    place_new(stage / _LIST, json.dumps(names).encode("utf-8"))
    stage.rename(_ready(site))
    _replace(site, marker)


def finish_in_place(site: Path, marker: str) -> None:
    """Finish what a killed `replace_in_place` began; do nothing where none did."""
    if (_ready(site) / _LIST).is_file() and not _ready(site).is_symlink():
        _replace(site, marker)


def _ready(site: Path) -> Path:
    return site / f".{site.name}.stage-ready"


def _replace(site: Path, marker: str) -> None:
    ready = _ready(site)
    try:
        names = json.loads((ready / _LIST).read_text(encoding="utf-8"))
        for name in sorted(names, key=_last_come_pages):
            if os.path.lexists(ready / name):
                _make_way(site, name)
                os.replace(ready / name, site / name)  # noqa: PTH105 - the one call that replaces a file everywhere
        _remove_others(site, {*names, marker})
    except OSError as error:
        raise HalfReplaced(str(error)) from None
    shutil.rmtree(ready, ignore_errors=True)


def _last_come_pages(name: str) -> tuple[bool, bool, str]:
    """Pages come after what they load, and the home page comes last."""
    return name.endswith(".html"), name == "index.html", name


def _make_way(site: Path, name: str) -> None:
    """Make the folders of a file, and take away whatever stands where a folder or a file has to be."""
    folder = site
    for part in name.split("/")[:-1]:
        folder /= part
        if folder.is_symlink() or not folder.is_dir():
            folder.unlink(missing_ok=True)
            folder.mkdir()
    target = site / name
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _remove_others(site: Path, names: set[str]) -> None:
    """Delete what the new site does not have: its files, links to elsewhere, and folders that have become empty."""
    for entry in site.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            if entry != _ready(site) and entry.name not in KEPT:
                _prune(entry, entry.name, names)
        elif entry.name not in names and not entry.name.startswith(f".{site.name}.lock"):
            entry.unlink()


def _prune(folder: Path, inner: str, names: set[str]) -> None:
    for entry in folder.iterdir():
        name = f"{inner}/{entry.name}"
        if entry.is_dir() and not entry.is_symlink():
            _prune(entry, name, names)
        elif name not in names:
            entry.unlink()
    # One that is not empty, or a mount point of its own, stays.
    with suppress(OSError):
        folder.rmdir()
