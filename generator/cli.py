"""The command line: the only module that prints or exits, and one of two that look at the world outside."""

import logging
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator import __version__
from generator.build import load
from generator.japanese.dates import parse_date
from generator.problems import Level, Problem
from generator.reports import FORMATS, terminal
from generator.rules import level
from generator.starter import starter

_CARET = re.compile(r"\s*\|\s*\^+\s*$")
FINE, PROBLEMS, WRONG_USE = 0, 1, 2


class Today(click.ParamType[date]):
    """A day in any form that profiles accept."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or wrong use."""
        if isinstance(value, date):
            return value
        day = parse_date(str(value))
        return day if isinstance(day, date) else self.fail(f"日付として読み取れません: {value}", param, ctx)


_today = click.option("--today", type=Today(), help="この日のサイトを作ります（例：2026-11-23）。ふだんは今日です。")
_config = click.option(
    "--config-file",
    "-f",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="設定ファイル。",
)
_content = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("content"),
    help="content フォルダ。",
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="進みぐあいを出しません。")
_lang = click.option(
    "--lang", type=click.Choice(["ja", "en"]), default="ja", show_default=True, help="メッセージの言葉。"
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="hiroba")
def main() -> None:
    """ひろば：団体のプロフィール（YAML）から、市民活動の案内サイトを作ります。"""
    for stream in (sys.stdout, sys.stderr):
        # A CP932 console has no em dash and no emoji; a message with a "?" in it is better than a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@main.command()
@_config
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), help="書き出すフォルダ（設定の site_dir のかわり）。"
)
@_today
@click.option("--no-search", is_flag=True, help="検索の索引を作りません（速さを測るとき用）。")
@_lang
@_quiet
def build(config_file: Path, site: Path | None, today: date | None, no_search: bool, lang: str, quiet: bool) -> None:
    """サイトを作って公開用フォルダに入れます。直すところがあれば作らず、前のサイトを残します。"""
    from generator import plugin

    _need(config_file)
    _calm_mkdocs()
    progress = _Progress(show=not quiet and sys.stderr.isatty())
    report = partial(_report, lang=lang, quiet=quiet)
    options = plugin.Options(today, not no_search, progress.stage, report)
    try:
        done = plugin.build(str(config_file), str(site.resolve()) if site else None, options)
    except plugin.Stopped as stopped:
        click.echo(str(stopped), err=True)
        sys.exit(stopped.code)
    if not quiet:
        click.echo(f"できました: {done.site}（{done.report.pages}ページ、検索 {done.report.found}件）")


@main.command()
@click.argument("content", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("content"))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="terminal", show_default=True, help="出力の形。"
)
@_lang
@_today
@_quiet
def check(content: Path, form: str, lang: str, today: date | None, quiet: bool) -> None:
    """CONTENT フォルダのプロフィールを点検し、直すところをすべて出します。"""
    from generator.plugin import today_here

    loaded = load(content, content.as_posix(), today or today_here())
    _print(loaded.problems, form, lang)
    if form == "terminal" and not loaded.problems and not quiet:
        groups, events = len(loaded.directory.groups), len(loaded.directory.events)
        fine = f"直すところはありません（団体 {groups}、イベント {events}）。"
        click.echo(fine if lang == "ja" else f"No problems ({groups} groups, {events} events).")
    sys.exit(PROBLEMS if loaded.failed else FINE)


@main.command()
@_config
@click.option("--address", "-a", default="127.0.0.1:8000", show_default=True, help="見るためのアドレスとポート。")
@_today
def serve(config_file: Path, address: str, today: date | None) -> None:
    """手元で見ながら直します。プロフィールを保存するたびに作りなおし、直すところもページに出ます。"""
    from generator import plugin

    _need(config_file)
    _calm_mkdocs()
    click.echo(f"http://{address}/ を開いてください。終わるときは Ctrl+C です。")
    try:
        plugin.serve(str(config_file), address, plugin.Options(today))
    except plugin.Stopped as stopped:
        click.echo(str(stopped), err=True)
        sys.exit(stopped.code)


@main.group()
def new() -> None:
    """新しいプロフィールの見本を作ります。"""


@new.command()
@click.argument("slug")
@_content
def group(slug: str, content: Path) -> None:
    """SLUG（ページの番地になる英小文字）で、団体の見本ファイルを作ります。"""
    _write_new(content / "groups" / f"{slug}.yaml", "group")


@new.command()
@click.argument("slug")
@_content
def event(slug: str, content: Path) -> None:
    """SLUG（ページの番地になる英小文字）で、イベントの見本ファイルを作ります。"""
    _write_new(content / "events" / f"{slug}.yaml", "event")


def _write_new(path: Path, kind: str) -> None:
    from generator.reading.source import Source, name_problems

    wrong = list(name_problems(Source(path, path.as_posix(), path.stem)))
    if wrong or path.parent.name not in ("groups", "events"):
        raise click.UsageError("\n".join(terminal(wrong)) or f"番地として使えません: {path.stem}")
    if path.exists():
        raise click.UsageError(f"{path.as_posix()} はもうあります。別の名前にしてください。")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(starter(kind).encode("utf-8"))
    click.echo(f"{path.as_posix()} を作りました。開いて書きかえてください。")


def _need(config_file: Path) -> None:
    if not config_file.is_file():
        raise click.UsageError(f"設定ファイルがありません: {config_file}")


def _report(problems: tuple[Problem, ...], lang: str, quiet: bool) -> None:
    """Print the problems of a build; a quiet one is silent about mere warnings."""
    if not quiet or any(level(p) == Level.ERROR for p in problems):
        _print(problems, "terminal", lang)


def _print(problems: tuple[Problem, ...], form: str, lang: str) -> None:
    if form != "terminal" and hasattr(sys.stdout, "reconfigure"):
        # What programs read is UTF-8 whatever the console's code page is.
        sys.stdout.reconfigure(encoding="utf-8")
    worst = any(level(p) == Level.ERROR for p in problems)
    for line in FORMATS[form](problems, lang):
        click.echo(_coloured(line, worst) if form == "terminal" else line)


def _coloured(line: str, worst: bool) -> str:
    if _CARET.match(line):
        return click.style(line, fg="red" if worst else "yellow")
    return click.style(line, fg="green") if line.startswith("  → ") else line


def run() -> None:
    """The console script: the commands, and then out at once.

    Python takes a large directory apart object by object before it ends, which nobody needs and which takes a tenth of
    a build of ten thousand profiles; the system does it in no time.
    """
    try:
        main()
        code: int | str | None = FINE
    except SystemExit as leaving:
        code = leaving.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else FINE if code is None else PROBLEMS)


class _Progress:
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


def _calm_mkdocs() -> None:
    """Only warnings of MkDocs reach the user; its own chatter and Material's notice do not."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        logger.addHandler(handler)
