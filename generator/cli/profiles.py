"""The commands that make profiles: new."""

from pathlib import Path

import click

from generator.cli.terminal import content_option
from generator.reports import terminal
from generator.starter import starter


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
