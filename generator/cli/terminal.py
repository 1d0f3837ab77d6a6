"""What the commands share: their options, exit codes, and how they speak to a terminal."""

import logging
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.japanese.dates import parse_date
from generator.models.vocabulary import Vocabulary
from generator.problems import Problem
from generator.reading.read import vocabularies, vocabulary_problems
from generator.reports import FORMATS
from generator.rules import broken

if TYPE_CHECKING:
    from generator.plugin import Project

_CARET = re.compile(r"\s*\|\s*\^+\s*$")
FINE, PROBLEMS, WRONG_USE = 0, 1, 2
# A site tells of years before and after its day; at the ends of the calendar there are none.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class Today(click.ParamType[date]):
    """A day in any form that profiles accept."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or wrong use."""
        if isinstance(value, date):
            return value
        day = parse_date(str(value))
        if not isinstance(day, date):
            self.fail(f"日付として読み取れません: {value}", param, ctx)
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            self.fail(f"{_FIRST_YEAR}年から{_LAST_YEAR}年までの日を書いてください: {value}", param, ctx)
        return day


today_option = click.option(
    "--today", type=Today(), help="この日のサイトを作ります（例：2026-11-23）。ふだんは今日です。"
)
config_option = click.option(
    "--config-file",
    "-f",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="設定ファイル。",
)
content_option = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("content"),
    help="content フォルダ。",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="進みぐあいを出しません。")
lang_option = click.option(
    "--lang", type=click.Choice(["ja", "en"]), default="ja", show_default=True, help="メッセージの言葉。"
)


def need(config_file: Path) -> None:
    """Refuse a settings file that is not there."""
    if not config_file.is_file():
        raise click.UsageError(f"設定ファイルがありません: {config_file}")


def project(config_file: Path) -> "Project":
    """What the settings file says; wrong use if it is not there or wrong."""
    # MkDocs takes long to import, and most commands do without it.
    from generator import plugin

    need(config_file)
    try:
        return plugin.look(str(config_file))
    except plugin.Stopped as stopped:
        raise click.UsageError(str(stopped)) from None


def show(problems: tuple[Problem, ...], form: str, lang: str) -> None:
    """Print problems in one of the forms of `generator.reports`."""
    if form != "terminal" and hasattr(sys.stdout, "reconfigure"):
        # What programs read is UTF-8 whatever the console's code page is.
        sys.stdout.reconfigure(encoding="utf-8")
    worst = broken(problems)
    for line in FORMATS[form](problems, lang):
        click.echo(_coloured(line, worst) if form == "terminal" else line, color=_colour_wish())


def terms(content: Path, shown: str) -> dict[str, Vocabulary]:
    """The vocabularies of a content folder; where one cannot be read, why, and the end: nothing is made of the rest."""
    problems = vocabulary_problems(content, shown)
    if broken(problems):
        show(problems, "terminal", "ja")
        sys.exit(PROBLEMS)
    return vocabularies(content)


def _colour_wish() -> bool | None:
    """What the user has said about colours (no-color.org); None leaves it to whether this is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _coloured(line: str, worst: bool) -> str:
    if _CARET.match(line):
        return click.style(line, fg="red" if worst else "yellow")
    return click.style(line, fg="green") if line.startswith("  → ") else line


class Progress:
    """Stage names, counts and times on the terminal's error stream."""

    def __init__(self, show: bool) -> None:
        self.show = show

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[str], None]]:
        """Say what is being done; when it is done, how much it was and how long it took."""
        told: list[str] = []
        if not self.show:
            yield told.append
            return
        click.echo(f"{name} …", nl=False, err=True)
        begun = time.monotonic()
        yield told.append
        click.echo(f" {'、'.join((*told, f'{time.monotonic() - begun:.1f}秒'))}", err=True)


def calm_mkdocs() -> None:
    """Only warnings of MkDocs reach the user; its own chatter and Material's notice do not."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        logger.addHandler(handler)
