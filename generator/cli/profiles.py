"""The commands that write beside the content: new and schema."""

import sys
from pathlib import Path

import click

from generator.atomic import place_new, replace_file
from generator.cli.sites import site
from generator.cli.terminal import FINE, PROBLEMS, config_option, content_option, project, terms
from generator.issueforms import issue_forms
from generator.kinds import KINDS, Kind
from generator.reading.source import Source, name_problems
from generator.reports import terminal
from generator.schemas import schemas
from generator.starter import starter


@click.group()
def new() -> None:
    """新しいプロフィールの見本か、新しいまちのサイト一式（site）を作ります。"""


def _new(kind: Kind) -> click.Command:
    """The command that makes the starter file of a kind."""

    @click.argument("slug")
    @content_option
    def make(slug: str, content: Path) -> None:
        _write_new(content, kind, slug)

    return click.command(
        kind.name, help=f"SLUG（ページの番地になる英小文字）で、{kind.label}の見本ファイルを作ります。"
    )(make)


for _kind in KINDS.values():
    new.add_command(_new(_kind))


new.add_command(site)


def _write_new(content: Path, kind: Kind, slug: str) -> None:
    path = content / kind.folder / f"{slug}.yaml"
    wrong = list(name_problems(Source(path, path.as_posix(), slug)))
    if wrong:
        raise click.UsageError("\n".join(terminal(wrong)))
    if not place_new(path, starter(kind.name).encode("utf-8")):
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
    known = terms(content, content.as_posix())
    made = {content / "schema" / name: text for name, text in schemas(known)}
    folder = content.parent / ".github" / "ISSUE_TEMPLATE"
    if folder.is_dir():
        made |= {folder / name: text for name, text in issue_forms(known, project(config_file).settings)}
    stale = [path for path, text in made.items() if _text(path) != text]
    for path in stale:
        click.echo(f"{path.as_posix()} {'は新しくありません' if only else 'を書きました'}。")
        if not only:
            replace_file(path, made[path].encode("utf-8"))
    sys.exit(PROBLEMS if only and stale else FINE)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
