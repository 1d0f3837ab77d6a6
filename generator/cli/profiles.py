"""The commands that write beside the content: new and schema."""

import sys
from pathlib import Path

import click

from generator.atomic import place_new, replace_file
from generator.cli.terminal import FINE, PROBLEMS, config_option, content_option, project
from generator.issueforms import issue_forms
from generator.reading.read import FOLDERS, vocabularies
from generator.reports import terminal
from generator.schemas import schemas
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


@new.command()
@click.argument("slug")
@content_option
def place(slug: str, content: Path) -> None:
    """SLUG（ページの番地になる英小文字）で、施設の見本ファイルを作ります。"""
    _write_new(content / "places" / f"{slug}.yaml", "place")


def _write_new(path: Path, kind: str) -> None:
    from generator.reading.source import Source, name_problems

    wrong = list(name_problems(Source(path, path.as_posix(), path.stem)))
    if wrong or path.parent.name not in FOLDERS:
        raise click.UsageError("\n".join(terminal(wrong)) or f"番地として使えません: {path.stem}")
    if not place_new(path, starter(kind).encode("utf-8")):
        raise click.UsageError(f"{path.as_posix()} はもうあります。別の名前にしてください。")
    click.echo(f"{path.as_posix()} を作りました。開いて書きかえてください。")


@click.command()
@content_option
@config_option
@click.option("--check", "only", is_flag=True, help="書かずに、新しくするものがあるかだけを調べます。")
def schema(content: Path, config_file: Path, only: bool) -> None:
    """入力を助けるファイル（content/schema の JSON Schema と、GitHub の申し込み用紙）を書きます。

    用語を変えたら、もう一度打ちます。申し込み用紙は、.github/ISSUE_TEMPLATE フォルダがあるときだけ作ります。
    """
    terms = vocabularies(content)
    made = {content / "schema" / name: text for name, text in schemas(terms)}
    folder = content.parent / ".github" / "ISSUE_TEMPLATE"
    if folder.is_dir():
        made |= {folder / name: text for name, text in issue_forms(terms, project(config_file).settings)}
    stale = [path for path, text in made.items() if _text(path) != text]
    for path in stale:
        click.echo(f"{path.as_posix()} {'は新しくありません' if only else 'を書きました'}。")
        if not only:
            replace_file(path, made[path].encode("utf-8"))
    sys.exit(PROBLEMS if only and stale else FINE)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
