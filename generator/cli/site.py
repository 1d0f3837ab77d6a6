"""The commands that make a site: build and serve."""

import sys
from datetime import date
from functools import partial
from pathlib import Path

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


@click.command()
@config_option
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), help="書き出すフォルダ（設定の site_dir のかわり）。"
)
@today_option
@click.option("--no-search", is_flag=True, help="検索の索引を作りません（速さを測るとき用）。")
@lang_option
@quiet_option
def build(config_file: Path, site: Path | None, today: date | None, no_search: bool, lang: str, quiet: bool) -> None:
    """サイトを作って公開用フォルダに入れます。直すところがあれば作らず、前のサイトを残します。"""
    from generator import plugin

    need(config_file)
    calm_mkdocs()
    progress = Progress(show=not quiet and sys.stderr.isatty())
    report = partial(_report, lang=lang, quiet=quiet)
    options = plugin.Options(today, not no_search, progress.stage, report)
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
def serve(config_file: Path, address: str, today: date | None) -> None:
    """手元で見ながら直します。プロフィールを保存するたびに作りなおし、直すところもページに出ます。"""
    from generator import plugin

    need(config_file)
    calm_mkdocs()
    click.echo(f"http://{address}/ を開いてください。終わるときは Ctrl+C です。")
    try:
        plugin.serve(str(config_file), address, plugin.Options(today))
    except plugin.Stopped as stopped:
        click.echo(str(stopped), err=True)
        sys.exit(stopped.code)


def _report(problems: tuple[Problem, ...], lang: str, quiet: bool) -> None:
    """Print the problems of a build; a quiet one is silent about mere warnings."""
    if not quiet or broken(problems):
        show(problems, "terminal", lang)
