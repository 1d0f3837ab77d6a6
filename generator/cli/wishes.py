"""The office's register of wishes: what `hiroba intake` puts into it, and the command that looks into it: wishes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from generator.build import load
from generator.cli.terminal import content_option, today_option
from generator.clock import now_here, today_here
from generator.intake.arrivals import Received
from generator.intake.wish_register import (
    DONE,
    LINE,
    OPEN,
    RECEIVED,
    STATE,
    STATES,
    WITHDRAWN,
    WORDS,
    Register,
    Row,
    Unusable,
    changed,
    read_register,
    with_wishes,
)
from generator.intake.wishes import NoWish, Wish
from generator.publishing.lock import Busy, Holder
from generator.publishing.stage import MARKER
from generator.publishing.turn import who_runs_this
from generator.reports.excerpt import visible
from generator.statistics.fits import Fit, fitting

wishes_option = click.option(
    "--wishes",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("private/wishes.csv"),
    show_default=True,
    help="希望カードの登録簿。公開するフォルダの外に置きます。",
)


def keep_outside(content: Path, *private: Path) -> None:
    """Refuse private files that would be published: below `content`, or in a site that we built."""
    for path in private:
        whole = path.resolve()
        if whole.is_relative_to(content.resolve()) or any((folder / MARKER).exists() for folder in whole.parents):
            raise click.UsageError(f"{path} は公開するフォルダの中です。その外を指定してください。")


def take_wishes(one: Received, path: Path, today: date, *, writing: bool, even_twins: bool) -> bool:
    """Say what wishes lie in a file and put them into the register if `writing`; whether something is to be mended."""
    click.echo(visible(one.shown))
    register = _read(path)
    wrong = False
    for each in one.wishes:
        for line in _wish_lines(each):
            click.echo(f"  {line}")
        twin = register.twin(each.line) if isinstance(each, Wish) and not even_twins else None
        if twin:
            click.echo(f"  同じ希望が、もう {twin.number} にあります（別の方のものなら --even-twin を付けます）。")
        if isinstance(each, Wish) and not twin:
            kept = _added(path, register, each, today, writing=writing)
            click.echo(f"  受付番号 {kept.rows[-1].number}（{path}）。" if writing else f"  → {path}")
            register = kept
        wrong = wrong or isinstance(each, NoWish) or bool(twin)
    click.echo("")
    return wrong


def _added(path: Path, register: Register, wish: Wish, today: date, *, writing: bool) -> Register:
    def add(now: Register) -> Register:
        return with_wishes(now, [wish], today)

    return _changed(path, add) if writing else add(register)


def _wish_lines(each: Wish | NoWish) -> Iterator[str]:
    if isinstance(each, NoWish):
        yield f"× {each.words}"
        yield f"  （読んだもの：{visible(each.written[:200])}）"
        return
    yield f"希望カード　{each.words or '（ことばにできる答えがありません）'}"
    if each.unknown:
        yield f"※ このまちにない答え（行には残します）：{visible('、'.join(each.unknown[:20]))}"


@click.command()
@click.option("--done", multiple=True, metavar="NUMBER", help="この番号の希望は、行き先が決まりました。")
@click.option("--withdrawn", multiple=True, metavar="NUMBER", help="この番号の希望は、取り下げられました。")
@click.option("--forget", is_flag=True, help="残す期限のすぎた希望を、登録簿から消します。")
@click.option("--all", "again", is_flag=True, help="前に見せたものも、もう一度出します。")
@wishes_option
@content_option
@today_option
def wishes(
    done: tuple[str, ...],
    withdrawn: tuple[str, ...],
    forget: bool,
    again: bool,
    wishes: Path,
    content: Path,
    today: date | None,
) -> None:
    """希望カードの登録簿の希望ごとに、合う募集や会が新しく出ていないか見せます。

    出したものは登録簿に書きとめ、次からは、まだ出していないものだけを出します。
    """
    keep_outside(content, wishes)
    day = today or today_here()
    if not wishes.exists():
        raise click.UsageError(f"{wishes} がありません。希望カードは hiroba intake で取り込みます。")
    for number in (*done, *withdrawn):
        if _read(wishes).find(number) is None:
            raise click.UsageError(f"「{number}」という番号の希望はありません。")
    if done or withdrawn:
        _changed(wishes, lambda now: _stated(now, {DONE: done, WITHDRAWN: withdrawn}))
        click.echo(f"{len(done) + len(withdrawn)}件の状態を書きかえました。")
    elif forget:
        before = len(_read(wishes).rows)
        after = _changed(wishes, lambda now: Register(now.heads, tuple(r for r in now.rows if not r.is_over(day))))
        click.echo(f"期限のすぎた希望を{before - len(after.rows)}件消しました。")
    else:
        _show_all(wishes, content, day, again=again)


def _show_all(path: Path, content: Path, today: date, *, again: bool) -> None:
    """Every open wish with what has come that fits it, and note in the register what was shown."""
    register = _read(path)
    waiting = [row for row in register.rows if row.open and not row.is_over(today)]
    find = fitting(load(content, content.as_posix(), today).directory)
    shown: dict[str, tuple[str, ...]] = {}
    for row in waiting:
        fresh = find(row.cell(LINE), () if again else row.shown)
        shown[row.number] = tuple(fit.url for fit in fresh)
        click.echo("\n".join((*_row_lines(row), *_fit_lines(fresh, known=bool(row.shown)))))
    over = [row.number for row in register.rows if row.is_over(today)]
    if over:
        numbers = "、".join(over[:10])
        click.echo(f"残す期限のすぎた希望が{len(over)}件あります（{numbers}）。消すには --forget を付けます。")
    if not waiting:
        click.echo("待っている希望はありません。")
    _changed(path, lambda now: now.having_shown(shown))


def _fit_lines(fresh: Sequence[Fit], *, known: bool) -> Iterator[str]:
    if not fresh:
        yield "  まだお知らせしていないものは、ありません。" if known else "  合うものは、まだありません。"
    for fit in fresh:
        name = "" if fit.title == fit.who else f"　{fit.who}"
        yield visible(f"  ・{fit.title}{name}")
        yield visible(f"    合うところ：{'、'.join(fit.reasons)}")
        if fit.differences:
            yield visible(f"    ちがうところ：{'、'.join(fit.differences)}")
        if fit.unknown:
            yield visible(f"    書かれていないこと：{'、'.join(fit.unknown)}")
        yield f"    {fit.url}"


def _row_lines(row: Row) -> Iterator[str]:
    yield visible(f"■ {row.number}（{row.cell(RECEIVED)}）　{row.cell(WORDS) or row.cell(LINE)}")
    if row.cell(STATE) not in STATES:
        yield f"  ※ 状態「{visible(row.cell(STATE))}」がわからないので、{OPEN}として扱います。"


def _stated(register: Register, numbers: Mapping[str, Sequence[str]]) -> Register:
    """The register with some wishes in another state."""
    states = {number.strip().upper(): state for state, those in numbers.items() for number in those}
    rows = (row.having(state=states.get(row.number.upper(), row.cell(STATE))) for row in register.rows)
    return Register(register.heads, tuple(rows))


def _read(path: Path) -> Register:
    try:
        return read_register(path)
    except Unusable as why:
        raise click.ClickException(why.words) from None


def _changed(path: Path, change: Callable[[Register], Register]) -> Register:
    try:
        return changed(path, Holder(who_runs_this(), now_here()), change)
    except Unusable as why:
        raise click.ClickException(why.words) from None
    except Busy:
        raise click.ClickException(f"いま、ほかの人が {path} に書いています。もう一度打ってください。") from None
    except OSError as error:
        words = f"{path} に書けません（{error.strerror or error}）。表計算ソフトで開いていたら、閉じてください。"
        raise click.ClickException(words) from None
