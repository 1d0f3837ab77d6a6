"""The command that words the friendly comment on a proposal: comment."""

import sys
from pathlib import Path

import click

from generator.cli.terminal import FINE, config_option, lang_option, project
from generator.reports.comment import Proposal, comment
from generator.reports.jsonl import read_back

# A result is a stranger's: so much of each of its files is read.
_MOST_BYTES = 4 * 1024 * 1024
_MOST_FILES = 3_000


@click.command(name="comment")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--answers", is_flag=True, help="申し込み用紙からの提案です（ファイルの話をしません）。")
@click.option("--run", default="", help="下見のある、点検のページのアドレス。")
@click.option("--conclusion", default="success", help="点検の結果（success、failure など）。")
@config_option
@lang_option
def comment_command(folder: Path, answers: bool, run: str, conclusion: str, config_file: Path, lang: str) -> None:
    """FOLDER にある点検の結果から、提案（プルリクエストや申し込み）へのお返事を作ります。

    読むのは、problems.jsonl（hiroba check --format jsonl の出力）、changed.txt（変わったファイル）、
    reply.txt（読み取りの知らせ）です。
    """
    problems = read_back(_text(folder / "problems.jsonl"))
    named = _text(folder / "changed.txt").split("\n")[:_MOST_FILES]
    changed = frozenset(filter(None, named)) if (folder / "changed.txt").is_file() else None
    known = (folder / "problems.jsonl").is_file()
    proposal = Proposal(
        changed=changed,
        run=run,
        finished=known and (conclusion == "success" or answers),
        centre=_centre(config_file),
        answers=answers,
        reply="" if changed else _text(folder / "reply.txt"),
    )
    if hasattr(sys.stdout, "reconfigure"):
        # What the code host reads is UTF-8 whatever the console's code page is.
        sys.stdout.reconfigure(encoding="utf-8")
    click.echo("\n".join(comment(problems, lang, proposal)))
    sys.exit(FINE)


def _text(file: Path) -> str:
    """The beginning of a file, whatever its bytes are; empty if there is none."""
    if not file.is_file():
        return ""
    with file.open("rb") as stream:
        return stream.read(_MOST_BYTES).decode("utf-8", "replace")


def _centre(config_file: Path) -> str:
    """Whom to ask: the centre with its telephone."""
    center = project(config_file).settings.center
    return f"{center.name}（電話 {center.phone}）" if center.phone else center.name
