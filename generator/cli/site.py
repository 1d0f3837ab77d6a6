"""The commands that make a site: build and serve."""

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import (
    Progress,
    calm_mkdocs,
    config_option,
    lang_option,
    need,
    quiet_option,
    show,
    today_option,
)
from generator.problems import Problem
from generator.rules import broken

if TYPE_CHECKING:
    from generator.publishing.lock import Holder


@click.command()
@config_option
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), help="書き出すフォルダ（設定の site_dir のかわり）。"
)
@today_option
@click.option(
    "--wait/--no-wait",
    default=True,
    help="ほかの人が同じサイトを作っているとき、待つか、番号2で終わるか。",
)
@click.option("--by", metavar="NAME", default="", help="待つ人に見せる名前。ふだんはサインインの名前です。")
@click.option("--no-search", is_flag=True, help="検索の索引を作りません（速さを測るとき用）。")
@lang_option
@quiet_option
def build(
    config_file: Path,
    site: Path | None,
    today: date | None,
    wait: bool,
    by: str,
    no_search: bool,
    lang: str,
    quiet: bool,
) -> None:
    """サイトを作って公開用フォルダに入れます。直すところがあれば作らず、前のサイトを残します。"""
    from generator import plugin

    need(config_file)
    calm_mkdocs()
    progress = Progress(show=not quiet)
    report = partial(_report, lang=lang, quiet=quiet)
    options = plugin.Options(today, not no_search, progress.stage, report, by, _tell if wait else None)
    try:
        done = plugin.build(str(config_file), str(site.resolve()) if site else None, options)
    except plugin.Stopped as stopped:
        click.echo(str(stopped), err=True)
        sys.exit(stopped.code)
    if not quiet:
        click.echo(f"できました: {done.site}（{done.report.pages}ページ、検索 {done.report.found}件）")


@click.command()
@config_option
@click.option("--address", "-a", default="127.0.0.1:8000", show_default=True, help="見るためのアドレスとポート。")
@today_option
@click.option("--built", is_flag=True, help="作りなおさず、hiroba build で作ったサイトをそのまま見せます。")
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), help="--built で見せるフォルダ。")
def serve(config_file: Path, address: str, today: date | None, built: bool, site: Path | None) -> None:
    """手元で見ながら直します。保存すると、すぐページに出ます（検索に出るのは、その少しあとです）。"""
    from generator import plugin, preview, serving

    need(config_file)
    calm_mkdocs()
    url = f"http://{address}/"
    options = plugin.Options(today, report=partial(_report_preview, url=url))
    ready = partial(click.echo, f"{url} を開いてください。終わるときは Ctrl+C です。")
    try:
        if built:
            serving.serve_built(site or plugin.look(str(config_file)).site, address, ready)
        else:
            preview.serve(config_file, address, options, ready)
    except plugin.Stopped as stopped:
        click.echo(str(stopped), err=True)
        sys.exit(stopped.code)


def _report_preview(problems: tuple[Problem, ...], url: str) -> None:
    """Print the errors of a preview; the page has the warnings too."""
    errors = tuple(problem for problem in problems if broken((problem,)))
    if errors:
        show(errors, "terminal", "ja")
    if notes := len(problems) - len(errors):
        words = f"ほかに注意が{notes}件あります。" if errors else f"注意が{notes}件あります（公開できます）。"
        click.echo(f"{words}{url}problems/")


def _tell(holder: "Holder | None") -> None:
    """Say for whom a build waits, even if it is a quiet one."""
    from generator.obstacles import waiting_for

    click.echo(waiting_for(holder), err=True)


def _report(problems: tuple[Problem, ...], lang: str, quiet: bool) -> None:
    """Print the problems of a build; a quiet one is silent about mere warnings."""
    if not quiet or broken(problems):
        show(problems, "terminal", lang)
