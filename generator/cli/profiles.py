"""The commands for profiles: check and new."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.build import load
from generator.cli.terminal import FINE, PROBLEMS, content_option, lang_option, quiet_option, show, today_option
from generator.reports import FORMATS, terminal
from generator.starter import starter


@click.command()
@click.argument("content", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("content"))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="terminal", show_default=True, help="出力の形。"
)
@lang_option
@today_option
@quiet_option
def check(content: Path, form: str, lang: str, today: date | None, quiet: bool) -> None:
    """CONTENT フォルダのプロフィールを点検し、直すところをすべて出します。"""
    from generator.plugin import today_here

    loaded = load(content, content.as_posix(), today or today_here())
    show(loaded.problems, form, lang)
    if form == "terminal" and not loaded.problems and not quiet:
        groups, events = len(loaded.directory.groups), len(loaded.directory.events)
        fine = f"直すところはありません（団体 {groups}、イベント {events}）。"
        click.echo(fine if lang == "ja" else f"No problems ({groups} groups, {events} events).")
    sys.exit(PROBLEMS if loaded.failed else FINE)


@click.group()
def new() -> None:
    """新しいプロフィールの見本を作ります。"""


@new.command()
@click.argument("slug")
@content_option
def group(slug: str, content: Path) -> None:
    """SLUG（ページの番地になる英小文字）で、団体の見本ファイルを作ります。"""
    _write_new(content / "groups" / f"{slug}.yaml", "group")


@new.command()
@click.argument("slug")
@content_option
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
