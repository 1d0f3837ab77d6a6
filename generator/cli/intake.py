"""The commands for what comes in and goes out as files: intake, import and export."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.atomic import replace_file
from generator.cli.terminal import (
    FINE,
    PROBLEMS,
    config_option,
    content_option,
    lang_option,
    project,
    show,
    today_option,
)
from generator.cli.wishes import keep_outside, take_wishes, wishes_option
from generator.clock import now_here, today_here
from generator.intake.arrivals import LARGEST, Arrival, arrival, received
from generator.intake.draft import clear_content, write_draft, write_drafts
from generator.intake.register import noted
from generator.intake.words import arrival_lines
from generator.kinds import FOLDERS, GRANT, KINDS, SHEETS
from generator.reading.read import Reading, read
from generator.sheets.book import open_book, said_in
from generator.sheets.csvs import write_csv
from generator.sheets.grid import Unread
from generator.sheets.layout import sheets, wide
from generator.sheets.lenient import lenient
from generator.sheets.plan import Plan, left_alone, plan, without_bad
from generator.sheets.problem_words import problems_lines
from generator.sheets.scheme_export import scheme_rows
from generator.sheets.words import gone_lines, plan_lines, sheet_lines, skipped_lines, summary
from generator.sheets.workbook import workbook

_KINDS = [kind.name for kind in SHEETS.values()]
_CHOICE = "、".join(f"{kind.label}（{kind.name}）か" for kind in SHEETS.values())
_TYPED = "（打ちこんだもの）"
_NOT_WRITTEN = "まだ何も書いていません。よければ --write を付けて、もう一度打ってください。"
kind_option = click.option("--kind", type=click.Choice(_KINDS), help=f"{_CHOICE}。")
write_option = click.option(
    "--write", "writing", is_flag=True, help="content に書きます。付けなければ、見せるだけです。"
)
file_argument = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--wish", "typed", multiple=True, help="希望カードの行（hiroba-wish:1?…）。引用符で囲みます。いくつでも。"
)
@write_option
@click.option("--even-broken", is_flag=True, help="直すところが残っていても書きます。")
@click.option("--even-stale", is_flag=True, help="フォームを開いたあとにだれかが直したページでも書きます。")
@click.option("--even-twin", is_flag=True, help="同じ希望がもうあっても、別の方の希望カードとして書きます。")
@click.option("--slip", is_flag=True, help="職員だけへの連絡も画面に出します。")
@click.option(
    "--register",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("private/register.csv"),
    show_default=True,
    help="職員だけへの連絡を書きとめるファイル。公開するフォルダの外に置きます。",
)
@wishes_option
@content_option
@today_option
@lang_option
def intake(
    files: tuple[Path, ...],
    typed: tuple[str, ...],
    writing: bool,
    even_broken: bool,
    even_stale: bool,
    even_twin: bool,
    slip: bool,
    register: Path,
    wishes: Path,
    content: Path,
    today: date | None,
    lang: str,
) -> None:
    """FILES（保存したフォーム、メール、申し込み用紙の文、希望カード）を読み、変わるところと直すところを出します。

    FILES に - と書くと、打ちこんだもの（読み取り機で読んだ希望カードなど）を読みます。
    """
    keep_outside(content, register, wishes)
    day, wrong = today or today_here(), False
    if writing:
        clear_content(content, now_here())
    reading = read(content, content.as_posix())
    for data, shown in _given(files, typed):
        for one in received(data, shown, reading):
            if one.wishes:
                wrong = take_wishes(one, wishes, day, writing=writing, even_twins=even_twin) or wrong
            if one.only_wishes:
                continue
            here = arrival(one, reading, day)
            _say(here, lang, slip=slip)
            held = _held_back(here, even_broken=even_broken, even_stale=even_stale)
            wrong = wrong or bool(held)
            click.echo(f"  {held or _taken(here, content, register, day)}\n" if held or writing else "")
            # What comes after is held against what was just written.
            reading = read(content, content.as_posix()) if writing and not held else reading
    if not writing:
        click.echo(_NOT_WRITTEN, err=True)
    sys.exit(PROBLEMS if wrong else FINE)


def _say(one: Arrival, lang: str, *, slip: bool) -> None:
    click.echo("\n".join(arrival_lines(one, slip=slip)))
    show(one.draft.problems if one.draft else (), "terminal", lang)


def _given(files: Sequence[Path], typed: Sequence[str]) -> Iterator[tuple[bytes, str]]:
    """What is to be read, each with what it is called; wrong use if there is nothing."""
    if not files and not typed:
        raise click.UsageError("読むファイルか、希望カードの行（--wish）を指定してください。")
    for path in files:
        if path == Path("-"):
            yield sys.stdin.buffer.read(LARGEST + 1), _TYPED
            continue
        with path.open("rb") as stream:
            yield stream.read(LARGEST + 1), path.name
    if typed:
        yield "\n".join(typed).encode("utf-8", "replace"), _TYPED


def _held_back(one: Arrival, *, even_broken: bool, even_stale: bool) -> str:
    """Why a form is not to be written; empty if it may be."""
    if one.draft is None:
        return "取り込めません。"
    if one.draft.failed and not even_broken:
        return "直すところがあるので、書きません（そのまま書くには --even-broken）。"
    if one.twin and not even_broken:
        return "もうあるもののようなので、書きません（別のものなら --even-broken）。"
    if one.draft.stale and not even_stale:
        return "ほかの人の直しを消してしまうかもしれないので、書きません（書くには --even-stale）。"
    return ""


def _taken(one: Arrival, content: Path, register: Path, day: date) -> str:
    """Write what a form says, what is for the staff alone first: it must not be lost, and it is not published."""
    made, sent = one.draft, one.submission
    if made is None or sent is None:
        return ""
    name = str(sent.data.get("name") or sent.data.get("title") or "")
    about = (day.isoformat(), sent.receipt, sent.kind, made.slug, name, one.sender)
    try:
        noted(register, [(*about, label, text) for label, text in sent.slip])
        write_draft(made, content)
    except OSError as error:
        raise click.ClickException(f"書けませんでした：{error.strerror or error}") from None
    told = f"職員だけへの連絡は {register} に書きました。" if sent.slip else ""
    return f"{made.folder}/{made.slug}.yaml に書きました。{told}"


@click.command("import")
@file_argument
@write_option
@click.option("--skip-bad", is_flag=True, help="直すところのある行をとばして、ほかの行だけを書きます。")
@click.option("--keep-empty", is_flag=True, help="空のセルの項目は、消さずに、いまのままにします。")
@kind_option
@content_option
@config_option
@today_option
@lang_option
def import_(
    file: Path,
    writing: bool,
    skip_bad: bool,
    keep_empty: bool,
    kind: str | None,
    content: Path,
    config_file: Path,
    today: date | None,
    lang: str,
) -> None:
    """FILE（Excel か CSV の表）から、団体やイベントを取り込みます。初めは、変わるところを見せるだけです。"""
    if not file.is_file():
        raise click.UsageError(f"{file} がありません。")
    day = today or today_here()
    reading = read(content, content.as_posix())
    book = open_book(file)
    folder = KINDS[kind].folder if kind else ""
    told = book if isinstance(book, Unread) else said_in(book, reading, folder, _city(config_file))
    if isinstance(told, Unread):
        click.echo(f"{file.name}：{told.words}", err=True)
        sys.exit(PROBLEMS)
    for sheet in told.sheets:
        click.echo("\n".join(sheet_lines(sheet)))
    click.echo("")
    whole = lenient(plan(replace(told, keep=keep_empty), reading, day), reading, day)
    _tell(whole, left_alone(whole, reading), lang)
    kept = without_bad(whole, reading, day) if skip_bad and whole.failed else whole
    if not writing:
        click.echo(
            _NOT_WRITTEN if any(result.draft for result in whole.results) else "書くことはありません。", err=True
        )
        sys.exit(PROBLEMS if whole.failed else FINE)
    for line in skipped_lines(whole, kept) if skip_bad else ():
        click.echo(line)
    clear_content(content, now_here())
    _write(kept, content, skip_bad=skip_bad)
    sys.exit(PROBLEMS if whole.failed else FINE)


def _city(config_file: Path) -> str:
    """Our city by the settings file; an import can do without one, and then leaves no city out of an address."""
    return project(config_file).settings.city if config_file.is_file() else ""


def _tell(whole: Plan, left: int, lang: str) -> None:
    for line in (*gone_lines(whole), *plan_lines(whole)):
        click.echo(line)
    click.echo("")
    problems = tuple(problem for result in whole.results for problem in result.problems)
    if lang == "en":
        show(problems, "terminal", lang)
    for line in problems_lines(problems, whole.said) if lang == "ja" else ():
        click.echo(line)
    click.echo(summary(whole, left))


def _write(whole: Plan, content: Path, *, skip_bad: bool) -> None:
    if whole.barred and skip_bad:
        raise click.ClickException("表の全体にかかわる直すところがあるので、何も書きませんでした。")
    if whole.failed and not skip_bad:
        words = "直すところがあるので、何も書きませんでした。直すか、その行をとばす --skip-bad を付けてください。"
        raise click.ClickException(words)
    try:
        written = write_drafts(whole.drafts, content)
    except OSError as error:
        raise click.ClickException(
            f"書けませんでした：{error.strerror or error}。もう一度打つと、残りを書きます。"
        ) from None
    click.echo(f"{len(written)}件を書きました。")


@click.command()
@file_argument
@kind_option
@content_option
@today_option
@click.option("--force", is_flag=True, help="同じ名前のファイルがあれば、書きかえます。")
@click.option("--standard", is_flag=True, help="助成金を、公開用の標準の列（支援制度、34列）で CSV に書き出します。")
@config_option
def export(
    file: Path,
    kind: str | None,
    content: Path,
    today: date | None,
    force: bool,
    standard: bool,
    config_file: Path,
) -> None:
    """団体（--kind event ならイベント）を、FILE（.xlsx か .csv）に書き出します。直して import で戻せます。"""
    ending = file.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise click.UsageError("名前の最後を .xlsx か .csv にしてください。")
    if file.exists() and not force:
        raise click.UsageError(f"{file} はもうあります。別の名前にするか、--force を付けてください。")
    if standard and (ending != ".csv" or kind not in (None, GRANT.name)):
        raise click.UsageError("--standard は、助成金を .csv に書き出すときのものです。")
    folder = GRANT.folder if standard else KINDS[kind or _KINDS[0]].folder
    reading = read(content, content.as_posix())
    made, rows, lost = (
        _schemes(reading, config_file) if standard else _exported(reading, folder, ending, today or today_here())
    )
    if isinstance(made, Unread):
        raise click.ClickException(made.words)
    for words in lost:
        click.echo(f"※ {words}", err=True)
    try:
        replace_file(file, made)
    except OSError as error:
        raise click.ClickException(f"{file} に書けません（{error.strerror}）。開いていたら閉じてください。") from None
    click.echo(f"{file} に、{FOLDERS[folder].label} {rows}件を書き出しました。")


def _schemes(reading: Reading, config_file: Path) -> tuple[bytes | Unread, int, tuple[str, ...]]:
    """Grants in the columns of the standard, how many there are, and what did not fit."""
    code = project(config_file).settings.city_code if config_file.is_file() else ""
    rows, lost = scheme_rows(reading, code)
    return write_csv(rows), len(rows) - 1, lost


def _exported(reading: Reading, folder: str, ending: str, day: date) -> tuple[bytes | Unread, int, tuple[str, ...]]:
    """A file of one of the two kinds, how many profiles are in it, and what could not be put there."""
    if ending == ".csv":
        layout, lost = wide(reading, folder)
        return write_csv([[column.label for column in layout.columns], *layout.rows]), len(layout.rows), lost
    layouts, lost = sheets(reading, folder)
    return workbook(layouts, FOLDERS[folder].model, reading.vocabularies, day), len(layouts[0].rows), lost
