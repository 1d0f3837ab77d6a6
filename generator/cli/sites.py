"""The commands about a city's project as a whole: made anew, and brought up to date."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.atomic import replace_file
from generator.cli.terminal import FINE, PROBLEMS, config_option, need, project, terms
from generator.clock import today_here
from generator.projects.answers import (
    Answers,
    Wrong,
    answers,
    default_center,
    doubts,
    from_file,
    municipality,
    pages_address,
)
from generator.projects.make import write_project
from generator.projects.questions import BY_NAME, QUESTIONS, wrong_answer
from generator.projects.upgrade import Change, changes, derived_changes, settings_changes
from generator.reading.slugs import RESERVED

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST = 80
_MOST_LINES = 40
Given = dict[str, Any]


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each question."""
    for question in reversed(QUESTIONS):
        several = "（くりかえすか、「、」で区切ります）" if question.several else ""
        words = f"{question.label}{several}。例：{question.example}"
        option = click.option(f"--{question.name.replace('_', '-')}", multiple=question.several, help=words)
        command = option(command)
    return command


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_options
@click.option(
    "--answers",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="答えを書いたファイル（YAML。「市区町村: 横浜市」のように）。",
)
@click.option("--yes", "-y", is_flag=True, help="聞かずに作ります。市区町村と電話のほかは、あとから書けます。")
def site(folder: Path, file: Path | None, yes: bool, **options: Any) -> None:
    """FOLDER に、新しいまちのサイト一式（設定、用語、案内のページ、見本）を作ります。

    まちとセンターのことを順に聞きます。オプションや --answers で書いたものは聞きません。
    """
    _fit(folder)
    given: Given = {name: value for name, value in options.items() if value}
    if file:
        told = from_file(file)
        if isinstance(told, Wrong):
            raise click.UsageError(told.words)
        given = {**told, **given}
    made = answers(given if yes or file else _asked(given))
    if isinstance(made, Wrong):
        raise click.UsageError(made.words)
    _write(folder, made)


def _write(folder: Path, made: Answers) -> None:
    from generator.obstacles import of_the_disk

    try:
        files = write_project(folder, made, today_here(), __version__)
    except OSError as error:
        raise click.UsageError(f"{folder} に書けませんでした。{of_the_disk(error)}") from None
    place = made.municipality
    click.echo(
        f"{folder} に、{place.prefecture}{place.name}（団体コード {place.code}）のサイト一式を"
        f"作りました（{len(files)}ファイル）。"
    )
    for doubt in doubts(made):
        click.echo(doubt)
    click.echo("次に、そのフォルダで hiroba build と打ってください。はじめにすることは、README.md にあります。")


def _fit(folder: Path) -> None:
    """Refuse a folder that has something in it, and a name that is none on some system."""
    name = folder.resolve().name
    stem = name.partition(".")[0].lower()
    if _UNFIT.search(name) or not name.strip(". ") or name != name.strip() or name.endswith(".") or stem in RESERVED:
        raise click.UsageError(f"「{name}」は、フォルダの名前に使えません。my-town のような名前にしてください。")
    if len(name) > _LONGEST or name.startswith("-"):
        raise click.UsageError("フォルダの名前は、80文字までで、「-」のほかの文字で始めてください。")
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} は、フォルダではありません。")
    if not folder.resolve().parent.is_dir():
        raise click.UsageError(f"{folder.resolve().parent} というフォルダがありません。")
    if folder.is_dir() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise click.UsageError(f"{folder} には、もうファイルがあります。新しいフォルダの名前を書いてください。")


def _asked(given: Given) -> Given:
    """The answers with what was not given, asked for one by one; a wrong one is asked for again."""
    found = dict(given)
    click.echo("まちとセンターのことを聞きます。分からないものは、Enter だけを押してください（あとから直せます）。")
    place = _place(found)
    found["city"], found["prefecture"] = place.name, place.prefecture
    click.echo(f"→ {place.prefecture}{place.name}（団体コード {place.code}）")
    defaults = {"center": default_center(place), "site_name": f"{place.short}ひろば"}
    for question in QUESTIONS:
        if question.name in found:
            continue
        if question.name == "site_url":
            defaults["site_url"] = pages_address(str(found.get("repository", "")))
        found[question.name] = _ask(question.name, defaults.get(question.name, ""))
    return found


def _place(found: Given) -> Any:
    """The municipality, asked for until there is one."""
    city, prefecture = found.get("city", ""), found.get("prefecture", "")
    while True:
        city = city or click.prompt("市区町村（例：横浜市）")
        place = municipality(city, prefecture)
        if not isinstance(place, Wrong):
            return place
        click.echo(place.words)
        if place.name == "prefecture":
            prefecture = click.prompt("都道府県")
        else:
            city = prefecture = ""


def _ask(name: str, default: str) -> str:
    """One answer; asked for again while it cannot be used, or is needed and missing."""
    question = BY_NAME[name]
    several = "（「、」で区切る）" if question.several else ""
    while True:
        shown = f"{question.label}{several}" if default else f"{question.label}{several}（例：{question.example}）"
        value: str = click.prompt(shown, default=default, show_default=bool(default)).strip()
        wrong = f"{question.label}は、書いてください。" if question.needed and not value else wrong_answer(name, value)
        if not wrong:
            return value
        click.echo(wrong)


@click.command()
@config_option
@click.option("--yes", "-y", is_flag=True, help="聞かずに、すべて変えます。")
@click.option("--check", "only", is_flag=True, help="変えずに、変えるものがあるかだけを調べます。")
def upgrade(config_file: Path, yes: bool, only: bool) -> None:
    """この版のひろばに合わせて変えるもの（設定、用語、自動で動く作業、書くときの助け）を見せ、聞いてから変えます。"""
    need(config_file)
    folder = config_file.resolve().parent
    found, done = 0, 0
    for stage in _stages(config_file, folder):
        found += len(stage)
        done += _offer(folder, stage, yes=yes, only=only)
    if not found:
        click.echo(f"この版（{__version__}）に合わせて変えるものはありません。")
    elif not only:
        click.echo(f"{done}ファイルを変えました。hiroba check で確かめてください。")
    sys.exit(PROBLEMS if only and found else FINE)


def _stages(config_file: Path, folder: Path) -> Iterator[tuple[Change, ...]]:
    """What is to be changed, each stage found after the one before has been dealt with."""
    yield settings_changes(config_file)
    told = project(config_file)
    yield changes(folder, told.content, __version__)
    yield derived_changes(folder, told.content, terms(folder / told.content, told.content), told.settings)


def _offer(folder: Path, found: tuple[Change, ...], *, yes: bool, only: bool) -> int:
    """Show each change, and make those that are wanted; how many were made."""
    done = 0
    for change in found:
        _show(change)
        if not only and (yes or click.confirm(f"{change.name} を変えますか")):
            replace_file(folder / change.name, change.after.encode("utf-8"))
            done += 1
    return done


def _show(change: Change) -> None:
    click.echo(f"\n{change.name}：{change.why}")
    lines = change.diff() if change.before else [f"（新しいファイル、{len(change.after.splitlines())}行）"]
    for line in lines[:_MOST_LINES]:
        click.echo(f"  {line}")
    if len(lines) > _MOST_LINES:
        click.echo(f"  … ほか{len(lines) - _MOST_LINES}行")
