"""The commands about problems: check and rules."""

import gc
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.build import inspect
from generator.check.settings import settings_problems
from generator.cli.terminal import FINE, PROBLEMS, config_option, lang_option, project, quiet_option, show, today_option
from generator.clock import now_here, today_here
from generator.kinds import FOLDERS, PLACE, counted
from generator.problems import Problem
from generator.publishing.stage import NotOurs, replace_folder
from generator.reading.read import Reading
from generator.reports import FORMATS
from generator.reports.book import contents, explained, nearest
from generator.reports.github import summary
from generator.rules import RULES, broken

_ROOMS = (*FOLDERS, "vocabulary", "pages")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="terminal", show_default=True, help="出力の形。"
)
@click.option(
    "--letters",
    "out",
    type=click.Path(file_okay=False, path_type=Path),
    help="団体ごとのお便り（A4・1枚）をこのフォルダに作ります。",
)
@click.option("--strict", is_flag=True, help="注意だけのときも、終わりの番号を1にします。")
@config_option
@lang_option
@today_option
@quiet_option
def check(
    paths: tuple[Path, ...],
    form: str,
    out: Path | None,
    strict: bool,
    config_file: Path,
    lang: str,
    today: date | None,
    quiet: bool,
) -> None:
    """PATHS（content フォルダか、その中のファイル）を点検し、直すところをすべて出します。"""
    # A check makes many objects and no cycles worth finding; looking for them takes a fifth of its time.
    gc.disable()
    day = today or today_here()
    root, files = _asked(paths or (Path("content"),))
    reading, problems = inspect(root, root.as_posix(), day)
    problems = (*_of_the_settings(config_file, root, reading), *problems)
    if files:
        problems = tuple(p for p in problems if p.where.file in files)
    show(problems, form, lang)
    _summarise(problems, form, lang)
    if out:
        _write_letters(out, config_file, reading, problems, day)
    if form == "terminal" and not problems and not quiet:
        said = counted(reading.records, lang)
        click.echo(f"直すところはありません（{said}）。" if lang == "ja" else f"No problems ({said}).")
    failed = broken(problems) or (strict and bool(problems))
    sys.exit(PROBLEMS if failed else FINE)


def _of_the_settings(config_file: Path, content: Path, reading: Reading) -> list[Problem]:
    """What is wrong with the settings file that stands beside a content folder."""
    if not config_file.is_file() or config_file.resolve().parent != content.resolve().parent:
        return []
    try:
        text = config_file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        # Whoever builds says so.
        return []
    return settings_problems(text, config_file.as_posix(), sorted(reading.slugs[PLACE.folder]))


def _asked(paths: Iterable[Path]) -> tuple[Path, set[str]]:
    """The content folder that was meant, and the files in it that were named; no file means all of them."""
    roots, files, whole = set(), set(), False
    for path in paths:
        _need_content(path)
        whole = whole or path.is_dir()
        root = path if path.is_dir() else path.parent.parent
        files.add(f"{root.as_posix()}/{path.parent.name}/{path.name}")
        roots.add(root)
    if len(roots) > 1:
        raise click.UsageError("一度に点検できる content フォルダは一つです。")
    return roots.pop(), set() if whole else files


def _need_content(path: Path) -> None:
    """Refuse what is neither a content folder nor a file in one."""
    if not path.exists():
        words = "プロフィールのあるフォルダで打つか、場所を指定してください。"
        raise click.UsageError(f"{path} フォルダがありません。{words}")
    if path.is_dir() and path.name in _ROOMS:
        raise click.UsageError(f"{path} ではなく、その上の content フォルダを指定してください。")
    if not path.is_dir() and path.parent.name not in _ROOMS:
        raise click.UsageError(f"{path} は content フォルダの中のプロフィールではありません。")


def _summarise(problems: tuple[Problem, ...], form: str, lang: str) -> None:
    """Add the whole list to the step summary of a code host that has one."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and file:
        with Path(file).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(summary(problems, lang))


def _write_letters(out: Path, config_file: Path, reading: Reading, problems: tuple[Problem, ...], today: date) -> None:
    # Only letters need templates and the settings of the site.
    from generator.obstacles import of_the_disk
    from generator.pages.letter import for_staff, letter_pages, letters
    from generator.pages.render import environment, templates
    from generator.publishing.lock import Busy, Holder
    from generator.publishing.turn import turn, who_runs_this

    told = project(config_file)
    views, staff = letters(reading, problems, today), for_staff(reading, problems)
    pages = letter_pages(views, staff, environment(templates(told.themes), told.icons), told.settings)
    mine = Holder(who_runs_this(), now_here())
    try:
        with turn(out.resolve(), mine, None) as my_turn:
            replace_folder(my_turn, dict(pages))
    except NotOurs:
        raise click.UsageError(f"{out} には、ひろばが作ったものではないファイルがあります。") from None
    except Busy:
        raise click.UsageError(f"いま、ほかの人が {out} に書き出しています。") from None
    except OSError as error:
        raise click.UsageError(f"お便りを {out} に書き出せませんでした。{of_the_disk(error)}") from None
    click.echo(f"お便りを {len(views)}通作りました: {out / 'index.html'}", err=True)


@click.command()
@click.argument("name", required=False)
@lang_option
def rules(name: str | None, lang: str) -> None:
    """点検のきまりを出します。NAME（きまりの名前）を打つと、その理由と、よい例・よくない例が出ます。"""
    if name is None:
        click.echo("\n".join(contents(lang)))
        return
    if name not in RULES:
        near = nearest(name)
        raise click.UsageError(
            f"「{name}」というきまりはありません。" + (f"「{near}」のことでしょうか。" if near else "")
        )
    click.echo("\n".join(explained(RULES[name], lang)))
