"""The command that writes profiles in canonical form: fmt."""

import difflib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from generator.atomic import replace_file
from generator.cli.terminal import FINE, PROBLEMS, lang_option, quiet_option, show
from generator.formatting import NotKept, canonical
from generator.kinds import FOLDERS
from generator.models.vocabulary import Vocabulary
from generator.problems import Problem
from generator.reading.read import fault_at, vocabularies
from generator.reading.source import Source, sources, text_of
from generator.reading.strict import Fault
from generator.starter import modeline


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only", is_flag=True, help="書きかえずに、そろっていないファイルを出します。")
@click.option("--diff", is_flag=True, help="書きかえずに、変わるところを出します。")
@lang_option
@quiet_option
def fmt(paths: tuple[Path, ...], only: bool, diff: bool, lang: str, quiet: bool) -> None:
    """プロフィールの書き方（項目の順、項目名、日付など）をそろえます。# のメモは残ります。"""
    changed, wrong = 0, False
    terms: dict[Path, Mapping[str, Vocabulary]] = {}
    for source in _asked(paths or (Path("content"),)):
        root = source.path.parent.parent
        if root not in terms:
            terms[root] = vocabularies(root)
        text, problem = text_of(source)
        made = _canonical(text, source, terms[root]) if text or problem is None else problem
        if isinstance(made, Problem):
            show((made,), "terminal", lang)
            wrong = True
        elif made is None:
            click.echo(f"{source.shown} はそろえられませんでした。そのままにしてあります。", err=True)
            wrong = True
        elif made.encode("utf-8") != source.path.read_bytes():
            changed += 1
            _deliver(source, text, made, only=only, diff=diff, quiet=quiet)
    sys.exit(PROBLEMS if wrong or (only and changed) else FINE)


def _asked(paths: tuple[Path, ...]) -> Iterator[Source]:
    """The profiles in the folders and among the files that were named."""
    for path in paths:
        if not path.exists():
            words = "プロフィールのあるフォルダで打つか、場所を指定してください。"
            raise click.UsageError(f"{path} フォルダがありません。{words}")
        if path.is_dir():
            folders = [path] if path.name in FOLDERS else [path / name for name in FOLDERS]
            yield from (source for folder in folders for source in sources(folder, folder.as_posix()))
        elif path.parent.name in FOLDERS:
            yield Source(path, path.as_posix(), path.stem)
        else:
            raise click.UsageError(f"{path} は content フォルダの中のプロフィールではありません。")


def _canonical(text: str, source: Source, terms: Mapping[str, Vocabulary]) -> str | Problem | None:
    """The canonical text, what is wrong with the file, or None if it cannot be put in order without a loss."""
    kind = FOLDERS[source.path.parent.name]
    try:
        made = canonical(text, kind.model, terms, modeline(kind.name))
    except NotKept:
        return None
    return fault_at(made, source, text) if isinstance(made, Fault) else made


def _deliver(source: Source, text: str, made: str, *, only: bool, diff: bool, quiet: bool) -> None:
    """Show or write what has changed; a file is replaced in one step, and keeps its permissions."""
    if diff:
        lines = difflib.unified_diff(text.splitlines(), made.splitlines(), source.shown, source.shown, lineterm="")
        click.echo("\n".join(lines))
        return
    if not quiet:
        click.echo(f"{source.shown} {'はそろっていません' if only else 'をそろえました'}。")
    if only:
        return
    replace_file(source.path, made.encode("utf-8"))
