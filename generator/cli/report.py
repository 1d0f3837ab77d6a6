"""The commands that count: report, and met, which notes that a need was met."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.atomic import replace_file
from generator.build import Loaded, load
from generator.cli.terminal import FINE, PROBLEMS, config_option, project, today_option
from generator.cli.wishes import wishes_option
from generator.clock import today_here
from generator.intake.wish_register import LINE, Unusable, read_register
from generator.problems import Level
from generator.rules import level
from generator.statistics.figures import Material
from generator.statistics.formats import FORMATS
from generator.statistics.months import Kept, month_file, month_of, month_text, month_words, read_months
from generator.statistics.outcomes import NAME, Outcomes, read_outcomes
from generator.statistics.report import Report, report

if TYPE_CHECKING:
    from generator.plugin import Project

_HTML = "html"
_MOST_LINES = 10
_ENDINGS = {".html": _HTML, ".htm": _HTML, ".csv": "csv", ".json": "json", ".txt": "terminal"}
reports_option = click.option(
    "--reports",
    type=click.Path(file_okay=False, path_type=Path),
    help="月の記録と「決まったこと」を置くフォルダ。ふだんは、設定ファイルの横の reports です。",
)


@click.command("report")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, _HTML]),
    help="出力の形。ふだんは --out の名前の最後から決まります。",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="このファイルに書きます（.html、.csv、.json）。"
)
@click.option("--keep", is_flag=True, help="この月の数を記録します（reports/2026-11.json など。数だけが入ります）。")
@reports_option
@wishes_option
@config_option
@today_option
def report_command(
    form: str | None,
    out: Path | None,
    keep: bool,
    reports: Path | None,
    wishes: Path,
    config_file: Path,
    today: date | None,
) -> None:
    """募集、後継者、助け合い、助成金などの数と、前の月からの変わり方を、職員のためにまとめます。"""
    told = project(config_file)
    shape, day = _shape(form, out, config_file, told), today or today_here()
    folder = reports_folder(config_file, reports, told)
    loaded = load(config_file.resolve().parent / told.content, told.content, day)
    outcomes, kept = outcomes_in(folder), read_months(folder)
    lines, doubt = _open_wishes(wishes, day)
    made = report(Material(loaded.directory, loaded.problems, outcomes.all, lines, month=month_of(day)), kept)
    doubts = (*_doubts(folder, kept, outcomes), *doubt, *_left_out(loaded))
    for words in doubts:
        click.echo(f"※ {words}", err=True)
    _write(_page(made, told, doubts) if shape == _HTML else FORMATS[shape](made), out, shape)
    if keep:
        _keep(folder, made)
    sys.exit(PROBLEMS if kept.wrong or outcomes.unread else FINE)


def reports_folder(config_file: Path, reports: Path | None, told: "Project") -> Path:
    """The folder of the reports; wrong use if what is in it would be published."""
    folder = (reports or config_file.resolve().parent / "reports").resolve()
    _keep_private(folder, config_file, told)
    return folder


def outcomes_in(folder: Path) -> Outcomes:
    """What was noted so far; why not, and the end, where the disk refuses."""
    try:
        return read_outcomes(folder)
    except OSError as error:
        raise click.ClickException(f"{folder / NAME} を開けません（{error.strerror or error}）。") from None


def _keep_private(path: Path, config_file: Path, told: "Project") -> None:
    public = (config_file.resolve().parent / told.content).resolve(), told.site.resolve()
    if any(path.resolve().is_relative_to(folder) for folder in public):
        raise click.UsageError(f"{path} は公開するフォルダの中です。外を指定してください。")


def _shape(form: str | None, out: Path | None, config_file: Path, told: "Project") -> str:
    """The form of the output that is meant."""
    if out:
        _keep_private(out, config_file, told)
    if out and not form and out.suffix.lower() not in _ENDINGS:
        raise click.UsageError("名前の最後を .html、.csv、.json のどれかにするか、--format を付けてください。")
    if form == _HTML and not out:
        raise click.UsageError("html のときは、--out に書くファイルの名前も付けてください。")
    return form or (_ENDINGS[out.suffix.lower()] if out else "terminal")


def _doubts(folder: Path, kept: Kept, outcomes: Outcomes) -> tuple[str, ...]:
    """Which files of the reports cannot be used, and why."""
    months = (f"{folder.name}/{each.name}：{each.words}この月とはくらべていません。" for each in kept.wrong)
    if not outcomes.unread:
        return tuple(months)
    lines = "、".join(f"{number}行目" for number in outcomes.unread[:_MOST_LINES])
    return (*months, f"{folder.name}/{NAME}：読み取れない行があります（{lines}）。数えていません。")


def _open_wishes(path: Path, today: date) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """The lines of the wishes that wait, None without a register; and why a register that is there cannot be used."""
    if not path.exists():
        return None, ()
    try:
        rows = read_register(path).rows
    except Unusable as why:
        return None, (f"{why.words}希望カードは数えていません。",)
    return tuple(row.cell(LINE) for row in rows if row.open and not row.is_over(today)), ()


def _left_out(loaded: Loaded) -> tuple[str, ...]:
    files = {problem.where.file for problem in loaded.problems if level(problem) == Level.ERROR}
    return (
        (f"エラーのあるファイルが{len(files)}あります。数えていないものがあるかもしれません（hiroba check）。",)
        if files
        else ()
    )


def _page(made: Report, told: "Project", doubts: tuple[str, ...]) -> bytes:
    # Only the page needs templates.
    from generator.pages.render import environment, templates
    from generator.pages.report import report_page

    env = environment(templates(told.themes), told.icons)
    return report_page(made, env, told.settings, doubts).encode("utf-8")


def _write(data: bytes, out: Path | None, shape: str) -> None:
    if out is None:
        if shape != "terminal" and hasattr(sys.stdout, "reconfigure"):
            # What programs read is UTF-8 whatever the console's code page is.
            sys.stdout.reconfigure(encoding="utf-8")
        click.echo(data.decode("utf-8-sig"), nl=False)
        return
    try:
        replace_file(out, data)
    except OSError as error:
        raise click.ClickException(f"{out} に書けません（{error.strerror}）。開いていたら閉じてください。") from None
    click.echo(f"{out} に書きました。")


def _keep(folder: Path, made: Report) -> None:
    path, text = month_file(folder, made.month), month_text(made.day, made.figures)
    try:
        replace_file(path, text)
    except OSError as error:
        raise click.ClickException(f"{path} に書けません（{error.strerror or error}）。") from None
    click.echo(f"{month_words(made.month)}の数を {path} に記録しました。", err=True)
