"""The command by which staff note that a need was met: met."""

import secrets
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from generator.build import load
from generator.cli.report import outcomes_in, reports_folder, reports_option
from generator.cli.terminal import config_option, project, today_option
from generator.clock import today_here
from generator.directory.model import Directory, GroupEntry
from generator.japanese.text import key
from generator.kinds import GROUP
from generator.reports.excerpt import visible
from generator.statistics.months import month_of, month_words
from generator.statistics.needs import Need, every_need, need_words, needs_of
from generator.statistics.outcomes import NOTED, WAYS, WITHDRAWN, Outcome, last_outcome, note, wrong_month

_LONGEST, _MOST = 60, 10
_WAYS = "、".join(f"{way}（{words}）" for way, words in WAYS.items())


@click.command()
@click.argument("group", required=False)
@click.argument("number", required=False, type=click.IntRange(min=1))
@click.option("--way", type=click.Choice(list(WAYS)), help=f"どこで見つかったか。{_WAYS}。")
@click.option("--need", help="番号のかわりに、決まったことの種類（一覧にもうないもの）。例：wanted:volunteer")
@click.option("--month", help="決まった月（例：2026-10）。ふだんは今月です。")
@click.option(
    "--undo", is_flag=True, help="いちばん新しい記録を取り消します。団体や --month を書けば、その中のものを。"
)
@reports_option
@config_option
@today_option
def met(
    group: str | None,
    number: int | None,
    way: str | None,
    need: str | None,
    month: str | None,
    undo: bool,
    reports: Path | None,
    config_file: Path,
    today: date | None,
) -> None:
    """団体の募集や求めていることが「決まった」と記録します（数だけ。名前は記録しません）。

    GROUP（団体の番地か名前）だけを打つと、その団体の募集などが番号つきで出ます。
    NUMBER に、決まったものの番号を書きます。
    """
    told, day = project(config_file), today or today_here()
    folder = reports_folder(config_file, reports, told)
    directory = load(config_file.resolve().parent / told.content, told.content, day).directory
    if undo:
        of = _group(directory, group).slug if group else ""
        _take_back(folder, directory, of, _month(month, day) if month else "")
    elif group is None:
        _sum_up(folder, directory, month_of(day))
    elif number is None and need is None:
        _list(directory, _group(directory, group))
    else:
        entry = _group(directory, group)
        _note(folder, directory, entry, _chosen(directory, entry, number, need), way, _month(month, day))


def _month(text: str | None, day: date) -> str:
    """The month that is meant: this one where none was written."""
    if text is not None and (wrong_month(text) or text > month_of(day)):
        raise click.UsageError(f"月は 2026-10 のように、今月までの月を書いてください: {text}")
    return text or month_of(day)


def _note(folder: Path, directory: Directory, entry: GroupEntry, need: Need, way: str | None, month: str) -> None:
    if way is None:
        raise click.UsageError(f"どこで見つかったかを --way で書いてください：{_WAYS}")
    outcome = Outcome(secrets.token_hex(4), month, need.need, entry.slug, need.entry, way)
    _write(folder, outcome, NOTED)
    click.echo(f"記録しました：{outcome_words(directory, outcome)}")
    click.echo(f"まちがえたときは hiroba met --undo。{_afterwards(entry)}")


def _group(directory: Directory, text: str) -> GroupEntry:
    """The group of this address, name or part of a name; wrong use if there is none, or several."""
    wanted = key(text)
    named = [entry for entry in directory.groups if wanted in (key(entry.group.name), entry.slug)]
    named = named or [entry for entry in directory.groups if wanted in key(entry.group.name)]
    if len(named) == 1:
        return named[0]
    if named:
        slugs = "、".join(f"{entry.slug}（{entry.group.name}）" for entry in named[:_MOST])
        raise click.UsageError(f"「{text}」に当たる団体が{len(named)}あります。番地で書いてください：{slugs}")
    every = [*directory.group_of, *(entry.group.name for entry in directory.groups)]
    near = "".join(f"「{each}」のことでしょうか。" for each in get_close_matches(text, every, n=1, cutoff=0.5))
    raise click.UsageError(f"「{text}」という団体はありません。{near}")


def _list(directory: Directory, entry: GroupEntry) -> None:
    found = needs_of(directory, entry)
    click.echo(f"{entry.group.name}（{entry.slug}）")
    for number, each in enumerate(found, start=1):
        click.echo(f"  {number} {each.kind}：{_short(each.words)}{'（いまは出ていません）' if each.over else ''}")
    if found:
        click.echo(f"決まったものは「hiroba met {entry.slug} 番号 --way phone」のように記録します。")
    else:
        click.echo("  募集や、できること・求めていることは、のっていません。")


def _chosen(directory: Directory, entry: GroupEntry, number: int | None, need: str | None) -> Need:
    """The entry that is meant; wrong use if there is none."""
    if need is not None:
        if need not in every_need(directory):
            every = "、".join(f"{each}（{need_words(directory, each)}）" for each in every_need(directory))
            raise click.UsageError(f"「{need}」という種類はありません。{every}のどれかです。")
        return Need(need, "", need_words(directory, need), "")
    found = needs_of(directory, entry)
    if number is None or number > len(found):
        raise click.UsageError(f"{number}番はありません。「hiroba met {entry.slug}」で番号を確かめてください。")
    return found[number - 1]


def outcome_words(directory: Directory, outcome: Outcome) -> str:
    """An outcome in words, for whoever noted it."""
    entry = directory.group_of.get(outcome.group)
    name = entry.group.name if entry else outcome.group
    return f"{month_words(outcome.month)}　{name}　{need_words(directory, outcome.need)}　{WAYS[outcome.way]}"


def _afterwards(entry: GroupEntry) -> str:
    file = GROUP.file(entry.slug)
    return f"まだつづくか団体に聞き、終わるなら {file} の締切（until）を直すか、その項目を消します。"


def _take_back(folder: Path, directory: Directory, group: str, month: str) -> None:
    """Take back what was noted last, of a group or a month where one is named."""
    last = last_outcome(outcomes_in(folder), group, month)
    if last is None:
        raise click.UsageError(
            "その団体や月には、取り消す記録がありません。" if group or month else "取り消す記録がありません。"
        )
    _write(folder, last, WITHDRAWN)
    click.echo(f"取り消しました：{outcome_words(directory, last)}")


def _sum_up(folder: Path, directory: Directory, month: str) -> None:
    found = [each for each in outcomes_in(folder).all if each.month == month]
    click.echo(f"{month_words(month)}に決まったこと：{len(found)}")
    for each in found:
        click.echo(f"  {outcome_words(directory, each)}")
    click.echo("団体を選ぶには「hiroba met 団体の番地か名前」と打ちます。")


def _write(folder: Path, outcome: Outcome, state: str) -> None:
    try:
        note(folder, [outcome], state)
    except OSError as error:
        raise click.ClickException(f"記録できませんでした（{error.strerror or error}）。") from None


def _short(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
