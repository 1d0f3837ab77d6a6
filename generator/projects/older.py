"""Settings of an older version: they are still read, but this version does not need them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.reading.positions import positions
from generator.reading.strict import Fault, parse

# What version 0.1 kept in a project's own theme folder. A folder with all of it is a copy, not a few files of a city's.
_WHOLE_THEME = ("main.html", "404.html", "hiroba", "pages/home.html")


@dataclass(frozen=True, slots=True)
class Older:
    """A line of mkdocs.yml that is no longer needed: its number (from 1), and why, in a sentence."""

    line: int
    words: str


def older_settings(text: str, project: Path) -> tuple[Older, ...]:
    """The settings of an older version in the text of a project's mkdocs.yml; none if it cannot be read."""
    data = parse(text)
    return () if isinstance(data, Fault) or not isinstance(data, dict) else tuple(_found(data, text, project))


def _found(data: dict[Any, Any], text: str, project: Path) -> Iterator[Older]:
    theme = data.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    if not isinstance(folder, str) or not folder:
        return
    line = positions(text, "").key(("theme", "custom_dir")).line
    said = "設定 theme.custom_dir は、0.1 の書き方です。テーマはひろばに入ったので、"
    if not (project / folder).exists():
        yield Older(line, f"{said}この行はいりません（フォルダ {folder} はありません）。")
    elif all((project / folder / name).exists() for name in _WHOLE_THEME):
        yield Older(line, f"{said}この行とフォルダ {folder} はいりません（いまは {folder} の古いものが使われます）。")


def without_older(text: str, found: tuple[Older, ...]) -> str:
    """The text of mkdocs.yml without these lines."""
    gone = {older.line for older in found}
    return "".join(line for n, line in enumerate(text.splitlines(keepends=True), 1) if n not in gone)
